import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { REFUSE, accept, lodge } from "../../../test/kit/lodging.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { importDossiers } from "../dossier-import/import-dossiers.ts";

const OLD = {
  procedure: "2.000635",
  unit: "000.00.31.H20",
  receivedAt: "2026-11-10 08:30",
  dueAt: "2026-11-20 17:00",
  status: "4",
  applicantName: "Nguyễn Thị Hồng",
  applicantNumber: "087190001234",
  papers: ["Tờ khai"],
  history: [] as object[],
};
const granted = { outcome: "granted", finishedAt: "2026-11-12 10:00" };
const IMPORTED = [
  { ...OLD, code: "CU-OPEN" },
  // Finished once and opened again there: what is in work is not ended.
  { ...OLD, code: "CU-AGAIN", history: [{ at: "2026-11-11 09:00", step: "Đã xử lý xong" }] },
  { ...OLD, code: "CU-DONE", status: "9", ...granted },
  {
    ...OLD,
    code: "CU-LATE",
    status: "10",
    ...granted,
    dueAt: "2026-11-11 17:00",
    returnedAt: "2026-11-13 09:00",
  },
  // Nobody knows when it was finished: the day of the returning stands for it.
  { ...OLD, code: "CU-RETURNED", status: "10", outcome: "granted", returnedAt: "2026-11-13 09:00" },
  { ...OLD, code: "CU-UNKNOWN", status: "9", outcome: "granted" },
  { ...OLD, code: "CU-2025", receivedAt: "2025-03-10 08:30", dueAt: "2025-03-20 17:00" },
];

const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-counted-"));
let app: TestApp;
let desks: Desks;
let head: Client;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  head = await app.signIn("hanh.head");
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

interface Answer {
  readonly received: number;
  readonly finished: number;
  readonly onTime: number;
}
interface UnitTotal {
  readonly byPost: number;
  readonly byState: number;
  readonly imported: number;
  readonly finished: number;
  readonly onTime: number;
  readonly overdue: number;
}
interface Year {
  readonly unitId: string;
  readonly imported: number;
  readonly books: readonly { readonly entries: number }[];
  readonly years: readonly number[];
}

const DAYS = "from=2026-01-01&to=2026-12-31";
async function told() {
  const period = passed(await head.get(`/figures/dossiers?${DAYS}&map=new`)).body as unknown as {
    readonly rows: readonly (Answer & { readonly unitId: string })[];
    readonly sum: Answer;
  };
  const register = passed(await head.get("/registers?year=2026")).body as unknown as Year;
  const unit = passed(await head.get(`/unit-figures?${DAYS}`)).body as unknown as {
    readonly total: UnitTotal;
    readonly fields: readonly { readonly figures: UnitTotal }[];
  };
  const lines = register.books.reduce((sum, { entries }) => sum + entries, 0);
  return { period, register, lines, total: unit.total, fields: unit.fields };
}

async function importOld(): Promise<void> {
  const file = path.join(folder, "old.jsonl");
  writeFileSync(file, IMPORTED.map((row) => JSON.stringify(row)).join("\n"));
  const { rejected } = await importDossiers({
    ownerConfig: app.database.owner,
    ring: app.program.deps.ring,
    clock: app.clock,
    file,
    system: "Một cửa huyện Thanh Bình",
    dryRun: false,
    onRejected: (row) => expect.fail(JSON.stringify(row)),
    onProgress: () => undefined,
  });
  expect(rejected).toBe(0);
}

test("the province's figures are the sum of the units', and those the lines of the registers with what another system took in", async () => {
  await receive(desks.clerk);
  const done = String((await receive(desks.officer)).body["dossierId"]);
  await bringTo(desks, done, "finished");
  // Three agencies decide on parts of this one: it is one dossier.
  passed(await receive(desks.clerk, await aForm(desks.clerk, "2.000986")));
  await lodge(desks.officer);
  await lodge(desks.officer, { answer: REFUSE });
  passed(await accept(desks.officer, await lodge(desks.officer)));
  await importOld();

  const { period, register, lines, total, fields } = await told();
  expect(lines).toBe(4);
  expect(register.imported).toBe(6);
  expect(period.sum).toMatchObject({ received: lines + register.imported, finished: 4, onTime: 3 });
  expect(period.rows).toMatchObject([{ unitId: register.unitId, ...period.sum }]);
  expect(total).toMatchObject({ byPost: 2, byState: 2, imported: 6, finished: 4, onTime: 3, overdue: 0 });
  const sumOf = (name: keyof UnitTotal) => fields.reduce((sum, { figures }) => sum + figures[name], 0);
  for (const name of ["byPost", "byState", "imported", "finished", "onTime"] as const)
    expect(sumOf(name)).toBe(total[name]);
});

test("the register says how many stand in the book of the other system, in each year that has any", async () => {
  const { register } = await told();
  expect(register.years).toEqual([2026, 2025]);
  const before = passed(await head.get("/registers?year=2025")).body as unknown as Year;
  expect(before).toMatchObject({ imported: 1, books: [] });
});
