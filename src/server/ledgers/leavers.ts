import type { PlainDate } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Space, Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import { type Leaver, placesOfSpace } from "./in-hand.ts";

interface Where {
  readonly reference: Reference;
  readonly space: Space;
  readonly day: PlainDate;
}

/** Somebody who is stopped or leaves everywhere in the space. */
export function leavingPerson({ reference, space }: Where, accountId: string): Leaver {
  return {
    target: "account",
    targetId: accountId,
    accountIds: [accountId],
    counterIds: [],
    stepPosts: null,
    ...placesOfSpace(reference, space),
  };
}

/** A post office that is stopped: its counters, and its clerks who work nowhere else. */
export async function leavingOffice(tx: Tx, where: Where, officeId: string): Promise<Leaver> {
  return leavingOffices(tx, where, { target: "postOffice", targetId: officeId, officeIds: [officeId] });
}

/** A postal operator that is stopped: all its offices. */
export async function leavingOperator(tx: Tx, where: Where, operatorId: string): Promise<Leaver> {
  const offices = await tx
    .selectFrom("nation.post_office")
    .select("id")
    .where("operator_id", "=", operatorId)
    .execute();
  const officeIds = offices.map(({ id }) => id);
  return leavingOffices(tx, where, { target: "operator", targetId: operatorId, officeIds });
}

async function leavingOffices(
  tx: Tx,
  { reference, space, day }: Where,
  offices: {
    readonly target: "postOffice" | "operator";
    readonly targetId: string;
    readonly officeIds: readonly string[];
  },
): Promise<Leaver> {
  const { target, targetId, officeIds } = offices;
  const { rows } = await sql<{ id: string }>`
    select p.account_id as id from nation.staff_post p
    where p.valid_from <= ${day}::date and coalesce(p.valid_to, ${day}::date) >= ${day}::date
    group by p.account_id
    having bool_and(coalesce(p.post_office_id = any (${[...officeIds]}::uuid[]), false))`.execute(tx);
  const counters = officeIds.flatMap((id) => reference.countersOfOffice.get(id) ?? []);
  return {
    target,
    targetId,
    accountIds: rows.map(({ id }) => id),
    counterIds: counters.map(({ id }) => id),
    stepPosts: null,
    ...placesOfSpace(reference, space),
  };
}
