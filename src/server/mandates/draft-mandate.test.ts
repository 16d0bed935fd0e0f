import { randomUUID } from "node:crypto";
import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hold } from "../../../test/kit/hold.ts";
import {
  OFFICE,
  OTHER_OFFICE,
  OTHER_UNIT,
  UNIT,
  aMandate,
  draft,
  move,
} from "../../../test/kit/mandate-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let kiet: Client;
let thao: Client;
let head: Client;
beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  thao = await app.signIn("thao.programme");
  head = await app.signIn("hanh.head");
});
afterAll(() => app[Symbol.asyncDispose]());

const count = async (table: "mandate" | "mandate_event") =>
  Number((await app.owner.query(`select count(*) from space_dong_thap.${table}`)).rows[0]?.count);
const epoch = async () =>
  (await app.owner.query("select epoch from space_dong_thap.mandate_epoch")).rows[0] as unknown;
const change = (by: Client, id: string, changes: Record<string, unknown>) =>
  by.send("PUT", `/mandates/${id}`, { ...aMandate(), version: 1, ...changes });
const read = async (id: string) =>
  (await kiet.get(`/mandates/${id}`)).body as {
    mandate: Record<string, unknown>;
    history: Record<string, unknown>[];
  };

describe("a draft", () => {
  test("is kept as it was written, lists without doubles, with its first event, and gives no right", async () => {
    const before = await epoch();
    const answer = passed(
      await kiet.send(
        "POST",
        "/mandates",
        aMandate({
          counterIds: [referenceId("counter:30163:30163:1")],
          tasks: ["returnResult", "receive", "receive"],
          procedureCodes: ["2.000635", "2.000635"],
          validTo: "2027-12-31",
          conditions: "  Có công chức trực  ",
        }),
      ),
    );
    expect(answer.body).toMatchObject({ version: 1, status: "drafted" });
    const { mandate, history } = await read(String(answer.body["mandateId"]));
    expect(mandate).toMatchObject({
      status: "drafted",
      unit: { id: UNIT },
      postOffice: { id: OTHER_OFFICE, name: "Bưu điện Văn hóa xã Bình Thành" },
      counters: [{ id: referenceId("counter:30163:30163:1") }],
      tasks: ["receive", "returnResult"],
      fields: [{ id: "civilStatus" }],
      procedures: [{ id: "2.000635" }],
      exceptions: [{ id: "1.000894" }],
      validTo: "2027-12-31",
      conditions: "Có công chức trực",
      decision: null,
    });
    expect(history).toMatchObject([{ type: "mandate.drafted", by: "Huỳnh Tuấn Kiệt" }]);
    expect(await epoch()).toEqual(before);
  });

  test("is written once, however often it is sent under one key", async () => {
    const before = await count("mandate");
    const key = randomUUID();
    const send = () => kiet.send("POST", "/mandates", aMandate(), { key });
    expect((await send()).body).toEqual((await send()).body);
    expect(await count("mandate")).toBe(before + 1);
  });

  test.each([
    {
      because: "its period ends before it starts",
      changes: { validTo: "2026-10-31" },
      findings: ["period_reversed 2026-10-31"],
    },
    { because: "it hands over nothing", changes: { tasks: [] }, findings: ["tasks_missing"] },
    {
      because: "the post would decide",
      changes: { tasks: ["receive", "approve"] },
      findings: ["task_reserved_to_state approve"],
    },
    {
      because: "it names no procedure and no field",
      changes: { fieldCodes: [], exceptProcedureCodes: [] },
      findings: ["scope_missing"],
    },
    {
      because: "nobody knows the field",
      changes: { fieldCodes: ["civilStatus", "astrology"] },
      findings: ["field_unknown astrology"],
    },
    {
      because: "nobody knows the procedure",
      changes: { procedureCodes: ["9.999999"] },
      findings: ["procedure_unknown 9.999999"],
    },
    {
      because: "what it excepts lies outside of it",
      changes: { fieldCodes: ["certification"] },
      findings: ["exception_outside 1.000894"],
    },
    {
      because: "there is no such office",
      changes: { postOfficeId: UNIT },
      findings: [`grantee_unknown ${UNIT}`],
    },
    {
      because: "the counter is another office's",
      changes: { counterIds: [referenceId("counter:30163:30148:1")] },
      findings: [`counter_not_of_grantee ${referenceId("counter:30163:30148:1")}`],
    },
    {
      because: "several things are wrong, and all are said at once",
      changes: { tasks: [], validTo: "2026-10-01", postOfficeId: UNIT },
      findings: ["period_reversed 2026-10-01", "tasks_missing", `grantee_unknown ${UNIT}`],
    },
  ])("is refused with the reason when $because", async ({ changes, findings }) => {
    const before = await count("mandate");
    expect(await kiet.send("POST", "/mandates", aMandate(changes))).toMatchObject({
      status: 422,
      body: { code: "mandate_invalid", details: { findings } },
    });
    expect(await count("mandate")).toBe(before);
  });

  test("is refused for a procedure that has ended", async () => {
    await app.owner.query(
      "update nation.procedure_version set valid_to = '2026-10-31' where code = '1.004859'",
    );
    await app.owner.query("update nation.reference_epoch set epoch = epoch + 1");
    const ended = await kiet.send("POST", "/mandates", aMandate({ procedureCodes: ["1.004859"] }));
    expect(ended).toMatchObject({
      status: 422,
      body: { code: "mandate_invalid", details: { findings: ["procedure_ended 1.004859"] } },
    });
  });

  test("is refused for an office that belongs to no postal operator", async () => {
    await app.owner.query("update nation.post_office set operator_id = null where id = $1", [OFFICE]);
    const refused = await kiet.send("POST", "/mandates", aMandate({ postOfficeId: OFFICE }));
    expect(refused).toMatchObject({
      body: { code: "mandate_invalid", details: { findings: [`grantee_not_postal ${OFFICE}`] } },
    });
  });

  test("is written by the head of the unit for that unit, and for no other", async () => {
    expect((await head.send("POST", "/mandates", aMandate())).status).toBe(200);
    expect(await head.send("POST", "/mandates", aMandate({ unitId: OTHER_UNIT }))).toMatchObject({
      status: 403,
      body: { code: "outside_jurisdiction" },
    });
  });
});

