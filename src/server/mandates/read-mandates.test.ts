import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { receive } from "../../../test/kit/forms.ts";
import {
  OFFICE,
  OTHER_UNIT,
  UNIT,
  bringToForce,
  draft,
  mandateOfPilot,
  move,
} from "../../../test/kit/mandate-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let kiet: Client;
let thao: Client;
let head: Client;
let lan: Client;
beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  thao = await app.signIn("thao.programme");
  head = await app.signIn("hanh.head");
  lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
});
afterAll(() => app[Symbol.asyncDispose]());

interface Row {
  readonly id: string;
}
const list = async (query = "", by = kiet) =>
  (await by.get(`/mandates${query}`)).body as { mandates: Row[]; next: string | null };
const idsOf = async (query: string) => (await list(query)).mandates.map(({ id }) => id);
const movesOf = async (by: Client, id: string) =>
  (await by.get(`/mandates/${id}`)).body["moves"] as { move: string; refusal: string | null }[];

describe("the list of mandates", () => {
  test("is that of a unit, of a status, and of what gives a right on a day", async () => {
    const pilot = await mandateOfPilot(app);
    const drafted = await draft(kiet);
    const given = await bringToForce(kiet, thao, { validFrom: "2027-01-01", validTo: "2027-06-30" });
    expect(await idsOf(`?unitId=${UNIT}`)).toEqual([given, drafted, pilot]);
    expect(await idsOf(`?unitId=${OTHER_UNIT}`)).toEqual([]);
    expect(await idsOf("?status=drafted")).toEqual([drafted]);
    expect(await idsOf("?asOf=2026-11-16")).toEqual([pilot]);
    expect(await idsOf("?asOf=2027-06-30")).toEqual([given, pilot]);
    expect(await idsOf("?asOf=2027-07-01")).toEqual([pilot]);
  });

  test("is given page by page, each mandate once", async () => {
    for (let count = 0; count < 55; count += 1)
      await draft(kiet, { fieldCodes: ["library"], exceptProcedureCodes: [] });
    const { rows } = await app.owner.query<Row>("select id from space_dong_thap.mandate order by id desc");
    const seen: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const page = await list(next === "" ? "" : `?after=${encodeURIComponent(next)}`);
      seen.push(...page.mandates.map(({ id }) => id));
      next = page.next;
    }
    expect(seen).toEqual(rows.map(({ id }) => id));
  });
});

describe("a mandate", () => {
  test("shows the moves of its status, each with what stands in this person's way", async () => {
    const id = await draft(head);
    expect(await movesOf(head, id)).toEqual([
      { move: "propose", refusal: null },
      { move: "end", refusal: "permission_missing" },
    ]);
    passed(await move(head, id, "propose"));
    expect(await movesOf(kiet, id)).toEqual([
      { move: "sendBack", refusal: null },
      { move: "approve", refusal: null },
      { move: "refuse", refusal: null },
    ]);
    const own = await draft(kiet);
    passed(await move(kiet, own, "propose"));
    expect(await movesOf(kiet, own)).toMatchObject([
      { move: "sendBack", refusal: null },
      { move: "approve", refusal: "mandate_decided_by_drafter" },
      { move: "refuse", refusal: "mandate_decided_by_drafter" },
    ]);
  });

  test("shows what it touches: its own contradictions and doubles, and none between others", async () => {
    const pilot = await mandateOfPilot(app);
    const contrary = await draft(kiet, { postOfficeId: OFFICE, autonomy: "assist" });
    const double = await draft(kiet, { postOfficeId: OFFICE, validFrom: "2026-12-01" });
    const { overlaps } = (await kiet.get(`/mandates/${pilot}`)).body as {
      overlaps: { mandateId: string; kind: string; from: string }[];
    };
    expect(overlaps).toContainEqual(expect.objectContaining({ mandateId: contrary, kind: "contradiction" }));
    expect(overlaps).toContainEqual(
      expect.objectContaining({ mandateId: double, kind: "twice", from: "2026-12-01" }),
    );
    expect(overlaps.every(({ mandateId }) => mandateId !== pilot)).toBe(true);
  });

  test("that is not there is not found", async () => {
    expect(await kiet.get(`/mandates/${randomUUID()}`)).toMatchObject({ status: 404 });
    expect(await kiet.get(`/mandates/${randomUUID()}/acts`)).toMatchObject({ status: 404 });
  });
});

