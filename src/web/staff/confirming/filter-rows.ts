import type { AwaitedRow } from "#contract/confirming.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";

/** The rows in which every typed word occurs, without regard to diacritics. @example filterRows(rows, "nhung ho tich") */
export function filterRows(rows: readonly AwaitedRow[], typed: string): readonly AwaitedRow[] {
  const words = searchKey(typed).split(" ").filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = searchKey([row.code, row.applicantName, row.procedureName, row.clerk].join(" "));
    return words.every((word) => text.includes(word));
  });
}