describe("a change of a draft", () => {
  test("counts its writer among the drafters, who cannot decide it", async () => {
    const id = await draft(kiet);
    expect((await change(thao, id, { conditions: "Thêm" })).body).toMatchObject({ version: 2 });
    expect(await read(id)).toMatchObject({
      mandate: { conditions: "Thêm", version: 2 },
      history: [{ type: "mandate.drafted" }, { type: "mandate.changed", by: "Lý Thanh Thảo" }],
    });
    passed(await move(kiet, id, "propose"));
    expect((await move(thao, id, "approve")).body["code"]).toBe("mandate_decided_by_drafter");
  });

  test("is checked like the draft itself", async () => {
    const id = await draft(kiet);
    expect(await change(kiet, id, { tasks: [] })).toMatchObject({
      status: 422,
      body: { code: "mandate_invalid", details: { findings: ["tasks_missing"] } },
    });
    expect((await read(id)).mandate).toMatchObject({ version: 1, tasks: ["receive", "returnResult"] });
  });

  test("is refused from an older version, once it is proposed, and where there is none", async () => {
    const id = await draft(kiet);
    expect(await change(kiet, id, { version: 0 })).toMatchObject({
      status: 409,
      body: { code: "mandate_changed", details: { version: 1 } },
    });
    passed(await move(kiet, id, "propose"));
    expect(await change(kiet, id, { version: 2 })).toMatchObject({
      status: 409,
      body: { code: "mandate_move_not_allowed", details: { status: "proposed" } },
    });
    expect((await change(kiet, randomUUID(), {})).body["code"]).toBe("not_found");
  });

  test("stays within the unit of its head: no other's draft is there, and none moves away", async () => {
    const other = await draft(kiet, {
      unitId: OTHER_UNIT,
      postOfficeId: referenceId("post:30130"),
    });
    expect((await change(head, other, {})).body["code"]).toBe("not_found");
    const own = await draft(head);
    expect((await change(head, own, { unitId: OTHER_UNIT })).body["code"]).toBe("outside_jurisdiction");
  });

  test("of two at once one is kept, and the other is told", async () => {
    const id = await draft(kiet);
    const held = await hold(app.owner, "select from mandate where id = $1 for update", [id]);
    const both = Promise.all([
      change(kiet, id, { conditions: "Kiệt" }),
      change(thao, id, { conditions: "Thảo" }),
    ]);
    await held.untilWaiting(2);
    await held.release();
    const answers = await both;
    expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find((one) => one.status === 409)?.body["code"]).toBe("mandate_changed");
    expect((await read(id)).history).toHaveLength(2);
  });
});
