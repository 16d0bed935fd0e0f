import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { readRows } from "./read-rows.ts";
import { RECORD_MAX_BYTES, inspectFile } from "./source-file.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-source-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function fileOf(content: string | Buffer): string {
  files += 1;
  const file = path.join(folder, `old-${files}`);
  writeFileSync(file, content);
  return file;
}

/** Line and code of each row, or why it is none. */
async function rowsOf(content: string | Buffer) {
  const source = await inspectFile(fileOf(content));
  const rows: [number, unknown][] = [];
  for await (const row of readRows(source))
    rows.push([row.line, "reject" in row ? row.reject : row.fields.code]);
  return { counted: source.rows, rows };
}

const HEADING = "code,procedure,unit,receivedAt,dueAt,status,applicantName";
const row = (code: string) => `${code},p,u,r,d,2,n`;
const table = (end: string) => [HEADING, row("A"), row("B"), ""].join(end);
const object = (code: string) => JSON.stringify({ code });
const TWO = [
  [2, "A"],
  [3, "B"],
];

describe("a file that can be used", () => {
  test.each([
    { content: table("\n"), because: "its lines end as everywhere" },
    { content: table("\r\n"), because: "its lines end as on Windows" },
    { content: `${HEADING}\r\n${row("A")}\n${row("B")}\n`, because: "its lines end in two ways" },
    { content: `\ufeff${table("\n")}`, because: "it begins with a byte order mark" },
    { content: gzipSync(table("\n")), because: "it is packed" },
    {
      content: Buffer.concat([gzipSync(`${HEADING}\n${row("A")}\n`), gzipSync(row("B"))]),
      because: "it is packed in two parts",
    },
    {
      content: Buffer.concat([gzipSync(table("\n")), Buffer.alloc(64)]),
      because: "the packed file is filled up with nothing",
    },
    { content: `\n${object("A")}\r\n \t${object("B")}`, because: "it has objects and blank lines" },
  ])("gives its rows when $because", async ({ content }) => {
    expect(await rowsOf(content)).toEqual({ counted: 2, rows: TWO });
  });

  test("a heading in quotation marks may hold the sign that parts columns", async () => {
    const heading = `${HEADING},"Phí, lệ phí"`;
    expect(await rowsOf(`${heading}\n${row("A")},8000\n`)).toEqual({ counted: 1, rows: [[2, "A"]] });
  });

  test("a line that is too long is rejected, whatever it holds, and the next has its number", async () => {
    const long = `{"code":"${"\0".repeat(RECORD_MAX_BYTES * 5)}"}`;
    expect(await rowsOf(gzipSync([object("A"), long, "\n\n\n", object("B")].join("\n")))).toMatchObject({
      rows: [
        [1, "A"],
        [2, "line_too_long"],
        [7, "B"],
      ],
    });
  });
});

test.each([
  {
    content: `${HEADING},code\n${row("A")},B\n`,
    says: 'has a column twice: "code" and "code". Leave one of them out.',
  },
  {
    content: `${HEADING},Mã hồ sơ\n${row("A")},B\n`,
    says: 'has a column twice: "code" and "Mã hồ sơ". Leave one of them out.',
  },
  {
    content: `${HEADING},history1At,history 1 at\n${row("A")},,\n`,
    says: 'has a column twice: "history1At" and "history 1 at"',
  },
  { content: gzipSync(gzipSync(table("\n"))), says: "is packed twice with gzip: unpack it once" },
  { content: gzipSync(table("\n")).subarray(0, -9), says: "is cut off or damaged" },
  {
    content: Buffer.concat([gzipSync(table("\n")), Buffer.from([0x1f, 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])]),
    says: "is cut off or damaged",
  },
  { content: Buffer.from(`\ufeff${table("\n")}`, "utf16le"), says: "is not text in UTF-8" },
  { content: Buffer.from(table("\n"), "utf16le"), says: "is not text in UTF-8" },
  { content: Buffer.from(object("A"), "utf16le"), says: "is not text in UTF-8" },
  { content: gzipSync(Buffer.alloc(3_000_000)), says: "is not text in UTF-8" },
  { content: "\n".repeat(3_000_000), says: "is neither JSON lines nor a table" },
  { content: `${HEADING}\n${"\n".repeat(3_000_000)}`, says: "has no rows" },
  {
    content: gzipSync(`${table("\n")}${"x".repeat(RECORD_MAX_BYTES * 5)}`),
    says: "the row on line 4 is longer than 1000000 bytes",
  },
  {
    content: gzipSync(`${HEADING}\n${",".repeat(RECORD_MAX_BYTES * 5)}\n${row("A")}`),
    says: "the row on line 2 is longer than 1000000 bytes",
  },
  {
    content: gzipSync(`${HEADING}\n"${"x".repeat(RECORD_MAX_BYTES * 5)}`),
    says: "a quotation mark that begins a field on line 2 is never closed",
  },
])("a file that cannot be used is named in one sentence: $says", async ({ content, says }) => {
  await expect(inspectFile(fileOf(content))).rejects.toThrow(says);
});
