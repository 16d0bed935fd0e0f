import type { PostalLeg } from "./tariff.ts";

/**
 * What an order is called: the dossier's code, as VNPost's field asks for. The way back has an ending, because one dossier
 * may have a way in and a way out at one time; so has the second order of a way, after one that was cancelled, because the
 * carrier would take it for the first (inference, ours).
 *
 * @param nth 1 for the first order of this way
 * @example orderNumberOf("H82.15-261123-0001", "return", 2) → "H82.15-261123-0001-KQ-2"
 */
export function orderNumberOf(dossierCode: string, leg: PostalLeg, nth: number): string {
  return `${dossierCode}${leg === "send" ? "" : "-KQ"}${nth === 1 ? "" : `-${nth}`}`;
}
