import { crc32, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** What the paper can set, and more than any drawing of a screen needs. */
const BYTES_MAX = 300 * 1024;
const SIDE_MAX = 4_096;
/** Samples of a pixel by the colour type: grey, colour, palette, grey and colour with opacity. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** Length, type and checksum around the content of a chunk. */
const CHUNK_FRAME = 12;
const HEAD_BYTES = 13;

interface Chunk {
  readonly type: string;
  readonly content: Buffer;
}

/**
 * Whether bytes are a PNG that can be drawn and printed: each chunk with its checksum, as many rows as its head says, no
 * side over 4,096 dots and 300 KiB in all. A right head alone says nothing of the rows behind it.
 *
 * @example isWholePng(Buffer.from("iVBORw0KGgo", "base64")) → false
 */
export function isWholePng(png: Buffer): boolean {
  if (png.length > BYTES_MAX || !png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) return false;
  const chunks = chunksOf(png) ?? [];
  const [head] = chunks;
  if (head?.type !== "IHDR" || head.content.length !== HEAD_BYTES || chunks.at(-1)?.type !== "IEND")
    return false;
  const bytes = bytesOf(head.content);
  return bytes !== null && holdsBytes(chunks, bytes);
}

/** How many bytes the rows of a head are, unpacked; null of a size that nobody draws, and of rows that come in passes. */
function bytesOf(head: Buffer): number | null {
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const [depth = 0, colour = 0, , , interlace = 0] = head.subarray(8);
  const drawable = Math.min(width, height) > 0 && Math.max(width, height) <= SIDE_MAX && interlace === 0;
  return drawable ? height * (1 + Math.ceil((width * depth * (SAMPLES[colour] ?? 0)) / 8)) : null;
}

/** The chunks in their order; undefined where one is cut off or its checksum is another. */
function chunksOf(png: Buffer): readonly Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let at = SIGNATURE.length;
  while (at < png.length) {
    if (at + CHUNK_FRAME > png.length) return undefined;
    const end = at + CHUNK_FRAME + png.readUInt32BE(at);
    if (end > png.length || crc32(png.subarray(at + 4, end - 4)) !== png.readUInt32BE(end - 4))
      return undefined;
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), content: png.subarray(at + 8, end - 4) });
    at = end;
  }
  return chunks;
}

function holdsBytes(chunks: readonly Chunk[], bytes: number): boolean {
  const packed = Buffer.concat(chunks.flatMap(({ type, content }) => (type === "IDAT" ? [content] : [])));
  try {
    return inflateSync(packed, { maxOutputLength: bytes + 1 }).length === bytes;
  } catch {
    return false; // Bad bytes, or more of them than the head says.
  }
}
