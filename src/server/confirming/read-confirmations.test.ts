import { instant } from "#domain/shared/instant.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actUnder, confirm, resultsOf, takeIn } from "../../../test/kit/assist.ts";
import { employ } from "../../../test/kit/employ.ts";
import { AN_APPLICANT } from "../../../test/kit/forms.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

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
    expect((await desks.officer.get("/confirmations")).body).toEqual({ rows: [], total: 0, next: null });
  });

  test("is nobody's business who decides, nor an officer's of another unit", async () => {
    await employ(app, "khac.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    await takeIn(desks.clerk);
    expect((await desks.caseOfficer.get("/confirmations")).body["code"]).toBe("permission_missing");
    expect((await desks.clerk.get("/confirmations")).body["code"]).toBe("permission_missing");
    const other = await app.signIn("khac.officer");
    expect((await other.get("/confirmations")).body).toEqual({ rows: [], total: 0, next: null });
  });

  test("is the own of who put it before the officer again, as of who took it in", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    const answer = { words: "Thiếu trang 2" };
    passed(await desks.officer.send("POST", `/dossiers/${dossierId}/hand-back`, { version: 1, ...answer }));
    passed(
      await desks.officer.send("POST", `/dossiers/${dossierId}/resubmission`, { version: 2, ...answer }),
    );
    const { rows } = (await desks.officer.get("/confirmations")).body as { rows: object[] };
    expect(rows).toContainEqual(expect.objectContaining({ dossierId, own: true }));
    const tried = await desks.officer.send("POST", "/confirmations", {
      dossiers: [{ dossierId, version: 3 }],
    });
    expect(resultsOf(tried)[0]?.refusal?.code).toBe("same_person_forbidden");
  });

  test("is a read of people's data, and logged as one", async () => {
    const { rows } = await app.owner.query(
      "select outcome from space_dong_thap.access_log where route = 'GET /confirmations' and outcome = 'ok'",
    );
    expect(rows.length).toBeGreaterThan(0);
  });
});

describe("a list that is longer than a page", () => {
  interface Page {
    readonly rows: readonly { dossierId: string; status: string; minutesWaiting: number }[];
    readonly total: number;
    readonly next: string | null;
  }
  async function pagesOf(by: Client, path: string): Promise<readonly Page[]> {
    const pages: Page[] = [];
    for (let after = ""; pages.length === 0 || pages.at(-1)?.next; ) {
      const page = passed(await by.get(`${path}${after}`)).body as unknown as Page;
      pages.push(page);
      after = `?after=${page.next ?? ""}`;
    }
    return pages;
  }

  test("is read to its end, each dossier once: handed back first, then by when it was done", async () => {
    const at = app.clock.now();
    const taken = [];
    for (let index = 0; index < 102; index += 1) {
      // Some share their moment: the id decides between them.
      if (index % 3 === 0) wait(1);
      taken.push(await takeIn(desks.clerk));
    }
    const back = taken.slice(-2).map(({ dossierId }) => dossierId);
    for (const id of back)
      passed(
        await desks.officer.send("POST", `/dossiers/${id}/hand-back`, { version: 1, words: "Thiếu trang" }),
      );
    const pages = await pagesOf(desks.clerk, "/awaited-confirmations");
    const all = pages.flatMap(({ rows }) => rows);
    expect(pages.map(({ rows }) => rows.length)).toEqual([100, all.length - 100]);
    expect(pages.map(({ total }) => total)).toEqual([all.length, all.length]);
    expect(new Set(all.map(({ dossierId }) => dossierId)).size).toBe(all.length);
    expect(all.slice(0, 2).map(({ dossierId }) => dossierId)).toEqual(back.toSorted());
    const waited = all.slice(2).map(({ minutesWaiting }) => minutesWaiting);
    expect(waited).toEqual(waited.toSorted((a, b) => b - a));

    await confirm(
      desks.officer,
      taken.slice(0, 100).map(({ dossierId }) => ({ dossierId, version: 1 })),
    );
    const first = await takeIn(desks.clerk);
    await confirm(desks.officer, [{ dossierId: first.dossierId, version: 1 }]);
    const slips = await pagesOf(desks.officer, "/receipts-due");
    const ids = slips.flatMap(({ rows }) => rows.map(({ dossierId }) => dossierId));
    expect(slips).toHaveLength(2);
    expect(new Set(ids).size).toBe(slips[0]?.total);
    expect(ids.at(-1)).toBe(first.dossierId);
    app.clock.set(at);
    desks = await openDesks(app);
  });

  test("begins anew when nobody can have been given that place in it", async () => {
    const odd = Buffer.from(JSON.stringify(["2", "2026-11-16", "x"])).toString("base64url");
    expect((await desks.officer.get(`/confirmations?after=${odd}`)).status).toBe(200);
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
