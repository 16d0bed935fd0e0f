import { gzipSync } from "node:zlib";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { type ImportSummary, importDossiers } from "./import-dossiers.ts";
import type { Rejected } from "./prepare-chunk.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-import-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function fileOf(content: string | Buffer, ending = "csv"): string {
  files += 1;
  const file = path.join(folder, `old-${files}.${ending}`);
  writeFileSync(file, content);
  return file;
}

const SYSTEM = "Một cửa huyện Thanh Bình";
const RETURNED = {
  code: "000.00.31.H20-190305-0001",
  procedure: "2.000635",
  unit: "000.00.31.H20",
  receivedAt: "2019-03-05 08:30",
  dueAt: "2019-03-08 17:00",
  status: "10",
  finishedAt: "2019-03-07 10:00",
  returnedAt: "2019-03-08 09:00",
  outcome: "granted",
  applicantName: "Nguyễn Thị Hồng",
  applicantNumber: "087190001234",
};
const lines = (...rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).join("\n");

interface Run extends ImportSummary {
  readonly rejects: readonly Rejected[];
}

async function run(
  app: TestApp,
  file: string,
  options: { system?: string; dryRun?: boolean } = {},
): Promise<Run> {
  const rejects: Rejected[] = [];
  const summary = await importDossiers({
    ownerConfig: app.database.owner,
    ring: app.program.deps.ring,
    clock: app.clock,
    file,
    system: options.system ?? SYSTEM,
    dryRun: options.dryRun ?? false,
    onRejected: (rejected) => void rejects.push(rejected),
    onProgress: () => undefined,
  });
  return { ...summary, rejects };
}

async function countOf(app: TestApp, table: string): Promise<number> {
  const { rows } = await app.owner.query<{ count: string }>(`select count(*) from space_dong_thap.${table}`);
  return Number(rows[0]?.count);
}

const reasons = ({ rejects }: Run) =>
  rejects.map(
    ({ line, code, reasons }) =>
      `${line} ${code} ${reasons.map((one) => `${one.field} ${one.code}`).join(", ")}`,
  );

describe.each([18, 15] as const)("on PostgreSQL %i", (postgres) => {
  test("a table of another system is taken over: dossiers, people, papers, history; the ledgers agree", async () => {
    await using app = await testApp({ postgres });
    const file = fileOf(
      "\ufeffMã hồ sơ;Mã thủ tục;Đơn vị tiếp nhận;Ngày tiếp nhận;Ngày hẹn trả;Trạng thái;Ngày kết thúc xử lý;Ngày trả;Họ và tên;CCCD;Giấy tờ;Lệ phí;history1At;history1Step;history1By;history2At;history2Step\r\n" +
        '000.00.31.H20-190305-0001;2.000635;000.00.31.H20;05/03/2019 08:30;08/03/2019;Đã trả kết quả;07/03/2019;08/03/2019;"Nguyễn Thị ""Hồng""";;Tờ khai|Sổ hộ khẩu;8.000;;;;;\r\n' +
        '000.00.31.H20-261110-0002;2.000635;Trung tâm Phục vụ hành chính công xã Bình Thành;10/11/2026 08:30;20/11/2026;Đang xử lý;;;Trần Văn Sáu;087090000001;"Tờ khai\nBản sao";8.000;10/11/2026 09:00;Tiếp nhận;Lê Thị Ba;11/11/2026;Chuyển phòng Tư pháp\r\n' +
        "000.00.31.H20-261101-0003;1.001193;unit:commune:30163;2026-11-01;2026-11-02;9;2026-11-02;;Lê Thị Bảy;087090000002;;0;;;;;\r\n",
    );
    expect(await run(app, file)).toMatchObject({ read: 3, imported: 3, unchanged: 0, rejected: 0 });
    expect(await disagreements(app)).toEqual({ dossiers: 3, found: [] });
    const { rows } = await app.owner.query(
      `select code, business_status, money_status, delivery_status, imported_from, due_explanation, counter_id
       from space_dong_thap.dossier order by code`,
    );
    const shared = { imported_from: SYSTEM, due_explanation: null, counter_id: null };
    expect(rows).toEqual([
      {
        ...shared,
        code: "000.00.31.H20-190305-0001",
        business_status: "returned",
        money_status: "nothingDue",
        delivery_status: "handedOver",
      },
      {
        ...shared,
        code: "000.00.31.H20-261101-0003",
        business_status: "finished",
        money_status: "nothingDue",
        delivery_status: "readyAtUnit",
      },
      {
        ...shared,
        code: "000.00.31.H20-261110-0002",
        business_status: "processing",
        money_status: "due",
        delivery_status: "notReady",
      },
    ]);
    const held = await app.owner.query(
      "select i.name, i.kind, i.holder_kind from space_dong_thap.item i order by i.name",
    );
    expect(held.rows.map((item) => `${item.kind} ${item.holder_kind}`)).toEqual([
      "paper unit",
      "result unit",
      "paper unit",
    ]);
    const people = await app.owner.query(
      "select count(*) from space_dong_thap.party where number_index is null",
    );
    expect(people.rows[0].count).toBe("1");
  });
});

