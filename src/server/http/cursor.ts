/** Packs the place where a page ended; opaque to the caller, tolerant of nonsense on the way back. */
export function packCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** @returns undefined for anything that {@link packCursor} did not make with this many parts: the list starts anew. */
export function unpackCursor(cursor: string | undefined, length: number): readonly string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    const fits =
      Array.isArray(parts) && parts.length === length && parts.every((part) => typeof part === "string");
    return fits ? (parts as string[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Rows on a page; a list has a next page when one more row was found. */
export const PAGE_ROWS = 50;
