import { searchKey } from "#domain/shared/vietnamese-text.ts";

/**
 * The procedures found, with those first whose name has the words together, and of these the shortest:
 * "khai sinh" is asked for far oftener as "Đăng ký khai sinh" than as one of its longer kin. The order of
 * the server stays otherwise.
 */
export function nearestFirst<Row extends { readonly name: string; readonly code: string }>(
  rows: readonly Row[],
  asked: string,
): readonly Row[] {
  const words = searchKey(asked);
  if (words === "") return rows;
  const rank = ({ name }: Row) => (searchKey(name).includes(words) ? name.length : Number.POSITIVE_INFINITY);
  return rows
    .map((row, at) => ({ row, at, rank: rank(row) }))
    .sort((a, b) => (a.rank === b.rank ? a.at - b.at : a.rank - b.rank))
    .map(({ row }) => row);
}
