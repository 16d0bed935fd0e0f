import type { FormSet } from "#domain/dossier/issued-form.ts";
import type { Punctuality } from "#domain/dossier/punctuality.ts";
import type { Instant } from "#domain/shared/instant.ts";

/** All that a control sheet says ("phiếu kiểm soát quá trình giải quyết hồ sơ"), as plain data. */
export interface ControlSheetData {
  readonly formSet: FormSet;
  readonly paperSize: "A5" | "A4";
  readonly copies: number;
  readonly governingBody: string;
  readonly unitName: string;
  readonly place: string;
  /** Left out, a blank is printed to be filled by hand. */
  readonly number?: string;
  /** Up to when it tells what happened. */
  readonly asOf: Instant;
  readonly dossierCode: string;
  readonly agencyName: string;
  readonly receivedAt: Instant;
  /** The date that holds; null while the clock stands. */
  readonly dueAt: Instant | null;
  readonly hops: readonly Hop[];
  readonly trackUrl: string;
  readonly trackSecret: string;
}

/** Once the dossier went from hand to hand. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  readonly at: Instant;
  /** Names of who gave and who took; "" where nobody of the house did. */
  readonly giver: string;
  readonly taker: string;
  /** Once the case is done. */
  readonly result: Exclude<Punctuality, "underway"> | null;
  readonly note: string;
}
