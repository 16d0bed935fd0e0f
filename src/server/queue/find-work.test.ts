import { type Tx, inSpace } from "#server/db/kysely.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { SPACES } from "#server/units/store-reference.ts";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { receive } from "../../../test/kit/forms.ts";
import { lodge } from "../../../test/kit/lodging.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, turn } from "../../../test/kit/turns.ts";
import { countWork } from "./board-store.ts";
import { type WorkFilter, findWork } from "./queue-store.ts";
import { WORK_LISTS } from "./work-lists.ts";

let app: TestApp;
let desks: Desks;
let head: Client;
beforeAll(async () => {
  app = await testApp({ inventsRows: true });
  desks = await openDesks(app);
  head = await app.signIn("hanh.head");
});
afterAll(() => app[Symbol.asyncDispose]());

interface Row {
  readonly dossierId: string;
  readonly code: string;
  readonly version: number;
  readonly status: string;
  readonly caseOfficer: string | null;
  readonly standing: { reason: string; since: string } | null;
  readonly handedBack: boolean;
  readonly outcome: string | null;
}
interface Page {
  readonly dossiers: readonly Row[];
  readonly open: number;
  readonly matching: number | null;
}
const newDossier = async () => String((await receive(desks.clerk)).body["dossierId"]);
const list = async (by: Client, desk: string, query = "") =>
  passed(await by.get(`/queues/${desk}${query}`)).body as unknown as Page;
const idsOf = async (by: Client, desk: string, query = "") =>
  (await list(by, desk, query)).dossiers.map((row) => row.dossierId);

describe("the queue with a filter", () => {
  test("tells mine from nobody's, and what stands still from what runs", async () => {
    const [waiting, mine, standing] = [await newDossier(), await newDossier(), await newDossier()];
    await bringTo(desks, waiting, "forwarded");
    await bringTo(desks, mine, "processing");
    await bringTo(desks, standing, "processing");
    passed(await turn(desks.caseOfficer, standing, "supplement-requests", 3));
    expect(await idsOf(desks.caseOfficer, "case", "?holder=nobody")).toEqual([waiting]);
    expect((await idsOf(desks.caseOfficer, "case", "?holder=mine")).toSorted()).toEqual(
      [mine, standing].toSorted(),
    );
    const stands = await list(desks.caseOfficer, "case", "?clock=standing");
    expect(stands).toMatchObject({
      open: 3,
      matching: 1,
      dossiers: [{ dossierId: standing, standing: { reason: "supplement", since: app.clock.now() } }],
    });
    expect(await idsOf(desks.caseOfficer, "case", "?clock=running&status=forwarded")).toEqual([waiting]);
    expect(await idsOf(desks.caseOfficer, "case", "?field=NONE")).toEqual([]);
    // Its clock stands although the status does not say so: a withdrawal is asked for meanwhile.
    passed(await turn(desks.officer, standing, "withdrawal-requests", 4));
    expect(await list(desks.officer, "oneStop", "?clock=standing")).toMatchObject({
      dossiers: [{ dossierId: standing, status: "withdrawalAsked", standing: { reason: "supplement" } }],
    });
    // The officer sees each outcome in the list of what waits for approval.
    const decided = await newDossier();
    await bringTo(desks, decided, "awaitingApproval");
    expect(await list(desks.approver, "approval")).toMatchObject({
      dossiers: [{ dossierId: decided, outcome: "granted", resultNumber: "12/TLKT-BS" }],
    });
  });

  test.each([
    "?due=yesterday",
    "?day=2026-02-30",
    "?holder=root",
    "?clock=broken",
    "?status=lost",
    "?place=1",
  ])("%s is refused as malformed", async (query) => {
    expect((await desks.officer.get(`/queues/oneStop${query}`)).body["code"]).toBe("input_malformed");
  });

  test("what was only lodged stands in a list of its own, the oldest first, and so does what waits for papers", async () => {
    const [first, second] = [await lodge(desks.clerk), await lodge(desks.officer)];
    const found = await list(desks.clerk, "lodged");
    expect(found.dossiers.map((row) => row.dossierId)).toEqual([first.dossierId, second.dossierId]);
    expect(found).toMatchObject({ open: 2, matching: 2, dossiers: [{ dueAt: null, standing: null }, {}] });
    expect((await idsOf(desks.officer, "oneStop")).includes(first.dossierId)).toBe(false);
    const asked = await newDossier();
    passed(await turn(desks.officer, asked, "supplement-requests", 1));
    expect((await idsOf(desks.clerk, "supplement")).includes(asked)).toBe(true);
    expect((await desks.caseOfficer.get("/queues/lodged")).body["code"]).toBe("outside_jurisdiction");
  });

  test("goes out as a file with the same rows", async () => {
    const csv = (await desks.caseOfficer.get("/queues/case/export?holder=nobody")).bytes.toString("utf8");
    expect(csv).toContain("Mã hồ sơ;");
    const { matching } = await list(desks.caseOfficer, "case", "?holder=nobody");
    expect(csv.trim().split("\r\n").length - 1).toBe(matching);
  });
});

