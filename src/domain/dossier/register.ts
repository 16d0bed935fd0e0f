import { type Instant, instantAt } from "../shared/instant.ts";
import { plainDate } from "../shared/plain-date.ts";

/** Papers that a unit numbers and that are not of one dossier: its register, and slips with which things change hands. */
export const UNIT_FORMS = ["register", "dossierHandOver", "resultHandOver"] as const;
export type UnitForm = (typeof UNIT_FORMS)[number];

/** Slips among them: dossiers go to the agency, results come back from it. */
export const SLIP_FORMS = ["dossierHandOver", "resultHandOver"] as const satisfies readonly UnitForm[];
export type SlipForm = (typeof SLIP_FORMS)[number];

/** How many lines a volume (quyển) holds before the next is begun; the running number goes on through them. */
export const LINES_PER_VOLUME = 500;

/** How many dossiers one slip hands over. */
export const SLIP_ROWS_MAX = 50;

/** First moment of a year on the clock of Việt Nam, and of the one after. */
export function spanOfYear(year: number): { readonly from: Instant; readonly until: Instant } {
  const firstOf = (one: number) => instantAt(plainDate(`${one}-01-01`), 0);
  return { from: firstOf(year), until: firstOf(year + 1) };
}

/** The volume in which a line of a register stands. @example volumeOf(500) → 1; volumeOf(501) → 2 */
export function volumeOf(number: number): number {
  return Math.ceil(number / LINES_PER_VOLUME);
}

/**
 * A register is closed when its year is over: until then a dossier may still be received.
 *
 * @rule REGISTER-01 (TT 01/2018/TT-VPCP Điều 10: opened by calendar year, closed at its end)
 */
export function mayClose(year: number, now: Instant): boolean {
  return spanOfYear(year).until <= now;
}
