import type { Holder } from "#domain/custody/custody.ts";
import type { ReceivedAs } from "#domain/dossier/dossier-payloads.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { afterLast } from "./custody-acts.ts";
import { type HeldThing, holderOf } from "./things.ts";

/** An offer as it is written: the things of one holder for another, signed by the giver. */
export interface NewManifest {
  readonly id: string;
  readonly from: Holder;
  readonly to: Holder;
  readonly offeredBy: string;
  readonly now: Instant;
  readonly signatureId: string;
  readonly things: readonly HeldThing[];
  /** Of giver and receiver: both see it, and the packets on it, from now on. */
  readonly scope: readonly string[];
}

/**
 * Writes an offer with its lines and its number, and opens its containers, with what lies in them, to the receiver's eyes.
 *
 * @returns the number of the bảng kê, as `BK-2026-000123`
 */
export async function offerManifest(tx: Tx, manifest: NewManifest): Promise<string> {
  const { things } = manifest;
  const scope = [...manifest.scope];
  const boxes = things.filter(({ thing }) => thing === "container").map(({ id }) => id);
  const number = await takeNumber(tx, Number(manifest.now.slice(0, 4)));
  await sql`
    with made as (
      insert into manifest (id, number, from_kind, from_id, to_kind, to_id, lines, state, offered_by, offered_at,
        offer_signature_id, scope)
      values (${manifest.id}::uuid, ${number}, ${manifest.from.kind}, ${manifest.from.id}::uuid, ${manifest.to.kind},
        ${manifest.to.id}::uuid, ${things.length}, 'offered', ${manifest.offeredBy}::uuid,
        ${manifest.now}::timestamptz, ${manifest.signatureId}::uuid, ${scope}::uuid[]))
    insert into manifest_line (manifest_id, position, thing, thing_id, seal, outcome, originals, copies, dossier_id, scope)
    select ${manifest.id}::uuid, line.position, line.thing, line.id, line.seal, 'offered',
      coalesce(s.originals, case when i.originals_back then 0 else i.originals end), coalesce(s.copies, i.copies),
      coalesce(i.dossier_id, c.dossier_id), ${scope}::uuid[]
    from unnest(${things.map(({ thing }) => thing)}::text[], ${things.map(({ id }) => id)}::uuid[],
      ${things.map(({ seal }) => seal)}::text[]) with ordinality as line (thing, id, seal, position)
    left join container_sums(${boxes}::uuid[]) s on s.box = line.id
    left join item i on i.id = line.id left join container c on c.id = line.id`.execute(tx);
  if (boxes.length > 0) await openToEyes(tx, boxes, scope);
  return number;
}

async function takeNumber(tx: Tx, year: number): Promise<string> {
  const { rows } = await sql<{ last: number }>`
    insert into custody_number as n (year, last) values (${year}, 1)
    on conflict (year) do update set last = n.last + 1 returning last`.execute(tx);
  invariant(rows[0], "a number was taken");
  return `BK-${year}-${String(rows[0].last).padStart(6, "0")}`;
}

/** Whoever is to take a container over sees it, and every container within. */
async function openToEyes(tx: Tx, boxes: readonly string[], scope: readonly string[]): Promise<void> {
  await sql`
    with recursive box as (
      select id from container where id = any (${[...boxes]}::uuid[])
      union all
      select c.id from container c join box on c.holder_kind = 'container' and c.holder_id = box.id)
    update container c set scope = array(select distinct unnest(c.scope || ${[...scope]}::uuid[]))
    from box where c.id = box.id and not c.scope @> ${[...scope]}::uuid[]`.execute(tx);
}

/** A bảng kê as it stands, locked. */
export interface StandingManifest {
  readonly id: string;
  readonly number: string;
  readonly from: Holder;
  readonly to: Holder;
  readonly lines: number;
  readonly state: "offered" | "accepted" | "refused" | "withdrawn";
  readonly offeredBy: string;
  readonly offeredAt: Instant;
  readonly takenBy: Holder | null;
  readonly settledBy: string | null;
  readonly scope: readonly string[];
}

/** The bảng kê, held until the transaction ends; null when there is none that this person may see. */
export async function lockManifest(tx: Tx, id: string): Promise<StandingManifest | null> {
  const row = await tx
    .selectFrom("manifest")
    .select([
      "id",
      "number",
      "from_kind",
      "from_id",
      "to_kind",
      "to_id",
      "lines",
      "state",
      "offered_by",
      "offered_at",
      "taken_by_kind",
      "taken_by_id",
      "settled_by",
      "scope",
    ])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    number: row.number,
    from: holderOf(row.from_kind, row.from_id),
    to: holderOf(row.to_kind, row.to_id),
    lines: row.lines,
    state: row.state as StandingManifest["state"],
    offeredBy: row.offered_by,
    offeredAt: row.offered_at,
    takenBy: row.taken_by_kind === null ? null : holderOf(row.taken_by_kind, row.taken_by_id),
    settledBy: row.settled_by,
    scope: row.scope,
  };
}