describe("the list of what is late", () => {
  test("says of each row why, in facts, on a board alone", async () => {
    await goTo(app, "11-16 09:00");
    const id = await newDossier();
    await bringTo(desks, id, "processing");
    const late = async (by: Client, desk: string) => {
      const { dossiers } = await list(by, desk, "?due=overdue");
      return dossiers.find(({ dossierId }) => dossierId === id) as unknown as { lateness: unknown };
    };
    await goTo(app, "11-17 09:00");
    const asked = passed(await turn(desks.caseOfficer, id, "supplement-requests", 3)).body;
    expect(asked).toMatchObject({ status: "awaitingSupplement" });
    await goTo(app, "11-20 09:00");
    passed(await turn(desks.officer, id, "supplements", 4));
    await goTo(app, "12-04 10:00");
    expect(await late(desks.approver, "agency")).toMatchObject({
      lateness: {
        heldSince: "2026-11-16T02:00:00.000Z",
        movedAt: "2026-11-20T02:00:00.000Z",
        idleDays: 10,
        supplements: 1,
        stoodDays: 3,
        extended: false,
        apologised: false,
        asked: [],
      },
    });
    expect((await late(desks.caseOfficer, "case")).lateness).toBeNull();
    passed(await turn(desks.approver, id, "apologies", 5));
    expect(await late(desks.approver, "agency")).toMatchObject({
      lateness: { apologised: true, idleDays: 10 },
    });
    const fileOf = async (by: Client, desk: string) =>
      (await by.get(`/queues/${desk}/export?due=overdue`)).bytes.toString("utf8").split("\r\n");
    const [titles, ...rows] = await fileOf(desks.approver, "agency");
    expect(titles).toContain(";Nơi tiếp nhận;Vì sao chậm");
    const { code } = (await desks.approver.get(`/dossiers/${id}`)).body;
    expect(rows.find((row) => row.startsWith(String(code)))).toContain(
      "giữ ở đây từ 09:00 16/11/2026; không ai xử lý 10 ngày làm việc; đã yêu cầu bổ sung 1 lần; từng chờ người nộp 3 ngày lịch; đã xin lỗi",
    );
    expect((await fileOf(desks.caseOfficer, "case"))[0]).not.toContain("Vì sao chậm");
    const early = await list(head, "unit", "?clock=standing");
    expect(early.dossiers.every((row) => "lateness" in row && row.lateness === null)).toBe(true);
  });
});

