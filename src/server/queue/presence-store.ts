import type { PresenceView } from "#contract/presence.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import type { AccountId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** Who has which dossier open, and what is being done there. */
interface Present {
  readonly dossierId: string;
  readonly accountId: AccountId;
  readonly doing: Move | null;
  readonly now: Instant;
}

/**
 * Notes that somebody is there and sweeps some of what has lapsed, wherever it was; what another sweeps at this moment is
 * left to it. Somebody who comes back after the lapse is there anew.
 * @returns the version of the dossier; undefined when this person may not see it.
 */
export async function notePresence(
  tx: Tx,
  { dossierId, accountId, doing, now }: Present,
  lapsed: Instant,
): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    with swept as (
      delete from presence where ctid = any (array(select ctid from presence where seen_at < ${lapsed}::timestamptz
        and (dossier_id, account_id) <> (${dossierId}::uuid, ${accountId}::uuid) limit ${SWEPT} for update skip locked))
    ), noted as (
      insert into presence (dossier_id, account_id, since, seen_at, doing, scope)
      select id, ${accountId}::uuid, ${now}::timestamptz, ${now}::timestamptz, ${doing}::text,
        scope || array_remove(array[collected_at_unit_id, result_at_unit_id], null)
      from dossier where id = ${dossierId}::uuid
      on conflict (dossier_id, account_id) do update set doing = excluded.doing, seen_at = excluded.seen_at,
        since = case when presence.seen_at < ${lapsed}::timestamptz then excluded.since else presence.since end
    )
    select version from dossier where id = ${dossierId}::uuid`.execute(tx);
  return rows[0]?.version;
}

const SWEPT = 20;

/** Notes that somebody closes the page. */
export async function noteLeaving(tx: Tx, { dossierId, accountId }: Present): Promise<number | undefined> {
  const { rows } = await sql<{ version: number }>`
    with gone as (
      delete from presence where dossier_id = ${dossierId}::uuid and account_id = ${accountId}::uuid
    )
    select version from dossier where id = ${dossierId}::uuid`.execute(tx);
  return rows[0]?.version;
}

/** Who else has the dossier open, the longest first. */
export async function othersAt(
  tx: Tx,
  { dossierId, accountId }: Present,
  lapsed: Instant,
): Promise<PresenceView["others"]> {
  const { rows } = await sql<PresenceView["others"][number]>`
    select presence.account_id as "accountId", account.full_name as name, presence.since, presence.doing
    from presence join nation.account on account.id = presence.account_id
    where presence.dossier_id = ${dossierId}::uuid and presence.account_id <> ${accountId}::uuid
      and presence.seen_at >= ${lapsed}::timestamptz
    order by presence.since, presence.account_id`.execute(tx);
  return rows;
}

/** What was done with a dossier after a version, the oldest first; more than a screen is nobody's reading. */
export async function eventsAfter(
  tx: Tx,
  dossierId: string,
  version: number,
): Promise<PresenceView["meanwhile"]> {
  const { rows } = await sql<PresenceView["meanwhile"][number]>`
    select event.seq, event.type, coalesce(account.full_name, '') as actor, event.recorded_at as at
    from dossier_event as event left join nation.account on account.id = event.actor_id
    where event.dossier_id = ${dossierId}::uuid and event.seq > ${version}
    order by event.seq limit 20`.execute(tx);
  return rows;
}
