import { confirmByCode } from "#contract/custody.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { tryCustodyCode } from "../ledgers/custody-code.ts";
import { recordSignature } from "../ledgers/custody-signature.ts";
import { acceptLines, lockManifest } from "../ledgers/manifest-ledger.ts";
import { actWithThings } from "./act-with-things.ts";

/**
 * The receiver tells the code that came to the phone: that is the signature. A wrong one counts against the code even when
 * nothing else is written, so that nobody can go through all of them.
 *
 * @rule HANDOVER-01
 */
export const confirmByCodeRoute = bind(confirmByCode, async (context) => {
  const { actor, body, params, deps, now } = context;
  const confirmed = await actWithThings(context, async ({ tx, custodian }) => {
    const manifest = await lockManifest(tx, params.manifestId);
    if (!manifest) return refuse("not_found");
    if (!custodian.answers(manifest.from) || manifest.to.kind !== "outsider")
      return refuse("manifest_not_yours");
    if (manifest.state !== "offered") return refuse("manifest_settled", { state: manifest.state });
    const outsiderId = await tryCustodyCode(tx, deps.ring, { manifestId: manifest.id, code: body.code, now });
    if (!outsiderId.ok) return outsiderId;
    // The try is kept: a refusal here would take its count back.
    if (outsiderId.value === null) return done(null);
    const signer = { kind: "outsider", id: outsiderId.value } as const;
    const signature = await recordSignature(
      tx,
      { kind: "code" },
      { id: deps.newId(), signer, signedAt: now, recordedBy: actor.accountId, now, scope: manifest.scope },
    );
    if (!signature.ok) return refuse("not_found");
    await acceptLines(tx, manifest, {
      actId: deps.newId(),
      takenBy: manifest.to,
      takenAt: now,
      signatureId: signature.value,
      missing: [],
      actorId: actor.accountId,
      now,
    });
    return done({ manifestId: manifest.id, accepted: manifest.lines });
  });
  if (!confirmed.ok) return confirmed;
  return confirmed.value === null ? refuse("code_wrong") : done(confirmed.value);
});
