import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import {
  OFFICE,
  OTHER_UNIT,
  UNIT,
  aDecision,
  accountId,
  bringToForce,
  mandateOfPilot,
  move,
  train,
} from "../../../test/kit/mandate-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

interface Clerk {
  readonly fullName: string;
  readonly rights: readonly { task: string; fieldCode: string; until: string | null; decision: string }[];
  readonly untrainedFields: readonly string[];
  readonly suspended: boolean;
}

let app: TestApp;
let kiet: Client;
let thao: Client;
let head: Client;
let lan: Client;
let phuc: Client;
beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  thao = await app.signIn("thao.programme");
  head = await app.signIn("hanh.head");
  lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  phuc = await app.signIn("phuc.clerk", "Quầy 1");
});
afterAll(() => app[Symbol.asyncDispose]());

const own = async (by: Client) =>
  (await by.get("/own-rights")).body as { unitName: string | null; clerk: Clerk };
const clerkOf = async (fullName: string) =>
  ((await head.get("/unit-rights")).body["clerks"] as Clerk[]).find((clerk) => clerk.fullName === fullName);

describe("who may do what at a unit today", () => {
  test("is the head's own unit unless another is asked, and lists the clerks of its counters", async () => {
    const { body } = await head.get("/unit-rights");
    expect(body).toMatchObject({ unitId: UNIT, assignments: [] });
    expect((body["clerks"] as Clerk[]).map(({ fullName }) => fullName)).toEqual([
      "Nguyễn Thị Lan",
      "Trần Văn Phúc",
    ]);
    expect((await head.get(`/unit-rights?unitId=${UNIT}`)).body).toEqual(body);
  });

  test("leaves out a clerk whose post there is over, or whose contract is", async () => {
    for (const username of ["het.post", "het.contract"])
      await employ(app, username, [{ role: "postalClerk", at: "post:30163:30148" }]);
    expect(await clerkOf("het.post")).toBeDefined();
    await app.owner.query(
      `update nation.staff_post set valid_to = '2026-11-15'
       where account_id = (select id from nation.account where username = 'het.post')`,
    );
    await app.owner.query(
      "update nation.account set valid_to = '2026-11-15' where username = 'het.contract'",
    );
    expect(await clerkOf("het.post")).toBeUndefined();
    expect(await clerkOf("het.contract")).toBeUndefined();
  });

  test("a head of two units chooses between them", async () => {
    await employ(app, "hai.head", [
      { role: "unitHead", at: "unit:commune:30163" },
      { role: "unitHead", at: "unit:commune:30130" },
    ]);
    const two = await app.signIn("hai.head");
    const { units } = (await two.get("/unit-rights")).body as { units: { id: string }[] };
    expect(units.map(({ id }) => id).toSorted()).toEqual([UNIT, OTHER_UNIT].toSorted());
    for (const { id } of units)
      expect((await two.get(`/unit-rights?unitId=${id}`)).body).toMatchObject({ unitId: id, units });
  });

  test("shows each task and field with its decision, and nothing for a clerk without a mandate", async () => {
    const clerk = await clerkOf("Nguyễn Thị Lan");
    expect(clerk?.rights).toContainEqual(
      expect.objectContaining({
        task: "receive",
        fieldCode: "civilStatus",
        fieldName: "Hộ tịch",
        decision: "268/QĐ-UBND",
        awaitsConfirmation: false,
      }),
    );
    expect(await clerkOf("Trần Văn Phúc")).toMatchObject({
      rights: [],
      untrainedFields: [],
      suspended: false,
    });
  });

  test("is refused for a unit that this person does not head, and to the province's officer", async () => {
    expect((await head.get(`/unit-rights?unitId=${OTHER_UNIT}`)).body["code"]).toBe("outside_jurisdiction");
    expect((await kiet.get(`/unit-rights?unitId=${UNIT}`)).body["code"]).toBe("permission_missing");
  });

  test("says which fields lack the training, and what a training gives from then on", async () => {
    const id = await bringToForce(kiet, thao, { validTo: "2027-03-31" });
    expect(await clerkOf("Trần Văn Phúc")).toMatchObject({ rights: [], untrainedFields: ["Hộ tịch"] });
    await train(app, "phuc.clerk", "civilStatus");
    expect(await own(phuc)).toMatchObject({
      clerk: {
        rights: [
          { task: "receive", fieldCode: "civilStatus", until: "2027-03-31", decision: "412/QĐ-UBND" },
          { task: "returnResult", fieldCode: "civilStatus" },
        ],
        untrainedFields: [],
      },
    });
    passed(await move(kiet, id, "end"));
    expect((await own(phuc)).clerk.rights).toEqual([]);
  });
});

