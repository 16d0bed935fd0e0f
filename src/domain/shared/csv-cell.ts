/** What a spreadsheet would take for a formula begins with one of these, also behind the sign that makes it harmless. */
const FORMULA = /^'*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/;

/**
 * A cell that no spreadsheet runs: what begins like a formula gets an apostrophe before it.
 * @example harmlessCell("=1+1") → "'=1+1"; harmlessCell("post:1") → "post:1"
 */
export function harmlessCell(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

/** Takes away the sign that {@link harmlessCell} puts before a cell. @example plainCell("'=1+1") → "=1+1" */
export function plainCell(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}
