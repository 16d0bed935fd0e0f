import { type BulkMove, moveDossiers } from "#contract/queue.ts";
import { type DossierEvent, dossierEvent } from "#domain/dossier/dossier-event.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";
import { approve } from "./approve-outcome.ts";
import { assign } from "./give-dossier.ts";

type Moving = Context<typeof moveDossiers>;
type Wanted = Moving["body"]["dossiers"][number];

/** The event of each move that has nothing else to say. */
const EVENT_OF: Readonly<Record<Exclude<BulkMove, "approve" | "assign">, () => DossierEvent>> = {
  take: () => dossierEvent("dossier.taken", {}),
  forward: () => dossierEvent("dossier.forwarded", {}),
  sendToDesk: () => dossierEvent("dossier.sentToDesk", {}),
};

/**
 * One move of many dossiers, the one after the other: each its own act in its own transaction under its own key, so that
 * what was done stays done whatever becomes of the rest, and the same request sent again does nothing twice. What could
 * not be moved says why in its place of the answer.
 */
export const moveDossiersRoute = bind(moveDossiers, async (context) => {
  const { move, note, dossiers } = context.body;
  if (move === "sendToDesk" && note === undefined) return refuse("bulk_reason_missing");
  const answers = new Map<string, Awaited<ReturnType<typeof moveOne>>>();
  for (const wanted of dossiers) {
    if (!answers.has(wanted.dossierId)) answers.set(wanted.dossierId, await moveOne(context, wanted));
  }
  return done({ results: [...answers.values()] });
});

async function moveOne(context: Moving, wanted: Wanted) {
  const { move, note } = context.body;
  const { dossierId } = wanted;
  const part = {
    key: `${String(context.request.headers["idempotency-key"])}:${dossierId}`,
    body: { move, note, ...wanted },
  };
  const moved = await context.act((tx, _space, facts) => moveWithin(tx, context, facts, wanted), part);
  return moved.ok
    ? { dossierId, status: moved.value.status, version: moved.value.version, refusal: null }
    : {
        dossierId,
        status: null,
        version: null,
        refusal: { code: moved.code, details: { ...moved.details } },
      };
}

function moveWithin(tx: Tx, context: Moving, facts: MandateFacts, wanted: Wanted) {
  const { move, note } = context.body;
  const act = { ...context, ...wanted, note };
  if (move === "approve") return approve(tx, act, facts);
  if (move === "assign") return assign(tx, { ...act, toAccountId: wanted.toAccountId ?? "" }, facts);
  return moveDossier<never>(tx, { ...act, move }, facts, async () => done({ event: EVENT_OF[move]() }));
}
