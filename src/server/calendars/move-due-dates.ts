import { type CheckedDate as CheckedDateView, checkDueDates, moveDueDates } from "#contract/calendars.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { CURSOR_ID, packCursor, unpackCursor } from "../http/cursor.ts";
import {
  type CheckedDate,
  type DatePlace,
  checkDates,
  countOpenDates,
  moveDates,
} from "../ledgers/due-date-ledger.ts";
import type { Reference } from "../units/reference.ts";

/** So many dossiers are looked at by one request, and moved by one transaction. */
const CHECKED_ROWS = 1_000;
const MOVED_ROWS = 200;

/** What the calendars of today would move; asked part by part, so that a large space does not make anybody wait. */
export const checkDueDatesRoute = bind(checkDueDates, async ({ reference, query, read }) => {
  const page = { after: afterOf(query.after), rows: CHECKED_ROWS };
  const { total, part } = await read(async (tx, space) => ({
    total: page.after === null ? await countOpenDates(tx, { reference, space }) : null,
    part: await checkDates(tx, { reference, space }, page),
  }));
  return done({
    looked: part.looked,
    total,
    dates: part.dates.map((date) => dateView(date, reference)),
    next: part.next && packCursor([part.next.agencyId, part.next.dossierId]),
  });
});

/**
 * Moves the dates of the next part, in one transaction. Whoever was interrupted begins again: what has moved does not move
 * twice.
 *
 * @rule DEADLINE-04
 */
export const moveDueDatesRoute = bind(moveDueDates, (context) => {
  const { reference, body, actor, requestId, now } = context;
  const page = { after: afterOf(body.after ?? undefined), rows: MOVED_ROWS };
  return context.act(async (tx, space, { epoch }) => {
    const by = { actorId: actor.accountId, requestId, now, mandateEpoch: epoch };
    const part = await moveDates(tx, { reference, space }, page, by);
    const countOf = (outcome: CheckedDate["outcome"]) =>
      part.dates.filter((date) => date.outcome === outcome).length;
    return done({
      looked: part.looked,
      moved: countOf("moves"),
      settled: countOf("settles"),
      next: part.next && packCursor([part.next.agencyId, part.next.dossierId]),
    });
  });
});

function afterOf(cursor: string | undefined): DatePlace | null {
  const [agencyId, dossierId] = unpackCursor(cursor, [CURSOR_ID, CURSOR_ID]) ?? [];
  return agencyId === undefined || dossierId === undefined ? null : { agencyId, dossierId };
}

function dateView(
  { unitId, agencyId, because, ...date }: CheckedDate,
  reference: Reference,
): CheckedDateView {
  return {
    ...date,
    unitId,
    unit: reference.units.get(unitId)?.name ?? "",
    agency: reference.agencies.get(agencyId)?.name ?? "",
    because: [...because],
  };
}
