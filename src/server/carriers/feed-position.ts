/**
 * After which id a page leaves the reader: the last row that is not behind where the page began. The last one and not
 * the greatest, because a server whose order is another than that of its ids would lose what lies between; and never
 * backwards, because an old row that is sent again at the end would make the reader go in a circle.
 *
 * @example positionAfter("3", ["4", "5", "2"]) → "5"
 */
export function positionAfter(before: string | null, ids: readonly string[]): string | null {
  if (before === null) return ids.at(-1) ?? null;
  return ids.findLast((id) => id !== before && !isBehind(id, before)) ?? before;
}

/** Numbers by their size, ids of one length as texts; of others nobody knows. */
function isBehind(id: string, other: string): boolean {
  if (/^\d{1,20}$/.test(id) && /^\d{1,20}$/.test(other)) return BigInt(id) < BigInt(other);
  return id.length === other.length && id < other;
}
