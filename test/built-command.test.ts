import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

/** The command is put together once for its sources; what runs must be what stands in the repository all the same. */
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-command-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

for (const name of ["cli", "db", "src", "tools", "package.json", "package-lock.json"])
  cpSync(path.join(ROOT, name), path.join(folder, name), { recursive: true });
symlinkSync(path.join(ROOT, "node_modules"), path.join(folder, "node_modules"));

const help = () =>
  execFileSync(process.execPath, ["cli/motcua.mjs", "help"], { cwd: folder, encoding: "utf8" });
const builds = () => readdirSync(path.join(folder, "dist/command"));

function sayInHelp(before: string, after: string): void {
  const file = path.join(folder, "cli/run-command.ts");
  const text = readFileSync(file, "utf8");
  expect(text).toContain(before);
  writeFileSync(file, text.replace(before, after));
}

test("the command is built once for its sources, anew when one changed, and read as it is where nobody may write", {
  timeout: 300_000,
}, () => {
  expect(help()).toContain("motcua COMMAND");
  const first = builds();
  expect(first).toHaveLength(1);
  expect(help()).toContain("motcua COMMAND");
  expect(builds()).toEqual(first);

  sayInHelp("motcua COMMAND", "motcua LỆNH");
  expect(help()).toContain("motcua LỆNH");
  expect(builds()).toHaveLength(2);

  sayInHelp("motcua LỆNH", "motcua VIỆC");
  rmSync(path.join(folder, "dist"), { recursive: true });
  writeFileSync(path.join(folder, "dist"), "no folder can be made here");
  expect(help()).toContain("motcua VIỆC");
});
