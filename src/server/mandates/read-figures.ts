import { readMandateFigures, readUnitFigures } from "#contract/figures.ts";
import { lastDayBefore } from "#domain/catalogue/valid-version.ts";
import { errorRate } from "#domain/mandate/error-rate.ts";
import type { Mandate } from "#domain/mandate/mandate.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type PlainDate, parsePlainDate } from "#domain/shared/plain-date.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { type FigureBook, figurePeriod, ledgerFigures } from "../ledgers/figures.ts";
import { newestVersion } from "../units/newest-version.ts";
import type { Reference } from "../units/reference.ts";
import { countSamples, findGiven, findProposing } from "./figures-store.ts";
import { gapViews } from "./gap-view.ts";
import { mayDraftFor, mayTouchUnit } from "./mandate-act.ts";
import { loadMandate } from "./mandate-store.ts";
import { fieldEnds } from "./mandate-world.ts";
import { questionOf } from "./proposal-figures.ts";

/** What a unit does and what the post may do of it today; the head's own unit when none is named. */
export const readUnitFiguresRoute = bind(readUnitFigures, async (context) => {
  const { query, actor, reference, now } = context;
  const unitId = query.unitId ?? actor.posts.find((post) => post.role === "unitHead")?.unitId;
  const unit = unitId ? reference.units.get(unitId) : undefined;
  if (!unit || !mayDraftFor(actor, unit.id, reference)) return refuse("outside_jurisdiction");
  const today = localTime(now).day;
  const period = periodOf(query, today);
  const facts = await context.mandates();
  const { book, given } = await context.read(async (tx) => ({
    book: (await ledgerFigures(tx, [{ key: unit.id, unitId: unit.id }], { period, now, reference })).get(
      unit.id,
    ),
    given: await findGiven(tx, unit.id),
  }));
  invariant(book, "every question has its figures");
  const held = facts.about(unit.id, actor.accountId).mandates.filter((mandate) => holds(mandate, today));
  return done({
    unit: { id: unit.id, name: unit.name },
    ...period,
    total: book.total,
    fields: fieldRows(book, held, reference, today),
    gaps: gapViews(given, reference, today),
  });
});

/** The asked days; a quarter up to today, and never one that ends before it begins. */
function periodOf(query: { readonly from?: string; readonly to?: string }, today: PlainDate) {
  const to = (query.to === undefined ? undefined : parsePlainDate(query.to)) ?? today;
  const from = query.from === undefined ? undefined : parsePlainDate(query.from);
  return from === undefined || from > to ? figurePeriod(to) : { from, to };
}

function holds({ status, validFrom, validTo }: Mandate, today: PlainDate): boolean {
  return status === "inForce" && validFrom <= today && (validTo === null || today <= validTo);
}

/** Fields in which anything happened or is held, with their procedures, by name. */
function fieldRows(book: FigureBook, held: readonly Mandate[], reference: Reference, today: PlainDate) {
  const ends = fieldEnds(reference, today);
  const fieldOf = (code: string) => newestVersion(reference, code)?.content.fieldCode ?? "";
  const procedures = new Set([
    ...book.procedures.keys(),
    ...held.flatMap(({ procedureCodes }) => procedureCodes),
  ]);
  const fields = new Set([
    ...book.fields.keys(),
    ...held.flatMap(({ fieldCodes }) => fieldCodes),
    ...[...procedures].map((code) => book.procedures.get(code)?.fieldCode ?? fieldOf(code)),
  ]);
  return [...fields]
    .filter((code) => code !== "")
    .map((fieldCode) => ({
      id: fieldCode,
      name: reference.fieldNames.get(fieldCode) ?? fieldCode,
      endedOn: ends.get(fieldCode) ?? null,
      figures: book.fields.get(fieldCode) ?? book.nothing,
      held: heldBy(held, reference, ({ fieldCodes }) => fieldCodes.includes(fieldCode)),
      procedures: [...procedures]
        .filter((code) => (book.procedures.get(code)?.fieldCode ?? fieldOf(code)) === fieldCode)
        .map((code) => ({
          id: code,
          name: newestVersion(reference, code)?.content.name ?? code,
          endedOn: lastDayBefore(reference.versionsByCode.get(code) ?? [], today),
          figures: book.procedures.get(code)?.figures ?? book.nothing,
          held: heldBy(
            held,
            reference,
            (mandate) =>
              !mandate.exceptProcedureCodes.includes(code) &&
              (mandate.procedureCodes.includes(code) || mandate.fieldCodes.includes(fieldCode)),
          ),
        }))
        .toSorted(byName),
    }))
    .toSorted(byName);
}

function heldBy(held: readonly Mandate[], reference: Reference, isAbout: (mandate: Mandate) => boolean) {
  return held.filter(isAbout).map(({ id, postOfficeId, tasks }) => ({
    mandateId: id as string,
    postOffice: { id: postOfficeId, name: reference.postOfficeNames.get(postOfficeId) ?? "" },
    tasks: [...tasks],
  }));
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name.localeCompare(b.name, "vi");
}

/** The figures of a mandate's work: as it was proposed on them, and today. */
export const readMandateFiguresRoute = bind(readMandateFigures, async (context) => {
  const { params, actor, reference, now, read } = context;
  const period = figurePeriod(localTime(now).day);
  const found = await read(async (tx) => {
    const stored = await loadMandate(tx, reference, params.mandateId);
    if (!stored) return refuse("not_found");
    const { id, unit } = stored.row;
    if (!mayTouchUnit(actor, unit.id)) return refuse("outside_jurisdiction");
    const books = await ledgerFigures(tx, [questionOf(stored.row)], { period, now, reference });
    const figures = books.get(id)?.total;
    invariant(figures, "every question has its figures");
    return done({
      figures,
      frozen: (await findProposing(tx, [id])).get(id)?.frozen ?? null,
      samples: await countSamples(tx, { id, unitIds: reference.lineOf(unit.id) }),
    });
  });
  if (!found.ok) return found;
  const { figures, frozen, samples } = found.value;
  const { low, high } = errorRate(samples);
  return done({ frozen, now: { ...period, figures }, samples: { ...samples, low, high } });
});
