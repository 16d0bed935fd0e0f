import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { portalRecord } from "./kit/portal-records.ts";
import type { Connection } from "./kit/servers.ts";
import { type TestApp, testApp } from "./kit/test-app.ts";

/** Commands whose output goes into a pipe that nobody reads any more, as behind `| head`. */
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-pipe-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The exit code of the command itself, and what it said on standard error, where that is still read. */
async function pipedAway(
  args: readonly string[],
  { env = {}, errorsToo = false }: { env?: Record<string, string>; errorsToo?: boolean } = {},
) {
  const code = path.join(folder, "code");
  const script = `{ "$NODE" cli/motcua.mjs "$@" ${errorsToo ? "2>&1" : ""}; echo $? > "$CODE"; } | true`;
  const shell = spawn("sh", ["-c", script, "sh", ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env, NODE: process.execPath, CODE: code },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  shell.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  await once(shell, "close");
  return { code: Number(readFileSync(code, "utf8")), said };
}

const addressOf = ({ user, password, host, port, database }: Connection) =>
  `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;

const environment = (app: TestApp) => ({
  DATABASE_URL: addressOf(app.database.owner),
  DATABASE_APP_URL: addressOf(app.database.app),
  DATA_DIR: path.join(folder, "data"),
});

/** A command whose standard output goes to a disk that is full. */
async function toFullDisk(args: readonly string[], env: Record<string, string> = {}) {
  const shell = spawn("sh", ["-c", '"$NODE" cli/motcua.mjs "$@" > /dev/full', "sh", ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env, NODE: process.execPath },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let said = "";
  shell.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
  const [code] = (await once(shell, "close")) as [number | null];
  return { code, said };
}

describe("a command whose output goes to a full disk", () => {
  const SENTENCE = "motcua: what it says could not be written to its end (ENOSPC).\n";

  test("says so in one sentence", async () => {
    expect(await toFullDisk(["help"])).toEqual({ code: 1, said: SENTENCE });
  });

  test("imports to its end all the same, and the report has every line", async () => {
    await using app = await testApp();
    const file = path.join(folder, "full-disk.jsonl");
    const report = path.join(folder, "full-disk-report.txt");
    const records = Array.from({ length: 120 }, (_, at) =>
      JSON.stringify(portalRecord({ code: `1.90${String(at).padStart(4, "0")}`, channels: [] })),
    );
    writeFileSync(file, ["no record", ...records].join("\n"));
    const { code, said } = await toFullDisk(
      ["catalogue", "import", file, "--report", report],
      environment(app),
    );
    expect({ code, said: said.replace(/^.* lines: .*\n/gm, "") }).toEqual({ code: 1, said: SENTENCE });
    const { rows } = await app.owner.query("select count(*)::integer as count from nation.portal_record");
    expect(rows).toEqual([{ count: 120 }]);
    expect(readFileSync(report, "utf8").trim().split("\n").at(-1)).toContain('"created":120');
  });
});

describe("a command whose output nobody reads any more", () => {
  test("ends as it would have ended", async () => {
    expect(await pipedAway(["help"])).toEqual({ code: 0, said: "" });
    expect(await pipedAway(["no-such-command"], { errorsToo: true })).toMatchObject({ code: 2 });
  });

  test("imports a catalogue to its end, and the report has every line", async () => {
    await using app = await testApp();
    const file = path.join(folder, "records.jsonl");
    const report = path.join(folder, "report.txt");
    const records = Array.from({ length: 120 }, (_, at) =>
      JSON.stringify(portalRecord({ code: `1.90${String(at).padStart(4, "0")}`, channels: [] })),
    );
    writeFileSync(file, ["no record", ...records].join("\n"));
    const { code, said } = await pipedAway(["catalogue", "import", file, "--report", report], {
      env: environment(app),
    });
    expect({ code, said: said.replace(/^.* lines: .*\n/gm, "") }).toEqual({ code: 0, said: "" });
    const { rows } = await app.owner.query("select count(*)::integer as count from nation.portal_record");
    expect(rows).toEqual([{ count: 120 }]);
    const lines = readFileSync(report, "utf8").trim().split("\n");
    expect(lines[0]).toBe('line 1  -  not_json  "no record"');
    expect(lines.at(-1)).toContain('"created":120');
  });

  test("imports places to their end", async () => {
    await using app = await testApp();
    const file = path.join(folder, "posts.csv");
    writeFileSync(file, "key;name;address;validFrom\npost:new:1;Bưu điện Mới;Ấp 1;2026-01-01\n");
    const { code } = await pipedAway(["units", "import", file, "--kind", "postOffice"], {
      env: environment(app),
    });
    expect(code).toBe(0);
    const { rowCount } = await app.owner.query("select from nation.post_office where key = 'post:new:1'");
    expect(rowCount).toBe(1);
  });
});
