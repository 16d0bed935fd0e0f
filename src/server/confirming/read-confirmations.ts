import {
  type AwaitedRow,
  type RightSubject,
  listAwaited,
  listConfirmations,
  listReceiptsDue,
  readConfirmationFigures,
} from "#contract/confirming.ts";
import { AWAITING_STATUSES } from "#domain/dossier/dossier-state.ts";
import type { Role } from "#domain/mandate/permission.ts";
import { addDays, plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import { unseal } from "../keys/seal.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { Reference } from "../units/reference.ts";
import { type AwaitedQuestion, findAwaited, findReceiptsDue, measureConfirmation } from "./store.ts";

/** The longest period that figures are asked for, in days: a year with its leap day. */
const PERIOD_DAYS_MAX = 366;

/** What waits for an officer or the head, at the units where they hold such a post. */
export const listConfirmationsRoute = bind(
  listConfirmations,
  async ({ deps, actor, reference, now, query, read }) => {
    const question = {
      units: unitsConfirmed(actor, reference),
      statuses: AWAITING_STATUSES,
      accountId: actor.accountId,
      now,
      after: query.after,
    };
    return done(await read((tx) => awaited(tx, deps, reference, question)));
  },
);

/** What the clerks of these counters wait for; any of them may answer for a colleague who is ill. */
export const listAwaitedRoute = bind(listAwaited, async ({ deps, actor, reference, now, query, read }) => {
  const question = {
    units: unitsServed(actor, reference),
    statuses: ["handedBack", ...AWAITING_STATUSES] as const,
    accountId: actor.accountId,
    now,
    after: query.after,
  };
  return done(await read((tx) => awaited(tx, deps, reference, question)));
});

export const listReceiptsDueRoute = bind(listReceiptsDue, async ({ actor, reference, query, read }) => {
  const units = unitsServed(actor, reference);
  const { rows, ...page } = await read((tx) => findReceiptsDue(tx, units, query.after));
  return done({ ...page, rows: rows.map((row) => ({ ...row, ...subjectToday(row, reference) })) });
});

export const readConfirmationFiguresRoute = bind(
  readConfirmationFigures,
  async ({ actor, reference, query, read }) => {
    const period = { from: plainDate(query.from), to: plainDate(query.to) };
    if (period.to < period.from || addDays(period.from, PERIOD_DAYS_MAX) <= period.to)
      return refuse("confirmation_period_wrong");
    return done({
      figures: await read((tx) => measureConfirmation(tx, unitsConfirmed(actor, reference), period)),
    });
  },
);

async function awaited(tx: Tx, { ring }: Deps, reference: Reference, question: AwaitedQuestion) {
  const { rows, ...page } = await findAwaited(tx, question);
  const view = ({ counterId, noteSeq, noteSealed, ...row }: (typeof rows)[number]): AwaitedRow => ({
    ...row,
    ...subjectToday(row, reference),
    counter: counterName(reference, counterId),
    words: noteSealed && unseal<string>(ring, `note:${row.dossierId}:${noteSeq}`, noteSealed),
  });
  return { ...page, rows: rows.map(view) };
}

/** The browser's rule knows places of today only. */
function subjectToday(
  { rightSubject }: { readonly rightSubject: RightSubject },
  { heirOf }: Reference,
): { readonly rightSubject: RightSubject } {
  const { unitId, decidingAgencyId, ...procedure } = rightSubject;
  return {
    rightSubject: { ...procedure, unitId: heirOf(unitId), decidingAgencyId: heirOf(decidingAgencyId) },
  };
}

function counterName(reference: Reference, counterId: string | null): string | null {
  const counter = counterId === null ? undefined : reference.counters.get(counterId);
  return counter ? `${counter.label}, ${counter.receptionPoint.name}` : null;
}

const CONFIRMING: readonly Role[] = ["oneStopOfficer", "unitHead"];

function unitsConfirmed(actor: Actor, { lineOf }: Reference): readonly string[] {
  return actor.posts.flatMap(({ role, unitId }) =>
    CONFIRMING.includes(role) && unitId ? lineOf(unitId) : [],
  );
}

/** Units among the places: an agency's dossiers are not taken in there. */
function unitsServed(actor: Actor, reference: Reference): readonly string[] {
  return actor.places.filter((place) => reference.units.has(place));
}
