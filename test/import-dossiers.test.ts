import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { type Database, openDatabase } from "#server/db/database.ts";
import { migrate } from "#server/db/migrate.ts";
import { openKeyRing } from "#server/keys/key-ring.ts";
import { databaseSecrets } from "#server/open-configured.ts";
import { SPACES, storeReference } from "#server/units/store-reference.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { writeOldDossiers } from "../bench/old-dossiers.ts";
import { disagreements } from "./kit/ledgers.ts";
import { dataFolder } from "./kit/started-program.ts";
import { readImportRequest } from "../cli/import-dossiers.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const WORLD = { procedures: ["2.000635", "1.001193"], units: ["000.00.31.H20"], until: new Date() };

const folder = dataFolder();
const beside = (name: string) => path.join(path.dirname(folder.path), name);

/** The database of the folder, started by this test; the commands run while it is stopped and start it themselves. */
async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ dataDir: folder.path }, async (data) =>
    databaseSecrets(await openKeyRing(data)),
  );
  try {
    return await work(database);
  } finally {
    await database.stop();
  }
}

beforeAll(async () => {
  await withDatabase(async ({ ownerConfig, appRole }) => {
    await migrate(ownerConfig, { spaces: SPACES.map(({ schema }) => schema), appRole });
    await storeReference(ownerConfig);
  });
}, 60_000);
afterAll(() => folder[Symbol.dispose]());

