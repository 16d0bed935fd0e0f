import type { ThingRef } from "#contract/custody.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** One step of the way of a thing: its own, or of the container that it lay in at that moment. */
export interface ChainRow {
  readonly thingId: string;
  readonly type: string;
  readonly fromKind: string | null;
  readonly fromId: string | null;
  readonly toKind: string | null;
  readonly toId: string | null;
  readonly at: Instant;
  readonly actor: string | null;
  readonly seal: string | null;
  readonly originals: number | null;
  readonly copies: number | null;
  /** The container whose step it is; null of the thing itself. */
  readonly boxId: string | null;
  readonly boxCode: string | null;
  readonly manifestId: string | null;
  readonly signatureIds: readonly string[];
  /** Of an event of the dossier: the citizen's signature. */
  readonly dossierFileId: string | null;
}

/** An earlier or later moment of the ledger, for two things at once: acts of one moment follow each other by their keys. */
const LATER = sql`(p.recorded_at, p.act_id) > (s.in_at, s.in_act)`;
const SOONER = sql`u.recorded_at is not null and (s.out_at is null or (u.recorded_at, u.act_id) < (s.out_at, s.out_act))`;

/**
 * The way of a thing in its order, with that of every container while the thing lay in it: so that from the first holder
 * to the last none is left out. One statement that follows keys, whatever the ledger's length. Asked with the policies
 * open: whoever may see the thing may see its whole way.
 */
export async function readChain(tx: Tx, { id }: ThingRef): Promise<readonly ChainRow[]> {
  const { rows } = await sql<ChainRow>`
    with recursive stay as (
      select ${id}::uuid as thing_id, null::uuid as box_id, '{}'::integer[] as path, '-infinity'::timestamptz as in_at,
        '00000000-0000-0000-0000-000000000000'::uuid as in_act, null::timestamptz as out_at, null::uuid as out_act
      union all
      select p.to_id, p.to_id, s.path || p.seq, case when ${LATER} then p.recorded_at else s.in_at end,
        case when ${LATER} then p.act_id else s.in_act end, case when ${SOONER} then u.recorded_at else s.out_at end,
        case when ${SOONER} then u.act_id else s.out_act end
      from stay s join custody_entry p on p.thing_id = s.thing_id and p.type = 'packed'
      left join lateral (select n.recorded_at, n.act_id from custody_entry n
        where n.thing_id = p.thing_id and n.seq > p.seq and n.type = 'unpacked' order by n.seq limit 1) u on true
      where (u.recorded_at is null or (u.recorded_at, u.act_id) > (s.in_at, s.in_act))
        and (s.out_at is null or (p.recorded_at, p.act_id) < (s.out_at, s.out_act)))
    select e.thing_id as "thingId", e.type, e.from_kind as "fromKind", e.from_id as "fromId", e.to_kind as "toKind",
      e.to_id as "toId", e.occurred_at as at, a.full_name as actor, e.seal, e.originals, e.copies, s.box_id as "boxId",
      box.code as "boxCode", act.manifest_id as "manifestId",
      array_remove(array[act.signature_id, m.offer_signature_id, m.accept_signature_id], null) as "signatureIds",
      e.signature_file_id as "dossierFileId"
    from stay s join custody_entry e on e.thing_id = s.thing_id
    left join container box on box.id = s.box_id
    left join custody_act act on act.id = e.act_id
    left join manifest m on m.id = act.manifest_id
    left join nation.account a on a.id = e.actor_id
    where s.box_id is null or (e.recorded_at, e.act_id) > (s.in_at, s.in_act)
      and (s.out_at is null or (e.recorded_at, e.act_id) < (s.out_at, s.out_act))
    order by s.path || e.seq`.execute(tx);
  return rows;
}

/** A signature of the way. The file is null where it was a code. */
export interface SignatureRow {
  readonly id: string;
  readonly kind: "drawn" | "paper" | "code";
  readonly signerKind: "person" | "outsider";
  readonly signerId: string;
  readonly fileId: string | null;
  readonly signedAt: Instant;
}

export async function readSignatures(tx: Tx, ids: readonly string[]): Promise<readonly SignatureRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<SignatureRow>`
    select s.id, s.kind, s.signer_kind as "signerKind", s.signer_id as "signerId", s.file_id as "fileId",
      s.signed_at as "signedAt"
    from custody_signature s where s.id = any (${[...ids]}::uuid[])`.execute(tx);
  return rows;
}

/** A photo of what did not agree, with the step that it belongs to: a bảng kê, or the moment of an act. */
export interface PhotoRow {
  readonly thingId: string;
  readonly kind: string;
  readonly manifestId: string | null;
  readonly at: Instant;
  readonly fileId: string;
}

export async function readPhotos(tx: Tx, thingIds: readonly string[]): Promise<readonly PhotoRow[]> {
  const { rows } = await sql<PhotoRow>`
    select t.thing_id as "thingId", t.kind, t.manifest_id as "manifestId", t.recorded_at as at, t.photo_file_id as "fileId"
    from custody_task t where t.thing_id = any (${[...thingIds]}::uuid[]) and t.photo_file_id is not null
    order by t.recorded_at, t.id`.execute(tx);
  return rows;
}

/** Which of these files whoever asks may open: with the policies as they are. */
export async function visibleFiles(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from custody_file where id = any (${[...ids]}::uuid[])`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}
