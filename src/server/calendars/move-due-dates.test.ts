import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { hold } from "../../../test/kit/hold.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, moment, receivedInDecember, turn } from "../../../test/kit/turns.ts";

let app: TestApp;
let desks: Desks;
let admin: Client;
let agency: string;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  admin = await app.signIn("quyen.admin");
  const { rows } = await app.owner.query<{ id: string }>(
    "select agency_id as id from nation.one_stop_unit where name like '%xã Bình Thành%' and valid_to is null",
  );
  agency = rows[0]?.id ?? "";
});
afterAll(() => app[Symbol.asyncDispose]());

const DECISION = { number: "12/QĐ-UBND", issuedOn: "2026-12-07", signer: "Nguyễn Văn Bình" };
const SOURCE = "Quyết định số 12/QĐ-UBND ngày 07/12/2026";

function days(from: string, changes: Record<string, unknown> = {}) {
  const content = {
    kind: "days",
    from,
    to: from,
    name: "Nghỉ theo quyết định của xã",
    openForIntake: false,
    countsForDeadline: false,
    sessions: null,
    ...changes,
  };
  return { placeKind: "agency", placeId: agency, content, decision: DECISION };
}

const add = (body: object, by: Client = admin) => by.send("POST", "/calendar-entries", body);
const withdraw = (entryId: unknown, by: Client = admin) =>
  by.send("POST", `/calendar-entries/${String(entryId)}/withdrawal`, { reason: "Ghi nhầm ngày" });
const yearOf = async (by: Client = admin, kind = "agency", id = agency) =>
  by.get(`/calendars?placeKind=${kind}&placeId=${id}&year=2026`);
const dayOf = async (day: string, by?: Client) => {
  const found = passed(await yearOf(by)).body["days"] as { day: string }[];
  return found.find((one) => one.day === day);
};
const check = async () => passed(await admin.get("/due-date-checks")).body;
const moveAll = async () => passed(await admin.send("POST", "/due-date-moves", { after: null })).body;
const view = async (id: string) => passed(await desks.officer.get(`/dossiers/${id}`)).body;

describe("a calendar", () => {
  test("is read day by day by whoever is signed in, with whose word each day is", async () => {
    expect(await dayOf("2026-11-24", desks.clerk)).toMatchObject({ decided: false, entryId: null });
    expect(await dayOf("2026-11-21", desks.clerk)).toMatchObject({
      reason: "weeklyDayOff",
      source: expect.any(String),
    });
    const { places } = passed(await desks.officer.get("/calendar-places")).body as {
      places: { placeKind: string; name: string }[];
    };
    expect(places[0]).toMatchObject({ placeKind: "unit", name: expect.stringContaining("Bình Thành") });
    const found = passed(await admin.get(`/calendar-places?q=${encodeURIComponent("binh thanh")}`)).body;
    expect((found["places"] as { name: string }[]).every(({ name }) => name.includes("Bình Thành"))).toBe(
      true,
    );
    expect((await yearOf(admin, "unit", agency)).body["code"]).toBe("not_found");
    expect((await admin.get(`/calendars?placeKind=agency&placeId=${agency}&year=2040`)).body).toMatchObject({
      code: "calendar_not_published",
    });
    const file = await admin.get(`/calendar-files?placeKind=agency&placeId=${agency}&year=2026`);
    expect(file.bytes.toString("utf8")).toContain("24/11/2026");
  });

  test.each<{ readonly because: string; readonly body: () => object; readonly is: string }>([
    { because: "it runs backwards", body: () => days("2026-12-10", { to: "2026-12-09" }), is: "backwards" },
    {
      because: "nobody decided it yet",
      body: () => ({ ...days("2026-12-10"), decision: { ...DECISION, issuedOn: "2026-12-31" } }),
      is: "decidedLater",
    },
    {
      because: "its hours overlap",
      body: () =>
        days("2026-12-10", {
          sessions: [
            { fromMinute: 480, toMinute: 690 },
            { fromMinute: 600, toMinute: 1020 },
          ],
        }),
      is: "hoursBroken",
    },
  ])("takes no entry when $because", async ({ body, is }) => {
    await goTo(app, "12-07 08:00");
    const refused = await add(body());
    expect(refused.body).toMatchObject({ code: "calendar_entry_invalid", details: { problems: [is] } });
    expect(passed(await yearOf()).body["entries"]).toEqual([]);
  });

  test("is changed by an administrator of its space alone, and for a place that is there", async () => {
    expect((await add(days("2026-12-10"), desks.approver)).body["code"]).toBe("permission_missing");
    expect((await add({ ...days("2026-12-10"), placeId: "nowhere" })).body["code"]).toBe("not_found");
    const nobody = await withdraw("0192c1a0-0000-7000-8000-000000000001");
    expect(nobody.body["code"]).toBe("not_found");
  });
});

