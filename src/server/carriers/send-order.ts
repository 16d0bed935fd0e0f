import { type Instant, addMilliseconds, millisecondsBetween } from "#domain/shared/instant.ts";
import type { Carrier, CarrierAnswer, CarrierEvent, PostalParty, ShipmentOrder } from "./carrier.ts";

/**
 * What came of telling a carrier: an event for the shipment, or another try later. An event of type `unknown` with a code
 * of `NotSent` says that a person has to do something; it moves nothing.
 */
export type Sent =
  | { readonly kind: "settled"; readonly event: CarrierEvent }
  | { readonly kind: "later"; readonly at: Instant };

/** Codes under which a shipment shows that its carrier was not told, or said no. */
const NOT_SENT = [
  "orderRefused",
  "orderNotSent",
  "cancelRefused",
  "cancelNotSent",
  "recallRefused",
  "recallNotSent",
] as const;
type NotSent = (typeof NOT_SENT)[number];
/** The carrier knows that it is wanted back: shown in the journey, and it moves nothing. */
const RECALL_TOLD = "recallTold";

/** What is kept of a carrier's words. */
const MESSAGE_KEPT = 300;

/** After so long nobody waits for a carrier to come back: a person orders again, or by another one. */
const GIVE_UP_MS = 24 * 3_600_000;
const SOONEST_MS = 60_000;
const LATEST_MS = 30 * 60_000;

/**
 * Tells a carrier of an order. Done twice it comes to the same event: what the carrier had already is as good as taken.
 *
 * @param orderedAt when a person ordered it: the moment of the event, and the beginning of the patience
 */
export async function sendOrder(
  carrier: Carrier,
  order: ShipmentOrder,
  { orderedAt, now }: { readonly orderedAt: Instant; readonly now: Instant },
): Promise<Sent> {
  const { orderNumber } = order;
  const answer = await carrier.order(order);
  const from = { carrier: carrier.name, orderNumber, askedAt: orderedAt };
  if (answer.ok) return taken(from, "ordered", answer.value.waybill);
  if (answer.code === "already_ordered") return taken(from, "ordered", null);
  const message = withoutParties(answer.message, [order.sender, order.recipient]);
  return notTaken(from, now, answer.code, { refused: "orderRefused", away: "orderNotSent", message });
}

/** Tells a carrier that an order is cancelled, by the same rules. */
export async function sendCancel(
  carrier: Carrier,
  orderNumber: string,
  { cancelledAt, now }: { readonly cancelledAt: Instant; readonly now: Instant },
): Promise<Sent> {
  const answer: CarrierAnswer<null> = await carrier.cancel(orderNumber);
  const from = { carrier: carrier.name, orderNumber, askedAt: cancelledAt };
  if (answer.ok) return taken(from, "cancelled", null);
  const codes = { refused: "cancelRefused", away: "cancelNotSent", message: answer.message } as const;
  return notTaken(from, now, answer.code, codes);
}

/** Tells a carrier that what it has in hand is wanted back; what becomes of it comes by its feed. */
export async function sendRecall(
  carrier: Carrier,
  orderNumber: string,
  { recalledAt, now }: { readonly recalledAt: Instant; readonly now: Instant },
): Promise<Sent> {
  const answer: CarrierAnswer<null> = await carrier.recall(orderNumber);
  const from = { carrier: carrier.name, orderNumber, askedAt: recalledAt };
  if (answer.ok)
    return {
      kind: "settled",
      event: { type: "unknown", code: RECALL_TOLD, message: "", ...reported(from, RECALL_TOLD) },
    };
  const codes = { refused: "recallRefused", away: "recallNotSent", message: answer.message } as const;
  return notTaken(from, now, answer.code, codes);
}

/** Cancelled before the carrier was ever asked: there is nobody to tell, and it is over at once. */
export function neverAsked(carrier: string, orderNumber: string, cancelledAt: Instant): Sent {
  return taken({ carrier, orderNumber, askedAt: cancelledAt }, "cancelled", null);
}

/** No setting names this carrier any more: nobody can be told, and the shipment says so at once. */
export function notOpen(
  carrier: string,
  { orderNumber }: Pick<ShipmentOrder, "orderNumber">,
  what: { readonly code: Extract<NotSent, `${string}NotSent`>; readonly askedAt: Instant },
): Sent {
  const { code, askedAt } = what;
  const asked = { carrier, orderNumber, askedAt };
  return {
    kind: "settled",
    event: { type: "unknown", code, message: "carrier_not_open", ...reported(asked, code) },
  };
}

interface Asked {
  readonly carrier: string;
  readonly orderNumber: string;
  readonly askedAt: Instant;
}

function taken(asked: Asked, type: "ordered" | "cancelled", waybill: string | null): Sent {
  return { kind: "settled", event: { type, ...reported(asked, type), waybill } };
}

function notTaken(
  asked: Asked,
  now: Instant,
  why: "carrier_away" | "carrier_refused" | "already_ordered",
  codes: { readonly refused: NotSent; readonly away: NotSent; readonly message: string },
): Sent {
  const waited = millisecondsBetween(asked.askedAt, now);
  if (why === "carrier_away" && waited < GIVE_UP_MS) {
    const pause = Math.min(LATEST_MS, Math.max(SOONEST_MS, Math.floor(waited / 4)));
    return { kind: "later", at: addMilliseconds(now, pause) };
  }
  const code = why === "carrier_away" ? codes.away : codes.refused;
  const { message } = codes;
  return { kind: "settled", event: { type: "unknown", code, message, ...reported(asked, code) } };
}

/** One event however often the job is done: its number is made of what it says. */
function reported({ carrier, orderNumber, askedAt }: Asked, what: string) {
  return {
    source: carrier,
    sourceId: `${orderNumber}:${what}`,
    at: askedAt,
    toldAt: null,
    withdrawn: false,
    orderNumber,
    waybill: null,
    posId: null,
    notes: null,
  } as const;
}

/** A carrier's "no" may repeat what it was sent; the journey is no place for names and addresses. */
function withoutParties(message: string, parties: readonly PostalParty[]): string {
  const said = parties.flatMap(({ name, address, phone, email }) => [
    spelt(name.split(/\s+/), "\\s+"),
    spelt(address.split(/\s+/), "\\s+"),
    spelt(phone.replaceAll(/\D/g, "").split(""), "[\\s.-]*"),
    spelt([email ?? ""], ""),
  ]);
  const left = said.reduce((text, pattern) => (pattern ? text.replaceAll(pattern, "…") : text), message);
  return left.slice(0, MESSAGE_KEPT);
}

/** A text however its letters and blanks are written; null for nothing. */
function spelt(parts: readonly string[], between: string): RegExp | null {
  const written = parts
    .filter((part) => part !== "")
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return written.length === 0 ? null : new RegExp(written.join(between), "giu");
}
