import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import type { PortalRecord } from "#domain/catalogue/portal-record.ts";
import { readProcedureContent } from "#domain/catalogue/read-procedure.ts";
import type { ImportSummary } from "#server/catalogue/import-catalogue.ts";
import { afterAll, describe, expect, test } from "vitest";
import { readCatalogueArgs } from "../cli/import-catalogue.ts";
import { hold } from "./kit/hold.ts";
import { channelOf, portalRecord } from "./kit/portal-records.ts";
import type { Connection } from "./kit/servers.ts";
import { startProgram } from "./kit/started-program.ts";
import { type TestApp, testApp } from "./kit/test-app.ts";

/** The command as it is typed, in a process of its own, beside a program that runs. */
const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const addressOf = ({ user, password, host, port, database }: Connection) =>
  `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;

function command(app: TestApp, args: readonly string[]) {
  return startProgram(
    {
      DATABASE_URL: addressOf(app.database.owner),
      DATABASE_APP_URL: addressOf(app.database.app),
      DATA_DIR: path.join(folder, "data"),
    },
    ["catalogue", "import", ...args],
  );
}

async function run(app: TestApp, ...args: string[]) {
  const started = command(app, args);
  const code = await started.ended;
  return { code, output: started.output(), summary: summaryOf(started.output()) };
}

function summaryOf(output: string): ImportSummary | undefined {
  const last = output.trim().split("\n").at(-1) ?? "";
  return last.startsWith("{") ? (JSON.parse(last) as ImportSummary) : undefined;
}

function fileOf(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const jsonLines = (records: readonly PortalRecord[]) =>
  `${records.map((one) => JSON.stringify(one)).join("\n")}\n`;

const many = (count: number) =>
  Array.from({ length: count }, (_, at) => portalRecord({ code: `1.90${String(at).padStart(4, "0")}` }));

async function countOf(app: TestApp, table: string): Promise<number> {
  const { rows } = await app.owner.query<{ count: number }>(
    `select count(*)::integer as count from ${table}`,
  );
  return rows[0]?.count ?? 0;
}

/** Several processes one after the other, each of which loads the whole program. */
const SLOW = 150_000;

describe("motcua catalogue import", () => {
  test("prints a line for each thing to look at, and the summary as the last line; the running program has it", async () => {
    await using app = await testApp();
    const open = portalRecord({
      code: "1.900002",
      channels: [channelOf({ limit: { amount: 1, unit: null } })],
    });
    const file = fileOf("two.jsonl.gz", gzipSync(jsonLines([portalRecord(), open])));
    const report = path.join(folder, "report.txt");
    const { code, output, summary } = await run(app, file, "--valid-from", "2026-11-10", "--report", report);
    expect(code, output).toBe(0);
    expect(summary).toEqual({
      read: 2,
      created: 2,
      newVersions: 0,
      unchanged: 0,
      withWarnings: 1,
      rejected: 0,
    });
    expect(output).toContain('line 2  1.900002  limitUnitMissing  "1"\n');
    expect(readFileSync(report, "utf8")).toBe(
      `line 2  1.900002  limitUnitMissing  "1"\n${JSON.stringify(summary)}\n`,
    );
    expect((await app.anonymous.get("/procedures/1.900001")).body).toMatchObject({ validFrom: "2026-11-10" });
  });

  test(
    "that is killed in the middle has kept whole batches, and a second run finishes",
    async () => {
      await using app = await testApp();
      const records = many(220);
      records[120] = portalRecord({ code: "1.001193", publishedBy: "999/QĐ-BTP" });
      const file = fileOf("many.jsonl", jsonLines(records));
      const before = await countOf(app, "nation.procedure_version");
      // The third batch wants to change this row, and waits.
      const held = await hold(
        app.owner,
        "select from nation.procedure_version where code = '1.001193' for update",
      );
      const first = command(app, [file]);
      await held.untilWaiting(1);
      first.process.kill("SIGKILL");
      await first.ended;
      await held.release();
      expect(await countOf(app, "nation.portal_record")).toBe(100);
      expect(await countOf(app, "nation.procedure_version")).toBe(before + 100);

      const { code, output, summary } = await run(app, file);
      expect(code, output).toBe(0);
      expect(summary).toMatchObject({ read: 220, created: 119, newVersions: 1, unchanged: 100 });
      expect(await countOf(app, "nation.procedure_version")).toBe(before + 220);
    },
    SLOW,
  );

  test.each([
    {
      name: "cut.jsonl.gz",
      content: gzipSync(jsonLines(many(3))).subarray(0, -9),
      reason: "is a damaged or cut gzip file",
    },
    { name: "text.txt", content: "đây không phải là danh mục\n", reason: "holds no procedure" },
    { name: "none.jsonl", content: undefined, reason: "is not there" },
  ])("says in one sentence that $name $reason, and changes nothing", async ({ name, content, reason }) => {
    await using app = await testApp();
    const file = content === undefined ? path.join(folder, name) : fileOf(name, content);
    const { code, output } = await run(app, file);
    expect(code).toBe(1);
    expect(output.trim()).toMatch(new RegExp(`^motcua: .*${reason}.*nothing was changed\\.$`));
    expect(await countOf(app, "nation.portal_record")).toBe(0);
  });

  test(
    "writes no report over its own file, and none where it may not, and changes nothing then",
    async () => {
      await using app = await testApp();
      const content = jsonLines([portalRecord()]);
      const file = fileOf("own.jsonl", content);
      const link = path.join(folder, "own-link");
      symlinkSync(file, link);
      for (const [report, reason] of [
        [file, "they must be two files. Nothing was changed."],
        [link, "they must be two files. Nothing was changed."],
        [path.join(folder, "no-folder", "report.txt"), "(ENOENT): nothing was changed."],
      ] as const) {
        const { code, output } = await run(app, file, "--report", report);
        expect({ code, output }).toEqual({ code: 1, output: expect.stringContaining(reason) });
      }
      expect(readFileSync(file, "utf8")).toBe(content);
      expect(await countOf(app, "nation.portal_record")).toBe(0);
    },
    SLOW,
  );

  test.each(["0000-01-01", "9999-12-31"])(
    "says in one sentence that nothing can be in force from %s on",
    async (day) => {
      const started = startProgram({}, ["catalogue", "import", "a.jsonl", "--valid-from", day]);
      expect(await started.ended).toBe(1);
      expect(started.output()).toBe(
        `motcua: --valid-from must be a day from 1990-01-01 to 2100-12-31, not ${day}. Nothing was changed.\n`,
      );
    },
  );

  test("shows what a file holds as a text that a terminal does not obey", async () => {
    await using app = await testApp();
    const forged = { code: "1.1\u001b[2J\nline 9", name: 1 };
    const file = fileOf("escapes.jsonl", `\u009b2J\n${JSON.stringify(forged)}\n`);
    const { output } = await run(app, file);
    expect(output).toContain('line 1  -  not_json  "\\u009b2J"\n');
    expect(output).toContain("line 2  1.1\\u001b[2J\\u000aline 9  invalid_record");
  });

  test("shows the commands when it is called without a file", async () => {
    const started = startProgram({}, ["catalogue", "import"]);
    expect(await started.ended).toBe(2);
    expect(started.output()).toContain("motcua: catalogue import takes FILE");
    expect(started.output()).toContain("  catalogue import FILE");
  });

  test.each([
    { args: ["a.jsonl"], read: { file: "a.jsonl" } },
    {
      args: ["a", "--report", "r", "--valid-from", "2026-12-01"],
      read: { file: "a", report: "r", validFrom: "2026-12-01" },
    },
    { args: ["a", "--valid-from", "2026-02-30"], read: undefined },
    { args: ["a", "--valid-from"], read: undefined },
    { args: ["a", "b"], read: undefined },
    { args: ["a", "--quickly", "yes"], read: undefined },
    { args: ["--report", "r"], read: undefined },
  ])("reads $args as $read", ({ args, read }) => {
    expect(readCatalogueArgs(args)).toEqual(read);
  });

  test(
    "says that the program must be started once where there is no schema",
    async () => {
      await using app = await testApp();
      await app.owner.query("drop schema nation cascade");
      const { code, output } = await run(app, fileOf("one.jsonl", jsonLines([portalRecord()])));
      expect(code).toBe(1);
      expect(output.trim()).toMatch(/^motcua: .*start the program once/);
    },
    SLOW,
  );
});

const REAL = fileURLToPath(new URL("../../shared/data/procedures.jsonl.gz", import.meta.url));
if (!existsSync(REAL))
  process.stdout.write(
    `The portal's 813 records are not there (${path.basename(REAL)}): their test is left out.\n`,
  );

