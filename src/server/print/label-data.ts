import type { Instant } from "#domain/shared/instant.ts";

/** What labels are printed on: A4 sheets of 24 (3 × 8 of 70 × 37 mm), or a roll with one of 50 × 30 mm a page. */
export const LABEL_STOCKS = ["a4", "roll50x30"] as const;
export type LabelStock = (typeof LABEL_STOCKS)[number];

/** One label, of a packet, a bag, a shelf or another place, or a paper. */
export interface LabelData {
  /** Plain ASCII of 1 to 40 characters: QR and Code 128 hold exactly this, and it is printed as text. */
  readonly code: string;
  /** One or two lines: what it is, from where to where, the dossier's code, the name of the place. A long one is cut. */
  readonly lines: readonly string[];
  /** The number of the seal; null where nothing is sealed. */
  readonly seal: string | null;
}

export interface LabelSheetData {
  readonly stock: LabelStock;
  /** The first free place of a sheet that was used before, 1 to 24, row by row; of no meaning on a roll. */
  readonly startAt: number;
  readonly labels: readonly LabelData[];
  readonly printedAt: Instant;
}
