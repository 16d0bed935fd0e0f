import { IMPORT_KINDS, type ImportKind } from "#contract/places.ts";
import { PLACE_KINDS } from "#domain/unit/place.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";

const OCTETS = { type: "application/octet-stream" };

interface Row {
  readonly line: number;
  readonly key: string;
  readonly outcome: string;
  readonly faults: readonly { readonly field: string; readonly problem: string }[];
}

describe("importing places from CSV", () => {
  let app: TestApp;
  let admin: Client;

  beforeAll(async () => {
    app = await testApp();
    await employ(app, "quan.admin", [{ role: "administrator", at: "unit:commune:30163" }]);
    admin = await app.signIn("quan.admin");
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const preview = (kind: ImportKind, text: string | Buffer) =>
    admin.send("POST", `/place-import-previews?kind=${kind}`, Buffer.from(text), OCTETS);
  const apply = (kind: ImportKind, text: string | Buffer, plan: unknown) =>
    admin.send(
      "POST",
      `/place-imports?kind=${kind}&plan=${String(plan)}&reason=Theo%20danh%20s%C3%A1ch`,
      Buffer.from(text),
      OCTETS,
    );
  const rowsOf = ({ body }: Reply) => body["rows"] as readonly Row[];

  async function countOf(table: string): Promise<number> {
    const { rows } = await app.owner.query<{ count: number }>(
      `select count(*)::integer as count from nation.${table}`,
    );
    return rows[0]?.count ?? -1;
  }

  test.each(PLACE_KINDS)("what is downloaded of %s changes nothing when it is imported", async (kind) => {
    const { bytes, headers } = await admin.get(`/place-files?kind=${kind}&all=yes`);
    expect(headers["content-type"]).toBe("text/csv; charset=utf-8");
    const { body } = await preview(kind, bytes);
    const { body: list } = await admin.get(`/places?kind=${kind}&all=yes`);
    expect(body).toMatchObject({
      counts: { created: 0, changed: 0, refused: 0, unchanged: list["total"] },
      rows: [],
    });
  });

  test("a file is downloaded as of a day, with what the list shows", async () => {
    const { bytes } = await admin.get("/place-files?kind=counter&q=binh%20tan&asOf=2025-06-30");
    expect(bytes.toString("utf8").trim().split("\n")).toHaveLength(1);
    const later = await admin.get("/place-files?kind=counter&q=binh%20tan");
    expect(later.bytes.toString("utf8").trim().split("\n")).toHaveLength(4);
  });

  test("new counters and changed ones come in together, each with its line in the ledger, and only once", async () => {
    const file =
      "Khóa;Tên;Khóa điểm tiếp nhận;Khóa bưu điện;Từ ngày\n" +
      "counter:29905:7;Quầy 7;point:29905;post:29905;01/01/2026\n" +
      "counter:29905:8;Quầy 8;point:29905;;01/01/2026\n" +
      "counter:29905:1;Quầy một;point:29905;;2025-07-01\n";
    const seen = await preview("counter", file);
    expect(seen.body["counts"]).toEqual({ created: 2, changed: 1, unchanged: 0, refused: 0 });
    expect(rowsOf(seen).map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, "created"],
      [3, "created"],
      [4, "changed"],
    ]);
    const before = await countOf("reference_change");
    expect((await apply("counter", file, seen.body["plan"])).status).toBe(200);
    expect(await countOf("reference_change")).toBe(before + 3);
    const again = await preview("counter", file);
    expect(again.body["counts"]).toEqual({ created: 0, changed: 0, unchanged: 3, refused: 0 });
    await apply("counter", file, again.body["plan"]);
    expect(await countOf("reference_change")).toBe(before + 3);
  });

  test("one wrong row stops the whole file, and each wrong row is named", async () => {
    const file =
      "key,name,receptionPoint,validFrom\n" +
      "counter:28261:7,Quầy 7,point:28261,2026-01-01\n" +
      "counter:28261:8,,point:nowhere,31/02/2026\n";
    const seen = await preview("counter", file);
    expect(rowsOf(seen)).toMatchObject([
      { line: 3, outcome: "refused" },
      { line: 2, outcome: "created" },
    ]);
    const before = await countOf("counter");
    const refused = await apply("counter", file, seen.body["plan"]);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: "import_rows_refused", details: { rows: 1 } },
    });
    expect(await countOf("counter")).toBe(before);
  });

  test("what was looked at is what is imported: a change meanwhile, or another file, is refused", async () => {
    const file = "key;name\npost:29905;Bưu điện Sa Đéc 1\n";
    const seen = await preview("postOffice", file);
    const other = await apply("postOffice", file.replace("1\n", "2\n"), seen.body["plan"]);
    expect(other.body["code"]).toBe("place_changed");
    await app.owner.query("update nation.post_office set name = 'Khác' where key = 'post:29905'");
    expect((await apply("postOffice", file, seen.body["plan"])).body["code"]).toBe("place_changed");
  });

  test.each(IMPORT_KINDS)("a file for %s that is none is refused", async (kind) => {
    for (const file of ["", "a;b\n1;2\n", Buffer.from([0xff, 0x00])])
      expect(await preview(kind, file)).toMatchObject({
        status: 422,
        body: { code: "import_file_unusable" },
      });
  });

  test("places of another data space are refused row by row", async () => {
    await app.owner.query("insert into nation.space values ('elsewhere', 'space_elsewhere', 'Nơi khác')");
    await app.owner.query(
      `update nation.space_place set space_id = 'elsewhere'
       where place_id in (select id from nation.one_stop_unit where key = 'unit:commune:30130')`,
    );
    const seen = await preview("receptionPoint", "key;name\npoint:30130;Của tôi\npoint:30157;Được sửa\n");
    expect(rowsOf(seen)).toMatchObject([
      { key: "point:30130", faults: [{ field: "key", problem: "outsideJurisdiction" }] },
      { key: "point:30157", outcome: "changed" },
    ]);
  });

  describe("the map of administrative units", () => {
    const merged =
      "Mã;Tên;Loại;Mã cấp trên;Từ ngày;Đến hết ngày;Chuyển thành các mã;Nguồn\n" +
      "30163;;;;2025-07-01;31/12/2026;39999;\n" +
      "30130;;;;2025-07-01;31/12/2026;39999;\n" +
      "39999;Xã Bình Thanh;commune;82;01/01/2027;;;Nghị quyết minh họa\n";

    test("a merger of communes comes in whole, and is found as of its day", async () => {
      const seen = await preview("administrativeUnits", merged);
      expect(seen.body["counts"]).toEqual({ created: 1, changed: 2, unchanged: 0, refused: 0 });
      expect((await apply("administrativeUnits", merged, seen.body["plan"])).status).toBe(200);
      const { body } = await admin.get("/administrative-units/30163?asOf=2026-12-31");
      expect(body["unit"]).toMatchObject({ validTo: "2026-12-31" });
      const after = await admin.get("/administrative-units?asOf=2027-01-01&q=xa%20binh%20thanh");
      expect(JSON.stringify(after.body)).toContain("39999");
      const again = await preview("administrativeUnits", merged);
      expect(again.body["counts"]).toEqual({ created: 0, changed: 0, unchanged: 3, refused: 0 });
    });

    test.each([
      {
        file: "code;name;kind;parent;validFrom;validTo;successors\n39991;Xã A;commune;82;2027-01-01;2027-01-31;39992\n39992;Xã B;commune;82;2027-01-01;2027-01-31;39991\n",
        problem: "succession_circle",
        because: "the successors form a circle",
      },
      {
        file: "code;name;kind;parent;validFrom;predecessors\n39993;Xã C;commune;82;2026-12-01;30157\n",
        problem: "predecessor_not_ended",
        because: "the successor begins before its predecessor ends",
      },
    ])("nothing is imported when $because", async ({ file, problem }) => {
      const before = [await countOf("administrative_unit"), await countOf("administrative_succession")];
      const seen = await preview("administrativeUnits", file);
      expect(rowsOf(seen).flatMap(({ faults }) => faults.map((fault) => fault.problem))).toContain(problem);
      expect((await apply("administrativeUnits", file, seen.body["plan"])).body["code"]).toBe(
        "import_rows_refused",
      );
      expect([await countOf("administrative_unit"), await countOf("administrative_succession")]).toEqual(
        before,
      );
    });
  });
});
