/** What the rule looks at of a row: the number of a person or an organisation. */
export interface GroupRow {
  readonly rowId: string;
  readonly applicant: { readonly identityNumber: string } | { readonly taxCode: string };
}

/**
 * Rows of a group whose applicant stands on an earlier row too, each with that row: one person asks for one thing once in
 * a visit, unless the counter says that it is meant. Rows without a number are no double: that it is missing is said otherwise.
 *
 * @rule INTAKE-04
 * @example doubledRows([{ rowId: "1", applicant: { identityNumber: "087190001234" } }, { rowId: "2", applicant: { identityNumber: "087 190 001 234" } }]) → Map { "2" → "1" }
 */
export function doubledRows(rows: readonly GroupRow[]): ReadonlyMap<string, string> {
  const seen = new Map<string, string>();
  const doubled = new Map<string, string>();
  for (const { rowId, applicant } of rows) {
    const number = numberOf(applicant);
    if (number === "") continue;
    const first = seen.get(number);
    if (first === undefined) seen.set(number, rowId);
    else doubled.set(rowId, first);
  }
  return doubled;
}

/** As it is compared: without the blanks and dots that people write between the digits. */
function numberOf(applicant: GroupRow["applicant"]): string {
  const typed = "taxCode" in applicant ? applicant.taxCode : applicant.identityNumber;
  return typed.replace(/[\s.]/gu, "").toUpperCase();
}

/** How the code of a group is written: never taken for that of a dossier. @example groupCode("H20.077", "261122", 3) → "NH-H20.077-261122-03" */
export function groupCode(agencyCode: string, day: string, number: number): string {
  return `NH-${agencyCode}-${day}-${String(number).padStart(2, "0")}`;
}
