import type { CustodyEntry, Holder, Thing } from "#domain/custody/custody.ts";
import type { CustodyActType } from "#domain/custody/terms.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** One act of one person with things, that is no event of a dossier. */
export interface CustodyAct {
  readonly id: string;
  /** Those of hand-overs are in {@link file://./manifest-ledger.ts}. */
  readonly type: Exclude<CustodyActType, "accepted">;
  /** Of moving things between a person's own places. */
  readonly signatureId?: string;
  readonly actorId: string;
  readonly now: Instant;
  readonly scope: readonly string[];
}

/** Writes the act; the entries name it. */
export async function recordCustodyAct(tx: Tx, act: CustodyAct): Promise<void> {
  await tx
    .insertInto("custody_act")
    .values({
      id: act.id,
      type: act.type,
      manifest_id: null,
      signature_id: act.signatureId ?? null,
      actor_id: act.actorId,
      occurred_at: act.now,
      recorded_at: act.now,
      scope: [...act.scope],
    })
    .execute();
}

/** A step of one thing: where it was, where it is from now on, and what else the entry says. */
export interface ThingMove {
  readonly thing: Thing;
  readonly id: string;
  readonly type: Exclude<CustodyEntry["type"], "born" | "originalsBack" | "recounted">;
  readonly from: Holder;
  /** Null where the chain ends. */
  readonly to: Holder | null;
  readonly seal?: string;
  readonly originals?: number;
  readonly copies?: number;
}

/**
 * When an entry of `t` is written: requests wait for each other, and a clock is set back, yet no entry is before the one
 * that it follows.
 */
export function afterLast(now: Instant): RawBuilder<Instant> {
  return sql`greatest(${now}::timestamptz,
    (select e.recorded_at from custody_entry e where e.thing_id = t.id and e.seq = t.custody_seq - 1))`;
}

/**
 * Moves things by an act that is written: the projections and the ledger's entries in one statement, whatever their
 * number.
 *
 * @throws when a thing is not where the move takes it from: whoever calls this has locked it
 */
export async function moveThings(
  tx: Tx,
  act: Pick<CustodyAct, "id" | "actorId" | "now">,
  moves: readonly ThingMove[],
): Promise<void> {
  const column = <T>(value: (move: ThingMove) => T) => moves.map(value);
  const { rows } = await sql<{ moved: number }>`
    with move as (
      select * from unnest(${column(({ thing }) => thing)}::text[], ${column(({ id }) => id)}::uuid[],
        ${column(({ type }) => type)}::text[], ${column(({ from }) => from.kind)}::text[],
        ${column(({ from }) => from.id)}::uuid[], ${column(({ to }) => to?.kind ?? null)}::text[],
        ${column(({ to }) => to?.id ?? null)}::uuid[], ${column(({ seal }) => seal ?? null)}::text[],
        ${column(({ originals }) => originals ?? null)}::integer[],
        ${column(({ copies }) => copies ?? null)}::integer[])
        as m (thing, id, type, from_kind, from_id, to_kind, to_id, seal, originals, copies)),
    box as (
      update container c set holder_kind = m.to_kind, holder_id = m.to_id, custody_seq = c.custody_seq + 1,
        seal = case m.type when 'sealed' then m.seal when 'opened' then null else c.seal end
      from move m where m.thing = 'container' and c.id = m.id and c.holder_kind is not distinct from m.from_kind
        and c.holder_id is not distinct from m.from_id
      returning c.id, c.custody_seq, c.dossier_id, c.scope),
    paper as (
      update item i set holder_kind = m.to_kind, holder_id = m.to_id, custody_seq = i.custody_seq + 1
      from move m where m.thing = 'item' and i.id = m.id and i.holder_kind is not distinct from m.from_kind
        and i.holder_id is not distinct from m.from_id
      returning i.id, i.custody_seq, i.dossier_id, i.scope),
    entry as (
      insert into custody_entry (thing, thing_id, seq, type, dossier_id, dossier_seq, act_id, from_kind, from_id, to_kind,
        to_id, signature_file_id, seal, originals, copies, actor_id, occurred_at, recorded_at, scope)
      select m.thing, t.id, t.custody_seq, m.type, t.dossier_id, null, ${act.id}::uuid, m.from_kind, m.from_id, m.to_kind,
        m.to_id, null, m.seal, m.originals, m.copies, ${act.actorId}::uuid,
        ${afterLast(act.now)}, ${afterLast(act.now)}, t.scope
      from move m join (select * from box union all select * from paper) t on t.id = m.id
      returning 1)
    select count(*)::integer as moved from entry`.execute(tx);
  invariant(rows[0]?.moved === moves.length, "what was locked is where it was");
}

/** A container as it is made. */
export interface NewContainer {
  readonly id: string;
  readonly kind: "packet" | "bag";
  readonly code: string;
  readonly holder: Holder;
  readonly scope: readonly string[];
}

/** Writes a new container with its birth. @returns false when another one has its code */
export async function bearContainer(
  tx: Tx,
  act: Pick<CustodyAct, "id" | "actorId" | "now">,
  { id, kind, code, holder, scope }: NewContainer,
): Promise<boolean> {
  const made = await tx
    .insertInto("container")
    .values({
      id,
      kind,
      code,
      seal: null,
      dossier_id: null,
      holder_kind: holder.kind,
      holder_id: holder.id,
      custody_seq: 1,
      made_at: act.now,
      scope: [...scope],
    })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) return false;
  await sql`
    insert into custody_entry (thing, thing_id, seq, type, dossier_id, dossier_seq, act_id, to_kind, to_id, actor_id,
      occurred_at, recorded_at, scope)
    values ('container', ${id}::uuid, 1, 'born', null, null, ${act.id}::uuid, ${holder.kind}, ${holder.id}::uuid,
      ${act.actorId}::uuid, ${act.now}::timestamptz, ${act.now}::timestamptz, ${[...scope]}::uuid[])`.execute(
    tx,
  );
  return true;
}

/**
 * A container holds the papers of one dossier, or of several; whoever looks a dossier up finds its packets by this. Also of
 * papers that whoever packs may not see.
 */
export async function nameDossierOf(tx: Tx, containerId: string): Promise<void> {
  await sql`
    update container c set dossier_id = inside.dossier_id
    from (select container_dossier(${containerId}::uuid) as dossier_id) as inside
    where c.id = ${containerId}::uuid and c.dossier_id is distinct from inside.dossier_id`.execute(tx);
}
