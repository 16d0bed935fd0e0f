import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { NEW_UNIT, aPlan, aReorganisation, plan } from "../../../test/kit/reorganisation-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let quyen: Client;
beforeAll(async () => {
  app = await testApp();
  quyen = await app.signIn("quyen.admin");
});
afterAll(() => app[Symbol.asyncDispose]());

/** Everything that a reorganisation could touch, row by row; but for the epochs, which only ever grow. */
async function everything(): Promise<unknown> {
  const tables = [
    "nation.agency",
    "nation.agency_code",
    "nation.one_stop_unit",
    "nation.reception_point",
    "nation.counter",
    "nation.competence",
    "nation.space_place",
    "nation.place_succession",
    "nation.staff_post",
    "nation.reference_change",
    "space_dong_thap.mandate",
    "space_dong_thap.mandate_epoch",
    "space_dong_thap.dossier",
    "space_dong_thap.item",
  ];
  const dump: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await app.owner.query(`select to_jsonb(t) as row from ${table} t order by t::text`);
    dump[table] = rows;
  }
  return dump;
}

const cancel = (id: string, version: number, reason = "Hoãn lại") =>
  quyen.send("POST", `/reorganisations/${id}/cancellation`, { version, reason });

describe("a plan", () => {
  test("changes nothing until its day, and called off it has changed nothing", async () => {
    const before = await everything();
    const id = await plan(quyen);
    expect(await everything()).toEqual(before);
    const changed = await quyen.send("PUT", `/reorganisations/${id}`, {
      ...aReorganisation({ title: "Sáp nhập hai xã" }),
      version: 1,
    });
    expect(changed.body).toEqual({ version: 2 });
    passed(await cancel(id, 2));
    expect(await everything()).toEqual(before);
    const seen = (await quyen.get(`/reorganisations/${id}`)).body;
    expect(seen).toMatchObject({ title: "Sáp nhập hai xã", status: "cancelled", preview: null, due: false });
    expect(seen["history"]).toMatchObject([
      { type: "planned", by: "Đặng Thị Mỹ Quyên", reason: "" },
      { type: "changed" },
      { type: "cancelled", reason: "Hoãn lại" },
    ]);
  });

  test("is refused with every fault by its name, and nothing is kept", async () => {
    const bad = aPlan({
      effectiveOn: "2026-11-16",
      units: [
        { unit: "unit:commune:30163", heir: "unit:commune:30130", points: [] },
        { unit: "unit:commune:30130", heir: "unit:commune:30163", points: [] },
      ],
      newUnits: [NEW_UNIT],
    });
    expect(await quyen.send("POST", "/reorganisations", aReorganisation({ plan: bad }))).toMatchObject({
      status: 422,
      body: {
        code: "reorganisation_invalid",
        details: {
          problems: [
            "date_not_future||2026-11-16",
            "heir_ends|unit:commune:30163|Trung tâm Phục vụ hành chính công xã Thanh Bình",
            "heir_ends|unit:commune:30130|Trung tâm Phục vụ hành chính công xã Bình Thành",
            "new_unit_unused|new:1|Trung tâm Phục vụ hành chính công xã Bình Thanh",
          ],
        },
      },
    });
  });

  test("for a unit that another plan ends is refused, also when both come at once", async () => {
    const both = await Promise.all([
      quyen.send("POST", "/reorganisations", aReorganisation()),
      quyen.send("POST", "/reorganisations", aReorganisation({ title: "Phương án hai" })),
    ]);
    expect(both.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422]);
    const refused = both.find(({ status }) => status === 422);
    expect(JSON.stringify(refused?.body)).toContain("unit_planned_elsewhere|unit:commune:30163");
    const kept = both.find(({ status }) => status === 200);
    passed(await cancel(String(kept?.body["reorganisationId"]), 1));
  });

  test("across two data spaces is refused with the way out", async () => {
    await app.owner.query(
      "insert into nation.space (id, schema_name, title) values ('other', 'space_other', 'Khác')",
    );
    await app.owner.query(
      `update nation.space_place set space_id = 'other'
       where place_id = (select id from nation.one_stop_unit where key = 'unit:commune:30130')`,
    );
    const refused = await quyen.send("POST", "/reorganisations", aReorganisation());
    expect(refused).toMatchObject({ status: 409, body: { code: "reorganisation_two_spaces" } });
    await app.owner.query("update nation.space_place set space_id = 'dong-thap'");
    await app.owner.query("delete from nation.space where id = 'other'");
  });

  test("that somebody else changed is not overwritten, and one that is settled stays so", async () => {
    const id = await plan(quyen);
    const put = (version: number) =>
      quyen.send("PUT", `/reorganisations/${id}`, { ...aReorganisation(), version });
    passed(await put(1));
    expect((await put(1)).body["code"]).toBe("reorganisation_changed");
    expect((await cancel(id, 1)).body["code"]).toBe("reorganisation_changed");
    passed(await cancel(id, 2));
    expect((await put(3)).body["code"]).toBe("reorganisation_settled");
    expect((await cancel(id, 3)).body["code"]).toBe("reorganisation_settled");
  });

  test("is not applied before its day, however hard somebody tries", async () => {
    const id = await plan(quyen);
    const refused = await quyen.send("POST", `/reorganisations/${id}/application`, { version: 1 });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "reorganisation_not_due", details: { day: "17/11/2026" } },
    });
    passed(await cancel(id, 1));
  });

  test("is nobody's but an administrator's", async () => {
    await employ(app, "be.officer", [{ role: "oneStopOfficer", at: "unit:commune:30163" }]);
    const officer = await app.signIn("be.officer");
    expect((await officer.send("POST", "/reorganisations", aReorganisation())).body["code"]).toBe(
      "permission_missing",
    );
  });
});

describe("the preview", () => {
  test("of a unit that nobody knows answers with its fault rather than with an error", async () => {
    const given = aPlan({ units: [{ unit: "unit:commune:39999", heir: "new:1", points: [] }] });
    const { status, body } = await quyen.send("POST", "/reorganisation-previews", { plan: given });
    expect(status).toBe(200);
    expect(body).toMatchObject({ units: [], faults: [{ fault: "unit_unknown" }] });
  });

  test("says when a new agency has no identifier to make dossier codes of", async () => {
    const { agency, ...unit } = NEW_UNIT;
    const { code2025: _none, ...without } = agency;
    const given = aPlan({ newUnits: [{ ...unit, agency: without }] });
    const { body } = await quyen.send("POST", "/reorganisation-previews", { plan: given });
    expect(body["faults"]).toEqual([]);
    expect(body["warnings"]).toMatchObject([
      { warning: "agency_without_code", names: ["Ủy ban nhân dân xã Bình Thanh"] },
    ]);
  });
});

test("the form of a plan is told the points of a unit, and the communes that the map knows as successors", async () => {
  const { body } = await quyen.get("/reorganisation-units/unit:commune:30163");
  expect(body).toMatchObject({
    name: "Trung tâm Phục vụ hành chính công xã Bình Thành",
    agencyName: "Ủy ban nhân dân xã Bình Thành",
    successors: [],
  });
  expect((body["points"] as unknown[]).length).toBe(3);
  expect((await quyen.get("/reorganisation-units/unit:none")).status).toBe(404);
});
