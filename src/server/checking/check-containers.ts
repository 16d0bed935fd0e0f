import { chainAfter } from "#domain/custody/custody.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { type EntryRow, astrayIn, custodyEntry, entriesOf, heldBy } from "./custody-rows.ts";
import type { Finding, SpaceCheck } from "./finding.ts";
import { amongIds, folded } from "./load-histories.ts";

interface ContainerRow {
  readonly id: string;
  readonly code: string;
  readonly seal: string | null;
  readonly holder_kind: string | null;
  readonly holder_id: string | null;
  readonly custody_seq: number;
}

/**
 * Every packet and bag has one holder at every instant: it is born once, each entry goes on from the holder of the one
 * before, and holder and seal are what its chain amounts to.
 */
export async function checkContainersOf(tx: Tx, ids: readonly string[]): Promise<readonly Finding[]> {
  const containers = await tx
    .selectFrom("container")
    .select(["id", "code", "seal", "holder_kind", "holder_id", "custody_seq"])
    .where("id", "=", amongIds(ids))
    .execute();
  const chainOf = groupBy(await entriesOf(tx, ids), (entry) => entry.thing_id);
  const found = containers.flatMap((container) => ofContainer(container, chainOf.get(container.id) ?? []));
  return [...found, ...(await sheetsOf(tx, ids))];
}

function ofContainer(container: ContainerRow, chain: readonly EntryRow[]): readonly Finding[] {
  const { states, problem } = folded(() => chainAfter(chain.map(custodyEntry)));
  const ledger = problem ?? standing(states.holder, states.seal, chain.length);
  const projection = standing(
    { kind: container.holder_kind, id: container.holder_id },
    container.seal,
    container.custody_seq,
  );
  const astray = astrayIn(chain);
  return [
    ...(ledger === projection ? [] : [{ subject: container.code, ledger, projection }]),
    ...(astray
      ? [{ subject: container.code, ledger: `entry ${astray.seq} is out of order`, projection }]
      : []),
  ];
}

function standing(holder: Parameters<typeof heldBy>[0], seal: string | null, entries: number): string {
  return `${heldBy(holder)}, ${seal === null ? "open" : `sealed ${seal}`}, ${entries} entries`;
}

/** The sheets that went into a container are those that came out and those that still lie in it. */
async function sheetsOf(tx: Tx, ids: readonly string[]): Promise<readonly Finding[]> {
  const { rows } = await sql<{ code: string; packed: number; out: number; inside: number }>`
    select c.code, coalesce(sum(e.originals + e.copies) filter (where e.type = 'packed'), 0)::integer as packed,
      coalesce(sum(e.originals + e.copies) filter (where e.type = 'unpacked'), 0)::integer as out,
      (select coalesce(sum(i.originals + i.copies), 0) from item i
        where i.holder_kind = 'container' and i.holder_id = c.id)::integer as inside
    from container c left join custody_entry e
      on (case when e.type = 'packed' then e.to_id else e.from_id end) = c.id and e.type in ('packed', 'unpacked')
    where c.id = any (${[...ids]}::uuid[]) group by c.id, c.code`.execute(tx);
  return rows.flatMap(({ code, packed, out, inside }) =>
    packed === out + inside
      ? []
      : [
          {
            subject: code,
            ledger: `${packed} sheets went in, ${out} came out`,
            projection: `${inside} sheets inside`,
          },
        ],
  );
}

const BATCH = 500;

/** {@link checkContainersOf} over a space, so many at a time. */
export const checkContainers: SpaceCheck = async (tx) => {
  const found: Finding[] = [];
  let after = "00000000-0000-0000-0000-000000000000";
  for (;;) {
    const rows = await tx
      .selectFrom("container")
      .select("id")
      .where("id", ">", after)
      .orderBy("id")
      .limit(BATCH)
      .execute();
    const last = rows.at(-1);
    if (!last) return found;
    found.push(
      ...(await checkContainersOf(
        tx,
        rows.map(({ id }) => id),
      )),
    );
    after = last.id;
  }
};

