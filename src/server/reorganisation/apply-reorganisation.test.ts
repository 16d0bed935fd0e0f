import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { instant } from "#domain/shared/instant.ts";
import { employ } from "../../../test/kit/employ.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { OFFICE, aDecision, bringToForce } from "../../../test/kit/mandate-forms.ts";
import { plan } from "../../../test/kit/reorganisation-forms.ts";
import {
  type Desks,
  bringTo,
  openDesks,
  passed,
  recordOutcome,
  returnForm,
} from "../../../test/kit/steps.ts";
import { type AnotherProgram, type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { unseal } from "../keys/seal.ts";
import { trackDossier } from "../lookup/track-dossier.ts";
import { referenceId } from "../units/reference-table.ts";
import { applyDuePlans } from "./apply-plan.ts";

const NEW = "Trung tâm Phục vụ hành chính công xã Bình Thanh";
const OLD = "Trung tâm Phục vụ hành chính công xã Bình Thành";
const EVE = instant("2026-11-16T23:40:00+07:00");
const THE_DAY = instant("2026-11-17T00:05:00+07:00");
const MORNING = instant("2026-11-17T08:00:00+07:00");

let app: TestApp;
let other: AnotherProgram;
let desks: Desks;
let quyen: Client;
/** Dossiers of the old unit by how far they had come, with their codes and the secrets of their slips. */
const dossiers = new Map<string, { id: string; code: string }>();
let before: Record<string, unknown[]>;
let figuresBefore: Record<string, unknown>;
let id: string;
/** Somebody who sits at the counter over midnight. */
let late: Client;

const TABLES = ["dossier", "dossier_event", "item", "custody_entry", "mandate", "assignment", "suspension"];
async function ledgers(): Promise<Record<string, unknown[]>> {
  const dump: Record<string, unknown[]> = {};
  for (const table of TABLES)
    dump[table] = (
      await app.owner.query(`select to_jsonb(t) as row from space_dong_thap.${table} t order by t::text`)
    ).rows;
  dump["staff_post"] = (await app.owner.query("select * from nation.staff_post order by id")).rows;
  return dump;
}
const figures = async (map: string) =>
  (await quyen.get(`/figures/dossiers?from=2026-11-01&to=2026-11-30&map=${map}`)).body;
const dossierOf = (stage: string) => {
  const found = dossiers.get(stage);
  if (!found) throw new Error(`there is a dossier that was ${stage}`);
  return found;
};

beforeAll(async () => {
  app = await testApp();
  other = await app.another(app.clock);
  quyen = await app.signIn("quyen.admin");
  desks = await openDesks(app);
  for (const stage of ["received", "processing", "awaitingApproval", "finished"] as const) {
    const { body } = await receive(desks.clerk);
    dossiers.set(stage, { id: String(body["dossierId"]), code: String(body["code"]) });
    if (stage !== "received") await bringTo(desks, dossierOf(stage).id, stage);
  }
  await employ(app, "thu.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
  id = await plan(quyen);
  before = await ledgers();
  figuresBefore = await figures("new");
});
afterAll(async () => {
  await other[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
});

describe("before its day", () => {
  test("the preview says what is open and who goes on with it", async () => {
    const { preview } = (await quyen.get(`/reorganisations/${id}`)).body as {
      preview: Record<string, unknown>;
    };
    expect(preview).toMatchObject({ spaceName: "Tỉnh Đồng Tháp", faults: [], warnings: [] });
    expect((preview["units"] as unknown[])[0]).toMatchObject({
      name: OLD,
      heirName: NEW,
      agencyHeirName: "Ủy ban nhân dân xã Bình Thanh",
      deciding: 4,
      sessions: 0,
      assignments: 0,
      mandates: [{ status: "inForce", count: 1 }],
    });
    const [first] = preview["units"] as { dossiers: { count: number }[]; points: { heirName: string }[] }[];
    expect(first?.dossiers.reduce((sum, { count }) => sum + count, 0)).toBe(4);
    expect(first?.points.map(({ heirName }) => heirName)).toEqual([NEW, NEW, NEW]);
  });

  test("the program applies nothing", async () => {
    expect(await applyDuePlans(app.program.deps)).toBe(0);
    expect(await ledgers()).toEqual(before);
  });
});

describe("on its day", () => {
  test("a failure in the middle leaves nothing half done", async () => {
    app.clock.set(EVE);
    late = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    app.clock.set(THE_DAY);
    await app.owner.query(
      "alter table nation.place_succession add constraint stop check (kind <> 'counter') not valid",
    );
    expect(await applyDuePlans(app.program.deps)).toBe(0);
    expect(app.logged.join()).toContain("a reorganisation failed on its day");
    const rows = await app.owner.query("select from nation.one_stop_unit where name = $1", [NEW]);
    expect(rows.rowCount).toBe(0);
    expect((await app.owner.query("select from nation.place_succession")).rowCount).toBe(0);
    await app.owner.query("alter table nation.place_succession drop constraint stop");
  });

  test("two processes that apply it at once apply it once, and no row of a ledger has moved", async () => {
    const applied = await Promise.all([applyDuePlans(app.program.deps), applyDuePlans(app.program.deps)]);
    expect(applied.toSorted()).toEqual([0, 1]);
    expect(await applyDuePlans(app.program.deps)).toBe(0);
    expect(await ledgers()).toEqual(before);
    const admin = await app.signIn("quyen.admin");
    quyen = admin;
    const seen = (await admin.get(`/reorganisations/${id}`)).body;
    expect(seen).toMatchObject({
      status: "applied",
      preview: null,
      history: [{}, { type: "applied", by: null }],
    });
    expect(seen["successions"]).toContainEqual({ kind: "oneStopUnit", predecessor: OLD, successor: NEW });
    expect(
      (await admin.send("POST", `/reorganisations/${id}/application`, { version: 2 })).body["code"],
    ).toBe("reorganisation_settled");
  });
});

test("whoever sat at a counter over midnight sits there still, and goes on in the new unit's name", async () => {
  expect((await late.get("/session")).body).toMatchObject({
    counterClosed: false,
    counter: { label: "Quầy 1 – Bưu điện", unitName: NEW },
  });
  const { body } = await receive(late);
  expect((await late.get(`/dossiers/${String(body["dossierId"])}`)).body).toMatchObject({
    units: { receivedAt: NEW },
  });
});

describe("afterwards", () => {
  let clerk: Client;
  let officer: Client;
  beforeAll(async () => {
    app.clock.set(MORNING);
    quyen = await app.signIn("quyen.admin");
    clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    // An officer of the other commune that went up into the new one.
    officer = await other.signIn("thu.officer", "xã Bình Thành Quầy 1");
  });

  test("a colleague of the other commune finds the old dossier in the queue and sends it on", async () => {
    const { id: dossierId, code } = dossierOf("received");
    const { dossiers: queue } = (await officer.get("/queues/oneStop")).body as {
      dossiers: { code: string; unitName: string; unitNow: string }[];
    };
    expect(queue.find((row) => row.code === code)).toMatchObject({ unitName: OLD, unitNow: NEW });
    const forwarded = await officer.send("POST", `/dossiers/${dossierId}/forwarding`, { version: 1 });
    expect(forwarded.status).toBe(200);
  });

  test("the case officer and the approver of the old committee go on with what they had", async () => {
    const ha = await app.signIn("ha.case");
    const thai = await app.signIn("thai.approver");
    const { id: dossierId } = dossierOf("processing");
    passed(await recordOutcome(ha, dossierId, 3));
    passed(await thai.send("POST", `/dossiers/${dossierId}/approval`, { version: 4 }));
    const view = (await officer.get(`/dossiers/${dossierId}`)).body;
    expect(view).toMatchObject({
      units: { receivedAt: OLD, receivedAtNow: NEW, decidedByNow: "Ủy ban nhân dân xã Bình Thanh" },
    });
    const items = view["items"] as { kind: string; holder: { name: string; now: string | null } }[];
    expect(items.find(({ kind }) => kind === "result")?.holder).toEqual({
      kind: "unit",
      name: NEW,
      now: null,
    });
    expect(items.find(({ kind }) => kind === "paper")?.holder.now).toContain(NEW);
  });

  test("what lies with the old unit is the new one's to answer for, under the name that the ledger has", async () => {
    const { rows } = await app.owner.query<{ id: string }>(
      "select id from space_dong_thap.item where dossier_id = $1 and kind = 'result' and holder_id = $2",
      [dossierOf("finished").id, referenceId("unit:commune:30163")],
    );
    const result = passed(await officer.get(`/custody/things/item/${rows[0]?.id ?? ""}`)).body;
    expect(result).toMatchObject({ mayHandOver: true });
    const { holders } = passed(await officer.get("/custody/holdings")).body as {
      holders: readonly { holder: { name: string }; own: boolean }[];
    };
    const names = holders.filter(({ own }) => own).map(({ holder }) => holder.name);
    expect(names).toEqual(expect.arrayContaining([NEW, OLD]));
    // The other commune held nothing: it is not shown any more.
    expect(names).not.toContain("Trung tâm Phục vụ hành chính công xã Thanh Bình");
  });

  test("the clerk of the post returns an old result, and takes a new dossier in, under the mandate of before", async () => {
    const { id: dossierId } = dossierOf("finished");
    passed(await clerk.send("POST", `/dossiers/${dossierId}/return`, await returnForm(clerk, dossierId, 5)));
    const { body } = await receive(clerk);
    const view = (await clerk.get(`/dossiers/${String(body["dossierId"])}`)).body;
    expect(view).toMatchObject({ units: { receivedAt: NEW, receivedAtNow: null } });
    expect(String(body["code"])).toMatch(/^H20\.091/);
    const [event] = view["events"] as { basis: { kind: string } }[];
    expect(event?.basis.kind).toBe("mandate");
  });

  test("a unit that went up into another is no place to fetch a result at, and its heir is named", async () => {
    const collectedAtUnitId = referenceId("unit:commune:30130");
    const answer = await clerk.send("POST", "/dossiers", { ...(await aForm(clerk)), collectedAtUnitId });
    expect(answer).toMatchObject({ status: 409, body: { code: "unit_closed", details: { successor: NEW } } });
  });

  test("the old code leads to the dossier, and so does the link of the old slip", async () => {
    const { id: dossierId, code } = dossierOf("finished");
    const { dossiers: found } = (await officer.get(`/dossiers?q=${encodeURIComponent(code)}`)).body as {
      dossiers: { dossierId: string }[];
    };
    expect(found.map((row) => row.dossierId)).toEqual([dossierId]);
    const { rows } = await app.owner.query<{ sealed: Buffer }>(
      "select track_secret_sealed as sealed from space_dong_thap.dossier where id = $1",
      [dossierId],
    );
    const { deps } = app.program;
    const secret = unseal<string>(deps.ring, `dossier.track:${dossierId}`, rows[0]?.sealed ?? Buffer.of());
    const asked = { code, secret, address: "203.0.113.7", now: app.clock.now(), requestId: "r" };
    expect(await trackDossier(deps, asked)).toMatchObject({
      ok: true,
      value: { unitName: OLD, unitNow: NEW, collectAt: expect.stringContaining("Bình Tấn") as string },
    });
  });

  test("a head of the old unit heads the new one: mandates of before are seen, and a task can be given", async () => {
    const hanh = await app.signIn("hanh.head");
    const { body } = await hanh.get("/unit-rights");
    expect(body).toMatchObject({ unitName: NEW });
    expect((body["clerks"] as { fullName: string }[]).map(({ fullName }) => fullName)).toContain(
      "Nguyễn Thị Lan",
    );
    const unitId = String(body["unitId"]);
    const { mandates } = (await hanh.get(`/mandates?unitId=${unitId}`)).body as { mandates: unknown[] };
    expect(mandates).toHaveLength(1);
  });

  test("an office that is suspended is stopped at the new unit too", async () => {
    const kiet = await app.signIn("kiet.programme");
    const suspended = passed(
      await kiet.send("POST", "/suspensions", {
        target: "postOffice",
        targetId: OFFICE,
        decision: aDecision(),
        reason: "Kiểm tra",
      }),
    );
    await expect(receive(clerk)).rejects.toThrow("right_suspended");
    passed(await kiet.send("POST", `/suspensions/${String(suspended.body["suspensionId"])}/lifting`, {}));
    await receive(clerk);
  });

  test("figures by the old and by the new map have one sum, and that of before has not changed", async () => {
    const [old, now] = [await figures("old"), await figures("new")];
    expect(old["sum"]).toEqual(now["sum"]);
    const rows = now["rows"] as { unitName: string; received: number }[];
    expect(rows.map(({ unitName }) => unitName)).toEqual([NEW]);
    const byOld = old["rows"] as { unitName: string; heirName: string | null; received: number }[];
    expect(byOld.find(({ unitName }) => unitName === OLD)).toMatchObject({ heirName: NEW, received: 4 });
    expect((figuresBefore["sum"] as { received: number }).received).toBe(4);
  });

  test("figures come as a file with the unit of today and the sum, and days in the wrong order are refused", async () => {
    const period = "from=2026-11-01&to=2026-11-30";
    const lines = (await quyen.get(`/figures/dossier-files?${period}&map=old`)).bytes
      .toString("utf8")
      .split("\r\n");
    expect(lines[0]).toBe(
      "\uFEFFĐơn vị;Nay là;Tiếp nhận;Giải quyết xong;Đúng hạn;Tỷ lệ đúng hạn (%);Đúng hạn theo thống kê;Số câu trả lời;Tỷ lệ hài lòng (%)",
    );
    expect(lines.find((line) => line.startsWith(`${OLD};`))).toMatch(new RegExp(`^${OLD};${NEW};4;`));
    const { received } = (await figures("old"))["sum"] as { received: number };
    expect(lines.at(-2)).toMatch(new RegExp(`^Tổng;;${received};`));
    const reversed = await quyen.get("/figures/dossier-files?from=2026-11-30&to=2026-11-01");
    expect(reversed.body).toMatchObject({ code: "period_reversed" });
  });

  test("figures say how citizens rated, unit by unit and in sum, but never the answers of a few", async () => {
    type Row = { unitName: string; received: number; answers: number; satisfied: number | null };
    const read = async (map: string) => (await figures(map)) as unknown as { rows: Row[]; sum: Row };
    expect((await read("new")).sum).toMatchObject({ answers: 0, satisfied: null });
    // Each dossier is answered about; the last answer of the first is another than its first.
    await app.owner.query(
      `insert into space_dong_thap.rating
       select d.id, n.seq, case when n.seq = 1 then 'notSatisfied' else 'satisfied' end, d.received_at, d.received_at_unit_id,
         d.counter_id, d.field_code, d.procedure_code, d.received_at
       from space_dong_thap.dossier d, (values (1), (2)) as n (seq)`,
    );
    const [old, now] = [await read("old"), await read("new")];
    expect(now.rows).toMatchObject([{ unitName: NEW, answers: now.sum.received }]);
    const hidden = old.rows.filter(({ received }) => received < 5);
    expect(hidden.length).toBeGreaterThan(0);
    for (const { received, answers, satisfied } of old.rows)
      expect([answers, satisfied]).toEqual([received, received < 5 ? null : received]);
    const few = hidden.reduce((sum, { received }) => sum + received, 0);
    const told = few < 5 ? null : now.sum.received;
    expect([old.sum.satisfied, now.sum.satisfied, now.rows[0]?.satisfied]).toEqual([told, told, told]);
    const file = (await quyen.get("/figures/dossier-files?from=2026-11-01&to=2026-11-30&map=old")).bytes;
    const [line] = file
      .toString("utf8")
      .split("\r\n")
      .filter((one) => one.startsWith(`${OLD};`));
    expect(line?.split(";").slice(-2)).toEqual(["4", ""]);
  });

  test("every projection is still what its ledger says", async () => {
    expect((await disagreements(app)).found).toEqual([]);
  });
});

test("mandates of merged units that contradict each other are worked by the stricter one until one ends", async () => {
  await using own = await testApp();
  const admin = await own.signIn("quyen.admin");
  const [kiet, thao] = [await own.signIn("kiet.programme"), await own.signIn("thao.programme")];
  // The pilot's office staffs a counter of the other commune too, there under another autonomy.
  await own.owner.query(
    "update nation.counter set post_office_id = $1, changed_here = true where key = 'counter:30130:3'",
    [OFFICE],
  );
  await own.owner.query("update nation.reference_epoch set epoch = epoch + 1");
  await bringToForce(kiet, thao, {
    unitId: referenceId("unit:commune:30130"),
    postOfficeId: OFFICE,
    autonomy: "assist",
    exceptProcedureCodes: [],
  });
  const lan = await own.signIn("lan.clerk", "Bình Tấn Quầy 1");
  const { body } = await receive(lan);
  expect((await lan.get(`/dossiers/${String(body["dossierId"])}`)).body).toMatchObject({
    statuses: { business: "received" },
  });
  const planId = await plan(admin);
  const { preview } = (await admin.get(`/reorganisations/${planId}`)).body as {
    preview: { warnings: { warning: string; names: string[] }[] };
  };
  expect(preview.warnings.map(({ warning }) => warning)).toContain("mandates_contradict");
  own.clock.set(THE_DAY);
  expect(await applyDuePlans(own.program.deps)).toBe(1);
  const again = await own.signIn("lan.clerk", "Bình Tấn Quầy 1");
  const next = await receive(again);
  expect((await again.get(`/dossiers/${String(next.body["dossierId"])}`)).body).toMatchObject({
    statuses: { business: "awaitingConfirmation" },
  });
});
