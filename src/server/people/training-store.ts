import type { TrainingView } from "#contract/training.ts";
import type { TrainingResult } from "#domain/people/training.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** One person's training in one field, as the database has it. */
export interface AccreditationRecord {
  readonly accreditationId: string;
  readonly accountId: string;
  readonly fullName: string;
  readonly place: string;
  readonly fieldCode: string;
  readonly fieldName: string;
  readonly heldOn: PlainDate;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
  readonly result: TrainingResult;
  readonly withdrawnAt: Instant | null;
  readonly withdrawnBy: string | null;
  readonly withdrawalReason: string | null;
}

/** What is asked of training; what is not named is not asked. */
interface Asked {
  readonly accountId?: string | undefined;
  readonly fieldCode?: string | undefined;
  readonly trainingId?: string | undefined;
}

/** Training by person, then by field, the last session first. */
export async function findAccreditations(tx: Tx, asked: Asked): Promise<readonly AccreditationRecord[]> {
  const { accountId = null, fieldCode = null, trainingId = null } = asked;
  const { rows } = await sql<AccreditationRecord>`
    select c.id as "accreditationId", c.account_id as "accountId", a.full_name as "fullName", a.employer as place,
      c.field_code as "fieldCode", coalesce(f.name, c.field_code) as "fieldName", c.held_on as "heldOn",
      c.valid_from as "validFrom", c.valid_to as "validTo", c.result, c.withdrawn_at as "withdrawnAt",
      who.full_name as "withdrawnBy", c.withdrawal_reason as "withdrawalReason"
    from accreditation c
    join nation.account a on a.id = c.account_id
    left join nation.field f on f.code = c.field_code
    left join nation.account who on who.id = c.withdrawn_by
    where (${accountId}::uuid is null or c.account_id = ${accountId}::uuid)
      and (${fieldCode}::text is null or c.field_code = ${fieldCode}::text)
      and (${trainingId}::uuid is null or c.training_id = ${trainingId}::uuid)
    order by a.full_name collate "vi-x-icu", a.id, f.name collate "vi-x-icu", c.held_on desc, c.id`.execute(
    tx,
  );
  return rows;
}

export function findTrainingOf(tx: Tx, accountId: string): Promise<readonly AccreditationRecord[]> {
  return findAccreditations(tx, { accountId });
}

export async function accreditationExists(tx: Tx, id: string): Promise<boolean> {
  const found = await tx.selectFrom("accreditation").select("id").where("id", "=", id).executeTakeFirst();
  return found !== undefined;
}

type SessionRow = Omit<TrainingView, "fields"> & { readonly fieldCodes: readonly string[] };

/** A page of training sessions, the last first. */
export async function findTrainings(
  tx: Tx,
  before: { readonly heldOn: string; readonly id: string },
  rowsMax: number,
): Promise<readonly SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select t.id as "trainingId", t.title, t.held_on as "heldOn", t.held_by as "heldBy", t.field_codes as "fieldCodes",
      t.valid_from as "validFrom", t.valid_to as "validTo", who.full_name as "recordedBy",
      count(distinct c.account_id) filter (where c.result = 'passed' and c.withdrawn_at is null)::integer as passed,
      count(distinct c.account_id) filter (where c.result = 'failed' and c.withdrawn_at is null)::integer as failed,
      count(distinct c.account_id) filter (where c.withdrawn_at is not null)::integer as withdrawn
    from training t
    join nation.account who on who.id = t.recorded_by
    left join accreditation c on c.training_id = t.id
    where (t.held_on, t.id) < (${before.heldOn}::date, ${before.id}::uuid)
    group by t.id, who.full_name
    order by t.held_on desc, t.id desc limit ${rowsMax}`.execute(tx);
  return rows;
}

/** A clerk of the post at one of these offices. */
export interface ClerkRow {
  readonly accountId: string;
  readonly fullName: string;
  readonly officeId: string;
  readonly office: string;
  readonly operatorId: string | null;
}

export async function findClerksOf(
  tx: Tx,
  officeIds: readonly string[],
  day: PlainDate,
): Promise<readonly ClerkRow[]> {
  const { rows } = await sql<ClerkRow>`
    select a.id as "accountId", a.full_name as "fullName", o.id as "officeId", o.name as office,
      o.operator_id as "operatorId"
    from nation.staff_post p
    join nation.account a on a.id = p.account_id
    join nation.post_office o on o.id = p.post_office_id
    where p.role = 'postalClerk' and o.id = any (${[...officeIds]}::uuid[])
      and coalesce(p.valid_to, 'infinity') >= ${day}::date and coalesce(a.valid_to, 'infinity') >= ${day}::date
      and a.closed_at is null
    order by a.full_name collate "vi-x-icu", a.id`.execute(tx);
  return rows;
}
