import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { importDossiers } from "#server/dossier-import/import-dossiers.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, moment, turn } from "../../../test/kit/turns.ts";

/** Came from another system with a date and no limit behind it. */
const OLD = {
  code: "000.00.31.H20-261110-0001",
  procedure: "2.000635",
  unit: "000.00.31.H20",
  receivedAt: "2026-11-10 08:30",
  dueAt: "2026-12-14 17:00",
  status: "2",
  applicantName: "Nguyễn Thị Hồng",
  applicantNumber: "087190001234",
  applicantAddress: "Ấp 1, xã Bình Tấn",
  papers: ["Tờ khai"],
};

const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-turns-"));
let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  const file = path.join(folder, "old.jsonl");
  const rows = ["0001", "0002"].map((last) => ({ ...OLD, code: OLD.code.replace("0001", last) }));
  writeFileSync(file, rows.map((row) => JSON.stringify(row)).join("\n"));
  const { rejected } = await importDossiers({
    ownerConfig: app.database.owner,
    ring: app.program.deps.ring,
    clock: app.clock,
    file,
    system: "Một cửa huyện Thanh Bình",
    dryRun: false,
    onRejected: () => undefined,
    onProgress: () => undefined,
  });
  expect(rejected).toBe(0);
  desks = await openDesks(app);
  await goTo(app, "12-07 08:30");
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

const idOf = async (code: string) => {
  const { body } = await desks.officer.get(`/dossiers?q=${code}`);
  return String((body["dossiers"] as { dossierId: string }[])[0]?.dossierId);
};

test("a date without a limit is moved by the working days that the citizen took", async () => {
  const id = await idOf(OLD.code);
  const { version } = (await desks.officer.get(`/dossiers/${id}`)).body;
  passed(await turn(desks.officer, id, "supplement-requests", Number(version)));
  await goTo(app, "12-09 10:00");
  const came = passed(await turn(desks.officer, id, "supplements", Number(version) + 1));
  expect(came.body).toMatchObject({ status: "received", dueAt: moment("12-16 17:00") });
  const seen = (await desks.officer.get(`/dossiers/${id}`)).body;
  expect(seen).toMatchObject({ explanation: null, deadline: { statisticalDueAt: null, punctuality: null } });
});

test("a result of another system cannot be made again here, since nobody knows its limit", async () => {
  const id = await idOf(OLD.code.replace("0001", "0002"));
  await goTo(app, "12-07 08:30");
  await bringTo(desks, id, "finished");
  expect((await turn(desks.approver, id, "reopening", 5)).body["code"]).toBe("limit_not_published");
});

test("the projections agree with the ledgers", async () => {
  expect((await disagreements(app)).found).toEqual([]);
});
