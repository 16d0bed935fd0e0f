import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actUnder, confirm, takeIn } from "../../../test/kit/assist.ts";
import { employ } from "../../../test/kit/employ.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type Desks, openDesks, passed, recordOutcome, returnForm, upload } from "../../../test/kit/steps.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
let police: Pair;
let insurance: Pair;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  police = await pairAt("police", "agency:body:police");
  insurance = await pairAt("insurance", "agency:body:socialInsurance");
});
afterAll(() => app[Symbol.asyncDispose]());

interface Pair {
  readonly caseOfficer: Client;
  readonly approver: Client;
}

async function pairAt(name: string, at: string): Promise<Pair> {
  await employ(app, `${name}.case`, [{ role: "caseOfficer", at }]);
  await employ(app, `${name}.approver`, [{ role: "approver", at }]);
  return { caseOfficer: await app.signIn(`${name}.case`), approver: await app.signIn(`${name}.approver`) };
}

interface Part {
  readonly key: string;
  readonly state: string;
  readonly dossier: { dossierId: string; code: string; status: string; readable: boolean } | null;
}

const commune = (): Pair => ({ caseOfficer: desks.caseOfficer, approver: desks.approver });
const child = async () =>
  String((await receive(desks.clerk, await aForm(desks.clerk, "2.000986"))).body["dossierId"]);
const view = async (id: string, by: Client = desks.officer) => (await by.get(`/dossiers/${id}`)).body;
const partsOf = async (id: string) => ((await view(id))["parts"] as { parts: Part[] }).parts;
const statesOf = async (id: string) =>
  Object.fromEntries((await partsOf(id)).map(({ key, state }) => [key, state]));
const partId = async (id: string, key: string) =>
  String((await partsOf(id)).find((part) => part.key === key)?.dossier?.dossierId);
const versionOf = async (id: string) => Number((await view(id))["version"]);
const codeOf = ({ body }: Reply) => body["code"];

async function act(by: Client, id: string, name: string, body: object = {}): Promise<Reply> {
  return by.send("POST", `/dossiers/${id}/${name}`, { version: await versionOf(id), ...body });
}

/** Decides a part in its agency, from its queue to the approval. */
async function decide({ caseOfficer, approver }: Pair, id: string, outcome = "granted"): Promise<Reply> {
  passed(await act(caseOfficer, id, "taking"));
  const fileId = await upload(caseOfficer, id, "result");
  passed(await act(caseOfficer, id, "outcome", { outcome, fileId }));
  return passed(await act(approver, id, "approval"));
}

async function recordWhole(id: string, outcome = "granted"): Promise<void> {
  passed(await act(desks.officer, id, "forwarding"));
  passed(await act(desks.caseOfficer, id, "taking"));
  const fileId = await upload(desks.caseOfficer, id, "result");
  passed(await act(desks.caseOfficer, id, "outcome", { outcome, fileId }));
}

