import { returnResult } from "#contract/dossiers.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { type ProxyDetails, type ReturnForm, decideReturn } from "#domain/dossier/return-result.ts";
import { asId } from "#domain/shared/id.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Rows } from "../db/insert-rows.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import { blindIndex } from "../keys/key-ring.ts";
import { seal } from "../keys/seal.ts";
import { counterOf } from "../ledgers/actor.ts";
import { handItemsOver } from "../ledgers/custody-ledger.ts";
import type { ActRecord } from "../ledgers/dossier-ledger.ts";
import { isSignatureOf } from "../ledgers/kept-signature.ts";
import { moveDossier } from "../ledgers/move-dossier.ts";

/**
 * Hands the result to the citizen: identity checked, a signature kept, the paper's custody ends in the
 * citizen's hands. Only this event makes the dossier "returned" (status 10); by a clerk whose acts are
 * confirmed, only the confirmation does.
 */
export const returnResultRoute = bind(returnResult, async (context) => {
  const { actor, body, deps } = context;
  const seat = counterOf(actor);
  if (!seat.ok) return seat;
  const counter = seat.value;
  return context.act((tx, _space, facts) =>
    moveDossier(
      tx,
      { ...context, ...context.params, version: body.version, move: "returnResult" },
      facts,
      async (dossier, act, right) => {
        if (counter.unit.id !== context.reference.heirOf(dossier.received_at_unit_id))
          return refuse("outside_jurisdiction");
        const hasSubmitter = (await partyRoles(tx, dossier.id)).includes("submitter");
        const form: ReturnForm = {
          ...body,
          hasSubmitter,
          signed: await isSignatureOf(tx, dossier.id, body.signature),
        };
        const decided = decideReturn(form);
        if (!decided.ok) return decided;
        const { proxy } = decided.value;
        const payload = {
          collector: body.collector,
          identityProof: body.identityProof,
          signatureKind: body.signature.kind,
          signatureFileId: asId<never>(body.signature.fileId),
        };
        const custody = await handItemsOver(tx, act, "result", dossier.version + 1, body.signature.fileId);
        const rows: Rows = proxy === null ? custody : { ...custody, party: [proxyRow(deps, act, proxy)] };
        // Under `assist` the citizen has the result all the same; the act waits for the officer.
        const type = right.awaitsConfirmation ? "dossier.handedOver" : "dossier.returned";
        return done({ event: dossierEvent(type, payload), rows });
      },
    ),
  );
});

/** Who collected for the applicant, sealed like everybody else of the dossier. */
function proxyRow(
  { newId, ring }: Deps,
  act: ActRecord,
  details: ProxyDetails,
): NonNullable<Rows["party"]>[number] {
  const id = newId();
  return {
    id,
    dossier_id: act.dossierId,
    role: "proxy",
    kind: "person",
    sealed: seal(ring, `party:${id}`, { details }),
    number_index: blindIndex(ring, "number", details.identityNumber),
    phone_index: null,
    until_seq: null,
    scope: [...act.scope],
  };
}

async function partyRoles(tx: Tx, dossierId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("party")
    .select("role")
    .where("dossier_id", "=", dossierId)
    .where("until_seq", "is", null)
    .execute();
  return rows.map((row) => row.role);
}
