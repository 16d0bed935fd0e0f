/** A named place for papers, in one person's charge. */
export const CUSTODY_PLACE_KINDS = ["shelf", "safe", "agencyDesk", "vehicle"] as const;

/** Why somebody answers for a place: it was opened, both signed, or the one before was stopped or has left. */
export const CHARGE_REASONS = ["opened", "agreed", "succeeded"] as const;

/** Drawn on the screen, on paper that was scanned, or by the code of a text message. */
export const SIGNATURE_KINDS = ["drawn", "code", "paper"] as const;
export const SIGNER_KINDS = ["person", "outsider"] as const;

/** What a file beside the custody ledger is. */
export const CUSTODY_FILE_PURPOSES = ["signature", "photo", "signedPaper"] as const;

/** Where a bảng kê stands. */
export const MANIFEST_STATES = ["offered", "accepted", "refused", "withdrawn"] as const;
export type ManifestState = (typeof MANIFEST_STATES)[number];

/** What became of one line of it. */
export const LINE_OUTCOMES = ["offered", "accepted", "missing", "notTaken"] as const;

/** What a scan at a place turned out to be. */
export const STOCK_OUTCOMES = ["found", "missing", "elsewhere", "unknown"] as const;

/** An act with things that is no event of a dossier. */
export const CUSTODY_ACT_TYPES = [
  "made",
  "packed",
  "unpacked",
  "sealed",
  "opened",
  "rewrapped",
  "placed",
  "accepted",
  "ended",
  "succeeded",
  "delivered",
] as const;
export type CustodyActType = (typeof CUSTODY_ACT_TYPES)[number];
