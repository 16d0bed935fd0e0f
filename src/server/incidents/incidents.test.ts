import { randomUUID } from "node:crypto";
import { Client as PgClient } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepFile } from "../../../test/kit/custody.ts";
import { employ } from "../../../test/kit/employ.ts";
import { CITIZEN, type PostalDesk, postalDesk } from "../../../test/kit/postal.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { localTime } from "#domain/shared/instant.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { checkSpace, openForChecking } from "../checking/check-ledgers.ts";
import { referenceId } from "../units/reference-table.ts";
import { SPACES } from "../units/store-reference.ts";

let app: TestApp;
let post: PostalDesk;
let clerk: Client;
let fileId: string;
beforeAll(async () => {
  app = await testApp();
  post = await postalDesk(app);
  clerk = post.desks.clerk;
  fileId = await keepFile(clerk, "signedPaper");
});
afterAll(() => app[Symbol.asyncDispose]());

const today = () => localTime(app.clock.now()).day;

/** A shipment that the carrier has taken. */
async function taken(): Promise<string> {
  const shipmentId = await post.ordered();
  app.clock.advance(60_000);
  passed(await post.report(shipmentId, "accepted"));
  return shipmentId;
}

const open = (shipmentId: string, changes: Readonly<Record<string, unknown>> = {}, by = clerk) =>
  by.send("POST", `/postal/shipments/${shipmentId}/incidents`, {
    kind: "lost",
    source: "counter",
    on: today(),
    words: "Bà Nhung nói chưa nhận được.",
    ...changes,
  });

async function opened(changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  return String(passed(await open(await taken(), changes)).body["incidentId"]);
}

type Act = "answer" | "liability" | "compensation" | "payment" | "reissue" | "withdrawal" | "closing";
const act = (id: string, what: Act, version: number, more: Readonly<Record<string, unknown>> = {}) =>
  clerk.send("POST", `/postal/incidents/${id}/${what}`, { version, on: today(), ...more });
const ANSWER = { outcome: "accepted", number: "12/BĐ", words: "Bưu điện xin lỗi ông Bảy." };

interface Page {
  readonly incident: { state: string; version: number; late: boolean; nextDueOn: string | null };
  readonly next: string | null;
  readonly answer: { dueOn: string; state: string } | null;
  readonly payment: { dueOn: string; state: string } | null;
  readonly interestFrom: string | null;
  readonly postage: number | null;
  readonly entries: readonly Readonly<Record<string, unknown>>[];
}
const read = async (id: string) => passed(await clerk.get(`/postal/incidents/${id}`)).body as unknown as Page;
const codeOf = ({ body }: Reply) => body["code"];

