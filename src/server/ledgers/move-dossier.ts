import { unitOfMove } from "#domain/dossier/collection.ts";
import { type Move, afterMove } from "#domain/dossier/dossier-machine.ts";
import type { DossierEvent } from "#domain/dossier/dossier-event.ts";
import type { DossierState } from "#domain/dossier/fold-dossier.ts";
import { actOfMove } from "#domain/dossier/supplement.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import type { Act, MayActRefusal, Right } from "#domain/mandate/may-act.ts";
import { type AccountId, asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Rows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { seal } from "../keys/seal.ts";
import type { Actor } from "./actor.ts";
import { decideRight } from "./decide-right.ts";
import { type ActRecord, type NewDate, appendEvent, stateOfRow } from "./dossier-ledger.ts";
import { followParts } from "./follow-parts.ts";
import { type DossierRecord, holdDossier, resultUnits } from "./load-dossier.ts";
import type { MandateFacts } from "./mandate-cache.ts";
import { settleSteps } from "./step-ledger.ts";

/** What moves and by whom; the same for every step after intake. */
export interface MoveInput {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly now: Instant;
  readonly requestId: string;
  readonly dossierId: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly move: Move;
  /** Whose person makes it, when that is not the deciding agency: one that was asked, or has a step. */
  readonly agencyId?: string | undefined;
  /** The right that is asked for in the place of the move's own: a step has one of its own. */
  readonly right?: ((dossier: DossierRecord) => Result<Right, MayActRefusal>) | undefined;
  /** What the person wrote beside it; kept sealed. */
  readonly note?: string | undefined;
}

/** What a use-case adds to the move: its event and the rows that belong to it. */
export interface MoveParts {
  readonly event: DossierEvent;
  readonly rows?: Rows;
  /** How the event's new date was counted, when it gives one. */
  readonly due?: NewDate;
}

export type MoveRefusal = MayActRefusal | "not_found" | "dossier_changed" | "move_not_allowed";

export interface Moved {
  readonly dossierId: string;
  readonly version: number;
  readonly status: BusinessStatus;
}

/**
 * One step of a dossier, in the order of every act: load and hold, decide the state's and the person's right, let
 * the use-case say what happens, record. Nothing is written when any of them refuses.
 */
export async function moveDossier<Code extends string>(
  tx: Tx,
  input: MoveInput,
  facts: MandateFacts,
  decide: (dossier: DossierRecord, act: ActRecord, right: Right) => Promise<Result<MoveParts, Code>>,
): Promise<Result<Moved, Code | MoveRefusal>> {
  const dossier = await holdDossier(tx, input.dossierId);
  if (!dossier) return refuse("not_found");
  const state = stateOfRow(dossier);
  if (state.version !== input.version) return refuse("dossier_changed", { version: state.version });
  const allowed = afterMove(state, input.move);
  if (!allowed.ok) return allowed;
  const right =
    input.right?.(dossier) ?? rightToMove(input.actor, input.move, dossier, facts, input.now, input.agencyId);
  if (!right.ok) return right;
  const act = actRecord(input, dossier, right.value, facts.epoch);
  const parts = await decide(dossier, act, right.value);
  if (!parts.ok) return parts;
  const rows = { ...parts.value.rows, ...noteRow(input, act, state) };
  return recordMove(tx, input.deps, dossier, act, { ...parts.value, rows });
}

/** Writes what was decided of a dossier that is held, with all that follows from it. */
export async function recordMove(
  tx: Tx,
  deps: Deps,
  dossier: DossierRecord,
  act: ActRecord,
  { event, rows, due }: MoveParts,
): Promise<Result<Moved, "dossier_changed">> {
  const before = stateOfRow(dossier);
  const next = await appendEvent(tx, act, before, event, rows, due);
  if (!next.ok) return next;
  const { actorId } = act;
  await settleSteps(tx, deps.reference.current(), dossier, { ...event, actorId });
  const followed = await followParts(tx, deps, { dossier, act, event, before, after: next.value });
  if (!followed.ok) return followed;
  return done({ dossierId: dossier.id, version: next.value.version, status: next.value.business });
}

/** By which right this person may make this move on this dossier now; asked by the act and by its button. */
export function rightToMove(
  actor: Actor,
  move: Move,
  dossier: DossierRecord,
  facts: MandateFacts,
  now: Instant,
  agencyId?: string,
): Result<Right, MayActRefusal> {
  const act = actOfMove(move, dossier.supplements);
  const unitId = unitOfMove(move, stateOfRow(dossier).business, resultUnits(dossier));
  return rightToAct(actor, act, dossier, facts, now, agencyId, unitId);
}

/** {@link rightToMove} for an act that moves nothing. */
export function rightToAct(
  actor: Actor,
  act: Act,
  dossier: DossierRecord,
  facts: MandateFacts,
  now: Instant,
  agencyId: string = dossier.deciding_agency_id,
  unitId: string = dossier.received_at_unit_id,
): Result<Right, MayActRefusal> {
  return decideRight(facts, {
    act,
    accountId: actor.accountId,
    posts: actor.posts,
    unitId: asId(unitId),
    counterId: actor.counter?.id ?? null,
    dossierId: dossier.id,
    decidingAgencyId: asId(agencyId),
    procedure: { code: dossier.procedure_code, fieldCode: dossier.field_code },
    now,
    preparedBy: doerOf(actor, act, dossier),
  });
}

/**
 * Whose work it is that the act approves or confirms. A taking in has two doers when another clerk put it before the
 * officer again: neither confirms it.
 */
export function doerOf({ accountId }: Actor, act: Act, dossier: DossierRecord): AccountId | null {
  const id = (found: string | null) => (found === null ? null : asId<AccountId>(found));
  if (act !== "confirm") return id(dossier.prepared_by);
  const tookIn = dossier.business_status === "awaitingConfirmation" && dossier.received_by === accountId;
  return tookIn ? accountId : id(dossier.awaiting_by);
}

/** The act as its rows name it. */
export function actRecord(
  input: Omit<MoveInput, "deps" | "move" | "version">,
  dossier: DossierRecord,
  { kind, id }: Right,
  mandateEpoch: number,
): ActRecord {
  return {
    dossierId: dossier.id,
    basis: { kind, id },
    actorId: input.actor.accountId,
    counterId: input.actor.counter?.id ?? null,
    requestId: input.requestId,
    occurredAt: input.now,
    recordedAt: input.now,
    scope: scopeOf(dossier),
    mandateEpoch,
  };
}

/** What is written once another unit has the result is seen there too. */
function scopeOf({ scope, result_at_unit_id: unit }: DossierRecord): readonly string[] {
  return unit === null || scope.includes(unit) ? scope : [...scope, unit];
}

function noteRow({ deps, note }: MoveInput, act: ActRecord, seen: DossierState): Rows {
  const text = note?.trim();
  if (!text) return {};
  const seq = seen.version + 1;
  const sealed = seal(deps.ring, `note:${act.dossierId}:${seq}`, text);
  return { event_note: [{ dossier_id: act.dossierId, seq, sealed, scope: [...act.scope] }] };
}
