import { createHash } from "node:crypto";
import type { CarrierDialect, CarrierStatus } from "#domain/postal/read-carrier-statuses.ts";
import { type Instant, instant, laterOf } from "#domain/shared/instant.ts";
import type { CarrierEvent, EventPage } from "../carrier.ts";
import { positionAfter } from "../feed-position.ts";
import { keptText, textOf, waybillOf } from "./told-text.ts";

/** Numbers below this count seconds, others milliseconds: the source says "epoch" and not of what (inference, ours). */
const SECONDS_BELOW = 100_000_000_000;

/** Rows are flat; an id may be an object in them. */
const NESTED_MAX = 8;

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
    waybill: waybillOf(row["ItemCode"]),
    orderNumber: textOf(row["OrderNumber"]),
    posId: textOf(row["POSID"]),
    notes: textOf(row["Notes"]),
  };
  if (id === null || told === null || code === null) {
    const whole = flattened(given, NESTED_MAX);
    const text = JSON.stringify(whole) ?? "";
    const shown = JSON.stringify({ ...asRow(whole), Notes: undefined });
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

/** A value without what is nested deeper than anything that is meant: `JSON.stringify` would run out of its stack. */
function flattened(value: unknown, depth: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (depth === 0) return "…";
  if (Array.isArray(value)) return value.map((one) => flattened(one, depth - 1));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, flattened(one, depth - 1)]));
}

function asRow(given: unknown): Row {
  return typeof given === "object" && given !== null && !Array.isArray(given) ? (given as Row) : {};
}
