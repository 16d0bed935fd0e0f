import type { SampleView } from "#contract/samples.ts";
import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import { type Instant, instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { WrongKind } from "#domain/mandate/sampling.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { CURSOR_DAY, CURSOR_ID, CURSOR_SEQ, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { type KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import type { DrawableAct } from "../ledgers/sample-ledger.ts";

/** The seal of what was found wrong is bound to the act that it is about. */
export function sealContext(dossierId: string, seq: number): string {
  return `sample:${dossierId}:${seq}`;
}

const OF_THE_WHOLE = [
  "dossier.openedAsPart",
  "dossier.returned",
  "dossier.handedOver",
] satisfies readonly DossierEventType[];

/** Acts under supervision at a unit within a span, of days that nobody has drawn yet. */
export async function findDrawable(
  tx: Tx,
  { unitId, since, before }: { readonly unitId: string; readonly since: Instant; readonly before: Instant },
): Promise<readonly (Omit<DrawableAct, "rank"> & { readonly day: PlainDate })[]> {
  const { rows } = await sql<Omit<DrawableAct, "rank"> & { day: PlainDate }>`
    select * from (
      select e.dossier_id as "dossierId", e.seq, e.actor_id as "accountId", m.id as "mandateId",
        m.post_office_id as "postOfficeId", d.field_code as "fieldCode", d.procedure_code as "procedureCode",
        (e.recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as day
      from mandate m
      join dossier_event e on e.basis_kind = 'mandate' and e.basis_id = m.id::text
        and e.recorded_at >= ${since}::timestamptz and e.recorded_at < ${before}::timestamptz
      join dossier d on d.id = e.dossier_id
      where m.unit_id = ${unitId}::uuid and m.autonomy = 'supervised'
        -- What follows from an act on the whole is no act of its own.
        and not (d.whole_id is not null and e.type = any (${OF_THE_WHOLE}::text[]))) act
    where not exists (select from sample_draw r where r.unit_id = ${unitId}::uuid and r.day = act.day)`.execute(
    tx,
  );
  return rows;
}

/** Units that have ever had a mandate under supervision. */
export async function findSupervisedUnits(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{
    id: string;
  }>`select distinct unit_id as id from mandate where autonomy = 'supervised'`.execute(tx);
  return rows.map(({ id }) => id);
}

export type SampleState = "waiting" | "judged" | "wrong";

const IN_STATE = {
  waiting: sql`v.verdict is null`,
  judged: sql`v.verdict is not null`,
  wrong: sql`v.verdict = 'wrong'`,
} as const;

interface SampleRow extends Omit<SampleView, "verdict" | "procedure"> {
  readonly procedureCode: string;
  readonly procedureName: string;
  readonly verdict: "right" | "wrong" | null;
  readonly kind: WrongKind | null;
  readonly sealed: Buffer | null;
  readonly judgedBy: string | null;
  readonly judgedAt: Instant | null;
}

const FROM = sql`from act_sample s left join sample_verdict v on v.dossier_id = s.dossier_id and v.seq = s.seq`;

/** A page of what was drawn at some units, the oldest day first: what waits longest is looked at first. */
export async function findSamples(
  tx: Tx,
  {
    ring,
    unitIds,
    state,
    after,
  }: { ring: KeyRing; unitIds: readonly string[]; state: SampleState; after: string | undefined },
): Promise<{ samples: SampleView[]; next: string | null }> {
  const [day = null, id = null, seq = null] = unpackCursor(after, CURSOR) ?? [];
  const { rows } = await sql<SampleRow>`
    select s.dossier_id as "dossierId", s.seq, d.code, d.procedure_code as "procedureCode",
      d.procedure_name as "procedureName", e.type, e.recorded_at as at, s.day, clerk.full_name as clerk,
      o.name as "postOffice", s.mandate_id as "mandateId", v.verdict, v.kind, v.words_sealed as sealed,
      judge.full_name as "judgedBy", v.judged_at as "judgedAt"
    ${FROM}
    join dossier d on d.id = s.dossier_id
    join dossier_event e on e.dossier_id = s.dossier_id and e.seq = s.seq
    join nation.account clerk on clerk.id = s.account_id
    join nation.post_office o on o.id = s.post_office_id
    left join nation.account judge on judge.id = v.judged_by
    where s.unit_id = any (${[...unitIds]}::uuid[]) and ${IN_STATE[state]}
      and (${day}::date is null or (s.day, s.dossier_id, s.seq) > (${day}::date, ${id}::uuid, ${seq}::integer))
    order by s.day, s.dossier_id, s.seq limit ${PAGE_ROWS + 1}`.execute(tx);
  const page = rows.slice(0, PAGE_ROWS);
  const last = page.at(-1);
  const next =
    rows.length > PAGE_ROWS && last ? packCursor([last.day, last.dossierId, String(last.seq)]) : null;
  return { samples: page.map((row) => viewOf(row, ring)), next };
}

const CURSOR = [CURSOR_DAY, CURSOR_ID, CURSOR_SEQ];

function viewOf(row: SampleRow, ring: KeyRing): SampleView {
  const { procedureCode, procedureName, verdict, kind, sealed, judgedBy, judgedAt, ...sample } = row;
  return {
    ...sample,
    procedure: { id: procedureCode, name: procedureName },
    verdict: verdict && {
      verdict,
      kind,
      words: sealed ? unseal<string>(ring, sealContext(row.dossierId, row.seq), sealed) : "",
      by: judgedBy ?? "",
      at: judgedAt ?? instant(0),
    },
  };
}

/** How many acts were drawn at some units, and what became of them. */
export async function countSamples(tx: Tx, unitIds: readonly string[]) {
  const { rows } = await sql<{ waiting: number; judged: number; wrong: number }>`
    select (count(*) filter (where v.verdict is null))::integer as waiting, count(v.verdict)::integer as judged,
      (count(*) filter (where v.verdict = 'wrong'))::integer as wrong
    ${FROM} where s.unit_id = any (${[...unitIds]}::uuid[])`.execute(tx);
  return rows[0] ?? { waiting: 0, judged: 0, wrong: 0 };
}

export async function loadSample(tx: Tx, dossierId: string, seq: number) {
  const { rows } = await sql<{ accountId: string; unitId: string }>`
    select account_id as "accountId", unit_id as "unitId" from act_sample
    where dossier_id = ${dossierId}::uuid and seq = ${seq}`.execute(tx);
  return rows[0];
}

export interface ResultSpan {
  readonly unitIds: readonly string[];
  readonly from: PlainDate;
  readonly to: PlainDate;
}

const COUNTS = sql`count(*)::integer as drawn, count(v.verdict)::integer as judged,
  (count(*) filter (where v.verdict = 'wrong'))::integer as wrong`;

const within = ({ unitIds, from, to }: ResultSpan) =>
  sql`s.unit_id = any (${[...unitIds]}::uuid[]) and s.day between ${from}::date and ${to}::date`;

interface Counts {
  readonly id: string;
  readonly postOffice: string;
  readonly drawn: number;
  readonly judged: number;
  readonly wrong: number;
}

export async function countByClerk(tx: Tx, span: ResultSpan) {
  const { rows } = await sql<Counts & { name: string }>`
    select s.account_id as id, clerk.full_name as name, o.name as "postOffice", ${COUNTS}
    ${FROM}
    join nation.account clerk on clerk.id = s.account_id
    join nation.post_office o on o.id = s.post_office_id
    where ${within(span)} group by 1, 2, 3
    order by clerk.full_name collate "vi-x-icu", 1, 3`.execute(tx);
  return rows;
}

export async function countByMandate(tx: Tx, span: ResultSpan) {
  const { rows } = await sql<Counts & { decision: string }>`
    select s.mandate_id as id, o.name as "postOffice", coalesce(n.number, '') as decision, ${COUNTS}
    ${FROM}
    join mandate m on m.id = s.mandate_id
    left join mandate_decision n on n.id = m.decision_id
    join nation.post_office o on o.id = m.post_office_id
    where ${within(span)} group by 1, 2, 3 order by 2, 1`.execute(tx);
  return rows;
}

export async function countByKind(tx: Tx, span: ResultSpan) {
  const { rows } = await sql<{ kind: WrongKind; count: number }>`
    select v.kind, count(*)::integer as count ${FROM}
    where ${within(span)} and v.kind is not null group by 1 order by 2 desc, 1`.execute(tx);
  return rows;
}
