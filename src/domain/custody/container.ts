import { type Result, done, invariant, refuse } from "../shared/result.ts";
import type { Holder } from "./custody.ts";

/** Bì hồ sơ, and the bag that packets travel in. */
export const CONTAINER_KINDS = ["packet", "bag"] as const;
export type ContainerKind = (typeof CONTAINER_KINDS)[number];

/** Thirty-one signs, a prime number, without the letters that are read as digits. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXY";
const LETTERS: Readonly<Record<ContainerKind, string>> = { packet: "B", bag: "T" };
const BODY = 8;

/**
 * The code of a container as its label has it: B (bì) or T (túi), eight signs, one sign to check them, so that a mistyped
 * sign names no other packet.
 *
 * @param random eight numbers from 0 to 255
 * @rule LABEL-01
 * @example containerCode("packet", Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)) → "B12345678W"
 */
export function containerCode(kind: ContainerKind, random: Uint8Array): string {
  invariant(random.length === BODY, "a code is made of eight numbers");
  const body = LETTERS[kind] + [...random].map((byte) => ALPHABET[byte % ALPHABET.length]).join("");
  return body + checkSign(body);
}

/**
 * Reads a scanned or typed code of a container; blanks are dropped, O is zero, I and L are one.
 *
 * @returns null for what is none, be it one sign
 */
export function readContainerCode(
  typed: string,
): { readonly kind: ContainerKind; readonly code: string } | null {
  const first = typed.replace(/[\s-]+/g, "").toUpperCase();
  const code = first.slice(0, 1) + first.slice(1).replaceAll("O", "0").replace(/[IL]/g, "1");
  const kind = CONTAINER_KINDS.find((each) => LETTERS[each] === code[0]);
  if (!kind || code.length !== BODY + 2) return null;
  const body = code.slice(0, -1);
  if (Array.from(body.slice(1)).some((sign) => !ALPHABET.includes(sign))) return null;
  return checkSign(body) === code.at(-1) ? { kind, code } : null;
}

/** Each place has a weight of its own, modulo a prime: one wrong sign, or two that changed places, show. */
function checkSign(body: string): string {
  const sum = Array.from(body).reduce((total, sign, at) => total + (at + 2) * ALPHABET.indexOf(sign), 0);
  return ALPHABET.charAt(sum % ALPHABET.length);
}

/** What a rule asks of a container. */
export interface ContainerFacts {
  readonly kind: ContainerKind;
  readonly seal: string | null;
  readonly holder: Holder | null;
  /** It stands on a bảng kê that nobody has answered yet. */
  readonly offered: boolean;
}

/** Why nothing may be done with a container or what is in it. */
export type ContainerRefusal = "container_ended" | "thing_offered" | "thing_inside" | "container_sealed";

/**
 * Whether a container may be worked on: it is there, lies in no other, is not on its way to somebody, and is open.
 *
 * @rule CUSTODY-01
 */
export function mayOpenly(container: ContainerFacts): Result<null, ContainerRefusal> {
  if (container.holder === null) return refuse("container_ended");
  if (container.offered) return refuse("thing_offered");
  if (container.holder.kind === "container") return refuse("thing_inside");
  return container.seal === null ? done(null) : refuse("container_sealed");
}

/** A seal as it is compared: without blanks, in capitals. @example readSeal(" ab 12 ") → "AB12" */
export function readSeal(typed: string): Result<string, "seal_unreadable"> {
  const seal = typed.replace(/\s+/g, "").toUpperCase();
  return /^[0-9A-Z][0-9A-Z./-]{2,39}$/.test(seal) ? done(seal) : refuse("seal_unreadable");
}
