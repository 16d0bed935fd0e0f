import type { ShipmentEvent } from "#domain/postal/shipment-event.ts";
import type { Instant } from "#domain/shared/instant.ts";

/** One end of a way, as a carrier's form asks for it. A district is what old addresses have and new ones do not. */
export interface PostalParty {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string | null;
  readonly province: string;
  readonly district: string | null;
}

/** What a carrier is asked to carry. */
export interface ShipmentOrder {
  /** Our name for it, the same however often it is sent: made by orderNumberOf of the domain. */
  readonly orderNumber: string;
  readonly sender: PostalParty;
  readonly recipient: PostalParty;
  /** The papers, in words. */
  readonly papers: string;
  readonly description: string;
  /** Đồng to collect at the door. */
  readonly codAmount: number;
}

/** An event as a carrier told it, in our words, before anybody looked for the shipment that it is of. */
export type CarrierEvent = ShipmentEvent & {
  /** What the carrier calls the parcel, and what we called the order; an event has at least one as a rule. */
  readonly waybill: string | null;
  readonly orderNumber: string | null;
  /** The carrier's office. */
  readonly posId: string | null;
  /** What the carrier wrote beside it. It may name a person, so it is not for the journey of everybody. */
  readonly notes: string | null;
  /** The moment that the carrier named, where that lies after the moment when we heard of it; `at` is then the latter. */
  readonly toldAt: Instant | null;
};

/** Some of what a carrier reported, in its order. */
export interface EventPage {
  readonly events: readonly CarrierEvent[];
  /** After which the next page goes on; null when nothing was ever reported. */
  readonly lastId: string | null;
  /** This page went further than the one before: there may be another. */
  readonly moved: boolean;
}

/**
 * `carrier_away`: nothing is known of the request, it may be made again. `carrier_refused`: the carrier understood and said
 * no. `already_ordered`: it had that order before.
 */
export type CarrierFailureCode = "carrier_away" | "carrier_refused" | "already_ordered";

export interface CarrierFailure<Code extends CarrierFailureCode = CarrierFailureCode> {
  readonly ok: false;
  readonly code: Code;
  /** In the carrier's words, cut short. It may repeat what was sent, and is not logged. */
  readonly message: string;
}

export type CarrierAnswer<T, Code extends CarrierFailureCode = CarrierFailureCode> =
  | { readonly ok: true; readonly value: T }
  | CarrierFailure<Code>;

/** What was agreed at the order. The waybill often comes only with the first event. */
export interface Accepted {
  readonly waybill: string | null;
}

/**
 * Somebody who carries papers. Every implementation passes test/kit/carrier-contract.ts. What fails is answered, never
 * thrown; asking again is always safe.
 */
export interface Carrier {
  /** The source of its events, and `shipment.carrier`. */
  readonly name: string;
  readonly order: (order: ShipmentOrder) => Promise<CarrierAnswer<Accepted>>;
  /** Done as well when it was cancelled before. */
  readonly cancel: (orderNumber: string) => Promise<CarrierAnswer<null, "carrier_away" | "carrier_refused">>;
  /**
   * Asks for back what the carrier has in hand; done as well when it was asked before. What becomes of it, the feed tells.
   * What nobody has taken yet is cancelled by it.
   */
  readonly recall: (orderNumber: string) => Promise<CarrierAnswer<null, "carrier_away" | "carrier_refused">>;
  /** What was reported after `afterId`, at most about `pageSize`; an event may come twice, and before earlier ones. */
  readonly track: (
    afterId: string | null,
    pageSize: number,
  ) => Promise<CarrierAnswer<EventPage, "carrier_away" | "carrier_refused">>;
}

/** Enough to find a name in it that must not be kept; what is kept of it is shorter. */
const MESSAGE_MAX = 2000;

/** @example failure("carrier_away", "fetch failed") */
export function failure<Code extends CarrierFailureCode>(code: Code, message: string): CarrierFailure<Code> {
  return { ok: false, code, message: message.slice(0, MESSAGE_MAX) };
}
