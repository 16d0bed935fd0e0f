import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** What the ledger tells of a late dossier. Moments in UTC; days are those of the wall. */
export interface StoredLateness {
  readonly dossierId: string;
  readonly agencyId: string;
  /** Since when it is in the hands that it is in now. */
  readonly heldSince: Instant;
  /** The last act that moved the work on. */
  readonly movedAt: Instant;
  readonly supplements: number;
  /** Days that it waited for the citizen before, for papers or for a payment. */
  readonly stoodDays: number;
  readonly extended: boolean;
  readonly apologised: boolean;
  /** Agencies that were asked and have not answered. */
  readonly asked: readonly string[];
}

const HANDS = sql`'dossier.received', 'dossier.confirmed', 'dossier.openedAsPart', 'dossier.forwarded', 'dossier.sentToDesk',
  'dossier.taken', 'dossier.assigned', 'dossier.reassigned', 'dossier.outcomeRecorded', 'dossier.sentBack',
  'dossier.reopened', 'dossier.imported'`;

const NO_WORK = sql`'dossier.receiptDelivered', 'dossier.remarked', 'dossier.custodyPassed', 'dossier.dueDateMoved',
  'dossier.apologised', 'dossier.extended', 'dossier.collectionChosen', 'dossier.papersHandedBack', 'dossier.partEnded'`;

const BEGINS = sql`'dossier.supplementAsked', 'dossier.dutyImposed'`;
const ENDS = sql`'dossier.supplemented', 'dossier.supplementTakenIn', 'dossier.dutyFulfilled'`;

/** Why these dossiers are late, as far as their events say: one statement for a page of a list. */
export async function findLateness(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredLateness>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<StoredLateness>`
    select dossier.id as "dossierId", dossier.deciding_agency_id as "agencyId", dossier.extended, dossier.supplements,
      ${utc(sql`coalesce(told.held, dossier.received_at)`)} as "heldSince",
      ${utc(sql`coalesce(told.moved, dossier.received_at)`)} as "movedAt",
      coalesce(told.apologised, false) as apologised, coalesce(told.stood, 0)::integer as "stoodDays",
      array(select c.agency_id from consultation as c where c.dossier_id = dossier.id and c.state = 'open'
        order by c.asked_seq)::text[] as asked
    from dossier
    cross join lateral (
      select max(recorded_at) filter (where type in (${HANDS})) as held,
        max(recorded_at) filter (where type not in (${NO_WORK})) as moved,
        bool_or(type = 'dossier.apologised') as apologised,
        sum(${wallDay(sql`ended`)} - ${wallDay(sql`recorded_at`)}) filter (where type in (${BEGINS})) as stood
      from (
        select type, recorded_at, (select min(e.recorded_at) from dossier_event as e where e.dossier_id = event.dossier_id
          and e.seq > event.seq and e.type in (${ENDS}) and event.type in (${BEGINS})) as ended
        from dossier_event as event where event.dossier_id = dossier.id
      ) as events
    ) as told
    where dossier.id = any (${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.dossierId, row]));
}

function utc(moment: ReturnType<typeof sql>) {
  return sql`to_char(${moment} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

function wallDay(moment: ReturnType<typeof sql>) {
  return sql`(${moment} at time zone 'Asia/Ho_Chi_Minh')::date`;
}