describe("a child is registered once, and three agencies decide", () => {
  test("the register's chooser counts the lines of the register: a part stands in that of its whole", async () => {
    await child();
    const head = await app.signIn("hanh.head");
    const { body } = passed(await head.get("/registers"));
    const { unitId, year, books } = body as {
      unitId: string;
      year: number;
      books: { fieldCode: string; entries: number }[];
    };
    for (const { fieldCode, entries } of books) {
      const found = await head.get(`/registers/${unitId}/${year}/entries?fields=${fieldCode}`);
      expect([fieldCode, passed(found).body["entries"]]).toEqual([fieldCode, expect.any(Array)]);
      expect([fieldCode, (found.body["entries"] as unknown[]).length]).toEqual([fieldCode, entries]);
    }
    expect(books.some(({ entries }) => entries > 0)).toBe(true);
  });

  test("the first part is opened with the whole: own code, agency, limit and date; the citizen has one slip", async () => {
    const id = await child();
    const [birth, residence, card] = await partsOf(id);
    expect([birth?.state, residence?.state, card?.state]).toEqual(["open", "waiting", "waiting"]);
    expect(birth?.dossier).toMatchObject({
      status: "forwarded",
      agencyName: "Ủy ban nhân dân xã Bình Thành",
      readable: true,
    });
    const own = String(birth?.dossier?.dossierId);
    const part = await view(own, desks.caseOfficer);
    const whole = await view(id);
    expect(part).toMatchObject({
      procedureCode: "1.001193",
      applicant: { name: "Nguyễn Thị Hồng Nhung" },
      feeDue: 0,
      items: [],
      parts: null,
      partOf: { dossierId: id, code: whole["code"], key: "birth", ended: false },
    });
    expect(part["code"]).not.toBe(whole["code"]);
    expect(String(part["dueAt"]) < String(whole["dueAt"])).toBe(true);
    expect(whole).toMatchObject({ version: 1, partOf: null, parts: { latestDueAt: whole["dueAt"] } });
    const { rows } = await app.owner.query(
      "select payload ->> 'dossierId' as id from space_dong_thap.outbox where topic = 'dossier.received'",
    );
    expect(rows.map((row: { id: string }) => row.id)).not.toContain(own);
  });

  test("those that follow are opened when it is granted, and all is returned at once against one signature", async () => {
    const id = await child();
    await decide(commune(), await partId(id, "birth"));
    expect(await statesOf(id)).toEqual({ birth: "granted", residence: "open", healthInsurance: "open" });
    const [residence, card] = [await partId(id, "residence"), await partId(id, "healthInsurance")];
    expect((await police.caseOfficer.get(`/dossiers/${residence}`)).status).toBe(200);
    expect((await police.caseOfficer.get(`/dossiers/${card}`)).status).toBe(404);
    expect((await police.caseOfficer.get(`/dossiers/${id}`)).status).toBe(404);
    expect(await view(residence, police.caseOfficer)).toMatchObject({ partOf: { readable: false } });

    await recordWhole(id);
    const early = await act(desks.approver, id, "approval");
    expect(early.body).toMatchObject({
      code: "parts_open",
      details: { parts: ["Đăng ký thường trú", "Cấp thẻ bảo hiểm y tế"] },
    });
    await decide(police, residence);
    await decide(insurance, card);
    passed(await act(desks.approver, id, "approval"));

    const alone = await desks.officer.send(
      "POST",
      `/dossiers/${card}/return`,
      await returnForm(desks.officer, card, await versionOf(card)),
    );
    expect(alone.body).toMatchObject({
      code: "part_of_another",
      details: { code: (await view(id))["code"] },
    });
    const { acts } = (await view(card)) as { acts: { move: string }[] };
    expect(acts.map(({ move }) => move)).not.toContain("returnResult");

    passed(
      await desks.clerk.send(
        "POST",
        `/dossiers/${id}/return`,
        await returnForm(desks.clerk, id, await versionOf(id)),
      ),
    );
    for (const part of [await partId(id, "birth"), residence, card])
      expect(await view(part)).toMatchObject({
        statuses: { business: "returned", delivery: "handedOver" },
        items: [{ kind: "result", holder: { kind: "citizen" } }],
      });
    const { events } = (await view(id)) as { events: { type: string }[] };
    expect(events.filter(({ type }) => type === "dossier.partEnded")).toHaveLength(3);
  });

  test("a part that is refused is told on the whole, and what follows it never begins", async () => {
    const id = await child();
    await decide(commune(), await partId(id, "birth"), "refused");
    expect(await statesOf(id)).toEqual({ birth: "refused", residence: "fallen", healthInsurance: "fallen" });
    expect(await versionOf(id)).toBe(2);
    const { rows } = await app.owner.query(
      `select payload ->> 'kind' as kind from space_dong_thap.outbox
       where topic = 'dossier.notice' and payload ->> 'dossierId' = $1`,
      [id],
    );
    expect(rows).toEqual([{ kind: "partRefused" }]);
    await recordWhole(id, "refused");
    passed(await act(desks.approver, id, "approval"));
  });

  test("what is withdrawn stops the parts that are open, and leaves what is decided to the citizen", async () => {
    const id = await child();
    const birth = await partId(id, "birth");
    await decide(commune(), birth);
    const residence = await partId(id, "residence");
    passed(await act(police.caseOfficer, residence, "taking"));
    expect(codeOf(await act(desks.officer, residence, "withdrawal-requests", { reason: "Không cần" }))).toBe(
      "part_of_another",
    );
    passed(await act(desks.officer, id, "withdrawal-requests", { reason: "Không cần nữa" }));
    passed(await act(desks.officer, id, "withdrawal-decision", { accept: true, reason: "Chưa có kết quả" }));
    expect(await statesOf(id)).toEqual({
      birth: "granted",
      residence: "stopped",
      healthInsurance: "stopped",
    });
    expect(await view(residence)).toMatchObject({ statuses: { business: "stopped" }, forms: [] });
    expect(await view(birth)).toMatchObject({ partOf: { ended: true } });
    const form = await returnForm(desks.clerk, birth, await versionOf(birth));
    passed(await desks.clerk.send("POST", `/dossiers/${birth}/return`, form));
  });

  test("two approve the last parts at once, and a third stops the whole: nobody waits for ever, nothing is half", async () => {
    const id = await child();
    await decide(commune(), await partId(id, "birth"));
    const parts = [
      { pair: police, part: await partId(id, "residence") },
      { pair: insurance, part: await partId(id, "healthInsurance") },
    ];
    for (const { pair, part } of parts) {
      passed(await act(pair.caseOfficer, part, "taking"));
      passed(await recordOutcome(pair.caseOfficer, part, 2));
    }
    const version = await versionOf(id);
    const replies = await Promise.all([
      ...parts.map(({ pair, part }) =>
        pair.approver.send("POST", `/dossiers/${part}/approval`, { version: 3 }),
      ),
      desks.approver.send("POST", `/dossiers/${id}/stopping`, { version, reason: "Hồ sơ trùng" }),
    ]);
    expect(replies.filter(({ status }) => status >= 500)).toEqual([]);
    expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
    for (const state of Object.values(await statesOf(id)))
      expect(["granted", "stopped", "open"]).toContain(state);
  });
});

