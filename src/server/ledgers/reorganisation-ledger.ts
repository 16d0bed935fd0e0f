import type { Basis } from "#domain/mandate/may-act.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { ReorganisationPlan, ReorganisationStatus } from "#domain/unit/reorganisation.ts";
import type { SuccessionKind } from "#domain/unit/succession.ts";
import type { Tx } from "../db/kysely.ts";

/** The decision that a reorganisation rests on. */
export interface ReorganisationDecision {
  readonly number: string;
  readonly issuer: string;
  readonly title: string;
  readonly issuedOn: string;
  /** Where it can be read, in words. */
  readonly source: string;
}

export interface ReorganisationContent {
  readonly title: string;
  readonly decision: ReorganisationDecision;
  readonly plan: ReorganisationPlan;
}

/** Who does something to a reorganisation. */
export interface ReorganisationAct {
  readonly basis: Basis;
  /** Null when the program applies it on its day. */
  readonly actorId: string | null;
  readonly now: Instant;
}

export const REORGANISATION_EVENTS = ["planned", "changed", "cancelled", "applied"] as const;
export type ReorganisationEvent = (typeof REORGANISATION_EVENTS)[number];

/** Keeps a plan. It changes nothing yet. */
export async function writePlan(
  tx: Tx,
  act: ReorganisationAct,
  given: ReorganisationContent & { readonly id: string; readonly spaceId: string },
): Promise<void> {
  await tx
    .insertInto("nation.reorganisation")
    .values({
      id: given.id,
      space_id: given.spaceId,
      ...columnsOf(given),
      status: "planned",
      version: 1,
    })
    .execute();
  await writeEvent(tx, act, given.id, 1, "planned", {});
}

/** @returns the new version, or undefined when somebody was faster or it is no plan any more */
export async function changePlan(
  tx: Tx,
  act: ReorganisationAct,
  given: ReorganisationContent & { readonly id: string; readonly version: number },
): Promise<number | undefined> {
  return step(tx, act, given, "changed", columnsOf(given), {});
}

/** @returns the new version, or undefined when somebody was faster or it is no plan any more */
export async function settlePlan(
  tx: Tx,
  act: ReorganisationAct,
  given: {
    readonly id: string;
    readonly version: number;
    readonly status: Exclude<ReorganisationStatus, "planned">;
    readonly payload: object;
  },
): Promise<number | undefined> {
  return step(tx, act, given, given.status, { status: given.status }, given.payload);
}

async function step(
  tx: Tx,
  act: ReorganisationAct,
  { id, version }: { readonly id: string; readonly version: number },
  type: ReorganisationEvent,
  columns: Partial<ReturnType<typeof columnsOf>> & { readonly status?: ReorganisationStatus },
  payload: object,
): Promise<number | undefined> {
  const next = version + 1;
  const changed = await tx
    .updateTable("nation.reorganisation")
    .set({ ...columns, version: next })
    .where("id", "=", id)
    .where("version", "=", version)
    .where("status", "=", "planned")
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) return undefined;
  await writeEvent(tx, act, id, next, type, payload);
  return next;
}

export interface WrittenSuccession {
  readonly kind: SuccessionKind;
  readonly predecessorId: string;
  readonly successorId: string;
}

/** Writes who goes on for whom; only a plan that is applied does. */
export async function writeSuccessions(
  tx: Tx,
  reorganisationId: string,
  succeededOn: PlainDate,
  successions: readonly WrittenSuccession[],
): Promise<void> {
  if (successions.length === 0) return;
  await tx
    .insertInto("nation.place_succession")
    .values(
      successions.map(({ kind, predecessorId, successorId }) => ({
        predecessor_id: predecessorId,
        kind,
        successor_id: successorId,
        succeeded_on: succeededOn,
        reorganisation_id: reorganisationId,
      })),
    )
    .execute();
}

function columnsOf({ title, decision, plan }: ReorganisationContent) {
  return {
    title: title.trim(),
    decision: JSON.stringify(decision),
    effective_on: plan.effectiveOn,
    plan: JSON.stringify(plan),
  };
}

/** An event's number is the version that it made. */
async function writeEvent(
  tx: Tx,
  { basis, actorId, now }: ReorganisationAct,
  reorganisationId: string,
  seq: number,
  type: ReorganisationEvent,
  payload: object,
): Promise<void> {
  await tx
    .insertInto("nation.reorganisation_event")
    .values({
      reorganisation_id: reorganisationId,
      seq,
      type,
      payload: JSON.stringify(payload),
      basis_kind: basis.kind,
      basis_id: basis.id,
      actor_id: actorId,
      recorded_at: now,
    })
    .execute();
}
