import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { confirm } from "../../../test/kit/assist.ts";
import { employ } from "../../../test/kit/employ.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type Desks, bringTo, openDesks, passed, returnForm } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { trackDossier } from "../lookup/track-dossier.ts";
import { unseal } from "../keys/seal.ts";
import { referenceId } from "../units/reference-table.ts";

const HOME = referenceId("unit:commune:30163");
const OTHER = referenceId("unit:commune:30130");
const HOME_NAME = "Trung tâm Phục vụ hành chính công xã Bình Thành";
const OTHER_NAME = "Trung tâm Phục vụ hành chính công xã Thanh Bình";

let app: TestApp;
let desks: Desks;
/** An officer of the other unit, and one of a third that has nothing to do with it. */
let there: Client;
let third: Client;
beforeAll(async () => {
  app = await testApp();
  await employ(app, "nga.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
  await employ(app, "tu.officer", [{ role: "oneStopOfficer", at: "unit:commune:29869" }]);
  desks = await openDesks(app);
  there = await app.signIn("nga.officer", "xã Thanh Bình Quầy 1");
  third = await app.signIn("tu.officer");
});
afterAll(() => app[Symbol.asyncDispose]());

const received = async (changes: Record<string, unknown> = { collectedAtUnitId: OTHER }) =>
  String((await receive(desks.clerk, changes)).body["dossierId"]);
async function finished(): Promise<string> {
  const id = await received();
  await bringTo(desks, id, "finished");
  return id;
}
const view = async (by: Client, id: string) => (await by.get(`/dossiers/${id}`)).body;
const post = (by: Client, id: string, act: string, body: Record<string, unknown>) =>
  by.send("POST", `/dossiers/${id}/${act}`, body);
const ready = async (by: Client) =>
  (await by.get("/queues/returning")).body as {
    dossiers: { dossierId: string; collectAt: string }[];
    open: number;
  };
const rowOf = async (by: Client, id: string) =>
  (await ready(by)).dossiers.find(({ dossierId }) => dossierId === id);
const moves = async (by: Client, id: string) =>
  ((await view(by, id))["acts"] as { move: string; permit: { allowed: boolean } }[])
    .filter(({ permit }) => permit.allowed)
    .map(({ move }) => move);

describe("a result that is fetched at another unit", () => {
  test("is brought there and returned there, by who is authorised there", async () => {
    const id = await received();
    expect(await view(desks.clerk, id)).toMatchObject({ units: { collectedAt: OTHER_NAME } });
    expect((await there.get(`/dossiers/${id}`)).status).toBe(404);
    await bringTo(desks, id, "finished");
    expect(await rowOf(desks.clerk, id)).toMatchObject({ collectAt: OTHER_NAME });
    expect(await rowOf(there, id)).toBeUndefined();
    expect(await view(there, id)).toMatchObject({
      applicant: { name: "Nguyễn Thị Hồng Nhung" },
      units: { collectedAt: OTHER_NAME, resultStillAt: HOME_NAME },
    });
    expect(await moves(there, id)).toEqual(["takeOverResult", "returnResult"]);
    const early = await post(there, id, "return", await returnForm(there, id, 5));
    expect(early.body).toMatchObject({ code: "result_not_here", details: { unit: HOME_NAME } });
    const [before, open] = [(await ready(desks.clerk)).open, (await ready(there)).open];
    passed(await post(there, id, "result-takeover", { version: 5 }));
    expect([(await ready(desks.clerk)).open, (await ready(there)).open]).toEqual([before - 1, open + 1]);
    expect(await rowOf(desks.clerk, id)).toBeUndefined();
    expect(await rowOf(there, id)).toMatchObject({ collectAt: null });
    expect((await post(there, id, "result-takeover", { version: 6 })).body["code"]).toBe(
      "result_here_already",
    );
    const { items } = (await view(desks.clerk, id)) as { items: { kind: string; holder: object }[] };
    expect(items.find(({ kind }) => kind === "result")?.holder).toMatchObject({
      kind: "unit",
      name: OTHER_NAME,
    });
    const alien = await post(desks.clerk, id, "return", await returnForm(desks.clerk, id, 6));
    expect(alien.body["code"]).toBe("mandate_missing");
    passed(await post(there, id, "return", await returnForm(there, id, 6)));
    expect(await view(desks.clerk, id)).toMatchObject({ statuses: { business: "returned", national: 10 } });
  });

  test("is not returned at another counter by somebody who is authorised where it is fetched", async () => {
    await employ(app, "ba.officer", [
      { role: "oneStopOfficer", at: "unit:commune:30163" },
      { role: "oneStopOfficer", at: "unit:commune:30130" },
    ]);
    const both = await app.signIn("ba.officer", "xã Bình Thành Quầy 1");
    const id = await finished();
    const answer = await post(both, id, "return", await returnForm(both, id, 5));
    expect(answer.body).toMatchObject({ code: "collected_elsewhere", details: { unit: OTHER_NAME } });
    expect((await post(both, id, "result-takeover", { version: 5 })).body["code"]).toBe(
      "outside_jurisdiction",
    );
  });

  test("is nobody else's to see, and not the other unit's before there is a result", async () => {
    const id = await finished();
    expect((await third.get(`/dossiers/${id}`)).status).toBe(404);
    expect((await there.get(`/dossiers/${id}`)).status).toBe(200);
    const waiting = await received();
    expect((await post(there, waiting, "result-takeover", { version: 1 })).body["code"]).toBe("not_found");
  });

  test("is told to the citizen: where, and whether it is there", async () => {
    const id = await finished();
    expect(await tracked(id)).toMatchObject({ collection: { here: false } });
    passed(await post(there, id, "result-takeover", { version: 5 }));
    const found = await tracked(id);
    expect(found.collection?.here).toBe(true);
    expect(found.collection?.point).toContain("xã Thanh Bình");
    const slip = await desks.clerk.get(`/dossiers/${id}/receipt`);
    expect(slip.status).toBe(200);
  });

  test("waits for a confirmation at the unit where it was returned, under assist", async () => {
    const clerk = await aClerkThere();
    const id = await finished();
    passed(await post(clerk, id, "result-takeover", { version: 5 }));
    const handed = passed(await post(clerk, id, "return", await returnForm(clerk, id, 6)));
    expect(handed.body["status"]).toBe("returnAwaitingConfirmation");
    const listed = async (by: Client) => {
      const { rows, total } = (await by.get("/confirmations")).body as {
        rows: { dossierId: string }[];
        total: number;
      };
      return { total, has: rows.some(({ dossierId }) => dossierId === id) };
    };
    expect(await listed(there)).toEqual({ total: 1, has: true });
    expect(await listed(desks.officer)).toEqual({ total: 0, has: false });
    await confirm(there, [{ dossierId: id, version: 7 }]);
    expect(await view(desks.officer, id)).toMatchObject({ statuses: { business: "returned" } });
  });
});

describe("where a result is fetched", () => {
  test("is changed later by the receiving unit, and changed back after it was brought elsewhere", async () => {
    const id = await received({});
    passed(await post(desks.clerk, id, "collection", { version: 1, unitId: OTHER, note: "Theo đề nghị" }));
    passed(await post(desks.clerk, id, "collection", { version: 2, unitId: HOME }));
    expect(await view(desks.clerk, id)).toMatchObject({ units: { collectedAt: null } });
    passed(await post(desks.clerk, id, "collection", { version: 3, unitId: OTHER }));
    expect((await view(desks.clerk, id))["events"]).toMatchObject([
      {},
      { type: "dossier.collectionChosen", note: "Theo đề nghị", basis: { kind: "mandate" } },
      {},
      {},
    ]);
    passed(await post(desks.officer, id, "forwarding", { version: 4 }));
    passed(await post(desks.caseOfficer, id, "taking", { version: 5 }));
    const fileId = await result(id);
    passed(await post(desks.caseOfficer, id, "outcome", { version: 6, outcome: "granted", fileId }));
    passed(await post(desks.approver, id, "approval", { version: 7 }));
    passed(await post(there, id, "result-takeover", { version: 8 }));
    passed(await post(desks.officer, id, "collection", { version: 9, unitId: HOME }));
    expect(await rowOf(there, id)).toMatchObject({ collectAt: HOME_NAME });
    passed(await post(desks.officer, id, "result-takeover", { version: 10 }));
    passed(await post(desks.officer, id, "return", await returnForm(desks.officer, id, 11)));
    const { rows } = await app.owner.query<{ to_kind: string; to_id: string | null }>(
      `select to_kind, to_id from space_dong_thap.custody_entry c join space_dong_thap.item i on i.id = c.thing_id
       where c.dossier_id = $1 and i.kind = 'result' order by c.seq`,
      [id],
    );
    expect(rows.map(({ to_id: to }) => to)).toEqual([HOME, OTHER, HOME, null]);
  });

  test.each<{
    because: string;
    code: string;
    form?: Record<string, unknown>;
    body?: Record<string, unknown>;
  }>([
    { because: "no unit has this id", code: "unit_not_of_province", body: { unitId: randomUUID() } },
    {
      because: "the unit is another province's",
      code: "unit_not_of_province",
      body: { unitId: referenceId("unit:commune:23941") },
    },
    { because: "it is fetched here anyway", code: "collection_there_already", body: { unitId: HOME } },
    {
      because: "it comes by post",
      code: "collection_not_at_counter",
      form: { returnMethod: "postal" },
      body: { unitId: OTHER },
    },
    { because: "another version was seen", code: "dossier_changed", body: { unitId: OTHER, version: 9 } },
  ])("$code: $because", async ({ code, form, body }) => {
    const id = await received(form ?? {});
    expect((await post(desks.clerk, id, "collection", { version: 1, ...body })).body["code"]).toBe(code);
    expect((await view(desks.clerk, id))["version"]).toBe(1);
  });

  test("is refused at the counter too when it comes by post, or is no unit of the province", async () => {
    for (const [changes, code] of [
      [{ collectedAtUnitId: OTHER, returnMethod: "postal" }, "collection_not_at_counter"],
      [{ collectedAtUnitId: randomUUID() }, "unit_not_of_province"],
    ] as const) {
      const answer = await desks.clerk.send("POST", "/dossiers", {
        ...(await aForm(desks.clerk)),
        ...changes,
      });
      expect(answer.body["code"]).toBe(code);
    }
  });
});

async function result(id: string): Promise<string> {
  const pdf = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
  const url = `/dossiers/${id}/files?purpose=result&name=tep.pdf`;
  const kept = await desks.caseOfficer.send("POST", url, pdf, { type: "application/octet-stream" });
  return String(passed(kept).body["fileId"]);
}

async function tracked(id: string) {
  const { rows } = await app.owner.query<{ code: string; sealed: Buffer }>(
    "select code, track_secret_sealed as sealed from space_dong_thap.dossier where id = $1",
    [id],
  );
  const [row] = rows;
  if (!row) throw new Error("there is the dossier");
  const { deps } = app.program;
  const secret = unseal<string>(deps.ring, `dossier.track:${id}`, row.sealed);
  const found = await trackDossier(deps, {
    code: row.code,
    secret,
    address: "127.0.0.1",
    requestId: "test",
    now: app.clock.now(),
  });
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

/** A clerk of the post at the other unit, with a mandate of that unit under assist. */
async function aClerkThere(): Promise<Client> {
  await employ(app, "sau.clerk", [{ role: "postalClerk", at: "post:30130" }]);
  await app.owner.query(
    `with copied as (
       insert into space_dong_thap.mandate
       select (jsonb_populate_record(m, jsonb_build_object('id', $1::uuid, 'unit_id', $2::uuid, 'post_office_id', $3::uuid,
         'autonomy', 'assist', 'counter_ids', '{}'::uuid[]))).*
       from space_dong_thap.mandate m where status = 'inForce' and 'returnResult' = any (tasks) limit 1),
     trained as (
       insert into space_dong_thap.accreditation
       select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'account_id',
         (select id from nation.account where username = 'sau.clerk')))).*
       from space_dong_thap.accreditation a
       where a.account_id = (select id from nation.account where username = 'lan.clerk'))
     update space_dong_thap.mandate_epoch set epoch = epoch + 1`,
    [randomUUID(), OTHER, referenceId("post:30130")],
  );
  return app.signIn("sau.clerk", "Quầy 3");
}

test("after all this every projection is what its ledger says", async () => {
  expect((await disagreements(app)).found).toEqual([]);
});
