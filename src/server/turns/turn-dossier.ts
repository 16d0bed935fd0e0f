import { DATED_STATUSES } from "#domain/dossier/check-due-date.ts";
import type { DossierEvent } from "#domain/dossier/dossier-event.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import type { Right } from "#domain/mandate/may-act.ts";
import { type Instant, instant } from "#domain/shared/instant.ts";
import { type Result, done } from "#domain/shared/result.ts";
import type { Rows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { ActRecord, NewDate } from "../ledgers/dossier-ledger.ts";
import { type FormOrder, issueForm } from "../ledgers/form-ledger.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { type MoveRefusal, moveDossier } from "../ledgers/move-dossier.ts";

/** Who takes a turn of which dossier, as a route's context has it. */
export interface TurnInput {
  readonly deps: Deps;
  readonly actor: Actor;
  readonly now: Instant;
  readonly requestId: string;
  readonly params: { readonly dossierId: string };
  readonly body: { readonly version: number };
}

/** What a turn is: its move, and what is written beside it. */
export interface Turn {
  readonly move: Move;
  readonly note?: string | undefined;
}

/** What a turn comes to. The event is made once the form that it issues has its id. */
export interface TurnParts {
  readonly event: (formIssueId: string) => DossierEvent;
  readonly form?: FormOrder;
  readonly rows?: Rows;
  readonly due?: NewDate;
}

export interface Turned {
  readonly dossierId: string;
  readonly version: number;
  readonly status: BusinessStatus;
  readonly dueAt: Instant | null;
  readonly formIssueId: string | null;
}

/**
 * One turn of a dossier: a move with the form that it issues, in one transaction. A turn that is refused issues
 * nothing and leaves the form's number to the next one.
 *
 * @rule TURNS-01
 */
export async function turnDossier<Code extends string>(
  tx: Tx,
  { params, body, ...input }: TurnInput,
  facts: MandateFacts,
  turn: Turn,
  decide: (dossier: DossierRecord, act: ActRecord, right: Right) => Promise<Result<TurnParts, Code>>,
): Promise<Result<Turned, Code | MoveRefusal>> {
  let issued: string | null = null;
  let dueAt: Instant | null = null;
  const moving = { ...input, ...turn, dossierId: params.dossierId, version: body.version };
  const moved = await moveDossier(tx, moving, facts, async (dossier, act, right) => {
    const parts = await decide(dossier, act, right);
    if (!parts.ok) return parts;
    const { form, due, rows, event } = parts.value;
    const order = form && (await issueForm(tx, input.deps, act, dossier.version + 1, form));
    issued = order?.formIssueId ?? null;
    dueAt = due?.dueAt ?? kept(dossier);
    return done({
      event: event(order?.formIssueId ?? ""),
      rows: { ...rows, ...order?.rows },
      ...(due && { due }),
    });
  });
  if (!moved.ok) return moved;
  const isDated = DATED_STATUSES.some((status) => status === moved.value.status);
  return done({ ...moved.value, dueAt: isDated ? dueAt : null, formIssueId: issued });
}

/** The date that a turn without a new one leaves as it is. */
function kept({ due_at: dueAt, business_status: before }: DossierRecord): Instant | null {
  return dueAt !== null && DATED_STATUSES.some((status) => status === before) ? instant(dueAt) : null;
}
