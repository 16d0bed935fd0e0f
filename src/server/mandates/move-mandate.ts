import { moveMandate as moveMandateContract } from "#contract/mandates.ts";
import { findOverlaps } from "#domain/mandate/compare-mandates.ts";
import { type MandateMove, moveMandate } from "#domain/mandate/mandate-life.ts";
import { asId } from "#domain/shared/id.ts";
import { localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import type { Actor } from "../ledgers/actor.ts";
import { holdMandateEpoch } from "../ledgers/mandate-ledger.ts";
import { writeMove } from "../ledgers/mandate-life.ts";
import type { Reference } from "../units/reference.ts";
import { mandateActOf, mayTouchUnit } from "./mandate-act.ts";
import { type StoredMandate, loadComparedMandates, loadMandate } from "./mandate-store.ts";
import { fieldOf } from "./mandate-world.ts";
import { keepProposalFigures } from "./proposal-figures.ts";
import { decisionOf } from "../ledgers/name-decision.ts";

/** What the head of a unit may do with a mandate of the unit; everything else is the province's. */
const MOVES_OF_HEAD: ReadonlySet<MandateMove> = new Set<MandateMove>(["propose"]);

/** True when this person's posts let them make such a move at all. */
export function mayMove(actor: Actor, move: MandateMove): boolean {
  return actor.roles.includes("programmeOfficer") || MOVES_OF_HEAD.has(move);
}

/** One step in the life of a mandate. Two people who decide at once: one wins, the other is told. */
export const moveMandateRoute = bind(moveMandateContract, (context) =>
  context.write(async (tx) => {
    const { body, deps, reference } = context;
    // Moves go one after the other: none meets another half way, and no two that contradict each other are let through.
    await holdMandateEpoch(tx);
    const seen = seenMandate(context, await loadMandate(tx, reference, context.params.mandateId));
    if (!seen.ok) return seen;
    const decisionId = body.decision ? await decisionOf(tx, body.decision, deps.newId) : done(null);
    if (!decisionId.ok) return decisionId;
    const status = nextStatus(context, seen.value, decisionId.value);
    if (!status.ok) return status;
    const contradicting = GIVES_RIGHT.has(body.move) ? await contradictingIds(tx, reference, seen.value) : [];
    if (contradicting.length > 0) return refuse("mandate_contradicts", { mandates: contradicting });
    const { id } = seen.value.row;
    const version = await writeMove(tx, mandateActOf(context), {
      id: asId(id),
      version: body.version,
      move: body.move,
      status: status.value,
      decisionId: decisionId.value,
      reason: reasonIn(context),
    });
    if (version === undefined) return refuse("mandate_changed");
    if (body.move === "propose")
      await keepProposalFigures(tx, { row: seen.value.row, seq: version, now: context.now, reference });
    return done({ mandateId: id, version, status: status.value });
  }),
);

type Moving = Pick<Context<typeof moveMandateContract>, "body" | "actor" | "now">;

/** The mandate that is to be moved, if this person may and saw it as it is. */
function seenMandate({ body, actor }: Moving, stored: StoredMandate | undefined) {
  if (!stored || !mayTouchUnit(actor, stored.row.unit.id)) return refuse("not_found");
  if (!mayMove(actor, body.move)) return refuse("permission_missing");
  const { version } = stored.row;
  return version === body.version ? done(stored) : refuse("mandate_changed", { version });
}

function nextStatus(context: Moving, { row, draftedBy }: StoredMandate, decisionId: string | null) {
  return moveMandate({
    status: row.status,
    move: context.body.move,
    actorId: context.actor.accountId,
    draftedBy,
    validTo: row.validTo === null ? null : plainDate(row.validTo),
    today: localTime(context.now).day,
    decisionId,
    reason: reasonIn(context),
  });
}

function reasonIn({ body }: Moving): string {
  return body.reason?.trim() ?? "";
}

/** Moves after which a mandate gives a right, now or on its first day. */
const GIVES_RIGHT: ReadonlySet<MandateMove> = new Set<MandateMove>(["approve", "bringIntoForce", "resume"]);

/** The mandates of the unit that already say otherwise about the same work. Drafts and proposals bind nobody. */
async function contradictingIds(
  tx: Tx,
  reference: Reference,
  { row }: StoredMandate,
): Promise<readonly string[]> {
  const all = await loadComparedMandates(
    tx,
    reference,
    row.unit.id,
    ["approved", "inForce", "suspended"],
    row.id,
  );
  return findOverlaps(all, fieldOf(reference))
    .filter(({ kind, ids }) => kind === "contradiction" && ids.includes(row.id))
    .flatMap(({ ids }) => ids.filter((id) => id !== row.id));
}
