import type { PostalReport } from "#contract/postal-reports.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepFile } from "../../../test/kit/custody.ts";
import { employ } from "../../../test/kit/employ.ts";
import { type PostalDesk, postalDesk } from "../../../test/kit/postal.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { localTime } from "#domain/shared/instant.ts";

let app: TestApp;
let post: PostalDesk;
beforeAll(async () => {
  app = await testApp();
  post = await postalDesk(app);
  await walk();
});
afterAll(() => app[Symbol.asyncDispose]());

const report = async (period?: string): Promise<PostalReport> =>
  passed(await post.desks.clerk.get(`/postal/report${period === undefined ? "" : `?period=${period}`}`))
    .body as unknown as PostalReport;

/** On 16/11/2026: one delivered, one damaged and delivered, one lost with a complaint; one ordered that nobody took. */
async function walk(): Promise<void> {
  const [delivered, damaged, lost] = [await post.ordered(), await post.ordered(), await post.ordered()];
  await post.ordered();
  for (const shipmentId of [delivered, damaged, lost]) {
    app.clock.advance(60_000);
    passed(await post.report(shipmentId, "accepted"));
  }
  app.clock.advance(60_000);
  passed(await post.report(damaged, "damaged"));
  app.clock.advance(60_000);
  for (const shipmentId of [delivered, damaged]) {
    const signatureFileId = await keepFile(post.courier, "signature");
    passed(await post.report(shipmentId, "delivered", { delivery: AT_THE_UNIT, signatureFileId }));
  }
  passed(await post.report(lost, "lost"));
  const complaint = {
    kind: "lost",
    source: "counter",
    on: localTime(app.clock.now()).day,
    words: "Không thấy đến.",
  };
  passed(await post.desks.clerk.send("POST", `/postal/shipments/${lost}/incidents`, complaint));
}

const AT_THE_UNIT = { taker: "recipient", name: "Lê Minh Đức", identityChecked: true };

describe("the report of the post for a period", () => {
  test("counts what the post took, what became of it and what it cost", async () => {
    const { period, rows, total, safety, claims, heardLate } = await report("2026-Q4");
    expect(period).toEqual({
      code: "2026-Q4",
      kind: "quarter",
      from: "2026-10-01",
      to: "2026-12-31",
      before: "2027-01-10",
    });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      procedureCode: "2.000635",
      service: "send",
      unitName: expect.stringContaining("Bình Thành"),
    });
    const { rows: quoted } = await app.owner.query<{ total: string }>(
      `select sum((o.quote ->> 'total')::int) as total from space_dong_thap.postal_order o
       where exists (select from space_dong_thap.shipment s where s.order_id = o.id and s.accepted_on is not null)`,
    );
    expect(total).toEqual({
      orders: 3,
      parcels: 3,
      delivered: 2,
      backAtAgency: 0,
      late: 0,
      lost: 1,
      damaged: 1,
      revenue: Number(quoted[0]?.total),
    });
    expect(safety).toBeCloseTo(1 / 3);
    expect(claims).toMatchObject({ complaints: 1, unanswered: 1, lost: 1, compensations: 0, compensated: 0 });
    expect(heardLate).toBe(0);
  });

  test("a year has what its quarter has, another quarter nothing, and none is the last that is over", async () => {
    expect((await report("2026")).total).toEqual((await report("2026-Q4")).total);
    const before = await report("2026-Q3");
    expect(before).toMatchObject({ rows: [], safety: null, total: { parcels: 0, revenue: 0 } });
    expect((await report()).period.code).toBe("2026-Q3");
  });

  test("says of each unit what share went by post", async () => {
    const { shares } = await report("2026-Q4");
    expect(shares).toHaveLength(1);
    expect(shares[0]).toMatchObject({ received: 4, receivedByPost: 3, returnByPost: 0, returned: 0 });
  });

  test("what was heard of after the report was due stands beside it", async () => {
    await app.owner.query(
      `update space_dong_thap.shipment_event set recorded_at = '2027-01-10T00:00:00+07:00' where type = 'accepted'
       and shipment_id = (select id from space_dong_thap.shipment where state = 'lost')`,
    );
    expect((await report("2026-Q4")).heardLate).toBe(1);
  });

  test("another unit's people see none of it, and a case officer may not ask", async () => {
    await employ(app, "khoa.head", [{ role: "unitHead", at: "unit:commune:30130" }]);
    const other = await app.signIn("khoa.head");
    const { rows } = passed(await other.get("/postal/report?period=2026-Q4")).body as unknown as PostalReport;
    expect(rows).toEqual([]);
    const ha = await app.signIn("ha.case");
    expect((await ha.get("/postal/report")).status).toBe(403);
  });

  test("as a file for a spreadsheet, with the sum in the last line", async () => {
    const { bytes } = passed(await post.desks.clerk.get("/postal/report/csv?period=2026-Q4"));
    const lines = bytes.toString("utf8").trim().split("\r\n");
    expect(lines[0]).toContain("Sản lượng bưu gửi");
    expect(lines.at(-1)).toMatch(/^Tổng;;;;3;/);
    const table = async (name: string) =>
      passed(await post.desks.clerk.get(`/postal/report/csv?period=2026-Q4&table=${name}`))
        .bytes.toString("utf8")
        .trim()
        .split("\r\n");
    expect((await table("claims")).map((line) => line.split(";")[0])).toContain("Khiếu nại nhận được");
    expect((await table("shares"))[1]).toMatch(/^[^;]+(;\d+){5}$/);
  });
});
