import type { Tx } from "../db/kysely.ts";

/** Whether a file is this dossier's and was kept as the kind of signature that it is said to be. */
export async function isSignatureOf(
  tx: Tx,
  dossierId: string,
  { kind, fileId }: { readonly kind: "drawn" | "signedSlip"; readonly fileId: string },
): Promise<boolean> {
  const file = await tx
    .selectFrom("file")
    .select("id")
    .where("id", "=", fileId)
    .where("dossier_id", "=", dossierId)
    .where("purpose", "=", kind === "drawn" ? "signature" : "signedSlip")
    .executeTakeFirst();
  return file !== undefined;
}
