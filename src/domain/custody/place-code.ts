import { type Result, done, invariant, refuse } from "../shared/result.ts";
import { readContainerCode } from "./container.ts";

const DIGITS = 8;

/**
 * The label of a place for papers: K (kệ, kho) and eight digits.
 *
 * @param random eight numbers from 0 to 255
 * @example placeCode(Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)) → "K12345678"
 */
export function placeCode(random: Uint8Array): string {
  invariant(random.length === DIGITS, "a code is made of eight numbers");
  return `K${[...random].map((byte) => byte % 10).join("")}`;
}

/** Ends as the code of a dossier does, or begins as the number of a bảng kê. */
const NAMED_OTHERWISE = /\d{6}-\d{4,}$|^BK-\d{4}-/;

/**
 * A label that hangs there already, as it is compared: capitals, digits and dashes without blanks. What a packet or bag
 * could be called names no place, nor does the code of a dossier or the number of a bảng kê.
 *
 * @example readPlaceCode(" ke-03 ") → "KE-03"
 */
export function readPlaceCode(typed: string): Result<string, "label_unreadable"> {
  const code = typed.replace(/\s+/g, "").toUpperCase();
  const fits =
    /^[0-9A-Z][0-9A-Z.-]{1,19}$/.test(code) &&
    readContainerCode(code) === null &&
    !NAMED_OTHERWISE.test(code);
  return fits ? done(code) : refuse("label_unreadable");
}