interface BadRow {
  readonly subject: string;
  readonly ledger: string;
  readonly projection: string;
}

/**
 * No hand-over between two people has one signature, a delivery rests on a report of it that the courier made and the
 * citizen signed, or that a carrier told; what is offered is with its giver, and what lies in a container lies
 * in one that is there.
 */
export const checkHandOvers: SpaceCheck = async (tx) => {
  const { rows } = await sql<BadRow>`
    select 'act ' || a.id as subject, 'things changed hands' as ledger,
      coalesce('manifest ' || m.number || ' ' || m.state, 'no manifest') || ' signed by '
        || coalesce(g.signer_id::text, 'nobody') || ' and ' || coalesce(r.signer_id::text, 'nobody') as projection
    from custody_act a left join manifest m on m.id = a.manifest_id
      left join shipment s on s.id = a.shipment_id left join postal_order o on o.id = s.order_id
      left join custody_signature g on g.id = m.offer_signature_id
      left join custody_signature r on r.id = m.accept_signature_id
    where (a.type = 'accepted' or exists (select from custody_entry e where e.act_id = a.id and e.type = 'handedOver'))
      and (m.state = 'accepted' and g.signer_id <> r.signer_id) is not true
      and (a.type = 'delivered' and exists (select from shipment_event d where d.shipment_id = a.shipment_id
        and d.type = 'delivered' and not d.withdrawn
        and (s.carrier <> 'own' or d.actor_id is not null and (d.signature_file_id is not null or o.forgotten_at is not null))))
        is not true
    union all
    select 'manifest ' || m.number, 'offered by ' || m.from_kind || ' ' || m.from_id,
      l.thing || ' ' || l.position || ' held by ' || coalesce(c.holder_kind, i.holder_kind, 'nobody')
    from manifest m join manifest_line l on l.manifest_id = m.id and l.outcome = 'offered'
      left join container c on c.id = l.thing_id left join item i on i.id = l.thing_id
    where m.state <> 'offered'
      or (coalesce(c.holder_kind, i.holder_kind), coalesce(c.holder_id, i.holder_id)) is distinct from (m.from_kind, m.from_id)
    union all
    select t.subject, 'lies in a container', case when c.id is null then 'no such container' else c.code || ' was put away' end
    from (select 'item ' || id as subject, holder_id from item where holder_kind = 'container'
        union all select code, holder_id from container where holder_kind = 'container') t
      left join container c on c.id = t.holder_id
    where c.id is null or c.holder_kind is null
    order by 1`.execute(tx);
  return rows;
};

/**
 * A place is in the charge of whoever its ledger names last, from its opening without a gap, and between two people it
 * changes by the signatures of both.
 */
export const checkCharges: SpaceCheck = async (tx) => {
  const { rows } = await sql<BadRow>`
    select 'place ' || p.code as subject,
      coalesce('in charge of ' || last.responsible_id || ' by ' || last.seq || ' entries', 'in nobody''s charge') as ledger,
      'in charge of ' || p.responsible_id as projection
    from custody_place p
      left join lateral (select c.responsible_id, c.seq from custody_charge c where c.place_id = p.id
        order by c.seq desc limit 1) last on true
      cross join lateral (select count(*) from custody_charge c where c.place_id = p.id) as entries (number)
    where last.responsible_id is distinct from p.responsible_id or last.seq <> entries.number
    union all
    select 'place ' || p.code, 'passed from ' || coalesce(before.responsible_id::text, 'nobody') || ' to ' || c.responsible_id,
      'signed by ' || coalesce(g.signer_id::text, 'nobody') || ' and ' || coalesce(r.signer_id::text, 'nobody')
    from custody_charge c join custody_place p on p.id = c.place_id
      left join custody_charge before on before.place_id = c.place_id and before.seq = c.seq - 1
      left join custody_signature g on g.id = c.giver_signature_id
      left join custody_signature r on r.id = c.receiver_signature_id
    where c.reason = 'agreed' and ((g.signer_id, r.signer_id) = (before.responsible_id, c.responsible_id)) is not true
    order by 1`.execute(tx);
  return rows;
};
