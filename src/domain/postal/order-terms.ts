/** Who ordered: the counter for the citizen, the citizen's own page, or the rule that a ready result is sent. */
export const POSTAL_ORDER_SOURCES = ["counter", "citizen", "auto"] as const;
export type PostalOrderSource = (typeof POSTAL_ORDER_SOURCES)[number];

/** Who pays the postage. */
export const POSTAL_PAYMENTS = ["senderPays", "recipientPays"] as const;
export type PostalPayment = (typeof POSTAL_PAYMENTS)[number];

/** Why an order was cancelled. */
export const CANCEL_REASONS = ["citizen", "mistake", "otherWay", "other"] as const;
export type CancelReason = (typeof CANCEL_REASONS)[number];

/** What became of a report of a shipment that nobody knew. */
export const QUARANTINE_ENDS = ["attached", "dismissed"] as const;
export type QuarantineEnd = (typeof QUARANTINE_ENDS)[number];

/** The name of our own couriers among the carriers: nobody outside is told of what they carry. */
export const OWN_CARRIER = "own";