describe("an incident", () => {
  test("is answered, found, compensated, paid and closed, each by its day", async () => {
    const id = await opened();
    expect(await read(id)).toMatchObject({
      incident: { state: "opened", late: false },
      citizen: { name: CITIZEN.name, phone: "0912345678" },
      next: "answer",
      answer: { state: "running" },
      postage: 26_000,
    });
    passed(await act(id, "answer", 1, { ...ANSWER, fileId }));
    passed(await act(id, "liability", 2, { found: "lost", number: "BB-7", fileId }));
    const offer = { amount: 154_000, costs: [{ evidence: "Biên lai 0001", amount: 50_000 }] };
    expect(codeOf(await act(id, "compensation", 3, { ...offer, amount: 153_999 }))).toBe(
      "compensation_below_least",
    );
    passed(await act(id, "compensation", 3, offer));
    expect(await read(id)).toMatchObject({
      incident: { state: "offered", nextDueOn: addDays(today(), 30) },
      next: "pay",
      payment: { dueOn: addDays(today(), 30), state: "running" },
    });
    expect(codeOf(await act(id, "closing", 4, { words: "" }))).toBe("incident_not_settled");
    passed(await act(id, "payment", 4, { amount: 154_000, number: "PC-3" }));
    passed(await act(id, "closing", 5, { words: "" }));
    const { incident, next, entries } = await read(id);
    expect([incident.state, incident.version, next]).toEqual(["closed", 6, null]);
    expect(entries[3]).toMatchObject({
      type: "offered",
      by: expect.stringMatching(/\S/) as string,
      lines: [
        { key: "fourTimesPostage", amount: 104_000 },
        { key: "reissue", amount: 50_000 },
      ],
      costs: [{ evidence: "Biên lai 0001", amount: 50_000 }],
    });
    expect(codeOf(await act(id, "answer", 6, ANSWER))).toBe("incident_ended");
  });

  test("keeps what was typed sealed", async () => {
    const id = await opened();
    passed(await act(id, "answer", 1, ANSWER));
    const { rows } = await app.owner.query<{ all: string }>(
      "select row_to_json(e)::text as all from space_dong_thap.incident_entry e where incident_id = $1",
      [id],
    );
    expect(rows).toHaveLength(2);
    expect(rows.map((row) => row.all).join()).not.toMatch(/Nhung|Bảy|12\/BĐ/);
  });

  test("is one of a kind for a shipment while it is open, also of two at once", async () => {
    const shipmentId = await taken();
    const both = await Promise.all([open(shipmentId), open(shipmentId)]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    passed(await open(shipmentId, { kind: "complaint" }));
    const { body } = await clerk.get(`/postal/incidents?shipmentId=${shipmentId}`);
    expect((body["incidents"] as unknown[]).length).toBe(2);
  });

  test("is answered by one of two at once", async () => {
    const id = await opened();
    const both = await Promise.all([act(id, "answer", 1, ANSWER), act(id, "answer", 1, ANSWER)]);
    expect(both.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
    expect(both.map(codeOf)).toContain("incident_changed");
    expect((await read(id)).entries).toHaveLength(2);
  });

  test("may be taken back, and opened again", async () => {
    const shipmentId = await taken();
    const id = String(passed(await open(shipmentId)).body["incidentId"]);
    passed(await act(id, "withdrawal", 1, { words: "Đã nhận được." }));
    expect((await read(id)).answer).toBeNull();
    passed(await open(shipmentId));
  });

  test("names the dossier by which the papers are made again", async () => {
    const id = await opened();
    expect(codeOf(await act(id, "reissue", 1, { code: "H20.11-000101-0001" }))).toBe("reissue_unknown");
    const own = await app.owner.query<{ code: string }>(
      "select d.code from space_dong_thap.incident i join space_dong_thap.dossier d on d.id = i.dossier_id where i.id = $1",
      [id],
    );
    expect(codeOf(await act(id, "reissue", 1, { code: own.rows[0]?.code }))).toBe("reissue_unknown");
    const dossierId = await post.received();
    const { rows } = await app.owner.query<{ code: string }>(
      "select code from space_dong_thap.dossier where id = $1",
      [dossierId],
    );
    passed(await act(id, "reissue", 1, { code: rows[0]?.code.toLowerCase() }));
    expect((await read(id)).entries[1]).toMatchObject({ dossier: { dossierId, code: rows[0]?.code } });
  });

  test("of an order without a quote asks for the postage", async () => {
    const shipmentId = await taken();
    await app.owner.query(
      `update space_dong_thap.postal_order set quote = null
       where id = (select order_id from space_dong_thap.shipment where id = $1)`,
      [shipmentId],
    );
    const id = String(passed(await open(shipmentId, { source: "post" })).body["incidentId"]);
    expect(await read(id)).toMatchObject({ answer: null, next: "findLiability", postage: null });
    passed(await act(id, "liability", 1, { found: "delayed", number: "1", fileId }));
    const offer = { amount: 30_000, costs: [] };
    expect(codeOf(await act(id, "compensation", 2, offer))).toBe("postage_unknown");
    passed(await act(id, "compensation", 2, { ...offer, postage: 30_000 }));
  });

  test.each([
    { because: "nobody took it", before: true, changes: {}, code: "shipment_not_taken" },
    { because: "tomorrow", before: false, changes: { on: "2100-01-01" }, code: "incident_day_wrong" },
    {
      because: "before it was ordered",
      before: false,
      changes: { on: "2020-01-01" },
      code: "incident_day_wrong",
    },
  ])("is not opened: $because", async ({ before, changes, code }) => {
    expect(codeOf(await open(before ? await post.ordered() : await taken(), changes))).toBe(code);
  });

  test("is not opened for a citizen more than six months after the time of the journey", async () => {
    const shipmentId = await taken();
    await app.owner.query(
      `update space_dong_thap.shipment set due_on = due_on - interval '7 months',
       ordered_at = ordered_at - interval '7 months' where id = $1`,
      [shipmentId],
    );
    expect(codeOf(await open(shipmentId))).toBe("complaint_too_late");
    passed(await open(shipmentId, { source: "post" }));
  });

  test("takes no file that is not there, and nothing of another's", async () => {
    const id = await opened();
    expect(codeOf(await act(id, "answer", 1, { ...ANSWER, fileId: randomUUID() }))).toBe("file_missing");
    await employ(app, "tuyet.clerk", [{ role: "postalClerk", at: "post:30130" }]);
    const stranger = await app.signIn("tuyet.clerk");
    expect((await stranger.get(`/postal/incidents/${id}`)).status).toBe(404);
    expect((await stranger.get("/postal/incidents")).body["incidents"]).toEqual([]);
    const foreign = await stranger.send("POST", `/postal/incidents/${id}/answer`, {
      version: 1,
      on: today(),
      ...ANSWER,
    });
    expect(foreign.status).toBe(404);
    expect((await post.courier.get(`/postal/incidents/${id}`)).status).toBe(403);
  });
});

describe("what should be opened", () => {
  const suggested = async (shipmentId: string) => {
    const { body } = passed(await clerk.get("/postal/incidents/suggested"));
    return (body["shipments"] as { shipmentId: string; kind: string }[])
      .filter((one) => one.shipmentId === shipmentId)
      .map(({ kind }) => kind);
  };

  test("is what was lost, damaged or late, until somebody opened it; looking opens nothing", async () => {
    const shipmentId = await taken();
    expect(await suggested(shipmentId)).toEqual([]);
    app.clock.advance(60_000);
    const reportId = randomUUID();
    const at = app.clock.now();
    passed(await post.report(shipmentId, "damaged", { reportId, at }));
    expect(await suggested(shipmentId)).toEqual(["damaged"]);
    passed(await post.report(shipmentId, "damaged", { reportId, at, withdrawn: true }));
    expect(await suggested(shipmentId)).toEqual([]);
    await app.owner.query("update space_dong_thap.shipment set due_on = accepted_on - 1 where id = $1", [
      shipmentId,
    ]);
    expect(await suggested(shipmentId)).toEqual(["delayed"]);
    passed(await post.report(shipmentId, "lost"));
    expect(await suggested(shipmentId)).toEqual(["lost"]);
    expect(await suggested(shipmentId)).toEqual(["lost"]);
    passed(await open(shipmentId, { source: "post" }));
    expect(await suggested(shipmentId)).toEqual([]);
  });
});

describe("the list", () => {
  test("has what is owed soonest first and what is overdue by itself", async () => {
    const [early, late] = [await opened(), await opened({ source: "post" })];
    app.clock.advance(20 * 86_400_000);
    clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    const { body } = passed(await clerk.get("/postal/incidents?show=late"));
    const ids = (body["incidents"] as { incidentId: string; late: boolean }[]).map((one) => one.incidentId);
    expect(ids).toContain(early);
    expect(ids).not.toContain(late);
    const all = passed(await clerk.get("/postal/incidents")).body;
    const rows = all["incidents"] as { live: boolean; nextDueOn: string | null; incidentId: string }[];
    const rank = rows.map(({ live, nextDueOn }) => `${live ? 0 : 1}${nextDueOn ?? "9"}`);
    expect(rank).toEqual(rank.toSorted());
    expect((await read(early)).answer).toMatchObject({ state: "late" });
  });
});

describe("the application's role", () => {
  /** As the role of the application, with these places in sight; everything is taken back. */
  async function within<T>(scope: string, run: (role: PgClient) => Promise<T>): Promise<T> {
    const role = new PgClient(app.database.app);
    await role.connect();
    try {
      await role.query("begin; set local search_path to space_dong_thap, nation");
      await role.query("select set_config('motcua.scope', $1, true)", [scope]);
      return await run(role);
    } finally {
      await role.end();
    }
  }
  const count = (table: string) => async (role: PgClient) =>
    (await role.query(`select from ${table}`)).rowCount ?? 0;

  test.each(["incident", "incident_entry"])("sees %s of its places alone", async (table) => {
    expect(await within("{}", count(table))).toBe(0);
    expect(await within(`{${referenceId("unit:commune:30130")}}`, count(table))).toBe(0);
    expect(await within(`{${referenceId("unit:commune:30163")}}`, count(table))).toBeGreaterThan(0);
  });

  test.each(["update incident_entry set seq = seq", "delete from incident_entry", "delete from incident"])(
    "cannot: %s",
    async (statement) => {
      await expect(within("{}", (role) => role.query(statement))).rejects.toMatchObject({ code: "42501" });
    },
  );
});

test("the rows of incidents say what their entries amount to, and a broken one is found", async () => {
  const db = openForChecking(app.database.owner);
  const look = async () => {
    const found: string[] = [];
    for await (const { check, projection } of checkSpace(db, SPACES[0], { onProgress: () => undefined }))
      if (check === "incidents") found.push(projection);
    return found.toSorted();
  };
  try {
    expect(await look()).toEqual([]);
    await app.owner.query(
      `update space_dong_thap.incident set state = 'paid', version = 9
       where id = (select id from space_dong_thap.incident where state = 'opened' limit 1)`,
    );
    expect(await look()).toEqual(["state paid", "version 9"]);
    await app.owner.query(
      "update space_dong_thap.incident set state = 'opened', version = 1 where version = 9",
    );
  } finally {
    await db.destroy();
  }
});
