import { searchKey } from "#domain/shared/vietnamese-text.ts";

interface Filterable {
  readonly code: string;
  readonly applicantName: string;
  readonly procedureName: string;
}

/**
 * The rows in which every typed word occurs, without regard to diacritics; `further` names what else is looked at.
 * @example filterRows(rows, "nhung ho tich")
 */
export function filterRows<Row extends Filterable>(
  rows: readonly Row[],
  typed: string,
  further: (row: Row) => string = () => "",
): readonly Row[] {
  const words = searchKey(typed).split(" ").filter(Boolean);
  if (words.length === 0) return rows;
  return rows.filter((row) => {
    const text = searchKey([row.code, row.applicantName, row.procedureName, further(row)].join(" "));
    return words.every((word) => text.includes(word));
  });
}
