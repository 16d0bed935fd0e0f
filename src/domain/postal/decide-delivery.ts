import { type Result, done, refuse } from "../shared/result.ts";

/** Who may be at the door: the one it is for, the one named in the order, somebody else with a power of attorney. */
export const TAKERS = ["recipient", "proxy", "other"] as const;
export type Taker = (typeof TAKERS)[number];

/** What the courier saw at the door. */
export interface Delivery {
  readonly taker: Taker;
  readonly identityChecked: boolean;
  readonly signed: boolean;
  /** Number or description of the giấy ủy quyền; of somebody other than the recipient. */
  readonly proxyPaper: string;
  /** Whether the order names a proxy with a power of attorney. */
  readonly proxyOrdered: boolean;
}

/**
 * Whether a result may be left at the door: an identity paper is shown, somebody signs, and who is not the recipient shows a
 * power of attorney and the own paper. Thông tư 17/2017/TT-BTTTT Điều 5 khoản 2 điểm d.
 *
 * @rule DELIVERY-01
 */
export function decideDelivery(
  delivery: Delivery,
): Result<null, "identity_not_checked" | "signature_missing" | "authorisation_missing"> {
  if (!delivery.identityChecked) return refuse("identity_not_checked");
  if (!delivery.signed) return refuse("signature_missing");
  const shown = delivery.proxyPaper.trim() !== "";
  if (delivery.taker === "other" && !shown) return refuse("authorisation_missing");
  if (delivery.taker === "proxy" && !shown && !delivery.proxyOrdered) return refuse("authorisation_missing");
  return done(null);
}
