import { handPapersBack } from "#contract/turns.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { asId } from "#domain/shared/id.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { counterOf } from "../ledgers/actor.ts";
import { findHeldOriginals, handOriginalsBack } from "../ledgers/custody-ledger.ts";
import { isSignatureOf } from "../ledgers/kept-signature.ts";
import { turnDossier } from "./turn-dossier.ts";

/**
 * Originals that were kept to be compared go back to the citizen, against a signature: early, or when the matter has
 * ended. Nothing else about the dossier changes.
 *
 * @rule ORIGINALS-01 (QĐ 45/2016/QĐ-TTg Điều 9.1.c: originals are noted and returned)
 */
export const handPapersBackRoute = bind(handPapersBack, async (context) => {
  const { actor, body, reference } = context;
  const seat = counterOf(actor);
  if (!seat.ok) return seat;
  return context.act((tx, _space, facts) =>
    turnDossier(tx, context, facts, { move: "handPapersBack", note: body.note }, async (dossier, act) => {
      if (seat.value.unit.id !== reference.heirOf(dossier.received_at_unit_id))
        return refuse("outside_jurisdiction");
      const wanted = new Set(body.itemIds);
      const held = (await findHeldOriginals(tx, dossier.id)).filter(({ id }) => wanted.has(id));
      if (held.length < wanted.size) return refuse("originals_not_held");
      if (!(await isSignatureOf(tx, dossier.id, body.signature))) return refuse("signature_missing");
      const { kind, fileId } = body.signature;
      const entries = await handOriginalsBack(tx, act, dossier.version + 1, held, fileId);
      return done({
        event: () =>
          dossierEvent("dossier.papersHandedBack", {
            itemIds: held.map(({ id }) => id),
            signatureKind: kind,
            signatureFileId: asId<never>(fileId),
          }),
        rows: { custody_entry: entries },
      });
    }),
  );
});