/** Says as what the post hands over what is on a bảng kê, when it is accepted; see SUBMISSION-01. */
export async function keepReception(tx: Tx, manifestId: string, receivedAs: ReceivedAs): Promise<void> {
  await tx.updateTable("manifest").set({ received_as: receivedAs }).where("id", "=", manifestId).execute();
}

/** How a bảng kê is accepted: by whom, in whose name, with which signature, without which lines. */
export interface Acceptance {
  readonly actId: string;
  readonly takenBy: Holder;
  readonly takenAt: Instant;
  readonly signatureId: string;
  readonly missing: readonly number[];
  readonly actorId: string;
  readonly now: Instant;
}

/**
 * Accepts what was offered: lines, holders, the ledger's entries, the act and the bảng kê in one statement, whatever
 * their number. From then on it is the biên bản giao nhận. That a thing is with the giver is asked in words that no index
 * answers: by the index of holders all that the giver has would be gone through for each line.
 *
 * @rule HANDOVER-01
 * @throws when a thing is not with the giver any more: what is offered is moved by nothing else
 */
export async function acceptLines(
  tx: Tx,
  manifest: StandingManifest,
  { actId, takenBy, takenAt, signatureId, missing, actorId, now }: Acceptance,
): Promise<void> {
  const { rows } = await sql<{ entries: number }>`
    with settled as (
      update manifest set state = 'accepted', taken_by_kind = ${takenBy.kind}, taken_by_id = ${takenBy.id}::uuid,
        taken_at = ${takenAt}::timestamptz, settled_at = ${now}::timestamptz, settled_by = ${actorId}::uuid,
        accept_signature_id = ${signatureId}::uuid, accepted = ${manifest.lines - missing.length}
      where id = ${manifest.id}::uuid),
    act as (
      insert into custody_act (id, type, manifest_id, actor_id, occurred_at, recorded_at, scope)
      values (${actId}::uuid, 'accepted', ${manifest.id}::uuid, ${actorId}::uuid, ${now}::timestamptz, ${now}::timestamptz,
        ${[...manifest.scope]}::uuid[])),
    line as (
      update manifest_line
      set outcome = case when position = any (${[...missing]}::integer[]) then 'missing' else 'accepted' end
      where manifest_id = ${manifest.id}::uuid returning thing, thing_id, outcome),
    box as (
      update container c set holder_kind = ${takenBy.kind}, holder_id = ${takenBy.id}::uuid, custody_seq = c.custody_seq + 1
      from line where line.thing = 'container' and line.outcome = 'accepted' and c.id = line.thing_id
        and c.holder_kind is not distinct from ${manifest.from.kind}
        and c.holder_id is not distinct from ${manifest.from.id}::uuid
      returning c.id, c.custody_seq, c.dossier_id, c.scope),
    paper as (
      update item i set holder_kind = ${takenBy.kind}, holder_id = ${takenBy.id}::uuid, custody_seq = i.custody_seq + 1
      from line where line.thing = 'item' and line.outcome = 'accepted' and i.id = line.thing_id
        and i.holder_kind is not distinct from ${manifest.from.kind}
        and i.holder_id is not distinct from ${manifest.from.id}::uuid
      returning i.id, i.custody_seq, i.dossier_id, i.scope),
    entry as (
      insert into custody_entry (thing, thing_id, seq, type, dossier_id, act_id, from_kind, from_id, to_kind, to_id, actor_id,
        occurred_at, recorded_at, scope)
      select t.thing, t.id, t.custody_seq, 'handedOver', t.dossier_id, ${actId}::uuid, ${manifest.from.kind},
        ${manifest.from.id}::uuid, ${takenBy.kind}, ${takenBy.id}::uuid, ${actorId}::uuid, ${afterLast(now)},
        ${afterLast(now)}, t.scope
      from (select 'container' as thing, * from box union all select 'item', * from paper) t
      returning 1)
    select count(*)::integer as entries from entry`.execute(tx);
  invariant(rows[0]?.entries === manifest.lines - missing.length, "what is offered stays with its giver");
}

/** The reason of a refused or withdrawn offer is sealed under its own key. */
export function manifestContext(manifestId: string): string {
  return `manifest:${manifestId}`;
}

/** Ends an offer without moving anything. */
export async function settleLines(
  tx: Tx,
  manifestId: string,
  end: {
    readonly state: "refused" | "withdrawn";
    readonly by: string;
    readonly now: Instant;
    readonly reason: Buffer;
  },
): Promise<void> {
  await tx
    .updateTable("manifest")
    .set({ state: end.state, settled_at: end.now, settled_by: end.by, reason_sealed: end.reason })
    .where("id", "=", manifestId)
    .execute();
  await tx
    .updateTable("manifest_line")
    .set({ outcome: "notTaken" })
    .where("manifest_id", "=", manifestId)
    .execute();
}
