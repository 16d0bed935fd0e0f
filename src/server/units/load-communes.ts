import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Db } from "../db/kysely.ts";
import type { Commune, Reference } from "./reference.ts";

/** The day on which the two tiers began: what had ended by then no intake asks for. */
const TWO_TIERS_SINCE = "2025-07-01" as PlainDate;

/** The communes of the two tiers by code, each with its periods. */
export async function loadCommunes(db: Db): Promise<ReadonlyMap<string, readonly Commune[]>> {
  const rows = await db
    .selectFrom("nation.administrative_unit")
    .select(["code", "parent_code", "valid_from", "valid_to"])
    .where("kind", "in", ["ward", "commune", "specialZone"])
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", TWO_TIERS_SINCE)]))
    .execute();
  const communes = new Map<string, Commune[]>();
  for (const row of rows) {
    if (row.parent_code === null) continue;
    const commune = { provinceCode: row.parent_code, validFrom: row.valid_from, validTo: row.valid_to };
    communes.set(row.code, [...(communes.get(row.code) ?? []), commune]);
  }
  return communes;
}

/** The province of the commune that has a code on a day; undefined when none has it. */
export function provinceOfCommune(
  { communes }: Pick<Reference, "communes">,
  code: string,
  day: PlainDate,
): string | undefined {
  const standing = communes
    .get(code)
    ?.find(({ validFrom, validTo }) => validFrom <= day && (validTo ?? day) >= day);
  return standing?.provinceCode;
}
