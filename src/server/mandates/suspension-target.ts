import type { SuspensionTarget } from "#domain/mandate/mandate.ts";
import type { Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const TABLES = {
  postOffice: "nation.post_office",
  operator: "nation.postal_operator",
} as const;

/** Whether there is somebody or something of this kind to suspend. */
export async function isKnown(
  tx: Tx,
  reference: Reference,
  target: SuspensionTarget,
  id: string,
): Promise<boolean> {
  if (target === "procedure") return reference.versionsByCode.has(id);
  if (!UUID.test(id)) return false;
  if (target === "account") return isClerk(tx, id);
  const found = await tx.selectFrom(TABLES[target]).select("id").where("id", "=", id).executeTakeFirst();
  return found !== undefined;
}

/** Only the post's people are suspended: a civil servant acts by an office, which no suspension reaches. */
async function isClerk(tx: Tx, accountId: string): Promise<boolean> {
  const found = await tx
    .selectFrom("nation.staff_post")
    .select("id")
    .where("account_id", "=", accountId)
    .where("role", "=", "postalClerk")
    .executeTakeFirst();
  return found !== undefined;
}
