import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { LINES_MAX, inspectFile } from "./import-catalogue.ts";
import { LINE_BYTES_MAX, readLines } from "./import-lines.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-lines-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function fileOf(content: string | Buffer): string {
  files += 1;
  const file = path.join(folder, `${files}.jsonl`);
  writeFileSync(file, content);
  return file;
}

async function linesOf(content: string | Buffer) {
  const lines: [number, string | undefined][] = [];
  for await (const { number, text } of readLines(fileOf(content))) lines.push([number, text]);
  return lines;
}

const A = '{"code":"1"}';
const TWO = [
  [1, A],
  [3, A],
];

describe("the lines of a file", () => {
  test.each([
    { content: `${A}\n\n${A}`, because: "blank lines count and say nothing" },
    { content: `${A}\r\n \t\r\n  ${A}\r\n`, because: "lines end as on Windows, and blanks begin one" },
    { content: `\ufeff${A}\n\n${A}\n`, because: "a byte order mark is no sign of the text" },
    { content: gzipSync(`${A}\n\n${A}\n`), because: "it is packed" },
    {
      content: Buffer.concat([gzipSync(`${A}\n`), gzipSync(`\n${A}\n`)]),
      because: "it is packed in two parts",
    },
    {
      content: Buffer.concat([gzipSync(`${A}\n\n${A}\n`), Buffer.alloc(64)]),
      because: "the packed file is filled up with nothing",
    },
  ])("are read when $because", async ({ content }) => {
    expect(await linesOf(content)).toEqual(TWO);
  });

  test.each([
    { content: gzipSync(gzipSync(A)), says: "is packed twice with gzip: unpack it once" },
    {
      content: Buffer.concat([gzipSync(A), Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])]),
      says: "is a damaged or cut gzip file",
    },
    { content: Buffer.from(`\ufeff${A}\n`, "utf16le"), says: "is not UTF-8 text (line 1)" },
    { content: gzipSync(Buffer.from([0x41, 0x0a, 0xff])), says: "is not UTF-8 text (line 2)" },
    { content: Buffer.alloc(100_000), says: "holds no procedure" },
    { content: Buffer.from(`${A}\n`, "utf16le"), says: "holds no procedure" },
    { content: "\n".repeat(5_000_000), says: "holds no procedure" },
    { content: gzipSync(Buffer.alloc(LINE_BYTES_MAX * 8)), says: "holds no procedure" },
    { content: `${A}\n${"x\n".repeat(LINES_MAX)}`, says: `has more than ${LINES_MAX} lines` },
  ])("cannot be used: $says", async ({ content, says }) => {
    await expect(inspectFile(fileOf(content))).rejects.toThrow(says);
  });

  test("a line that is too long is passed over, and the next has its number", async () => {
    const long = `{"code":"${"x".repeat(LINE_BYTES_MAX * 5)}"}`;
    expect(await linesOf(gzipSync(`${A}\n${long}\n${A}`))).toEqual([
      [1, A],
      [2, undefined],
      [3, A],
    ]);
  });
});

test("a small gzip that unpacks to one line of hundreds of megabytes is read without holding them", async () => {
  const megabyte = 1024 * 1024;
  const zeros = gzipSync(Buffer.alloc(64 * megabyte));
  const file = fileOf(
    Buffer.concat([...Array<Buffer>(8).fill(zeros), gzipSync(Buffer.alloc(megabyte, "\n"))]),
  );
  const held = () => process.memoryUsage().arrayBuffers;
  const before = held();
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, held())), 10);
  await expect(inspectFile(file)).rejects.toThrow("holds no procedure");
  clearInterval(watch);
  expect(peak).toBeGreaterThan(0);
  expect(peak - before).toBeLessThan(256 * megabyte);
});