function start(...args: readonly string[]): ChildProcess {
  return spawn(process.execPath, ["cli/motcua.mjs", "dossier", "import", ...args], {
    cwd: ROOT,
    env: { ...process.env, DATA_DIR: folder.path, DATABASE_URL: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function finish(child: ChildProcess) {
  const output = { out: "", err: "" };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (output.out += text));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => (output.err += text));
  const [code] = (await once(child, "close")) as [number | null];
  return { ...output, code };
}

const lastLine = (text: string) => JSON.parse(text.trim().split("\n").at(-1) ?? "") as Record<string, number>;

describe("motcua dossier import", () => {
  test("that is killed in the middle goes on when it is started again: nothing is lost and nothing double", async () => {
    const file = beside("old.csv");
    await writeOldDossiers(file, 4000, WORLD);
    const killed = start(file, "--system", "Hệ thống cũ");
    const [progress] = (await once(killed.stderr?.setEncoding("utf8") ?? killed, "data")) as [string];
    killed.kill("SIGKILL");
    await once(killed, "close");
    expect(progress).toMatch(/^1000 of 4000 rows/);

    const again = await finish(start(file, "--system", "Hệ thống cũ"));
    expect(again).toMatchObject({ code: 0, err: expect.stringContaining("4000 of 4000 rows") });
    const { read, imported, unchanged, rejected } = lastLine(again.out);
    expect({ read, rejected, all: (imported ?? 0) + (unchanged ?? 0) }).toEqual({
      read: 4000,
      rejected: 0,
      all: 4000,
    });
    expect(unchanged).toBeGreaterThan(0);
    expect(imported).toBeGreaterThan(0);

    const { dossiers, found } = await withDatabase(({ ownerConfig }) =>
      disagreements({ database: { owner: ownerConfig } } as Parameters<typeof disagreements>[0]),
    );
    expect({ dossiers, found }).toEqual({ dossiers: 4000, found: [] });
  }, 180_000);

  test("writes rejected rows with their reasons into a file of its own, and takes it away when none are left", async () => {
    const file = beside("bad.jsonl");
    writeFileSync(file, `{"code":"A-1"}\n{"code":"A-2","status":"8"}\n`);
    const { code, out } = await finish(start(file, "--system", "Hệ thống cũ", "--dry-run"));
    expect(code).toBe(0);
    expect(lastLine(out)).toMatchObject({ read: 2, imported: 0, unchanged: 0, rejected: 2 });
    const rejects = readFileSync(`${file}.rejects.jsonl`, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as object);
    expect(rejects).toHaveLength(2);
    expect(rejects[1]).toMatchObject({
      line: 2,
      code: "A-2",
      reasons: expect.arrayContaining([{ field: "status", code: "stopped" }]),
    });

    await writeOldDossiers(file, 3, WORLD); // The file is mended: what was wrong with it is wrong no more.
    const mended = await finish(start(file, "--system", "Hệ thống cũ", "--dry-run"));
    expect(lastLine(mended.out)).toMatchObject({ read: 3, rejected: 0 });
    expect(existsSync(`${file}.rejects.jsonl`)).toBe(false);

    const link = beside("link"); // What is no file is not taken away: here a link, on a machine perhaps /dev/null.
    symlinkSync("nowhere", link);
    await finish(start(file, "--system", "Hệ thống cũ", "--dry-run", "--rejects", link));
    expect(readlinkSync(link)).toBe("nowhere");
  }, 60_000);

  test("writes the secrets of the look-up into a new file that its owner alone can read", async () => {
    const file = beside("with-secrets.jsonl");
    const open = {
      procedure: "2.000635",
      unit: "000.00.31.H20",
      status: "2",
      applicantName: "Nguyễn Thị Hồng",
    };
    const days = { receivedAt: "2026-06-01", dueAt: "2026-06-30" };
    const rows = ["S-1", 'S-"2"', "=cmd|calc"].map((old) => JSON.stringify({ code: old, ...open, ...days }));
    writeFileSync(file, rows.join("\n"));
    const secrets = beside("secrets.csv");
    const args = [file, "--system", "Hệ thống có mật mã", "--secrets", secrets];
    const dry = await finish(start(...args, "--dry-run"));
    expect(dry).toMatchObject({ code: 1, err: expect.stringContaining("leave --dry-run out") });
    expect(existsSync(secrets)).toBe(false);

    const done = await finish(start(...args));
    expect(done, done.err).toMatchObject({ code: 0 });
    expect(done.out + done.err).not.toMatch(/[0-9A-Z]{5}-[0-9A-Z]{5}\b/);
    expect(statSync(secrets).mode & 0o777).toBe(0o600);
    const written = readFileSync(secrets, "utf8");
    expect(written).toMatch(
      /^code,secret\n"S-1",[0-9A-Z]{5}-[0-9A-Z]{5}\n"S-""2""",[0-9A-Z]{5}-[0-9A-Z]{5}\n"'=CMD\|CALC",[0-9A-Z]{5}-[0-9A-Z]{5}\n$/,
    );

    const again = await finish(start(...args));
    expect(again).toMatchObject({
      code: 1,
      err: expect.stringContaining("is there already: name a new file"),
    });
    expect(readFileSync(secrets, "utf8")).toBe(written);

    const other = beside("other-secrets.csv");
    const unusable = beside("unusable.csv");
    writeFileSync(unusable, "a,b\n1,2\n");
    const failed = await finish(start(unusable, "--system", "A", "--secrets", other));
    expect({ code: failed.code, left: existsSync(other) }).toEqual({ code: 1, left: false });
    const same = await finish(start(file, "--system", "A", "--secrets", other, "--rejects", other));
    expect(same).toMatchObject({ code: 1, err: expect.stringContaining("must be two files") });
  }, 150_000);

  test("that is interrupted leaves no file of secrets, neither whole nor begun", async () => {
    const file = beside("interrupted.csv");
    await writeOldDossiers(file, 3000, WORLD);
    const secrets = beside("never.csv");
    const child = start(file, "--system", "Hệ thống ngắt", "--secrets", secrets);
    await once(child.stderr?.setEncoding("utf8") ?? child, "data");
    const begun = () => readdirSync(path.dirname(secrets)).filter((name) => name.startsWith("never.csv"));
    expect(begun()).toHaveLength(1);
    child.kill("SIGINT");
    const [, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
    expect({ signal, begun: begun() }).toEqual({ signal: "SIGINT", begun: [] });
  }, 60_000);

  test("writes neither over its own file nor twice into one, whatever links lead there", async () => {
    const file = beside("own.jsonl");
    writeFileSync(file, `{"code":"A-1"}\n`);
    const link = beside("link-to-own");
    symlinkSync(file, link);
    symlinkSync(".", beside("here"));
    const one = beside("one.csv");
    for (const options of [
      ["--rejects", link],
      ["--secrets", beside("here/one.csv"), "--rejects", one],
    ]) {
      const { code, out, err } = await finish(start(file, "--system", "Hệ thống cũ", ...options));
      expect({ code, out, err }).toEqual({
        code: 1,
        out: "",
        err: expect.stringMatching(/^motcua: .* they must be two files\. Nothing was changed\.\n$/),
      });
    }
    expect(readFileSync(file, "utf8")).toBe(`{"code":"A-1"}\n`);
    expect(existsSync(one)).toBe(false);
  }, 60_000);

  test("shows what a file holds as a text that a terminal does not obey", async () => {
    const file = beside("escapes.jsonl");
    writeFileSync(file, `${JSON.stringify({ code: "A\u009b2J" })}\n`);
    const rejects = beside("rejects\u001b[2J");
    const { code, err } = await finish(start(file, "--system", "A", "--dry-run", "--rejects", rejects));
    expect(code).toBe(0);
    expect(err).toContain("rejects\\u001b[2J\n");
    const written = readFileSync(rejects, "utf8");
    expect(written).not.toContain("\u009b");
    expect(JSON.parse(written)).toMatchObject({ line: 1 });
  }, 60_000);

  test("says in one sentence what it cannot use, and changes nothing", async () => {
    const file = beside("other.csv");
    writeFileSync(file, "a,b\n1,2\n");
    const { code, out, err } = await finish(start(file, "--system", "Hệ thống cũ"));
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(
      /^motcua: .* is neither JSON lines nor a table with the needed columns; missing: .*\.\n$/,
    );
    expect(existsSync(`${file}.rejects.jsonl`)).toBe(false);
    const named = await finish(start(file, "--system", "<script>"));
    expect(named).toMatchObject({ code: 1, err: expect.stringContaining("--system must be a name") });
  }, 60_000);
});

test.each([
  {
    args: ["old.csv", "--system", "A"],
    request: { file: "old.csv", system: "A", dryRun: false, rejects: "old.csv.rejects.jsonl" },
    because: "rejects lie beside the file",
  },
  {
    args: ["--dry-run", "--system", "A", "--rejects", "r", "old.csv"],
    request: { file: "old.csv", system: "A", dryRun: true, rejects: "r" },
    because: "the order is free",
  },
  {
    args: ["old.csv", "--system", "A", "--space", "gia-lai"],
    request: {
      file: "old.csv",
      system: "A",
      space: "gia-lai",
      dryRun: false,
      rejects: "old.csv.rejects.jsonl",
    },
    because: "an installation may keep the ledgers of several provinces",
  },
  { args: ["old.csv"], request: undefined, because: "codes mean nothing without their system" },
  { args: ["old.csv", "new.csv", "--system", "A"], request: undefined, because: "one file at a time" },
  { args: ["old.csv", "--system", "A", "--force"], request: undefined, because: "there is no such option" },
])("dossier import $args: $because", ({ args, request }) => {
  expect(readImportRequest(args)).toEqual(request);
});
