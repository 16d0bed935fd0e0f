import type { Instant } from "../shared/instant.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import { type AttemptReason, SHIPMENT_EVENT_TYPES, type ShipmentEvent } from "./shipment-event.ts";

/** Where a shipment stands; `notOrdered` while only unmapped or late reports are known of it. */
export const SHIPMENT_STATES = [
  "notOrdered",
  "ordered",
  "pickupAssigned",
  "pickedUp",
  "accepted",
  "inTransit",
  "outForDelivery",
  "attemptFailed",
  "invited",
  "returning",
  "lost",
  "backAtAgency",
  "delivered",
  "cancelled",
] as const;
export type ShipmentState = (typeof SHIPMENT_STATES)[number];

/** Reports that do not fit: told to a person, and they move nothing. */
export type OddReport = "afterEnd" | "cancelledTooLate";

/** The way of a shipment, as far as it is known now. */
export interface ShipmentJourney {
  readonly state: ShipmentState;
  /** Since when it stands there; null when nothing is known. */
  readonly since: Instant | null;
  /** When the carrier took it, or the first moment at which it had it in hand where nobody reported that: J of the postal deadline. */
  readonly acceptedAt: Instant | null;
  readonly attempts: readonly {
    readonly at: Instant;
    readonly reason: AttemptReason;
    readonly nextOn: PlainDate | null;
  }[];
  /** Each time that somebody reported an invitation to fetch it; which of them count, `countedInvitations` says. */
  readonly invitations: readonly Instant[];
  readonly damagedAt: Instant | null;
  readonly odd: readonly { readonly event: ShipmentEvent; readonly why: OddReport }[];
  /** What happened, each once, in the order in which it was. */
  readonly events: readonly ShipmentEvent[];
}

/** What nothing comes after, but for a report that the end itself was a mistake. */
const ENDS: ReadonlySet<ShipmentState> = new Set(["delivered", "backAtAgency", "cancelled"]);
/** What nobody can report who has not taken it. A delivery alone says nothing of when it began. */
const SHOWS_IN_HAND: ReadonlySet<ShipmentEvent["type"]> = new Set([
  "pickedUp",
  "accepted",
  "inTransit",
  "outForDelivery",
]);
/** What comes before anybody has it: reported of a time after that, by a clock that is ahead or a slip filled in late, it moves nothing back. */
const BEFORE_HAND: ReadonlySet<ShipmentEvent["type"]> = new Set(["ordered", "pickupAssigned"]);
const RANKS = new Map(SHIPMENT_EVENT_TYPES.map((type, rank) => [type, rank]));

/**
 * The journey that a heap of reports amounts to. It depends on what was reported and on nothing else: not on the order in
 * which it was heard, not on how often. What was lost is found again by whatever is reported of it later; what was
 * delivered, brought back or cancelled stays so, and later reports are odd; a cancellation holds only of what no carrier
 * had in hand.
 *
 * @rule SHIPMENT-01
 * @example shipmentJourney([accepted, ordered, accepted]).state → "accepted"
 */
export function shipmentJourney(reports: readonly ShipmentEvent[]): ShipmentJourney {
  const events = inOrder(reports);
  const odd: { event: ShipmentEvent; why: OddReport }[] = [];
  let state: ShipmentState = "notOrdered";
  let since: Instant | null = null;
  let inHand = false;
  for (const event of events) {
    const { type, at } = event;
    inHand ||= SHOWS_IN_HAND.has(type);
    const does = doesTo(state, inHand, type);
    if (does === "moves") [state, since] = [type as ShipmentState, at];
    else if (does !== "stays") odd.push({ event, why: does });
  }
  return {
    state,
    since,
    acceptedAt:
      (events.find(({ type }) => type === "accepted") ?? events.find(({ type }) => SHOWS_IN_HAND.has(type)))
        ?.at ?? null,
    attempts: events.flatMap((event) =>
      event.type === "attemptFailed" ? [{ at: event.at, reason: event.reason, nextOn: event.nextOn }] : [],
    ),
    invitations: events.filter(({ type }) => type === "invited").map(({ at }) => at),
    damagedAt: events.find(({ type }) => type === "damaged")?.at ?? null,
    odd,
    events,
  };
}

/** What a report does to a shipment that stands somewhere: it moves it, leaves it, or does not fit. */
function doesTo(
  state: ShipmentState,
  inHand: boolean,
  type: ShipmentEvent["type"],
): "moves" | "stays" | OddReport {
  if (type === "unknown" || type === "damaged") return "stays";
  if (inHand && BEFORE_HAND.has(type)) return "stays";
  if (ENDS.has(state)) return "afterEnd";
  return type === "cancelled" && inHand ? "cancelledTooLate" : "moves";
}

/** Each report once, less what was taken back, by when it was; at one instant by rank, then by its number. */
function inOrder(reports: readonly ShipmentEvent[]): readonly ShipmentEvent[] {
  const once = new Map<string, ShipmentEvent>();
  for (const report of reports) {
    const key = JSON.stringify([report.source, report.sourceId]);
    const known = once.get(key);
    if (!known || report.withdrawn) once.set(key, report);
  }
  return [...once.values()].filter(({ withdrawn }) => !withdrawn).toSorted(compare);
}

function compare(one: ShipmentEvent, other: ShipmentEvent): number {
  if (one.at !== other.at) return one.at < other.at ? -1 : 1;
  const rank = (RANKS.get(one.type) ?? 0) - (RANKS.get(other.type) ?? 0);
  if (rank !== 0) return rank;
  return keyOf(one) < keyOf(other) ? -1 : 1;
}

function keyOf({ source, sourceId }: ShipmentEvent): string {
  return JSON.stringify([source, sourceId]);
}
