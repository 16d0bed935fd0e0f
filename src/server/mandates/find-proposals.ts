import { type ProposalView, listProposals } from "#contract/figures.ts";
import type { MandateRow } from "#contract/mandates.ts";
import { type ComparedMandate, type FieldOf, overlapOf } from "#domain/mandate/compare-mandates.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { asId } from "#domain/shared/id.ts";
import { type PlainDate, plainDate } from "#domain/shared/plain-date.ts";
import { done, invariant } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import { figurePeriod, ledgerFigures } from "../ledgers/figures.ts";
import type { Reference } from "../units/reference.ts";
import { countTrained, findGiven, findProposing } from "./figures-store.ts";
import { gapViews } from "./gap-view.ts";
import { unitsTouched } from "./mandate-act.ts";
import { findMandates, loadMandate } from "./mandate-store.ts";
import { fieldOf } from "./mandate-world.ts";
import { questionOf } from "./proposal-figures.ts";
import { refusalToDecide } from "./read-mandates.ts";

/** All that waits for the province's decision at the units that this person deals with, each with the figures that it was proposed on and those of today. */
export const listProposalsRoute = bind(listProposals, async ({ query, actor, reference, now, read }) => {
  const day = localTime(now).day;
  return done(
    await read(async (tx) => {
      const page = await findMandates(tx, reference, {
        unitIds: unitsTouched(actor),
        wholeOf: undefined,
        status: "proposed",
        phaseId: undefined,
        asOf: undefined,
        after: query.after,
      });
      const proposing = await findProposing(
        tx,
        page.mandates.map(({ id }) => id),
      );
      const period = figurePeriod(day);
      const books = await ledgerFigures(tx, page.mandates.map(questionOf), { period, now, reference });
      const given = await findGiven(tx, undefined);
      const proposals: ProposalView[] = [];
      for (const mandate of page.mandates) {
        const figures = books.get(mandate.id)?.total;
        invariant(figures, "every question has its figures");
        const proposed = proposing.get(mandate.id);
        proposals.push({
          mandate,
          proposedAt: proposed?.at ?? now,
          proposedBy: proposed?.by ?? "",
          why: proposed?.why ?? "",
          frozen: proposed?.frozen ?? null,
          now: { ...period, figures },
          ...(await trainedFor(tx, mandate, reference, day)),
          ...touches(mandate, given, reference, day),
          refusal: await refusalFor(tx, mandate, { actor, reference, now }),
        });
      }
      return { proposals, next: page.next };
    }),
  );
});

function trainedFor(
  tx: Tx,
  { fields, procedures, postOffice }: MandateRow,
  reference: Reference,
  day: PlainDate,
) {
  const named = fieldOf(reference);
  const fieldCodes = new Set([
    ...fields.map(({ id }) => id),
    ...procedures.flatMap(({ id }) => named(id) ?? []),
  ]);
  return countTrained(tx, { postOfficeId: postOffice.id, fieldCodes: [...fieldCodes], day });
}

function touches(
  mandate: MandateRow,
  given: readonly ComparedMandate[],
  reference: Reference,
  day: PlainDate,
) {
  const terms = comparedOf(mandate);
  const field: FieldOf = fieldOf(reference);
  const here = given.filter(({ unitId }) => unitId === terms.unitId);
  const kinds = here.flatMap((other) => overlapOf(terms, other, field)?.kind ?? []);
  const gaps = gapViews(here, reference, day).filter(
    ({ task, field: { id }, from, to }) =>
      terms.tasks.includes(task) &&
      terms.fieldCodes.includes(id) &&
      (to === null || terms.validFrom <= to) &&
      (terms.validTo === null || from <= terms.validTo),
  );
  return {
    contradictions: kinds.filter((kind) => kind === "contradiction").length,
    overlaps: kinds.filter((kind) => kind !== "contradiction").length,
    gaps: gaps.length,
  };
}

function comparedOf(row: MandateRow): ComparedMandate {
  const codes = (named: readonly { readonly id: string }[]) => named.map(({ id }) => id);
  return {
    id: row.id,
    unitId: asId(row.unit.id),
    postOfficeId: asId(row.postOffice.id),
    counterIds: row.counters.map(({ id }) => asId(id)),
    tasks: row.tasks,
    fieldCodes: codes(row.fields),
    procedureCodes: codes(row.procedures),
    exceptProcedureCodes: codes(row.exceptions),
    autonomy: row.autonomy,
    validFrom: plainDate(row.validFrom),
    validTo: row.validTo === null ? null : plainDate(row.validTo),
  };
}

async function refusalFor(
  tx: Tx,
  { id }: MandateRow,
  { actor, reference, now }: { readonly actor: Actor; readonly reference: Reference; readonly now: Instant },
) {
  const stored = await loadMandate(tx, reference, id);
  invariant(stored, "a mandate that was just listed is there");
  return refusalToDecide({ actor, now }, stored, "approve");
}
