import type { ThingRef, ThingView } from "#contract/custody.ts";
import type { Holder } from "#domain/custody/custody.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type Naming, holderNames } from "../ledgers/holders.ts";
import { findOutermost } from "../ledgers/outermost.ts";
import { holderOf } from "../ledgers/things.ts";

interface FoundRow {
  readonly thing: ThingRef["thing"];
  readonly id: string;
  readonly kind: ThingView["kind"];
  /** Of a paper its dossier's code and its number, the first is 1. */
  readonly code: string;
  readonly name: string | null;
  readonly dossierId: string | null;
  readonly dossierCode: string | null;
  readonly originals: number;
  readonly copies: number;
  readonly seal: string | null;
  readonly holderKind: string | null;
  readonly holderId: string | null;
  readonly since: Instant;
  readonly manifestId: string | null;
  readonly waybill: string | null;
}

/**
 * Things as a list shows them, in the order asked, those that nobody may see left out. The same few statements whatever
 * their number, each by keys: neither the ledger's length nor how deep something lies makes them slower.
 */
export async function viewThings(
  tx: Tx,
  naming: Naming,
  refs: readonly ThingRef[],
): Promise<readonly ThingView[]> {
  if (refs.length === 0) return [];
  const rows = await findRows(tx, refs);
  const outermost = await findOutermost(
    tx,
    naming,
    rows.flatMap(({ holderKind, holderId }) => (holderKind === "container" ? (holderId ?? []) : [])),
  );
  const holderOfRow = ({ holderKind, holderId }: FoundRow): Holder | null => {
    if (holderKind === null) return null;
    return holderKind === "container"
      ? (outermost.get(holderId ?? "")?.holder ?? null)
      : holderOf(holderKind, holderId);
  };
  const names = await holderNames(tx, naming, rows.map(holderOfRow));
  return rows.map((row) => {
    const { holderKind, holderId, ...view } = row;
    const holder = holderOfRow(row);
    const box = holderKind === "container" ? outermost.get(holderId ?? "") : undefined;
    return {
      ...view,
      holder: holder && names(holder),
      inside: box ? { id: box.id, code: box.code } : null,
    };
  });
}

/** @returns undefined when nobody may see it */
export async function viewThing(tx: Tx, naming: Naming, ref: ThingRef): Promise<ThingView | undefined> {
  const [view] = await viewThings(tx, naming, [ref]);
  return view;
}

/** When it last came from one hand into another; what was counted or sealed since stayed where it was. */
const SINCE = (table: "i" | "c") => sql`(
  select e.occurred_at from custody_entry e where e.thing_id = ${sql.ref(`${table}.id`)}
    and (e.from_kind is null or e.from_kind <> e.to_kind or e.from_id is distinct from e.to_id or e.to_kind is null)
  order by e.seq desc limit 1)`;

/**
 * The live waybill of a packet, or of the packet that a paper lies in: of the parcel that names the packet, else of the one
 * of its dossier, which goes out when there is a result in it and in when there is none.
 */
const WAYBILL = sql`(
  select s.waybill from shipment s
  cross join lateral (select case f.thing when 'container' then f.id else f.holder_id end as id) as box
  where (f.thing = 'container' or f.holder_kind = 'container') and s.dossier_id = f.dossier_id and s.live
    and s.waybill is not null
    and (s.packet_id = box.id or s.packet_id is null and s.leg = case when exists (select from item r
      where r.holder_kind = 'container' and r.holder_id = box.id and r.kind = 'result') then 'return' else 'send' end)
  order by s.packet_id nulls last limit 1)`;

async function findRows(tx: Tx, refs: readonly ThingRef[]): Promise<readonly FoundRow[]> {
  const { rows } = await sql<FoundRow>`
    with ref as materialized (
      select * from unnest(${refs.map(({ thing }) => thing)}::text[], ${refs.map(({ id }) => id)}::uuid[])
        with ordinality as r (thing, id, at)),
    sums as materialized (
      select * from container_sums(${refs.flatMap(({ thing, id }) => (thing === "container" ? [id] : []))}::uuid[])),
    found as (
      select ref.at, ref.thing, i.id, i.kind, d.code || '/' || (i.position + 1) as code, i.name, i.dossier_id,
        d.code as dossier_code, case when i.originals_back then 0 else i.originals end as originals, i.copies,
        null as seal, i.holder_kind, i.holder_id, ${SINCE("i")} as since
      from ref join item i on i.id = ref.id join dossier d on d.id = i.dossier_id
      where ref.thing = 'item' and i.custody_seq > 0
      union all
      select ref.at, ref.thing, c.id, c.kind, c.code, null, c.dossier_id, d.code, s.originals, s.copies, c.seal, c.holder_kind, c.holder_id, coalesce(${SINCE("c")}, c.made_at)
      from ref join container c on c.id = ref.id left join dossier d on d.id = c.dossier_id join sums s on s.box = c.id
      where ref.thing = 'container')
    select f.thing, f.id, f.kind, f.code, f.name, f.dossier_id as "dossierId", f.dossier_code as "dossierCode", f.originals,
      f.copies, f.seal, f.holder_kind as "holderKind", f.holder_id as "holderId", f.since,
      (select l.manifest_id from manifest_line l where l.thing_id = f.id and l.outcome = 'offered') as "manifestId",
      ${WAYBILL} as waybill
    from found f order by f.at`.execute(tx);
  return rows;
}
