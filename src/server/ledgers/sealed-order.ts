import type { KeyRing } from "../keys/key-ring.ts";
import { seal, unseal } from "../keys/seal.ts";

/** One end of a way as an order keeps it. */
export interface OrderParty {
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly communeCode: string | null;
}

/** The people of an order; kept sealed. */
export interface OrderParties {
  readonly citizen: OrderParty;
  readonly unit: OrderParty;
  readonly proxy: { readonly name: string; readonly identityNumber: string; readonly paper: string } | null;
}

const contextOf = (orderId: string) => `postal_order:${orderId}`;

/** Seals the people of an order. */
export function sealParties(ring: KeyRing, orderId: string, parties: OrderParties): Buffer {
  return seal(ring, contextOf(orderId), parties);
}

const NOBODY: OrderParty = { name: "", address: "", phone: "", email: "", communeCode: null };

/**
 * Opens what {@link sealParties} made. Whoever calls this has logged the read.
 *
 * @param sealed null once the time for which it is kept is over: then there is nobody to name
 */
export function openOrderParties(ring: KeyRing, orderId: string, sealed: Buffer | null): OrderParties {
  return sealed === null
    ? { citizen: NOBODY, unit: NOBODY, proxy: null }
    : unseal<OrderParties>(ring, contextOf(orderId), sealed);
}