describe("a mandate of another unit", () => {
  let khoa: Client;
  beforeAll(async () => {
    await employ(app, "tam.head", [{ role: "unitHead", at: "unit:commune:30130" }]);
    khoa = await app.signIn("tam.head");
  });

  test("is read by its head as it was decided: no reasons, no acts, no moves, no figures, no gaps", async () => {
    const only = { fieldCodes: ["householdBusiness"], exceptProcedureCodes: [], validTo: "2026-11-30" };
    const id = await bringToForce(kiet, thao, only);
    const reasons = async (by: Client) =>
      ((await by.get(`/mandates/${id}`)).body["history"] as { reason: string }[]).map(({ reason }) => reason);
    const { body } = passed(await khoa.get(`/mandates/${id}`));
    expect(body).toMatchObject({ whole: false, acts: 0, moves: [], overlaps: [], mandate: { id } });
    expect((await reasons(khoa)).filter((reason) => reason !== "")).toEqual([]);
    expect(await reasons(head)).toContain("Theo kế hoạch");
    expect((await khoa.get(`/mandates/${id}/figures`)).body["code"]).toBe("outside_jurisdiction");
    expect((await head.get(`/mandates/${id}`)).body["whole"]).toBe(true);
    // It ends, and nothing follows it: the head of the unit is told, another one is not.
    const gaps = async (by: Client) =>
      passed(await by.get(`/mandate-gaps?unitId=${UNIT}`)).body["gaps"] as unknown[];
    expect(await gaps(head)).not.toEqual([]);
    expect(await gaps(khoa)).toEqual([]);
    passed(await move(kiet, id, "end"));
  });

  test("that nobody has decided yet is not there for a head elsewhere, nor is its proposal", async () => {
    const id = await draft(head, { fieldCodes: ["library"], exceptProcedureCodes: [] });
    passed(await move(head, id, "propose"));
    expect(await khoa.get(`/mandates/${id}`)).toMatchObject({ status: 404 });
    const { mandates } = await list("", khoa);
    expect(mandates.map((row) => row.id)).toContain(await mandateOfPilot(app));
    expect(mandates.map((row) => row.id)).not.toContain(id);
    expect(passed(await khoa.get("/proposals")).body["proposals"]).toEqual([]);
    expect(await idsOf("?status=proposed")).toContain(id);
  });
});

test("a mandate that was ended says on which day", async () => {
  const only = { fieldCodes: ["library"], exceptProcedureCodes: [], validFrom: "2026-11-01" };
  const id = await bringToForce(kiet, thao, only);
  const ended = async () => (await kiet.get(`/mandates/${id}`)).body["mandate"];
  expect(await ended()).toMatchObject({ endedOn: null, unitToday: null });
  passed(await move(kiet, id, "end"));
  expect(await ended()).toMatchObject({ status: "ended", endedOn: "2026-11-16", validTo: null });
});

describe("every act under a mandate", () => {
  test("is listed for the province, which sees no dossier, and counted; nobody's name is in it", async () => {
    const pilot = await mandateOfPilot(app);
    const taken: string[] = [];
    for (let count = 0; count < 52; count += 1) taken.push(String((await receive(lan)).body["dossierId"]));
    const first = (await kiet.get(`/mandates/${pilot}/acts`)).body as {
      acts: Record<string, unknown>[];
      next: string;
    };
    const second = (await kiet.get(`/mandates/${pilot}/acts?after=${encodeURIComponent(first.next)}`))
      .body as {
      acts: Record<string, unknown>[];
      next: null;
    };
    expect(second.next).toBeNull();
    const acts = [...first.acts, ...second.acts];
    expect(acts.map((act) => String(act["dossierId"])).toSorted()).toEqual(taken.toSorted());
    expect(acts[0]).toMatchObject({
      type: "dossier.received",
      code: expect.stringMatching(/^H20/) as string,
      by: "Nguyễn Thị Lan",
    });
    expect(JSON.stringify(acts)).not.toContain("Nhung");
    expect((await kiet.get(`/mandates/${pilot}`)).body["acts"]).toBe(52);
    expect((await head.get(`/mandates/${pilot}/acts`)).body["acts"]).toHaveLength(first.acts.length);
  });

  test("is not for another unit's head", async () => {
    await employ(app, "khoa.head", [{ role: "unitHead", at: "unit:commune:30130" }]);
    const khoa = await app.signIn("khoa.head");
    expect(await khoa.get(`/mandates/${await mandateOfPilot(app)}/acts`)).toMatchObject({
      status: 403,
      body: { code: "outside_jurisdiction" },
    });
  });
});
