import type { SuspensionTarget } from "#domain/mandate/mandate.ts";
import type { Space, Tx } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;

/** Whether there is somebody or something of this kind to suspend in a space: who works elsewhere is stopped there. */
export async function isKnown(
  tx: Tx,
  where: { readonly reference: Reference; readonly space: Space },
  target: SuspensionTarget,
  id: string,
): Promise<boolean> {
  const { reference } = where;
  if (target === "procedure") return reference.versionsByCode.has(id);
  if (!UUID.test(id)) return false;
  if (target === "account") return (await officesOfPerson(tx, id)).some((office) => servesIn(where, office));
  if (target === "postOffice") return reference.postOfficeNames.has(id) && servesIn(where, id);
  const found = await tx
    .selectFrom("nation.postal_operator")
    .select("id")
    .where("id", "=", id)
    .executeTakeFirst();
  return found !== undefined;
}

/** Only the post's people are suspended: a civil servant acts by an office, which no suspension reaches. */
async function officesOfPerson(tx: Tx, accountId: string): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom("nation.staff_post")
    .select("post_office_id")
    .where("account_id", "=", accountId)
    .where("role", "in", ["postalClerk", "courier"])
    .execute();
  return rows.flatMap(({ post_office_id }) => post_office_id ?? []);
}

/** An office without a counter is nobody's yet, so anybody's. */
function servesIn(
  { reference, space }: { readonly reference: Reference; readonly space: Space },
  officeId: string,
): boolean {
  const counters = reference.countersOfOffice.get(officeId) ?? [];
  return (
    counters.length === 0 || counters.some(({ unit }) => reference.spaceOf.get(unit.id)?.id === space.id)
  );
}
