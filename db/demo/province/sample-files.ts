import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import type { Random } from "./random.ts";

/** The files that the dossiers of the demo get: few, small, and each one what it says it is. */
export interface SampleFiles {
  readonly result: Readonly<Record<"granted" | "refused", Buffer>>;
  readonly signatures: readonly Buffer[];
}

const SIGNATURES = 8;

/** Two results from the folder beside, and some signatures drawn by chance. */
export function sampleFiles(random: Random): SampleFiles {
  const result = (outcome: string) => readFileSync(new URL(`./files/result-${outcome}.pdf`, import.meta.url));
  return {
    result: { granted: result("granted"), refused: result("refused") },
    signatures: Array.from({ length: SIGNATURES }, () => drawSignature(random)),
  };
}

const WIDTH = 320;
const HEIGHT = 120;
const POINTS = 900;
const PEN = 1.6;

/** A line as a hand writes it: loops that run from left to right, as a grey PNG. */
function drawSignature(random: Random): Buffer {
  const [loops, lean, swing] = [random.between(4, 8), random.between(6, 16), random.between(18, 34)];
  const phase = random.between(0, 6);
  const pixels = Buffer.alloc(WIDTH * HEIGHT, 255);
  for (let point = 0; point < POINTS; point += 1) {
    const way = point / POINTS;
    const turn = way * loops * 2 * Math.PI;
    const x = 30 + way * (WIDTH - 70) + lean * Math.cos(turn + phase);
    const y = HEIGHT / 2 + swing * (1 - way * 0.6) * Math.sin(turn) + 6 * Math.sin(way * 9 + phase);
    dot(pixels, x, y);
  }
  return png(pixels);
}

function dot(pixels: Buffer, x: number, y: number): void {
  for (let row = Math.floor(y - PEN); row <= y + PEN; row += 1) {
    for (let column = Math.floor(x - PEN); column <= x + PEN; column += 1) {
      if (Math.hypot(column - x, row - y) <= PEN) pixels[row * WIDTH + column] = 30;
    }
  }
}

/** Grey, eight bits, no filter (PNG specification, sections 5 and 11). */
function png(pixels: Buffer): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const rows = Array.from({ length: HEIGHT }, (_, row) =>
    Buffer.concat([Buffer.of(0), pixels.subarray(row * WIDTH, (row + 1) * WIDTH)]),
  );
  return Buffer.concat([
    Buffer.from("\u0089PNG\r\n\u001a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.concat(rows))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(content));
  return Buffer.concat([length, content, check]);
}
