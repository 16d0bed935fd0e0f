import { createCipheriv, createDecipheriv } from "node:crypto";
import { invariant } from "#domain/shared/result.ts";
import type { KeyRing } from "./key-ring.ts";
import { nextRandom } from "./random-block.ts";

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts bytes (AES-256-GCM). `context` says what they belong to and is bound into the seal, so that a
 * sealed value copied to another place does not open there.
 * Layout: key id (1 byte), nonce (12), tag (16), ciphertext.
 */
export function sealBytes(ring: KeyRing, context: string, content: Uint8Array): Buffer {
  const key = ring.sealingKeys.get(ring.currentKeyId);
  invariant(key, "the current key is in the ring");
  const iv = nextRandom(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(context));
  const body = Buffer.concat([cipher.update(content), cipher.final()]);
  return Buffer.concat([Buffer.of(ring.currentKeyId), iv, cipher.getAuthTag(), body]);
}

/**
 * Opens what {@link sealBytes} made in the same context.
 * @throws when the key is unknown, the context differs or a byte was changed: never an input error.
 */
export function unsealBytes(ring: KeyRing, context: string, sealed: Buffer): Buffer {
  const key = ring.sealingKeys.get(sealed[0] ?? 0);
  invariant(key, `the key ${sealed[0]} of a sealed value is in the ring`);
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const decipher = createDecipheriv("aes-256-gcm", key, iv)
    .setAAD(Buffer.from(context))
    .setAuthTag(sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()]);
}

/** {@link sealBytes} of a JSON value, for a column. @example seal(ring, `party:${id}`, details) */
export function seal(ring: KeyRing, context: string, value: unknown): Buffer {
  return sealBytes(ring, context, Buffer.from(JSON.stringify(value)));
}

/** Opens what {@link seal} made in the same context. @throws as {@link unsealBytes} does */
export function unseal<T>(ring: KeyRing, context: string, sealed: Buffer): T {
  return JSON.parse(unsealBytes(ring, context, sealed).toString("utf8")) as T;
}
