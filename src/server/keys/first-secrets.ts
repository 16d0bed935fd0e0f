import { createHmac } from "node:crypto";
import type { KeyRing } from "./key-ring.ts";

/** Read aloud and typed from paper: no letter or figure that looks like another one. */
const ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
const GROUPS = 4;
const GROUP_LENGTH = 4;
const AUTHENTICATOR_BYTES = 20;

/** What a person is handed for the first sign-in. */
export interface FirstSecrets {
  readonly password: string;
  /** The authenticator's shared secret. */
  readonly authenticator: Uint8Array;
}

/**
 * The first password and authenticator of a slip. Derived with the key ring from the slip's id, so that a request that
 * is repeated after a lost line gets the same slip, while what is kept of its answer holds no secret: without the ring
 * the id says nothing.
 * @example firstSecrets(ring, slipId).password → "k7mp-3xqd-w9ht-e4vn"
 */
export function firstSecrets(ring: KeyRing, slipId: string): FirstSecrets {
  const bytes = (use: string) => createHmac("sha256", ring.indexKey).update(`slip ${use}:${slipId}`).digest();
  const signs = Array.from(
    bytes("password").subarray(0, GROUPS * GROUP_LENGTH),
    (byte) => ALPHABET[byte % ALPHABET.length] ?? "",
  );
  const groups = Array.from({ length: GROUPS }, (_, index) =>
    signs.slice(index * GROUP_LENGTH, (index + 1) * GROUP_LENGTH).join(""),
  );
  return {
    password: groups.join("-"),
    authenticator: bytes("authenticator").subarray(0, AUTHENTICATOR_BYTES),
  };
}