describe("the clerk's own sheet", () => {
  test("says the same as the head's", async () => {
    const { unitName, clerk } = await own(lan);
    expect(unitName).toContain("Bình Thành");
    expect(clerk).toEqual(await clerkOf("Nguyễn Thị Lan"));
  });

  test("leaves out what holds at another counter only, which the head sees", async () => {
    const second = referenceId("counter:30163:30148:2");
    await train(app, "lan.clerk", "adoption");
    const id = await bringToForce(kiet, thao, {
      postOfficeId: OFFICE,
      counterIds: [second],
      fieldCodes: ["adoption"],
      exceptProcedureCodes: [],
    });
    const tasks = (clerk: Clerk | undefined) =>
      clerk?.rights.filter(({ fieldCode }) => fieldCode === "adoption").map(({ task }) => task);
    expect(tasks((await own(lan)).clerk)).toEqual([]);
    expect(tasks(await clerkOf("Nguyễn Thị Lan"))).toEqual(["receive", "returnResult"]);
    passed(await lan.send("PUT", "/session/counter", { counterId: second }));
    expect(tasks((await own(lan)).clerk)).toEqual(["receive", "returnResult"]);
    passed(await move(kiet, id, "end"));
  });

  test("has what the head gave this clerk, and not what others were given", async () => {
    const task = {
      unitId: UNIT,
      accountId: await accountId(app, "phuc.clerk"),
      task: "guide",
      procedureCode: "2.000635",
      reason: "Đông người",
      standsBy: true,
    };
    const { body } = passed(await head.send("POST", "/assignments", task));
    expect((await phuc.get("/own-rights")).body).toMatchObject({
      assignments: [{ id: body["assignmentId"] }],
    });
    expect((await lan.get("/own-rights")).body).toMatchObject({ assignments: [] });
  });

  test("is empty at no counter, and for a civil servant, who acts by an office", async () => {
    await employ(app, "tuyet.clerk", [{ role: "postalClerk", at: "post:30130" }]);
    const standing = await app.signIn("tuyet.clerk");
    expect(await own(standing)).toEqual({ unitName: null, heads: [], clerk: null, assignments: [] });
    const officer = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
    expect(await own(officer)).toMatchObject({ clerk: null });
  });

  test("names who heads the unit today, and nobody who has left it or works there otherwise", async () => {
    await employ(app, "truoc.head", [{ role: "unitHead", at: "unit:commune:30163" }]);
    await employ(app, "nghi.head", [{ role: "unitHead", at: "unit:commune:30163" }]);
    await employ(app, "khac.officer", [{ role: "oneStopOfficer", at: "unit:commune:30163" }]);
    const heads = async () => (await lan.get("/own-rights")).body["heads"];
    expect(await heads()).toEqual(expect.arrayContaining(["truoc.head", "nghi.head"]));
    await app.owner.query(
      `update nation.staff_post set valid_to = '2026-11-15'
       where account_id = (select id from nation.account where username = 'truoc.head')`,
    );
    await app.owner.query("update nation.account set valid_to = '2026-11-15' where username = 'nghi.head'");
    const left = await heads();
    expect(left).toContain("Trương Mỹ Hạnh");
    for (const name of ["truoc.head", "nghi.head", "khac.officer"]) expect(left).not.toContain(name);
  });

  test("shows a suspension at once, and nothing to do", async () => {
    const stop = {
      target: "account",
      targetId: await accountId(app, "lan.clerk"),
      decision: aDecision(),
      reason: "Kiểm tra",
    };
    const { body } = passed(await kiet.send("POST", "/suspensions", stop));
    expect(await own(lan)).toMatchObject({
      heads: expect.arrayContaining(["Trương Mỹ Hạnh"]) as string[],
      clerk: {
        rights: [],
        suspended: true,
        stops: [
          {
            kind: "account",
            decision: "412/QĐ-UBND",
            since: app.clock.now(),
            reason: "Kiểm tra",
            mandate: null,
          },
        ],
      },
    });
    expect(await clerkOf("Nguyễn Thị Lan")).toMatchObject({ suspended: true });
    passed(await kiet.send("POST", `/suspensions/${String(body["suspensionId"])}/lifting`, {}));
    expect((await own(lan)).clerk).toMatchObject({ suspended: false, stops: [] });
  });

  test("shows a mandate's suspension as rights that are gone, by which decision and since when", async () => {
    const pilot = await mandateOfPilot(app);
    passed(await move(kiet, pilot, "suspend"));
    passed(await move(kiet, pilot, "resume"));
    app.clock.advance(60_000);
    const decision = aDecision("777/QĐ-UBND");
    passed(await move(kiet, pilot, "suspend", { decision, reason: "Chờ tập huấn lại" }));
    const stop = {
      kind: "mandate",
      decision: "777/QĐ-UBND",
      since: app.clock.now(),
      reason: "Chờ tập huấn lại",
      mandate: "268/QĐ-UBND",
    };
    expect((await own(lan)).clerk).toMatchObject({ rights: [], suspended: false, stops: [stop] });
    expect(await clerkOf("Nguyễn Thị Lan")).toMatchObject({ stops: [stop] });
  });
});