test("under assist the parts begin with the confirmation, and end with that of the returning", async () => {
  await actUnder(app, "assist");
  const { dossierId: id } = await takeIn(desks.clerk, await aForm(desks.clerk, "2.000986"));
  expect(await view(id)).toMatchObject({ parts: null });
  await confirm(desks.officer, [{ dossierId: id, version: 1 }]);
  const birth = await partId(id, "birth");
  await decide(commune(), birth, "refused");
  await recordWhole(id, "refused");
  passed(await act(desks.approver, id, "approval"));
  const form = await returnForm(desks.clerk, id, await versionOf(id));
  passed(await desks.clerk.send("POST", `/dossiers/${id}/return`, form));
  expect(await view(birth)).toMatchObject({ statuses: { business: "returnAwaitingConfirmation" } });
  // The officer is asked about the whole alone: to confirm it confirms its parts.
  const { rows, total } = (await desks.officer.get("/confirmations")).body as {
    rows: { dossierId: string }[];
    total: number;
  };
  expect({ ids: rows.map(({ dossierId }) => dossierId), total }).toEqual({ ids: [id], total: 1 });
  await confirm(desks.officer, [{ dossierId: id, version: await versionOf(id) }]);
  for (const one of [id, birth])
    expect(await view(one)).toMatchObject({ statuses: { business: "returned" } });
  await actUnder(app, "supervised");
});

test("what is handed in once is counted once", async () => {
  const { rows } = await app.owner.query(
    `select by_post + by_state as told,
       (select count(*)::integer from space_dong_thap.dossier where whole_id is null) as wholes
     from space_dong_thap.dossier_figures((select array_agg(id) from nation.one_stop_unit), '-infinity', 'infinity',
       'infinity', null, null, null) where field is null`,
  );
  const [{ told, wholes }] = rows as [{ told: number; wholes: number }];
  expect(told).toBe(wholes);
  expect(wholes).toBeGreaterThan(0);
});

test("a dossier of one procedure has no parts, and costs nothing more", async () => {
  const id = String((await receive(desks.clerk)).body["dossierId"]);
  expect(await view(id)).toMatchObject({ parts: null, partOf: null });
});

test("after all this every projection is what its ledger says", async () => {
  expect((await disagreements(app)).found).toEqual([]);
});
