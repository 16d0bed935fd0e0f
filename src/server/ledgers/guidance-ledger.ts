import type { GuidanceOutcome } from "#domain/mandate/guidance.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import type { AccountId, CounterId, UnitId } from "#domain/shared/id.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { insertRows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import { MandatesMoved } from "./mandates-moved.ts";

/** One guidance: where, about what, how long, by which right. Whom it was given to is nobody's business. */
export interface NewGuidance {
  readonly id: string;
  readonly accountId: AccountId;
  readonly unitId: UnitId;
  readonly counterId: CounterId;
  readonly fieldCode: string;
  readonly procedureCode: string | null;
  readonly minutes: number;
  readonly outcome: GuidanceOutcome;
  readonly basis: Basis;
  readonly mandateEpoch: number;
  readonly now: Instant;
}

/** Writes it down. @throws MandatesMoved when the mandate epoch is not the one of the decision */
export async function writeGuidance(tx: Tx, given: NewGuidance): Promise<void> {
  const row = {
    id: given.id,
    at: given.now,
    day: localTime(given.now).day,
    account_id: given.accountId,
    unit_id: given.unitId,
    counter_id: given.counterId,
    field_code: given.fieldCode,
    procedure_code: given.procedureCode,
    minutes: given.minutes,
    outcome: given.outcome,
    basis_kind: given.basis.kind,
    basis_id: given.basis.id,
    withdrawn_at: null,
  };
  const guard = {
    text: "select epoch from mandate_epoch where epoch = $1",
    values: [given.mandateEpoch],
  };
  if (!(await insertRows(tx, { guidance: [row] }, guard))) throw new MandatesMoved();
}
