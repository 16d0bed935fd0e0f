import { createHash } from "node:crypto";
import type { CarrierDialect, CarrierStatus } from "#domain/postal/read-carrier-statuses.ts";
import { type Instant, instant, laterOf } from "#domain/shared/instant.ts";
import type { CarrierEvent, EventPage } from "../carrier.ts";
import { positionAfter } from "../feed-position.ts";

/** Numbers below this count seconds, others milliseconds: the source says "epoch" and not of what (inference, ours). */
const SECONDS_BELOW = 100_000_000_000;
/** What a row can be told by is kept of it; nobody's feed fills the database with one row. */
const KEPT_CHARACTERS = 500;

export interface TrackingReader {
  readonly source: string;
  readonly dialect: CarrierDialect;
  /** When it was heard. */
  readonly heardAt: Instant;
}

/**
 * A page of `getOrderTracking` in our words. Nothing is dropped: a code that nobody mapped is an event of type
 * `unknown` with its code and words, and so is a row that cannot be read, under the sum of its text.
 *
 * @param rows as they were sent, with the fields of domain.md 8.1
 */
export function readTracking(
  rows: readonly unknown[],
  afterId: string | null,
  reader: TrackingReader,
): EventPage {
  const events = rows.map((row) => readRow(row, reader));
  const ids = rows.flatMap((row) => idOf(row) ?? []);
  const lastId = positionAfter(afterId, ids);
  return { events, lastId, moved: lastId !== afterId };
}

type Row = Readonly<Record<string, unknown>>;

function readRow(given: unknown, reader: TrackingReader): CarrierEvent {
  const row = asRow(given);
  const id = idOf(given);
  const told = timeOf(row["EventTime"]);
  const code = textOf(row["StatusCode"]);
  const from = {
    source: reader.source,
    withdrawn: false,
    waybill: textOf(row["ItemCode"]),
    orderNumber: textOf(row["OrderNumber"]),
    posId: textOf(row["POSID"]),
    notes: textOf(row["Notes"]),
  };
  if (id === null || told === null || code === null) {
    const text = JSON.stringify(given) ?? "";
    const shown = JSON.stringify({ ...row, Notes: undefined });
    return {
      ...from,
      sourceId: id ?? `sum-${createHash("sha256").update(text).digest("hex").slice(0, 32)}`,
      ...heard(told, reader.heardAt),
      type: "unknown",
      code: "unreadable",
      // The notes may name somebody, and the message stands in the journey.
      message: keptText(row === given ? shown : text),
    };
  }
  const status = reader.dialect.statuses.find((one) => one.code === code);
  const message = textOf(row["StatusMessage"]) ?? "";
  const of = { ...from, sourceId: id, ...heard(told, reader.heardAt) };
  if (!status) return { ...of, type: "unknown", code, message };
  return happening(of, status);
}

type Told = Pick<
  CarrierEvent,
  "source" | "sourceId" | "at" | "toldAt" | "withdrawn" | "waybill" | "orderNumber" | "posId" | "notes"
>;

function happening(of: Told, { type, reason }: CarrierStatus): CarrierEvent {
  if (type === "attemptFailed") return { ...of, type, reason: reason ?? "other", nextOn: null };
  if (type === "inTransit") return { ...of, type, place: of.posId };
  return { ...of, type };
}

/** Nobody reports what is yet to be: a carrier's clock that is ahead would put its events after all later ones. */
function heard(told: Instant | null, heardAt: Instant): Pick<CarrierEvent, "at" | "toldAt"> {
  if (told === null) return { at: heardAt, toldAt: null };
  const ahead = told !== heardAt && laterOf(told, heardAt) === told;
  return ahead ? { at: heardAt, toldAt: told } : { at: told, toldAt: null };
}

function timeOf(value: unknown): Instant | null {
  const text = textOf(value);
  if (text === null || !/^\d{1,15}$/.test(text)) return null;
  const count = Number(text);
  if (count === 0) return null;
  return instant(count < SECONDS_BELOW ? count * 1000 : count);
}

function idOf(given: unknown): string | null {
  const id = asRow(given)["_id"];
  // MongoDB's own way of writing an id in JSON.
  return textOf(id) ?? textOf(asRow(id)["$oid"]);
}

function asRow(given: unknown): Row {
  return typeof given === "object" && given !== null && !Array.isArray(given) ? (given as Row) : {};
}

/** What systems write as a number today and as a text tomorrow, as a text; nothing for nothing. */
function textOf(value: unknown): string | null {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value !== "string") return null;
  const text = keptText(value.trim());
  return text === "" ? null : text;
}

/** PostgreSQL keeps neither the zero character nor half a pair: one such row would hold up the whole feed. */
function keptText(text: string): string {
  return text
    .slice(0, KEPT_CHARACTERS)
    .replaceAll("\0", "")
    .replaceAll(/\p{Cs}/gu, "\ufffd");
}
