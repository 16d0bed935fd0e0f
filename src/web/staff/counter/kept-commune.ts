/**
 * The commune that still goes with an address after it was typed in: kept while commune and province, the last two
 * parts, stand as they stood; none when they were touched.
 * @example keptCommune({ address: "Ấp 2, xã Bình Thành, tỉnh Đồng Tháp", communeCode: "30163" },
 *   "Ấp 3, xã Bình Thành, tỉnh Đồng Tháp") → "30163"
 */
export function keptCommune(
  before: { readonly address: string; readonly communeCode: string },
  typed: string,
): string {
  return lastTwoParts(before.address) === lastTwoParts(typed) ? before.communeCode : "";
}

function lastTwoParts(address: string): string {
  return address
    .split(",")
    .slice(-2)
    .map((part) => part.trim())
    .join(", ");
}
