import type { Instant } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";

/** A signature as it came in: drawn on a screen, or on paper that was scanned. */
export interface GivenSignature {
  readonly kind: "drawn" | "paper";
  readonly fileId: string;
}

/** Who signed, when by the device, and who recorded it. */
export interface Signing {
  readonly id: string;
  readonly signer: { readonly kind: "person" | "outsider"; readonly id: string };
  readonly signedAt: Instant;
  readonly recordedBy: string;
  readonly now: Instant;
  readonly scope: readonly string[];
}

const PURPOSES = { drawn: "signature", paper: "signedPaper" } as const;

/**
 * Writes who signed. A file is one signature: neither of what is no signature nor of what signed something before.
 *
 * @returns the key of the signature
 */
export async function recordSignature(
  tx: Tx,
  given: GivenSignature | { readonly kind: "code" },
  signing: Signing,
): Promise<Result<string, "file_missing">> {
  const fileId = given.kind === "code" ? null : given.fileId;
  if (given.kind !== "code" && !(await isKept(tx, signing.recordedBy, given.fileId, PURPOSES[given.kind])))
    return refuse("file_missing");
  const written = await tx
    .insertInto("custody_signature")
    .values({
      id: signing.id,
      kind: given.kind,
      signer_kind: signing.signer.kind,
      signer_id: signing.signer.id,
      file_id: fileId,
      signed_at: signing.signedAt,
      recorded_at: signing.now,
      recorded_by: signing.recordedBy,
      scope: [...signing.scope],
    })
    .onConflict((conflict) => conflict.column("file_id").where("file_id", "is not", null).doNothing())
    .returning("id")
    .executeTakeFirst();
  return written ? done(written.id) : refuse("file_missing");
}

/**
 * Whether this person kept a file of this purpose. What somebody else drew or photographed proves nothing of one's own act;
 * who signs on the screen of another signs with what that other kept.
 */
export async function isKept(
  tx: Tx,
  keptBy: string,
  fileId: string,
  purpose: "signature" | "photo" | "signedPaper",
): Promise<boolean> {
  const file = await tx
    .selectFrom("custody_file")
    .select("id")
    .where("id", "=", fileId)
    .where("purpose", "=", purpose)
    .where("uploaded_by", "=", keptBy)
    .executeTakeFirst();
  return file !== undefined;
}
