import type { HandOverView } from "#contract/hand-overs.ts";
import type { Role } from "#domain/mandate/permission.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

export interface LineRow {
  readonly dossierId: string;
  readonly code: string;
  readonly papers: number;
  readonly matter: boolean;
  readonly steps: number;
  readonly fee: number | null;
  readonly paperNames: readonly string[];
  readonly toId: string;
  readonly personName: string | null;
}

/** A hand-over as the list has it: what went on in figures, what was counted, who has taken it over. */
export interface HandOverRecord
  extends Pick<HandOverView, "handOverId" | "cause" | "from" | "successor" | "reason" | "by" | "drafts"> {
  readonly at: Instant;
  readonly target: "account" | "postOffice" | "operator";
  readonly targetId: string;
  readonly successorId: string | null;
  readonly actorId: string;
  readonly decision: HandOverView["decision"];
  readonly dossiers: number;
  readonly papers: number;
  readonly feeSum: number;
  readonly unfixed: number;
  /** Units that took papers over in their own name, or whose cash may go on without a paper. */
  readonly unitIds: readonly string[];
  readonly cashAlone: boolean;
  /** Whoever reads it hands it over: alone, or as one of the office or operator that is stopped. */
  readonly leaves: boolean;
  readonly counts: readonly CountRow[];
  readonly takings: readonly TakingRow[];
}

export interface CountRow {
  readonly seq: number;
  readonly amount: number;
  readonly by: string;
  readonly witness: string;
  readonly reason: string | null;
  readonly at: string;
}

export interface TakingRow {
  readonly unitId: string | null;
  /** The number of the count that was received; 0 for none. */
  readonly count: number;
  readonly by: string;
  readonly at: string;
}

/** Whose hand-overs: all of the space, or those that came to one person and to units, and what the person handed over. */
export interface Reader {
  readonly accountId: string;
  /** Keeps the hand-overs of the space, or reads the own ones. */
  readonly all: boolean;
  /** Units that the person heads. */
  readonly unitIds: readonly string[];
  /** Units at whose counters the person's post office serves. */
  readonly servedUnitIds: readonly string[];
}

/** Somebody of the office or operator that is stopped, as it was then. */
const isOfStopped = ({ accountId }: Reader) => sql<boolean>`(h.target <> 'account' and exists (
    select from nation.staff_post p join nation.post_office o on o.id = p.post_office_id
    where p.account_id = ${accountId}::uuid and h.target_id in (o.id, o.operator_id)
      and p.valid_from <= h.recorded_at::date and coalesce(p.valid_to, 'infinity') >= h.recorded_at::date))`;

const goesToUnitOf = (unitIds: readonly string[]) => sql<boolean>`(exists (select from hand_over_line l
    where l.hand_over_id = h.id and l.to_kind = 'unit' and l.to_id = any (${[...unitIds]}::uuid[]))
  or exists (select from hand_over_cash c where c.hand_over_id = h.id and c.unit_id = any (${[...unitIds]}::uuid[])))`;

const isReaders = (reader: Reader) =>
  reader.all
    ? sql`true`
    : sql`(${isOfStopped(reader)} and (h.successor_id is not null or ${goesToUnitOf(reader.servedUnitIds)})
        or h.successor_id = ${reader.accountId}::uuid
        or h.target = 'account' and h.target_id = ${reader.accountId}::uuid or exists (select from hand_over_line l
        where l.hand_over_id = h.id and l.to_kind = 'unit' and l.to_id = any (${[...reader.unitIds]}::uuid[]))
        or h.successor_id is null and exists (select from hand_over_cash c
          where c.hand_over_id = h.id and c.unit_id = any (${[...reader.unitIds]}::uuid[])))`;

const records = (where: RawBuilder<unknown>, reader: Reader) => sql<HandOverRecord>`
  select h.id as "handOverId",
    (h.target = 'account' and h.target_id = ${reader.accountId}::uuid or ${isOfStopped(reader)}) as leaves, h.cause, h.reason, h.drafts, h.recorded_at as at, h.target, h.target_id as "targetId",
    h.successor_id as "successorId", h.actor_id as "actorId", who.full_name as by, next.full_name as successor,
    coalesce(person.full_name, office.name, operator.name, '') as "from",
    (select jsonb_build_object('number', d.number, 'issuer', d.issuer, 'issuedOn', d.issued_on)
      from suspension s join mandate_decision d on d.id = s.decision_id where s.id = h.cause_id) as decision,
    lines.*,
    coalesce((select jsonb_agg(jsonb_build_object('seq', c.seq, 'amount', c.amount, 'by', a.full_name,
        'witness', c.witness, 'reason', c.reason, 'at', c.counted_at) order by c.seq)
      from counted_money c join nation.account a on a.id = c.counted_by where c.hand_over_id = h.id), '[]') as counts,
    coalesce((select jsonb_agg(jsonb_build_object('unitId', t.unit_id, 'count', coalesce(t.count_seq, 0),
        'by', a.full_name, 'at', t.taken_at) order by t.taken_at, t.id)
      from hand_over_taking t join nation.account a on a.id = t.taken_by where t.hand_over_id = h.id), '[]') as takings
  from hand_over h
  join nation.account who on who.id = h.actor_id
  left join nation.account next on next.id = h.successor_id
  left join nation.account person on h.target = 'account' and person.id = h.target_id
  left join nation.post_office office on h.target = 'postOffice' and office.id = h.target_id
  left join nation.postal_operator operator on h.target = 'operator' and operator.id = h.target_id
  cross join lateral (
    select coalesce(jsonb_agg(c.unit_id), '[]') as units from hand_over_cash c where c.hand_over_id = h.id) as cash
  cross join lateral (
    select count(*)::integer as dossiers, coalesce(sum(l.papers), 0)::integer as papers,
      coalesce(sum(l.fee), 0)::bigint as "feeSum",
      (count(*) filter (where l.papers > 0 and l.fee is null))::integer as unfixed,
      coalesce(jsonb_agg(distinct l.to_id) filter (where l.to_kind = 'unit'), '[]') || cash.units as "unitIds",
      cash.units <> '[]' as "cashAlone"
    from hand_over_line l where l.hand_over_id = h.id) as lines
  where ${where}`;

