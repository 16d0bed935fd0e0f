import { timingSafeEqual } from "node:crypto";
import { sha256 } from "./key-ring.ts";
import { nextRandom } from "./random-block.ts";

/** Without I, L, O, U: read aloud over a counter, none is mistaken for another. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 10;

/** The secret on the slip with which a citizen looks the dossier up: 10 of 32 signs, 50 random bits. */
export function newTrackSecret(): string {
  // 32 divides the 256 values of a byte: no sign is more likely than another.
  return Array.from(nextRandom(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join("");
}

/** As printed: two groups of five. @example groupTrackSecret("7KQWM2XR9D") → "7KQWM-2XR9D" */
export function groupTrackSecret(secret: string): string {
  return `${secret.slice(0, 5)}-${secret.slice(5)}`;
}

/** What was typed, as it was meant: O is 0, I and L are 1, blanks and dashes do not count. */
export function readTrackSecret(typed: string): string {
  return typed.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
}

/** Compares without telling by time how much was right. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}