describe("the same file again", () => {
  test("changes nothing, as a table or as JSON lines, packed or not; a row that changed is rejected", async () => {
    await using app = await testApp();
    const other = { ...RETURNED, code: "000.00.31.H20-190305-0002" };
    expect(await run(app, fileOf(lines(RETURNED, other), "jsonl"))).toMatchObject({ imported: 2 });
    const before = await countOf(app, "dossier_event");
    const names = Object.keys(RETURNED);
    const table = [names, Object.values(RETURNED), Object.values(other)]
      .map((row) => row.join(","))
      .join("\n");
    for (const again of [fileOf(gzipSync(lines(other, RETURNED))), fileOf(table), fileOf(gzipSync(table))])
      expect(await run(app, again)).toMatchObject({ read: 2, imported: 0, unchanged: 2, rejected: 0 });
    const changed = await run(app, fileOf(lines(RETURNED, { ...other, applicantName: "Trần Văn Bảy" })));
    expect(changed).toMatchObject({ unchanged: 1, rejected: 1 });
    expect(reasons(changed)).toEqual(["2 000.00.31.H20-190305-0002 code imported_otherwise"]);
    expect(await countOf(app, "dossier_event")).toBe(before);
    expect(await countOf(app, "dossier")).toBe(2);
  });

  test("from another system with the same codes is rejected: a code is one dossier", async () => {
    await using app = await testApp();
    const file = fileOf(lines(RETURNED));
    await run(app, file);
    expect(reasons(await run(app, file, { system: "Hệ thống khác" }))).toEqual([
      "1 000.00.31.H20-190305-0001 code code_taken",
    ]);
  });
});

describe("what cannot be taken over", () => {
  let app: TestApp;
  let result: Run;
  beforeAll(async () => {
    app = await testApp();
    const row = (change: object) => JSON.stringify({ ...RETURNED, ...change });
    result = await run(
      app,
      fileOf(
        [
          row({}),
          "",
          row({ code: "A-2", procedure: "9.999999" }),
          row({ code: "A-3", unit: "000.00.77.H77" }),
          row({ code: "A-4", procedure: "9.999999", unit: "Không có ở đây" }),
          "{ this is no JSON",
          "[1, 2]",
          `{"code":"A-5","remarks":"${"x".repeat(5_000_000)}"}`,
          row({ applicantName: "Một người khác" }),
          row({}),
          row({ code: "A-6", status: "8", finishedAt: "1980-01-01", applicantName: "a\u0000" }),
          row({ code: "a-7" }),
          row({ code: "A-7" }),
        ].join("\n"),
      ),
    );
  });
  afterAll(async () => app[Symbol.asyncDispose]());

  test("is told by line and code with every reason; the rest is taken over", () => {
    expect(reasons(result)).toEqual([
      "3 A-2 procedure unknown_procedure",
      "4 A-3 unit unknown_unit",
      "5 A-4 procedure unknown_procedure, unit unknown_unit",
      "6 null  not_json",
      "7 null  not_an_object",
      "8 null  line_too_long",
      "9 000.00.31.H20-190305-0001 code imported_otherwise",
      "11 A-6 finishedAt before_1990, status stopped, applicantName unreadable_character",
      "13 A-7 code code_taken",
    ]);
    expect(result).toMatchObject({ read: 12, imported: 2, unchanged: 1, rejected: 9 });
  });

  test("leaves nothing half done", async () => {
    expect(await disagreements(app)).toEqual({ dossiers: 2, found: [] });
    for (const table of ["imported_dossier", "party", "dossier_search"])
      expect(await countOf(app, table)).toBe(2);
  });
});

describe("a trial run", () => {
  test("says the same and writes nothing", async () => {
    await using app = await testApp();
    const file = fileOf(
      lines(RETURNED, { ...RETURNED, status: "8" }, { ...RETURNED, code: "B-1", unit: "?" }),
    );
    expect(await run(app, file, { dryRun: true })).toMatchObject({ read: 3, imported: 1, rejected: 2 });
    for (const table of ["dossier", "import_batch", "dossier_event"])
      expect(await countOf(app, table)).toBe(0);
  });
});

describe("a file that cannot be used", () => {
  const packed = gzipSync(
    lines(...Array.from({ length: 500 }, (_, index) => ({ ...RETURNED, code: `C-${index}` }))),
  );
  test.each([
    {
      content: packed.subarray(0, packed.length - 200),
      says: "cut off or damaged",
      because: "it was cut off",
    },
    {
      content: Buffer.concat([packed.subarray(0, 300), Buffer.alloc(300, 7), packed.subarray(600)]),
      says: "cut off or damaged",
      because: "its middle is broken",
    },
    { content: "", says: "is empty", because: "there is nothing in it" },
    {
      content: "code,name\n1,2\n",
      says: "missing: procedure, unit, receivedAt",
      because: "it is another table",
    },
    {
      content: `${Object.keys(RETURNED).join(",")}\n`,
      says: "has no rows",
      because: "it has only a heading",
    },
    {
      content: Buffer.from("code;procedure\n\xe1\xfa;1", "latin1"),
      says: "not text in UTF-8",
      because: "it is in an old encoding",
    },
    {
      content: `${Object.keys(RETURNED).join(",")}\nA-1,"2.000635,unit\nA-2,1,2\n`,
      says: "on line 2 is never closed",
      because: "a quotation mark swallows the rest",
    },
  ])("changes nothing, with one sentence: $because", async ({ content, says }) => {
    await using app = await testApp();
    await expect(run(app, fileOf(content))).rejects.toThrow(says);
    expect(await countOf(app, "import_batch")).toBe(0);
    expect(await countOf(app, "dossier")).toBe(0);
  });

  test("that is not there, or is a folder, is said so", async () => {
    await using app = await testApp();
    await expect(run(app, path.join(folder, "none.csv"))).rejects.toThrow("cannot be read: ENOENT");
    await expect(run(app, folder)).rejects.toThrow(/folder|cannot be read/);
  });
});
