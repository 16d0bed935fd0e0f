import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { hold } from "../../../test/kit/hold.ts";
import { receive } from "../../../test/kit/forms.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";

const POINT = "point:30163:30148";
const OFFICE = "post:30163:30148";

interface Listed {
  readonly key: string;
  readonly name: string;
  readonly editable: boolean;
}

const listed = ({ body }: Reply) => body["places"] as readonly Listed[];
const keys = (reply: Reply) => listed(reply).map(({ key }) => key);
const code = ({ body }: Reply) => body["code"];
const of = (key: string) => `/places/${encodeURIComponent(key)}`;

describe("places that an administrator keeps", () => {
  let app: TestApp;
  let admin: Client;
  let other: Client;

  beforeAll(async () => {
    app = await testApp();
    await employ(app, "quan.admin", [{ role: "administrator", at: "unit:commune:30163" }]);
    await employ(app, "lien.admin", [{ role: "administrator", at: "agency:province:82" }]);
    admin = await app.signIn("quan.admin");
    other = await app.signIn("lien.admin");
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const counterForm = (name: string, more: Record<string, unknown> = {}) => ({
    kind: "counter",
    name,
    validFrom: "2026-01-01",
    validTo: null,
    values: { receptionPoint: POINT, postOffice: OFFICE },
    reason: "Thêm quầy theo kế hoạch",
    ...more,
  });

  async function form(key: string): Promise<{ seen: string; form: Record<string, unknown> }> {
    const { body } = await admin.get(of(key));
    const { name, validFrom, validTo, values } = body["place"] as Record<string, unknown>;
    return { seen: String(body["seen"]), form: { name, validFrom, validTo, values, reason: "Sửa" } };
  }

  async function change(by: Client, key: string, changes: Record<string, unknown>): Promise<Reply> {
    const { seen, form: standing } = await form(key);
    return by.send("PUT", of(key), { seen, ...standing, ...changes });
  }

  test("a list is found by words without diacritics, by what is above, and a page at a time", async () => {
    const found = await admin.get("/places?kind=counter&q=quay%20binh%20tan");
    expect(keys(found)).toEqual(["counter:30163:30148:1", "counter:30163:30148:2", "counter:30163:30148:3"]);
    const below = await admin.get(`/places?kind=receptionPoint&parent=unit:commune:30163`);
    expect(keys(below)).toEqual(["point:30163:30148", "point:30163:30163", "point:30163"]);
    expect(listed(below).every(({ editable }) => editable)).toBe(true);
  });

  test("a new counter gets a key, is there at once for the clerk, and the ledger names who, why and by which post", async () => {
    const created = await admin.send("POST", "/places", counterForm(" Quầy 4 –  Bưu điện "));
    expect(created).toMatchObject({ status: 200, body: { key: "counter:30163:30148:4" } });
    const clerk = await app.signIn("lan.clerk");
    const { counters } = (await clerk.get("/counters")).body as { counters: { label: string }[] };
    expect(counters.map(({ label }) => label)).toContain("Quầy 4 – Bưu điện");
    const { history } = (await admin.get(of("counter:30163:30148:4"))).body as { history: unknown[] };
    expect(history).toMatchObject([{ by: "quan.admin", reason: "Thêm quầy theo kế hoạch", created: true }]);
    const { rows } = await app.owner.query(
      `select c.basis_kind, p.role, before, after->>'name' as name from nation.reference_change c
       join nation.staff_post p on p.id::text = c.basis_id where row_key = 'counter:30163:30148:4'`,
    );
    expect(rows).toEqual([
      { basis_kind: "office", role: "administrator", before: null, name: "Quầy 4 – Bưu điện" },
    ]);
  });

  test("a counter opened from tomorrow is not offered today", async () => {
    await admin.send("POST", "/places", counterForm("Quầy thứ năm", { validFrom: "2027-01-04" }));
    const clerk = await app.signIn("lan.clerk");
    expect(JSON.stringify((await clerk.get("/counters")).body)).not.toContain("Quầy thứ năm");
    expect(keys(await admin.get("/places?kind=counter&q=quay%20thu%20nam"))).toEqual([]);
    expect(keys(await admin.get("/places?kind=counter&q=quay%20thu%20nam&asOf=2027-01-04"))).toHaveLength(1);
    expect(keys(await admin.get("/places?kind=counter&q=quay%20thu%20nam&all=yes"))).toHaveLength(1);
  });

  test.each([
    {
      given: counterForm("Quầy 1 – Bưu điện"),
      problems: ["name:nameTaken"],
      because: "people choose a counter by its name",
    },
    {
      given: counterForm("Quầy 9", { validFrom: "2025-01-01" }),
      problems: ["receptionPoint:notThroughout", "postOffice:notThroughout"],
      because: "the point and the office were not there yet",
    },
    {
      given: counterForm("Quầy 9", { values: { receptionPoint: "point:nowhere" } }),
      problems: ["receptionPoint:unknownPlace"],
      because: "no such point is known",
    },
    {
      given: counterForm("Quầy 9", { key: "counter:30163:1" }),
      problems: ["key:keyTaken"],
      because: "a key names one place for ever",
    },
    { given: counterForm("  "), problems: ["name:missing"], because: "blanks are no name" },
    {
      given: counterForm("Quầy 9", { validTo: "2025-12-31" }),
      problems: ["validTo:periodReversed"],
      because: "it would end before it begins",
    },
  ])("$problems: $because", async ({ given, problems }) => {
    const reply = await admin.send("POST", "/places", given);
    expect(reply).toMatchObject({ status: 422, body: { code: "place_invalid", details: { problems } } });
  });

  test("a point cannot be closed while counters need it; the refusal names them", async () => {
    const reply = await change(admin, "point:30163:30163", { validTo: "2026-12-31" });
    expect(reply).toMatchObject({ status: 409, body: { code: "place_needed" } });
    const { names } = reply.body["details"] as { names: string[] };
    expect(names).toContain("Quầy 1 – Bưu điện (từ 01/07/2025)");
  });

  test("an agency cannot be closed while it decides a field", async () => {
    const reply = await change(admin, "agency:department:health", { validTo: "2026-12-31" });
    expect(code(reply)).toBe("place_needed");
  });

  test("who saw an older state changes nothing; who changes nothing leaves no trace", async () => {
    const { seen, form: standing } = await form("post:29869");
    const first = await admin.send("PUT", of("post:29869"), {
      seen,
      ...standing,
      name: "Bưu điện Cao Lãnh 1",
    });
    expect(first.status).toBe(200);
    const late = await other.send("PUT", of("post:29869"), {
      seen,
      ...standing,
      name: "Bưu điện Cao Lãnh 2",
    });
    expect(code(late)).toBe("place_changed");
    await change(admin, "post:29869", {});
    const { history } = (await admin.get(of("post:29869"))).body as { history: { differences: unknown[] }[] };
    expect(history.map(({ differences }) => differences)).toEqual([
      [{ field: "name", before: "Bưu điện Cao Lãnh", after: "Bưu điện Cao Lãnh 1" }],
    ]);
  });

  test("two administrators at the same moment: one changes, the other is told", async () => {
    const { seen, form: standing } = await form("post:29905");
    const held = await hold(app.owner, "select from nation.reference_epoch for update");
    const racing = [admin, other].map((by, at) =>
      by.send("PUT", of("post:29905"), { seen, ...standing, name: `Bưu điện Sa Đéc ${at}` }),
    );
    await held.untilWaiting(2);
    await held.release();
    const replies = await Promise.all(racing);
    expect(replies.map(({ status }) => String(status)).toSorted()).toEqual(["200", "409"]);
    const { history } = (await admin.get(of("post:29905"))).body as { history: unknown[] };
    expect(history).toHaveLength(1);
  });

  test("the same request sent twice with one key makes one counter", async () => {
    const key = "double-click-0001";
    const given = counterForm("Quầy thứ tám");
    const replies = await Promise.all([1, 2].map(() => admin.send("POST", "/places", given, { key })));
    expect(replies[0]?.body).toEqual(replies[1]?.body);
    expect(keys(await admin.get("/places?kind=counter&q=quay%20thu%20tam"))).toHaveLength(1);
  });

  test("a place of another data space is shown and not changed", async () => {
    await app.owner.query("insert into nation.space values ('elsewhere', 'space_elsewhere', 'Nơi khác')");
    await app.owner.query(
      `update nation.space_place set space_id = 'elsewhere'
       where place_id in (select id from nation.one_stop_unit where key = 'unit:commune:29905')`,
    );
    await app.owner.query("update nation.reference_epoch set epoch = epoch + 1");
    const points = listed(await admin.get("/places?kind=receptionPoint&parent=unit:commune:29905"));
    expect(points).toMatchObject([{ key: "point:29905", editable: false }]);
    expect(code(await change(admin, "point:29905", { name: "Của tôi" }))).toBe("outside_jurisdiction");
    const moved = await change(admin, "counter:30163:30148:3", {
      values: { receptionPoint: "point:29905" },
    });
    expect(code(moved)).toBe("outside_jurisdiction");
    const added = await admin.send("POST", "/places", {
      ...counterForm("Quầy lạ"),
      values: { receptionPoint: "point:29905" },
    });
    expect(code(added)).toBe("outside_jurisdiction");
  });

  test("a new agency with its identifiers, a unit of it and a point receive dossiers from the same minute", async () => {
    const agency = await admin.send("POST", "/places", {
      kind: "agency",
      name: "Ủy ban nhân dân xã Tân Long",
      validFrom: "2026-01-01",
      validTo: null,
      values: {
        agencyKind: "communeCommittee",
        administrativeUnit: "30163",
        code2018: "000.00.77.H20",
        code2025: "H20.077",
        codeMark: "recalled",
        codeSource: "Theo công văn, chưa đối chiếu",
      },
      reason: "Thành lập",
    });
    expect(agency.body).toMatchObject({ key: "agency:30163" });
    const unit = await admin.send("POST", "/places", {
      kind: "oneStopUnit",
      name: "Trung tâm Phục vụ hành chính công xã Tân Long",
      validFrom: "2026-01-01",
      validTo: null,
      values: {
        agency: "agency:30163",
        governingBody: "Ủy ban nhân dân xã Tân Long",
        administrativeUnit: "30163",
        calendar: "agency",
      },
      reason: "Thành lập",
    });
    const point = await admin.send("POST", "/places", {
      kind: "receptionPoint",
      name: "Điểm tiếp nhận Tân Long",
      validFrom: "2026-01-01",
      validTo: null,
      values: { oneStopUnit: unit.body["key"], address: "Ấp 1" },
      reason: "Thành lập",
    });
    await admin.send("POST", "/places", {
      ...counterForm("Quầy Một cửa"),
      values: { receptionPoint: point.body["key"] },
    });
    const { rows } = await app.owner.query<{ id: string }>(
      "select id from nation.one_stop_unit where key = $1",
      [unit.body["key"]],
    );
    await app.owner.query(
      `insert into nation.staff_post (id, account_id, role, one_stop_unit_id, valid_from)
       select gen_random_uuid(), id, 'oneStopOfficer', $1, '2026-01-01' from nation.account where username = 'quan.admin'`,
      [rows[0]?.id],
    );
    const officer = await app.signIn("quan.admin", "Tân Long Quầy Một cửa");
    const reply = await receive(officer);
    expect(reply.status).toBe(200);
    expect(String(reply.body["code"])).toContain("H20.077");
  });
});
