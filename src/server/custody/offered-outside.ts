import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type GivenSignature, recordSignature } from "../ledgers/custody-signature.ts";
import { type StandingManifest, acceptLines, lockManifest } from "../ledgers/manifest-ledger.ts";
import type { Hands } from "./act-with-things.ts";

/** A bảng kê that waits, and for whom. */
interface OfferedOutside {
  readonly manifest: StandingManifest;
  readonly outsiderId: string;
}

/** A bảng kê that this person gives and that waits for somebody without an account, held for the act. */
export async function lockOfferedOutside(
  { tx, custodian }: Hands,
  manifestId: string,
): Promise<Result<OfferedOutside, "not_found" | "manifest_not_yours" | "manifest_settled">> {
  const manifest = await lockManifest(tx, manifestId);
  if (!manifest) return refuse("not_found");
  const { kind, id: outsiderId } = manifest.to;
  if (!custodian.answers(manifest.from) || kind !== "outsider" || outsiderId === null)
    return refuse("manifest_not_yours");
  if (manifest.state !== "offered") return refuse("manifest_settled", { state: manifest.state });
  return done({ manifest, outsiderId });
}

interface Taking {
  readonly actorId: string;
  readonly now: Instant;
  readonly newId: () => string;
}

/** The receiver without an account has signed: all of it is theirs now. */
export async function acceptOutside(
  { tx }: Hands,
  { manifest, outsiderId }: OfferedOutside,
  given: GivenSignature | { readonly kind: "code" },
  { actorId, now, newId }: Taking,
): Promise<Result<{ readonly manifestId: string; readonly accepted: number }, "file_missing">> {
  const { id, to, scope, lines } = manifest;
  const signer = { kind: "outsider", id: outsiderId } as const;
  const signing = { id: newId(), signer, signedAt: now, recordedBy: actorId, now, scope };
  const signature = await recordSignature(tx, given, signing);
  if (!signature.ok) return signature;
  const act = { actId: newId(), takenBy: to, takenAt: now, signatureId: signature.value, missing: [] };
  await acceptLines(tx, manifest, { ...act, actorId, now });
  return done({ manifestId: id, accepted: lines });
}
