import type { ThingRef } from "#contract/custody.ts";
import { type UncollectedView, listUncollected } from "#contract/custody-places.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { daysBetween } from "#domain/shared/plain-date.ts";
import { done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { findShelves } from "../ledgers/shelves.ts";
import { viewThings } from "./thing-views.ts";

interface UncollectedRow
  extends Omit<UncollectedView, "unitName" | "agencyId" | "days" | "shelf" | "things"> {
  readonly unitId: string;
  readonly decidedBy: string;
  readonly dueAt: Instant;
  readonly readySince: Instant;
}

/**
 * What waits at the counters to be fetched and is not on its way by post, the oldest date first: how long, who was reminded how often, on which shelf
 * it lies, and the things themselves, which go back to the agency by an offer when nobody comes.
 */
export const listUncollectedRoute = bind(
  listUncollected,
  async ({ actor, query, now, deps, reference, read }) =>
    read(async (tx, space) => {
      const units = actor.places.filter((place) => reference.units.has(place));
      const rows = await findUncollected(tx, units, query.after);
      const page = rows.slice(0, PAGE_ROWS);
      const ids = page.map(({ dossierId }) => dossierId);
      const refs = await resultsOf(tx, ids);
      const views = await viewThings(tx, { reference, space, ring: deps.ring }, refs);
      const byDossier = groupBy(views, ({ dossierId }) => dossierId ?? "");
      const shelves = await findShelves(tx, ids);
      const today = localTime(now).day;
      const last = page.at(-1);
      return done({
        results: page.map(({ unitId, decidedBy, dueAt: _due, ...row }) => ({
          ...row,
          unitName: reference.units.get(unitId)?.name ?? "",
          agencyId: reference.heirOf(decidedBy),
          days: daysBetween(localTime(row.readySince).day, today),
          shelf: shelves.get(row.dossierId) ?? null,
          things: [...(byDossier.get(row.dossierId) ?? [])],
        })),
        next: rows.length > PAGE_ROWS && last ? packCursor([last.dueAt, last.dossierId]) : null,
      });
    }),
);

const FIRST_PLACE = ["-infinity", "00000000-0000-0000-0000-000000000000"] as const;

/** In the words and the order of the index of results at a unit, a page of each unit at most. */
async function findUncollected(
  tx: Tx,
  units: readonly string[],
  after: string | undefined,
): Promise<readonly UncollectedRow[]> {
  const [dueAt, id] = unpackCursor(after, [CURSOR_MOMENT, CURSOR_ID]) ?? FIRST_PLACE;
  const { rows } = await sql<UncollectedRow>`
    select d.id as "dossierId", d.code, d.procedure_name as "procedureName", d.applicant_name as "applicantName",
      d.return_method as "returnMethod", d.unit as "unitId",
      d.deciding_agency_id as "decidedBy", d.due_at as "dueAt",
      coalesce(ready.at, d.received_at) as "readySince", told.reminders, told.at as "remindedAt",
      exists (select from shipment s where s.dossier_id = d.id and s.leg = 'return' and s.live) as "orderedByPost"
    from (
      select waiting.*, unit from unnest(${[...new Set(units)]}::uuid[]) as unit
      cross join lateral (
        select id, code, procedure_name, applicant_name, return_method, due_at, received_at, deciding_agency_id from dossier
        where case when result_at_unit_id is null then received_at_unit_id else result_at_unit_id end = unit
          and business_status = 'finished' and return_method <> 'electronic'
          and not exists (select from shipment s where s.dossier_id = dossier.id and s.leg = 'return' and s.live
            and s.state not in ('notOrdered', 'ordered', 'pickupAssigned'))
          and (due_at, id) > (${dueAt}::timestamptz, ${id}::uuid)
        order by due_at, id limit ${PAGE_ROWS + 1}) as waiting
      order by due_at, id limit ${PAGE_ROWS + 1}) as d
    left join lateral (select e.recorded_at as at from dossier_event e
      where e.dossier_id = d.id and e.type = 'dossier.approved' order by e.seq desc limit 1) as ready on true
    cross join lateral (select count(distinct n.seq)::integer as reminders, max(n.sent_at) as at from notice n
      where n.dossier_id = d.id and n.kind = 'resultReminder' and n.state = 'sent') as told
    order by d.due_at, d.id`.execute(tx);
  return rows;
}

async function resultsOf(tx: Tx, dossierIds: readonly string[]): Promise<readonly ThingRef[]> {
  const { rows } = await sql<{ id: string }>`
    select id from item where dossier_id = any (${[...dossierIds]}::uuid[]) and kind = 'result' and custody_seq > 0
      and holder_kind is not null and holder_kind <> 'citizen'
    order by dossier_id, position, id`.execute(tx);
  return rows.map((row) => ({ thing: "item", id: row.id }));
}
