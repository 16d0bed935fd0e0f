import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, expect, test } from "vitest";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { importDossiers } from "./import-dossiers.ts";
import type { Rejected } from "./prepare-chunk.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROW = {
  procedure: "2.000635",
  unit: "000.00.31.H20",
  receivedAt: "2026-11-10 08:30",
  dueAt: "2026-11-20 17:00",
  status: "2",
  applicantName: "Nguyễn Thị Hồng",
};

async function run(app: TestApp, codes: readonly string[]) {
  const file = path.join(folder, `${codes[0]}.jsonl`);
  writeFileSync(file, codes.map((code) => JSON.stringify({ ...ROW, code })).join("\n"));
  const rejects: Rejected[] = [];
  const summary = await importDossiers({
    ownerConfig: app.database.owner,
    ring: app.program.deps.ring,
    clock: app.clock,
    file,
    system: "Hệ thống cũ",
    dryRun: false,
    onRejected: (rejected) => void rejects.push(rejected),
    onProgress: () => undefined,
  });
  return { ...summary, rejects };
}

async function beside(app: TestApp): Promise<Client & AsyncDisposable> {
  const client = new Client(app.database.owner);
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}

test("while one import runs, another is turned away with one sentence", async () => {
  await using app = await testApp();
  await using other = await beside(app);
  await other.query("select pg_advisory_lock(668282, hashtext('space_dong_thap'))");
  await expect(run(app, ["A-1"])).rejects.toThrow("Another import of dossiers is running");
  await other.query("select pg_advisory_unlock_all()");
  expect(await run(app, ["A-1"])).toMatchObject({ imported: 1 });
});

test("a code that is given at a counter at the same moment is rejected, and the rest comes in", async () => {
  await using app = await testApp();
  await run(app, ["B-0"]);
  await using counter = await beside(app);
  // The receipt of the counter is written and not yet committed: the import cannot see it.
  const columns = await counter.query<{ names: string }>(
    `select string_agg(column_name, ', ') as names from information_schema.columns
     where table_schema = 'space_dong_thap' and table_name = 'dossier' and column_name not in ('id', 'code')`,
  );
  const names = columns.rows[0]?.names ?? "";
  await counter.query("begin");
  await counter.query(
    `insert into space_dong_thap.dossier (id, code, ${names})
     select gen_random_uuid(), 'B-2', ${names} from space_dong_thap.dossier where code = 'B-0'`,
  );
  const importing = run(app, ["B-1", "B-2", "B-3"]);
  await isWaiting(app);
  await counter.query("commit");
  const { imported, rejects } = await importing;
  expect(imported).toBe(2);
  expect(rejects).toEqual([{ line: 2, code: "B-2", reasons: [{ field: "code", code: "code_taken" }] }]);
  const { rows } = await app.owner.query(
    "select code from space_dong_thap.imported_dossier i join space_dong_thap.dossier d on d.id = i.dossier_id order by code",
  );
  expect(rows.map(({ code }: { code: string }) => code)).toEqual(["B-0", "B-1", "B-3"]);
  await app.owner.query("delete from space_dong_thap.dossier where code = 'B-2'");
  expect((await disagreements(app)).found).toEqual([]);
});

/** Resolves when the import waits for the other transaction. */
async function isWaiting(app: TestApp): Promise<void> {
  for (;;) {
    const { rowCount } = await app.owner.query(
      "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
    );
    if (rowCount) return;
  }
}
