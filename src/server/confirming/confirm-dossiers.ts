import { confirmDossiers } from "#contract/confirming.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { done } from "#domain/shared/result.ts";
import type { Context } from "../http/context.ts";
import { bind } from "../http/context.ts";
import type { Tx } from "../db/kysely.ts";
import { receivedTopic } from "../ledgers/dossier-rows.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";

type Confirming = Context<typeof confirmDossiers>;
type Wanted = Confirming["body"]["dossiers"][number];

/**
 * A civil servant of the unit confirms what clerks did under `assist`, many at once: each dossier by its own event, all
 * in one transaction. One that changed meanwhile is told in its place of the answer and left as it is.
 *
 * @rule CONFIRMATION-01
 */
export const confirmDossiersRoute = bind(confirmDossiers, (context) =>
  context.act(async (tx, _space, facts) => {
    const { dossiers } = context.body;
    const answers = new Map<string, Awaited<ReturnType<typeof confirmOne>>>();
    // In the order of ids: two officers with the same list wait for each other once, and never in a ring.
    for (const wanted of dossiers.toSorted((a, b) => (a.dossierId < b.dossierId ? -1 : 1))) {
      if (!answers.has(wanted.dossierId))
        answers.set(wanted.dossierId, await confirmOne(context, tx, facts, wanted));
    }
    const inOrder = new Set(dossiers.map(({ dossierId }) => dossierId));
    return done({ results: [...inOrder].flatMap((dossierId) => answers.get(dossierId) ?? []) });
  }),
);

async function confirmOne(context: Confirming, tx: Tx, facts: MandateFacts, wanted: Wanted) {
  const { deps } = context;
  const moved = await moveDossier<never>(
    tx,
    { ...context, ...wanted, move: "confirm" },
    facts,
    async (before, act) => {
      const isTakingIn = before.business_status === "awaitingConfirmation";
      const outbox = isTakingIn ? [receivedTopic(deps, act)] : [];
      return done({ event: dossierEvent("dossier.confirmed", {}), rows: { outbox } });
    },
  );
  const { dossierId } = wanted;
  return moved.ok
    ? { ...moved.value, refusal: null }
    : {
        dossierId,
        status: null,
        version: null,
        refusal: { code: moved.code, details: { ...moved.details } },
      };
}
