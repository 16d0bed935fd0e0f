import { ACT_OF_MOVE } from "#domain/dossier/act-of-move.ts";
import { type DossierEvent, type DossierState } from "#domain/dossier/dossier-event.ts";
import { type BusinessStatus, type Move, afterMove } from "#domain/dossier/dossier-state.ts";
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
import { type ActRecord, appendEvent, stateOfRow } from "./dossier-ledger.ts";
import { type DossierRecord, holdDossier } from "./load-dossier.ts";
import type { MandateFacts } from "./mandate-cache.ts";

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
  /** What the person wrote beside it; kept sealed. */
  readonly note?: string | undefined;
}

/** What a use-case adds to the move: its event and the rows that belong to it. */
export interface MoveParts {
  readonly event: DossierEvent;
  readonly rows?: Rows;
}

export type MoveRefusal = MayActRefusal | "not_found" | "dossier_changed" | "move_not_allowed";

interface Moved {
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
  const allowed = afterMove(state.business, input.move);
  if (!allowed.ok) return allowed;
  const right = rightToMove(input.actor, input.move, dossier, facts, input.now);
  if (!right.ok) return right;
  const act = actRecord(input, dossier, right.value, facts.epoch);
  const parts = await decide(dossier, act, right.value);
  if (!parts.ok) return parts;
  const next = await appendEvent(tx, act, state, parts.value.event, {
    ...parts.value.rows,
    ...noteRow(input, act, state),
  });
  return next.ok
    ? done({ dossierId: dossier.id, version: next.value.version, status: next.value.business })
    : next;
}

/** By which right this person may make this move on this dossier now; asked by the act and by its button. */
export function rightToMove(
  actor: Actor,
  move: Move,
  dossier: DossierRecord,
  facts: MandateFacts,
  now: Instant,
): Result<Right, MayActRefusal> {
  return rightToAct(actor, ACT_OF_MOVE[move], dossier, facts, now);
}

/** {@link rightToMove} for an act that moves nothing. */
export function rightToAct(
  actor: Actor,
  act: Act,
  dossier: DossierRecord,
  facts: MandateFacts,
  now: Instant,
): Result<Right, MayActRefusal> {
  return decideRight(facts, {
    act,
    accountId: actor.accountId,
    posts: actor.posts,
    unitId: asId(dossier.received_at_unit_id),
    counterId: actor.counter?.id ?? null,
    dossierId: dossier.id,
    decidingAgencyId: asId(dossier.deciding_agency_id),
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
    scope: dossier.scope,
    mandateEpoch,
  };
}

function noteRow({ deps, note }: MoveInput, act: ActRecord, seen: DossierState): Rows {
  const text = note?.trim();
  if (!text) return {};
  const seq = seen.version + 1;
  const sealed = seal(deps.ring, `note:${act.dossierId}:${seq}`, text);
  return { event_note: [{ dossier_id: act.dossierId, seq, sealed, scope: [...act.scope] }] };
}
