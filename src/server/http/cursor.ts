import { parsePlainDate } from "#domain/shared/plain-date.ts";

/** Packs the place where a page ended; opaque to the caller, tolerant of nonsense on the way back. */
export function packCursor(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** What a part of a cursor must look like before it may stand in a query. */
export type CursorPart = (text: string) => boolean;
export const CURSOR_TEXT: CursorPart = (text) => !/[\0\p{Surrogate}]/u.test(text);
export const CURSOR_ID: CursorPart = (text) => /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(text);
/** A day that there is: `Date.parse` would take 31 February. */
export const CURSOR_DAY: CursorPart = (text) =>
  !text.startsWith("0000") && parsePlainDate(text) !== undefined;
export const CURSOR_SEQ: CursorPart = (text) => /^\d{1,9}$/.test(text);
export const CURSOR_MOMENT: CursorPart = (text) =>
  /^\d{4}-/.test(text) &&
  !text.startsWith("0000") &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString() === text;

/** @returns undefined for anything that {@link packCursor} cannot have made of such parts: the list starts anew. */
export function unpackCursor(
  cursor: string | undefined,
  shape: readonly CursorPart[],
): readonly string[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    if (!Array.isArray(parts) || parts.length !== shape.length) return undefined;
    const fits = shape.every((isPart, index) => typeof parts[index] === "string" && isPart(parts[index]));
    return fits ? (parts as string[]) : undefined;
  } catch {
    return undefined;
  }
}

/** Rows on a page; a list has a next page when one more row was found. */
export const PAGE_ROWS = 50;