describe("the board of a head", () => {
  type Counts = Readonly<Record<"overdue" | "today" | "week" | "later" | "standing", number>>;
  interface Board {
    readonly total: Counts;
    readonly statuses: readonly (Counts & { status: string })[];
    readonly steps: readonly (Counts & { name: string })[];
    readonly officers: readonly (Counts & { accountId: string | null; name: string | null })[];
    readonly places: readonly (Counts & { placeId: string; name: string })[];
    readonly forecast: readonly { day: string; due: number; people: number }[];
  }
  const board = async (by: Client, overview: string) =>
    passed(await by.get(`/boards/${overview}`)).body as unknown as Board;

  test.each(["11-16 09:00", "11-20 18:00", "12-04 10:00"])(
    "has figures that are those of the lists behind them, at %s",
    async (moment) => {
      await goTo(app, moment);
      for (const [by, overview] of [
        [head, "unit"],
        [desks.approver, "agency"],
      ] as const) {
        const seen = await board(by, overview);
        const lines = [
          { counts: seen.total, query: "" },
          ...seen.statuses.map((row) => ({ counts: row, query: `&status=${row.status}` })),
          ...seen.steps.map((row) => ({ counts: row, query: `&step=${encodeURIComponent(row.name)}` })),
          ...seen.officers.map((row) => ({ counts: row, query: `&holder=${row.accountId ?? "nobody"}` })),
          ...seen.places.map((row) => ({ counts: row, query: `&place=${row.placeId}` })),
        ];
        expect(seen.statuses.length).toBeGreaterThan(2);
        for (const { counts, query } of lines) {
          const { standing, ...dated } = counts;
          for (const bucket of ["overdue", "today", "week", "later"] as const)
            expect((await list(by, overview, `?due=${bucket}${query}`)).matching).toBe(dated[bucket]);
          expect((await list(by, overview, `?clock=standing${query}`)).matching).toBe(standing);
        }
        expect((await list(by, overview)).open).toBe(Object.values(seen.total).reduce((a, b) => a + b));
        for (const { day, due } of seen.forecast)
          expect((await list(by, overview, `?day=${day}`)).matching).toBe(due);
      }
    },
  );

  test("looks ten working days ahead, with the people who are there on each", async () => {
    await goTo(app, "11-16 09:00");
    const { forecast } = await board(desks.approver, "agency");
    expect(forecast.length).toBe(10);
    expect(forecast[0]).toMatchObject({ day: "2026-11-16", people: 1 });
    expect(forecast.map(({ day }) => day)).not.toContain("2026-11-21");
    await employ(app, "nhan.case", [{ role: "caseOfficer", at: "agency:commune:30163" }]);
    expect((await board(desks.approver, "agency")).forecast[0]?.people).toBe(2);
  });

  test("goes out as a file, and is nobody else's", async () => {
    const csv = (await head.get("/boards/unit/export")).bytes.toString("utf8");
    expect(csv).toContain("Quá hạn;Hôm nay;Tuần này");
    expect((await head.get("/boards/agency")).body["code"]).toBe("outside_jurisdiction");
    expect((await desks.caseOfficer.get("/boards/agency")).body["code"]).toBe("permission_missing");
    expect((await head.get("/queues/agency")).body["code"]).toBe("outside_jurisdiction");
  });
});