describe("the 813 records as the national portal publishes them", () => {
  test.runIf(existsSync(REAL))(
    "all come in, most with nothing to say, and a second time nothing changes",
    async () => {
      await using app = await testApp();
      const before = await countOf(app, "nation.procedure_version");
      const { code, output, summary } = await run(app, REAL);
      expect(code, output).toBe(0);
      expect(summary).toEqual({
        read: 813,
        created: 787,
        newVersions: 0,
        unchanged: 26,
        withWarnings: 537,
        rejected: 0,
      });
      expect(await countOf(app, "nation.portal_record")).toBe(813);
      expect(await countOf(app, "nation.procedure_version")).toBe(before + 787);

      const { rows: kinds } = await app.owner.query<{ kind: string; count: number }>(
        "select kind, count(*)::integer as count from nation.procedure_warning group by kind order by kind",
      );
      expect(Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]))).toEqual({
        agencyUnclear: 80,
        channelsMissing: 8,
        decidingLevelAmbiguous: 253,
        feeForeign: 9,
        feeNotUnderstood: 434,
        feesDiffer: 21,
        limitContradicted: 6,
        limitHours: 46,
        limitMissing: 15,
        limitNotUnderstood: 45,
        limitUnitMissing: 267,
        paperAsNote: 249,
        paperCountUnclear: 20,
        papersMissing: 31,
        papersOfCases: 21,
        presenceUnclear: 1,
        resultsMissing: 42,
        severalCases: 71,
      });
      const { rows: stored } = await app.owner.query<{ content: unknown }>(
        "select content from nation.procedure_version",
      );
      expect(stored.filter(({ content }) => !readProcedureContent(content).ok)).toEqual([]);

      const again = await run(app, REAL);
      expect(again.summary).toEqual({ ...summary, created: 0, unchanged: 813 });
      expect(await countOf(app, "nation.procedure_version")).toBe(before + 787);
    },
  );
});