/** One hand-over; undefined when there is none of this id for this reader. */
export async function loadHandOver(tx: Tx, id: string, reader: Reader): Promise<HandOverRecord | undefined> {
  const { rows } = await records(sql`h.id = ${id}::uuid and ${isReaders(reader)}`, reader).execute(tx);
  return rows[0];
}

/** Hand-overs, the last first, one more than a page. */
export async function findHandOvers(
  tx: Tx,
  reader: Reader,
  after: readonly string[] | undefined,
  limit: number,
): Promise<readonly HandOverRecord[]> {
  const [at, id] = after ?? [];
  const from =
    at === undefined ? sql`true` : sql`(h.recorded_at, h.id) < (${at}::timestamptz, ${id ?? ""}::uuid)`;
  const page = sql`h.id in (select h.id from hand_over h where ${from} and ${isReaders(reader)}
    order by h.recorded_at desc, h.id desc limit ${limit}::integer)`;
  return (
    await sql<HandOverRecord>`${records(page, reader)} order by h.recorded_at desc, h.id desc`.execute(tx)
  ).rows;
}

/** The dossiers of a hand-over, by code. */
export async function loadLines(tx: Tx, id: string): Promise<readonly LineRow[]> {
  const { rows } = await sql<LineRow>`
    select l.dossier_id as "dossierId", l.code, l.papers, l.matter, l.steps, l.fee,
      l.paper_names as "paperNames", l.to_id as "toId",
      person.full_name as "personName"
    from hand_over_line l left join nation.account person on l.to_kind = 'person' and person.id = l.to_id
    where l.hand_over_id = ${id}::uuid order by l.code`.execute(tx);
  return rows;
}

export interface ContainerRow {
  readonly containerId: string;
  readonly kind: "packet" | "bag";
  readonly code: string;
  readonly seal: string | null;
  readonly originals: number;
  readonly copies: number;
  readonly toId: string;
  readonly personName: string | null;
}

/** Packets and bags that went on by the same act: with the seal of today, as it must be read on them. */
export async function loadContainers(
  tx: Tx,
  { target, targetId, actorId, at, unitIds }: HandOverRecord,
): Promise<readonly ContainerRow[]> {
  const own =
    target === "account"
      ? sql`e.from_id = ${targetId}::uuid`
      : sql`(e.to_id = any (${[...unitIds]}::uuid[]) or ${unitIds.length === 0})`;
  const { rows } = await sql<ContainerRow>`
    with gone as (
      select e.thing_id as id, e.to_id, p.full_name from custody_entry e
      left join nation.account p on e.to_kind = 'person' and p.id = e.to_id
      where e.thing = 'container' and e.type = 'succeeded' and e.actor_id = ${actorId}::uuid
        and e.recorded_at = ${at}::timestamptz and ${own})
    select c.id as "containerId", c.kind, c.code, c.seal, coalesce(s.originals, 0)::integer as originals,
      coalesce(s.copies, 0)::integer as copies, g.to_id as "toId", g.full_name as "personName"
    from gone g join container c on c.id = g.id
    left join container_sums(array(select id from gone)) s on s.box = c.id
    order by c.code`.execute(tx);
  return rows;
}

export interface PostOfPerson {
  readonly accountId: string;
  readonly role: Role;
  readonly placeId: string;
  readonly place: string;
}

/** The posts of people on a day; of somebody who has left by then, those that were held last. */
export async function loadPosts(
  tx: Tx,
  accountIds: readonly string[],
  day: PlainDate,
): Promise<readonly PostOfPerson[]> {
  const { rows } = await sql<PostOfPerson>`
    select p.account_id as "accountId", p.role, coalesce(p.one_stop_unit_id, p.agency_id, p.post_office_id) as "placeId",
      coalesce(u.name, g.name, o.name) as place
    from nation.staff_post p
    left join nation.one_stop_unit u on u.id = p.one_stop_unit_id
    left join nation.agency g on g.id = p.agency_id
    left join nation.post_office o on o.id = p.post_office_id
    where p.account_id = any (${[...accountIds]}::uuid[]) and p.valid_from <= ${day}::date
      and coalesce(p.valid_to, 'infinity') >= least(${day}::date, (select max(coalesce(l.valid_to, 'infinity'))
        from nation.staff_post l where l.account_id = p.account_id and l.valid_from <= ${day}::date))
    order by p.valid_from, p.id`.execute(tx);
  return rows;
}
