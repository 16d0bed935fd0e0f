import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { ReorganisationPlan, ReorganisationStatus } from "#domain/unit/reorganisation.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../db/kysely.ts";
import type { ReorganisationContent, ReorganisationDecision } from "../ledgers/reorganisation-ledger.ts";

export interface StoredPlan extends ReorganisationContent {
  readonly id: string;
  readonly spaceId: string;
  readonly status: ReorganisationStatus;
  readonly version: number;
  readonly effectiveOn: PlainDate;
}

/** What is planned, the nearest day first, then what was applied or called off, the latest first. */
export async function findPlans(db: Db, spaceId: string): Promise<readonly StoredPlan[]> {
  const rows = await db
    .selectFrom("nation.reorganisation")
    .selectAll()
    .where("space_id", "=", spaceId)
    .orderBy(sql`case when status = 'planned' then 0 else 1 end`)
    .orderBy(sql`case when status = 'planned' then effective_on end`)
    .orderBy("effective_on", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map(planOf);
}

/** A plan of the space; locked against everybody else who would move it when `held`. */
export async function loadPlan(
  tx: Tx,
  { id, spaceId }: { readonly id: string; readonly spaceId: string },
  held = false,
): Promise<StoredPlan | undefined> {
  const found = tx
    .selectFrom("nation.reorganisation")
    .selectAll()
    .where("id", "=", id)
    .where("space_id", "=", spaceId);
  const row = await (held ? found.forUpdate() : found).executeTakeFirst();
  return row && planOf(row);
}

/** Plans of all spaces whose day has come. */
export async function findDuePlans(
  db: Db,
  today: PlainDate,
): Promise<readonly { readonly id: string; readonly spaceId: string }[]> {
  return db
    .selectFrom("nation.reorganisation")
    .select(["id", "space_id as spaceId"])
    .where("status", "=", "planned")
    .where("effective_on", "<=", today)
    .orderBy("effective_on")
    .orderBy("id")
    .execute();
}

function planOf(row: {
  id: string;
  space_id: string;
  title: string;
  decision: unknown;
  plan: unknown;
  status: string;
  version: number;
  effective_on: PlainDate;
}): StoredPlan {
  return {
    id: row.id,
    spaceId: row.space_id,
    title: row.title,
    decision: row.decision as ReorganisationDecision,
    plan: row.plan as ReorganisationPlan,
    status: row.status as ReorganisationStatus,
    version: row.version,
    effectiveOn: row.effective_on,
  };
}

/** What was done with a plan, the first first. */
export async function findPlanHistory(db: Db, id: string) {
  const { rows } = await sql<{ type: string; at: Instant; by: string | null; reason: string }>`
    select e.type, e.recorded_at as at, a.full_name as by, coalesce(e.payload->>'reason', '') as reason
    from nation.reorganisation_event e left join nation.account a on a.id = e.actor_id
    where e.reorganisation_id = ${id}::uuid order by e.seq`.execute(db);
  return rows;
}

/** The person's post by which the plan was kept last: the program applies it by the same right. */
export async function findPlanBasis(tx: Tx, id: string): Promise<string> {
  const row = await tx
    .selectFrom("nation.reorganisation_event")
    .select("basis_id")
    .where("reorganisation_id", "=", id)
    .orderBy("seq", "desc")
    .executeTakeFirstOrThrow();
  return row.basis_id;
}

/** Who went on for whom by a plan, in words. */
export async function findSuccessions(db: Db, id: string) {
  const name = (column: string) => sql`coalesce(
    (select name from nation.agency where id = ${sql.ref(column)}),
    (select name from nation.one_stop_unit where id = ${sql.ref(column)}),
    (select name from nation.reception_point where id = ${sql.ref(column)}),
    (select p.name || ' – ' || c.label from nation.counter c
      join nation.reception_point p on p.id = c.reception_point_id where c.id = ${sql.ref(column)}), '')`;
  const { rows } = await sql<{ kind: string; predecessor: string; successor: string }>`
    select s.kind, ${name("s.predecessor_id")} as predecessor, ${name("s.successor_id")} as successor
    from nation.place_succession s where s.reorganisation_id = ${id}::uuid
    order by array_position(array['oneStopUnit', 'agency', 'receptionPoint', 'counter'], s.kind), 2`.execute(
    db,
  );
  return rows;
}