describe("when a calendar changes", () => {
  test("the dates of open dossiers are shown, and move once with an event that says why", async () => {
    const open = await receivedInDecember(app, desks);
    const standing = await receivedInDecember(app, desks);
    const before = (await view(open))["dueAt"];
    expect(before).toBe(moment("12-14 17:00"));
    passed(await turn(desks.officer, standing, "supplement-requests", 1));
    const added = passed(await add(days("2026-12-10"))).body;
    expect(await dayOf("2026-12-10")).toMatchObject({
      reason: "localClosing",
      entryId: added["entryId"],
      source: SOURCE,
    });
    // A dossier that comes now is counted by it at once; the one before waits for somebody to move it.
    const later = await receivedInDecember(app, desks);
    expect((await view(later))["dueAt"]).toBe(moment("12-15 17:00"));
    expect((await view(open))["dueAt"]).toBe(before);

    const found = await check();
    expect(found["dates"]).toEqual([
      expect.objectContaining({
        dossierId: open,
        outcome: "moves",
        from: moment("12-14 17:00"),
        to: moment("12-15 17:00"),
        unit: expect.stringContaining("Bình Thành"),
        because: [
          expect.objectContaining({
            day: "2026-12-10",
            was: "workingDay",
            is: "localClosing",
            source: SOURCE,
          }),
        ],
      }),
    ]);
    expect(found).toMatchObject({ next: null });
    expect(found["looked"]).toBe(found["total"]);

    expect(await moveAll()).toMatchObject({ moved: 1, settled: 0, next: null });
    expect(await moveAll()).toMatchObject({ moved: 0 });
    const seen = await view(open);
    expect(seen).toMatchObject({
      dueAt: moment("12-15 17:00"),
      version: 2,
      explanation: { dueOn: "2026-12-15", moved: { from: moment("12-14 17:00") } },
    });
    expect((seen["events"] as object[]).at(-1)).toMatchObject({
      type: "dossier.dueDateMoved",
      basis: { kind: "rule" },
      turn: { dueAt: moment("12-15 17:00"), calendarChange: SOURCE },
    });
    const { rows } = await app.owner.query(
      "select payload ->> 'calendarChange' as change from space_dong_thap.dossier_event where type = 'dossier.dueDateMoved'",
    );
    expect(rows).toEqual([{ change: SOURCE }]);
    expect(await disagreements(app)).toMatchObject({ found: [] });

    // Who still had the old page open is told; nothing is overwritten.
    const stale = await desks.officer.send("POST", `/dossiers/${open}/forwarding`, { version: 1 });
    expect(stale.body["code"]).toBe("dossier_changed");
    // What stood still is counted by the calendar of the day on which it goes on.
    await goTo(app, "12-08 08:30");
    passed(await turn(desks.officer, standing, "supplements", 2));
    expect((await view(standing))["dueAt"]).toBe(moment("12-16 17:00"));

    passed(await withdraw(added["entryId"]));
    expect((await withdraw(added["entryId"])).body["code"]).toBe("calendar_entry_withdrawn");
    expect(await dayOf("2026-12-10")).toMatchObject({ reason: "workingDay", entryId: null });
    const history = passed(await yearOf()).body["entries"];
    expect(history).toMatchObject([{ withdrawn: { reason: "Ghi nhầm ngày" }, editable: false }]);
    // Who is moved back is told what was withdrawn, and why.
    const back = { name: "Nghỉ theo quyết định của xã", reason: "Ghi nhầm ngày" };
    const { dates } = (await check()) as { dates: { because: object[] }[] };
    expect(dates.map(({ because }) => because)).toMatchObject(
      Array.from({ length: 3 }, () => [{ day: "2026-12-10", takenBack: back, source: SOURCE }]),
    );
    expect(await moveAll()).toMatchObject({ moved: 3 });
    expect(await view(open)).toMatchObject({
      dueAt: moment("12-14 17:00"),
      explanation: { moved: { because: [{ was: "localClosing", is: "workingDay", takenBack: back }] } },
    });
    const said = await app.owner.query<{ change: string }>(
      "select distinct payload ->> 'calendarChange' as change from space_dong_thap.dossier_event where type = 'dossier.dueDateMoved' and payload ->> 'calendarChange' <> $1",
      [SOURCE],
    );
    const change = `rút lại “${back.name}” (${SOURCE}): Ghi nhầm ngày`;
    expect(said.rows).toEqual([{ change }]);
    const { events } = (await view(open)) as { events: object[] };
    expect(events.at(-1)).toMatchObject({ turn: { calendarChange: change } });
  });

  test("the counter says that its unit is closed today, and counts by the agency that decides all the same", async () => {
    await goTo(app, "12-17 08:30");
    const { rows } = await app.owner.query<{ id: string }>(
      "select id from nation.one_stop_unit where agency_id = $1 and valid_to is null",
      [agency],
    );
    const preview = async () => passed(await desks.officer.get("/procedures/1.004884/intake-preview")).body;
    expect(await preview()).toMatchObject({ closedToday: null, dueAt: moment("12-24 17:00") });
    const closing = { ...days("2026-12-17"), placeKind: "unit", placeId: rows[0]?.id };
    passed(await add({ ...closing, content: { ...closing.content, to: "2026-12-18", name: "Dời trụ sở" } }));
    expect(await preview()).toMatchObject({
      closedToday: { reason: "localClosing", name: "Dời trụ sở" },
      dueAt: moment("12-24 17:00"),
    });
  });

  test("what was provisional is settled without moving, and without an event", async () => {
    const id = await receivedOn("11-20 08:30");
    const { dueAt, provisional, version } = await view(id);
    expect(provisional).toBe(true);
    const entry = { ...days("2026-11-24", { openForIntake: true, countsForDeadline: true }) };
    passed(await add({ ...entry, decision: { ...DECISION, issuedOn: "2026-11-19" } }));
    expect((await check())["dates"]).toMatchObject([{ dossierId: id, outcome: "settles", to: dueAt }]);
    expect(await moveAll()).toMatchObject({ moved: 0, settled: 1 });
    expect(await view(id)).toMatchObject({ dueAt, version, provisional: false });
    expect(await check()).toMatchObject({ dates: [] });
  });

  test("two who move at once move each dossier once", async () => {
    const id = await receivedInDecember(app, desks);
    passed(await add(days("2026-12-09")));
    const held = await hold(app.owner, "select from dossier where id = $1 for update", [id]);
    const both = [moveAll(), moveAll()];
    await held.untilWaiting(2);
    await held.release();
    const moved = (await Promise.all(both)).map((answer) => Number(answer["moved"]));
    expect(Math.min(...moved)).toBe(0);
    const { rows } = await app.owner.query(
      "select count(*)::integer as events from space_dong_thap.dossier_event where dossier_id = $1 and type = 'dossier.dueDateMoved'",
      [id],
    );
    expect(rows).toEqual([{ events: 1 }]);
  });
});

async function receivedOn(text: string): Promise<string> {
  await goTo(app, text);
  return String((await receive(desks.officer, await aForm(desks.officer, "1.004884"))).body["dossierId"]);
}

describe("a decision", () => {
  test("takes the same decision for the same day once, however often it is sent at the same moment", async () => {
    await goTo(app, "12-07 08:00");
    const twice = days("2026-12-28", { countsForDeadline: true, openForIntake: true });
    const answers = await Promise.all(Array.from({ length: 8 }, () => add(twice)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused).toHaveLength(7);
    for (const { body } of refused)
      expect(body).toMatchObject({
        code: "calendar_day_decided",
        details: { decision: SOURCE, from: "2026-12-28" },
      });
    const first = answers.find(({ status }) => status === 200)?.body["entryId"];
    const other = { ...twice, decision: { ...DECISION, number: "13/QĐ-UBND" } };
    const later = passed(await add(other)).body["entryId"];
    passed(await withdraw(first));
    passed(await withdraw(later));
    passed(await withdraw(passed(await add(twice)).body["entryId"]));
  });
});
