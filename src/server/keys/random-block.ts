import { randomFillSync } from "node:crypto";

const BLOCK_BYTES = 8192;
let block = Buffer.alloc(0);

/**
 * Random bytes of the system, that nobody has had before. They are drawn in blocks, since each drawing costs as much as
 * a seal, and an intake takes a dozen of them for ids and nonces.
 * @param bytes at most {@link BLOCK_BYTES}
 * @example nextRandom(12) for a nonce
 */
export function nextRandom(bytes: number): Buffer {
  if (block.length < bytes) block = randomFillSync(Buffer.allocUnsafeSlow(BLOCK_BYTES));
  const given = block.subarray(0, bytes);
  block = block.subarray(bytes);
  return given;
}
