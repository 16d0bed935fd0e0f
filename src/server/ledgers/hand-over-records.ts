import { HAND_OVER_RECORD_DAYS } from "#contract/hand-over-records.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { type Instant, instant } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Counter } from "../units/reference.ts";
import { holderOf } from "./things.ts";

/** A biên bản giao nhận by which the post forwarded dossiers. */
export interface HandOverRecord {
  readonly id: string;
  readonly number: string;
  readonly from: Holder;
  readonly signedAt: Instant;
  readonly things: number;
}

/** As many as a counter gets in a month, and more. */
const RECORDS_MAX = 200;

/**
 * What was signed for the unit of a counter, or its agency, within the last {@link HAND_OVER_RECORD_DAYS} days as brought
 * by the post; the newest first.
 *
 * @param id only this one
 * @rule SUBMISSION-01
 */
export async function findHandOverRecords(
  tx: Tx,
  { unit }: Counter,
  { now, id = null }: { readonly now: Instant; readonly id?: string | null },
): Promise<readonly HandOverRecord[]> {
  const { rows } = await sql<{
    id: string;
    number: string;
    kind: string;
    from: string | null;
    at: Instant;
    things: number;
  }>`
    select m.id, m.number, m.from_kind as kind, m.from_id as "from", m.taken_at as at, m.accepted as things
    from manifest m
    where m.state = 'accepted' and m.accepted > 0 and m.received_as = 'postalForwarder' and (${id}::uuid is null or m.id = ${id}::uuid)
      and m.scope && ${[unit.id, unit.agencyId]}::uuid[]
      and m.taken_at > ${now}::timestamptz - make_interval(days => ${HAND_OVER_RECORD_DAYS})
    order by m.taken_at desc, m.id desc limit ${RECORDS_MAX}`.execute(tx);
  return rows.map(({ kind, from, at, ...row }) => ({
    ...row,
    from: holderOf(kind, from),
    signedAt: instant(at),
  }));
}

/** The record that a form names; undefined where it names none. */
export async function namedRecord(
  read: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>,
  counter: Counter,
  { now, id }: { readonly now: Instant; readonly id: string | undefined },
): Promise<Result<HandOverRecord | undefined, "hand_over_record_unknown">> {
  if (id === undefined) return done(undefined);
  const [record] = await read((tx) => findHandOverRecords(tx, counter, { now, id }));
  return record ? done(record) : refuse("hand_over_record_unknown");
}
