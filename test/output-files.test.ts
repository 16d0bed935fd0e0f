import { spawnSync } from "node:child_process";
import {
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { openNewFile, requireOtherFiles } from "../cli/output-files.ts";
import { visible } from "../cli/visible-text.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-output-"));
const inside = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

mkdirSync(inside("real"));
writeFileSync(inside("real/in.csv"), "a");
writeFileSync(inside("other.csv"), "a");
symlinkSync("real", inside("here"));
symlinkSync("real/in.csv", inside("link.csv"));
symlinkSync("real/not-yet.csv", inside("to-nothing"));
linkSync(inside("real/in.csv"), inside("second-name.csv"));

describe("two files of a command", () => {
  test.each([
    { one: "real/in.csv", other: "real/in.csv", same: true, because: "it is one name" },
    { one: "real/in.csv", other: "real/../real/in.csv", same: true, because: "it is one place" },
    { one: "real/in.csv", other: "link.csv", same: true, because: "a link leads to it" },
    { one: "real/in.csv", other: "here/in.csv", same: true, because: "its folder is a link" },
    { one: "real/in.csv", other: "second-name.csv", same: true, because: "a file can have two names" },
    { one: "real/new.csv", other: "here/new.csv", same: true, because: "it would be made in one folder" },
    { one: "real/not-yet.csv", other: "to-nothing", same: true, because: "the link would make it" },
    { one: "real/in.csv", other: "other.csv", same: false, because: "what stands in it says nothing" },
    { one: "real/new.csv", other: "new.csv", same: false, because: "the folders differ" },
    { one: "nowhere/a", other: "nowhere/b", same: false, because: "neither can be made" },
  ])("$one and $other are one file: $same, because $because", ({ one, other, same }) => {
    const files = [
      { option: "the file to import", file: inside(one) },
      { option: "--report", file: inside(other) },
    ];
    if (same)
      expect(() => requireOtherFiles(files)).toThrow(/they must be two files\. Nothing was changed\.$/);
    else requireOtherFiles(files);
  });
});

test("a file that the disk takes only a part of is not told to be whole", () => {
  const file = inside("cut");
  const script = `
    const { openSync } = await import("node:fs");
    const { writeWhole } = await import("./cli/output-files.ts");
    writeWhole(openSync(${JSON.stringify(file)}, "w"), "x".repeat(700), "cut.csv");`;
  // At most one block of 512 bytes: the system takes these, says so, and refuses only the next.
  const { stderr, status } = spawnSync(
    "sh",
    ["-c", 'ulimit -f 1; exec "$0" --import tsx --input-type=module -e "$1"', process.execPath, script],
    { cwd: ROOT, encoding: "utf8" },
  );
  expect(statSync(file).size).toBeLessThan(700);
  expect(status).toBe(1);
  expect(stderr).toContain(
    "cut.csv could not be written to its end (EFBIG): what stands in it is not whole.",
  );
});

describe("a new file", () => {
  test("has its name when it is whole, and its owner alone can read it", () => {
    const file = inside("whole.csv");
    const made = openNewFile(file, "secrets");
    made.write("one\n");
    expect(existsSync(file)).toBe(false);
    made.write("two\n");
    made.keep();
    made.close();
    expect(readFileSync(file, "utf8")).toBe("one\ntwo\n");
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(() => openNewFile(file, "secrets")).toThrow("is there already: name a new file for the secrets");
  });

  test("replaces none that somebody made meanwhile", () => {
    const file = inside("meanwhile.csv");
    const made = openNewFile(file, "secrets");
    writeFileSync(file, "another's");
    expect(() => made.keep()).toThrow("is there already");
    made.close();
    expect(readFileSync(file, "utf8")).toBe("another's");
  });
});

test.each([
  { text: "Nguyễn Thị Hồng “A-1”", seen: "Nguyễn Thị Hồng “A-1”", because: "letters are letters" },
  { text: "\u001b[2J", seen: "\\u001b[2J", because: "a terminal would be cleared" },
  { text: "\u009b2J", seen: "\\u009b2J", because: "an old terminal too" },
  { text: "A\r\nmotcua: done", seen: "A\\u000d\\u000amotcua: done", because: "a line would be forged" },
  { text: "A\u2028B\u0085", seen: "A\\u2028B\\u0085", because: "lines end in other ways too" },
  { text: "a\u202ecba", seen: "a\\u202ecba", because: "it would be read backwards" },
  { text: "\u{e0041}", seen: "\\udb40\\udc41", because: "nobody sees it" },
])("$seen: $because", ({ text, seen }) => {
  expect(visible(text)).toBe(seen);
  expect(JSON.parse(visible(JSON.stringify(text)))).toBe(text);
});
