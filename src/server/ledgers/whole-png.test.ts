import { deflateSync, crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { A_PNG } from "../../../test/kit/steps.ts";
import { isWholePng } from "./whole-png.ts";

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** A PNG of one grey, of any size, with as many bytes of rows as are told. */
function png(width: number, height: number, rows = height * (1 + width)): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  return Buffer.concat([
    A_PNG.subarray(0, 8),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(Buffer.alloc(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const damaged = Buffer.from(A_PNG);
damaged[damaged.length - 20] = (damaged[damaged.length - 20] ?? 0) ^ 0xff;

test.each([
  { bytes: A_PNG, whole: true, because: "a browser drew it" },
  { bytes: png(300, 120), whole: true, because: "all its rows are there" },
  { bytes: A_PNG.subarray(0, 16), whole: false, because: "it ends behind its first words" },
  { bytes: A_PNG.subarray(0, -4), whole: false, because: "its end is cut off" },
  { bytes: damaged, whole: false, because: "a checksum is another" },
  { bytes: png(300, 120, 500), whole: false, because: "rows are missing" },
  { bytes: png(300, 120, 1_000_000), whole: false, because: "there is more than its head says" },
  { bytes: png(12_000, 12_000, 10), whole: false, because: "nobody draws a signature that large" },
  { bytes: png(0, 5), whole: false, because: "it has no width" },
  { bytes: Buffer.from("%PDF-1.7"), whole: false, because: "it is a PDF" },
])("$whole: $because", ({ bytes, whole }) => {
  expect(isWholePng(bytes)).toBe(whole);
});
