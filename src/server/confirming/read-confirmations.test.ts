import { instant } from "#domain/shared/instant.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actUnder, confirm, takeIn } from "../../../test/kit/assist.ts";
import { employ } from "../../../test/kit/employ.ts";
import { AN_APPLICANT } from "../../../test/kit/forms.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  await actUnder(app, "assist");
});
afterAll(() => app[Symbol.asyncDispose]());

const wait = (minutes: number) => app.clock.advance(minutes * 60_000);
/** A session does not last over night. */
async function onTheClock(moment: string): Promise<void> {
  app.clock.set(instant(moment));
  desks = await openDesks(app);
}
const figuresOf = async (from: string, to: string, by = desks.officer) =>
  (await by.get(`/confirmation-figures?from=${from}&to=${to}`)).body;

describe("what waits for an officer", () => {
  test("is listed with clerk, counter, papers and minutes, the longest waiting first", async () => {
    const first = await takeIn(desks.clerk);
    wait(7);
    const second = await takeIn(desks.clerk);
    wait(3);
    const { body } = await desks.officer.get("/confirmations");
    expect(body["total"]).toBe(2);
    expect(body["rows"]).toMatchObject([
      {
        dossierId: first.dossierId,
        code: first.code,
        act: "receive",
        applicantName: AN_APPLICANT.name,
        clerk: expect.stringMatching(/Lan/) as string,
        counter: expect.stringContaining("Quầy 1") as string,
        own: false,
        minutesWaiting: 10,
        words: null,
      },
      { dossierId: second.dossierId, minutesWaiting: 3 },
    ]);
    await confirm(
      desks.officer,
      [first, second].map(({ dossierId }) => ({ dossierId, version: 1 })),
    );
    expect((await desks.officer.get("/confirmations")).body).toEqual({ rows: [], total: 0 });
  });

  test("is nobody's business who decides, nor an officer's of another unit", async () => {
    await employ(app, "khac.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    await takeIn(desks.clerk);
    expect((await desks.caseOfficer.get("/confirmations")).body["code"]).toBe("permission_missing");
    expect((await desks.clerk.get("/confirmations")).body["code"]).toBe("permission_missing");
    const other = await app.signIn("khac.officer");
    expect((await other.get("/confirmations")).body).toEqual({ rows: [], total: 0 });
  });

  test("is a read of people's data, and logged as one", async () => {
    const { rows } = await app.owner.query(
      "select outcome from space_dong_thap.access_log where route = 'GET /confirmations' and outcome = 'ok'",
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe("how long confirmation takes", () => {
  test("is counted from taking in to confirmation, by the day of the act in Việt Nam", async () => {
    await onTheClock("2026-11-17T09:00:00+07:00");
    const taken = [];
    for (let index = 0; index < 10; index += 1) taken.push(await takeIn(desks.clerk));
    const [sentBack, gone, ...rest] = taken;
    if (!sentBack || !gone) throw new Error("ten were taken in");
    // Eight are confirmed after 1, 2, … 8 minutes.
    for (const { dossierId } of rest) {
      wait(1);
      await confirm(desks.officer, [{ dossierId, version: 1 }]);
    }
    passed(
      await desks.officer.send("POST", `/dossiers/${sentBack.dossierId}/hand-back`, {
        version: 1,
        words: "Thiếu trang 2",
      }),
    );
    // In Greenwich it is still the day before.
    await onTheClock("2026-11-18T00:30:00+07:00");
    expect(await figuresOf("2026-11-17", "2026-11-17")).toMatchObject({
      figures: [
        {
          act: "receive",
          unitName: "Trung tâm Phục vụ hành chính công xã Bình Thành",
          count: 10,
          confirmed: 8,
          waiting: 2,
          withdrawn: 0,
          sentBack: 1,
          medianMinutes: 4.5,
          p90Minutes: 7.3,
        },
      ],
    });
    const wider = (await figuresOf("2026-11-16", "2026-11-18"))["figures"] as { count: number }[];
    expect(wider[0]?.count).toBeGreaterThan(10);
    expect(await figuresOf("2026-11-18", "2026-11-18")).toEqual({ figures: [] });
  });

  test.each([
    { from: "2026-11-18", to: "2026-11-17", because: "it ends before it begins" },
    { from: "2025-01-01", to: "2026-11-17", because: "it is longer than a year" },
  ])("is not asked for a period that is wrong: $because", async ({ from, to }) => {
    expect((await figuresOf(from, to))["code"]).toBe("confirmation_period_wrong");
  });

  test("is not shown to clerks", async () => {
    expect((await figuresOf("2026-11-16", "2026-11-17", desks.clerk))["code"]).toBe("permission_missing");
  });
});
