import { readTrackingNumber } from "#domain/postal/tracking-number.ts";

/** What a row can be told by is kept of it; nobody's feed fills the database with one row. */
const KEPT_CHARACTERS = 500;

/** What systems write as a number today and as a text tomorrow, as a text; nothing for nothing. */
export function textOf(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string") return null;
  const text = keptText(value.trim());
  return text === "" ? null : text;
}

/** PostgreSQL keeps neither the zero character nor half a pair: one such row would hold up the whole feed. */
export function keptText(text: string): string {
  return text
    .slice(0, KEPT_CHARACTERS)
    .replaceAll("\0", "")
    .replaceAll(/\p{Cs}/gu, "\ufffd");
}

/** In the form that numbers are looked for; one that cannot be read as it was told. */
export function waybillOf(value: unknown): string | null {
  const text = textOf(value);
  const read = text === null ? null : readTrackingNumber(text);
  return read?.ok === true ? read.value.number : text;
}