describe("two people on one dossier", () => {
  const beat = (by: Client, id: string, body: Record<string, unknown> = {}) =>
    by.send("PUT", `/dossiers/${id}/presence`, { version: 1, doing: null, ...body });

  test("see each other, what the other does, and what was done meanwhile; who leaves is gone", async () => {
    const id = await newDossier();
    expect(passed(await beat(desks.officer, id)).body).toEqual({ others: [], version: 1, meanwhile: [] });
    expect(passed(await beat(desks.clerk, id)).body).toMatchObject({
      others: [{ name: "Lê Minh Đức", doing: null, since: app.clock.now() }],
    });
    passed(await beat(desks.clerk, id, { doing: "askWithdrawal" }));
    expect((await beat(desks.officer, id)).body).toMatchObject({
      others: [{ name: "Nguyễn Thị Lan", doing: "askWithdrawal" }],
    });
    passed(await desks.officer.send("POST", `/dossiers/${id}/forwarding`, { version: 1 }));
    expect((await beat(desks.clerk, id)).body).toMatchObject({
      version: 2,
      meanwhile: [{ seq: 2, type: "dossier.forwarded", actor: "Lê Minh Đức" }],
    });
    passed(await beat(desks.officer, id, { version: 2, leaving: true }));
    expect((await beat(desks.clerk, id, { version: 2 })).body).toMatchObject({ others: [], meanwhile: [] });
  });

  test("never lock each other: a browser that died is forgotten, and its row is swept away", async () => {
    const id = await newDossier();
    passed(await beat(desks.officer, id, { doing: "forward" }));
    app.clock.advance(41_000);
    expect((await beat(desks.clerk, id)).body).toMatchObject({ others: [] });
    const { rows } = await app.owner.query(
      "select account_id from space_dong_thap.presence where dossier_id = $1",
      [id],
    );
    expect(rows.length).toBe(1);
    passed(await desks.officer.send("POST", `/dossiers/${id}/forwarding`, { version: 1 }));
  });

  test("are told nothing of a dossier that is not theirs to see", async () => {
    await employ(app, "xa.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    const stranger = await app.signIn("xa.officer");
    const id = await newDossier();
    expect((await beat(stranger, id)).status).toBe(404);
    expect((await beat(desks.officer, id, { doing: "dance" })).body["code"]).toBe("input_malformed");
    expect((await beat(desks.officer, id)).body).toMatchObject({ others: [] });
  });
});

describe("the queue of a desk among 20,000 dossiers", () => {
  test("is read by its indexes, a page and not the table, with a filter, a board and a presence too", async () => {
    const { body } = await receive(desks.clerk);
    const { rows: columns } = await app.owner.query<{ names: string }>(
      `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
       where table_schema = 'space_dong_thap' and table_name = 'dossier'
         and column_name not in ('id', 'code', 'due_at', 'business_status')`,
    );
    const names = columns[0]?.names ?? "";
    await app.owner.query(
      `insert into space_dong_thap.dossier (id, code, due_at, business_status, ${names})
       select gen_random_uuid(), code || '-' || n, due_at + n * interval '1 minute',
         case when n % 10 = 0 then 'received' else 'returned' end, ${names}
       from space_dong_thap.dossier, generate_series(1, 20000) n where id = $1`,
      [body["dossierId"]],
    );
    await app.owner.query("vacuum analyze space_dong_thap.dossier");
    const unit = referenceId("unit:commune:30163");
    const scanned = await inSpace(app.program.deps.db, SPACES[0], { places: [unit] }, async (tx) => {
      const desk = { place: "received_at_unit_id", places: [unit], undated: false } as const;
      const received = { ...desk, statuses: ["received"] as const };
      const filter: WorkFilter = {
        window: { from: null, before: app.clock.now() },
        officerId: null,
        unassigned: true,
        standing: false,
        fieldCode: null,
        otherPlace: null,
        status: null,
        step: null,
      };
      const overview = { ...desk, statuses: WORK_LISTS.unit.statuses, filter: null };
      const before = await scansOf(tx);
      // A named statement is planned anew five times, then once for all values: both plans are tried.
      for (let times = 0; times < 8; times += 1) {
        const queue = await findWork(tx, { ...received, filter: null }, undefined);
        expect([queue.dossiers.length, queue.open >= 2001, queue.next === null]).toEqual([50, true, false]);
        await findWork(tx, { ...received, filter }, undefined);
        await findWork(tx, { ...desk, statuses: ["lodged"], undated: true, filter: null }, undefined);
        await countWork(tx, overview, app.clock.now());
      }
      return (await scansOf(tx)) - before;
    });
    expect(scanned).toBe(0);
  });
});

/** How often this connection has read the whole table and not told anybody: what came before counts along. */
async function scansOf(tx: Tx): Promise<number> {
  const { rows } = await sql<{ scans: number }>`
    select pg_stat_get_xact_numscans('dossier'::regclass)::integer as scans`.execute(tx);
  return rows[0]?.scans ?? 0;
}
