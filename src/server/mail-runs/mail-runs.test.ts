import type { MailRunView } from "#contract/mail-runs.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { A_DECISION, begin, keepPart } from "../../../test/kit/programme-forms.ts";
import { accept, offer, sealedPacketOf } from "../../../test/kit/custody.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { formatMinute, localTime } from "#domain/shared/instant.ts";

let app: TestApp;
let desks: Desks;
let binh: Client;
let driverId = "";
const OFFICE = { kind: "postOffice", id: referenceId("post:30163:30148") };
const UNIT = { kind: "unit", id: referenceId("unit:commune:30163") };

beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  binh = await app.signIn("binh.courier");
  driverId = String((await binh.get("/session")).body["accountId"]);
});
afterAll(() => app[Symbol.asyncDispose]());

const today = () => localTime(app.clock.now()).day;
const minuteNow = () => localTime(app.clock.now()).minute;

/** From the one-stop unit now to the post office in an hour, every day. */
const plan = (over: Record<string, unknown> = {}) => ({
  validFrom: today(),
  validTo: null,
  weekdays: [0, 1, 2, 3, 4, 5, 6],
  onMakeUpDays: true,
  vehicle: "Xe máy 63B1-234.56",
  capacity: 1,
  driverId,
  stops: [
    { ...UNIT, time: formatMinute(minuteNow()) },
    { ...OFFICE, time: formatMinute(minuteNow() + 60) },
  ],
  ...over,
});

const openRoute = async (over: Record<string, unknown> = {}) =>
  String(
    passed(await desks.clerk.send("POST", "/postal/mail-routes", { name: "Tuyến sáng", plan: plan(over) }))
      .body["routeId"],
  );

async function runsOf(routeId: string, by = binh, day: string = today()): Promise<readonly MailRunView[]> {
  const { runs } = (await by.get(`/postal/mail-runs?day=${day}`)).body as { runs: MailRunView[] };
  return runs.filter((run) => run.routeId === routeId);
}
const end = async (routeId: string) =>
  passed(await desks.clerk.send("POST", `/postal/mail-routes/${routeId}/ending`, { lastDay: today() }));
const yesterday = () => addDays(today(), -1);

describe("a run", () => {
  test("shows what waits before it is taken, over capacity too, and is done by the acceptance alone", async () => {
    const routeId = await openRoute();
    const one = await sealedPacketOf(app, desks.clerk);
    const other = await sealedPacketOf(app, desks.clerk);
    const to = { kind: "person", id: driverId };
    const first = passed(await offer(desks.clerk, [one], to));
    expect((await runsOf(routeId))[0]?.stops[0]).toMatchObject({ waiting: 1, over: 0, standing: "due" });
    passed(await offer(desks.clerk, [other], to));
    const [run] = await runsOf(routeId);
    expect(run).toMatchObject({ mine: true, capacity: 1, driver: { id: driverId } });
    expect(run?.stops[0]).toMatchObject({ waiting: 2, over: 1, taken: 0 });
    passed(await accept(binh, String(first.body["manifestId"]), 1));
    const [after] = await runsOf(routeId, desks.clerk);
    expect(after?.mine).toBe(false);
    expect(after?.stops.map(({ standing, taken }) => [standing, taken])).toEqual([
      ["done", 1],
      ["ahead", 0],
    ]);
    const back = passed(await offer(binh, [one], OFFICE));
    expect((await runsOf(routeId))[0]?.stops[1]).toMatchObject({ toGive: 1, given: 0 });
    passed(await accept(desks.clerk, String(back.body["manifestId"]), 1));
    expect((await runsOf(routeId))[0]?.stops[1]).toMatchObject({ toGive: 0, given: 1, standing: "done" });
    await end(routeId);
  });

  test("is missed or late by what was said last, with a reason", async () => {
    const routeId = await openRoute();
    const said = (over: Record<string, unknown>) =>
      binh.send("POST", `/postal/mail-routes/${routeId}/notes`, {
        day: today(),
        extraId: null,
        position: 2,
        kind: "missed",
        reason: "vehicle",
        expected: null,
        ...over,
      });
    passed(await said({}));
    const standing = async () => (await runsOf(routeId))[0]?.stops[1];
    expect(await standing()).toMatchObject({ standing: "missed", note: { reason: "vehicle" } });
    app.clock.advance(60_000);
    const expected = formatMinute(minuteNow() + 120);
    passed(await said({ kind: "late", reason: "traffic", expected }));
    expect(await standing()).toMatchObject({ standing: "late", note: { reason: "traffic", expected } });
    const refused = [
      [{ reason: null }, "mail_reason_wrong"],
      [{ kind: "called" }, "mail_reason_wrong"],
      [{ expected }, "mail_reason_wrong"],
      [{ position: 3 }, "mail_run_unknown"],
      [{ extraId: randomUUID() }, "mail_run_unknown"],
      [{ day: yesterday() }, "mail_run_unknown"],
      [{ kind: "called", reason: null, day: addDays(today(), 1) }, "mail_run_unknown"],
    ] as const;
    for (const [over, code] of refused) expect((await said(over)).body["code"]).toBe(code);
    await end(routeId);
  });

  test("that is planned anew during the day is not late where its new time was over", async () => {
    const routeId = await openRoute();
    app.clock.advance(40 * 60_000);
    const earlier = plan({
      stops: [
        { ...UNIT, time: formatMinute(minuteNow() - 30) },
        { ...OFFICE, time: formatMinute(minuteNow() + 30) },
      ],
    });
    passed(await desks.clerk.send("POST", `/postal/mail-routes/${routeId}/versions`, { plan: earlier }));
    const [run] = await runsOf(routeId);
    expect(run?.stops.map(({ standing }) => standing)).toEqual(["before", "ahead"]);
    // What was said of a stop is not said of the one that stands at its place by a later plan.
    const missed = {
      day: today(),
      extraId: null,
      position: 2,
      kind: "missed",
      reason: "vehicle",
      expected: null,
    };
    passed(await binh.send("POST", `/postal/mail-routes/${routeId}/notes`, missed));
    app.clock.advance(60_000);
    const turned = plan({
      stops: [
        { ...OFFICE, time: formatMinute(minuteNow() + 30) },
        { ...UNIT, time: formatMinute(minuteNow() + 60) },
      ],
    });
    passed(await desks.clerk.send("POST", `/postal/mail-routes/${routeId}/versions`, { plan: turned }));
    expect((await runsOf(routeId))[0]?.stops.map(({ note }) => note)).toEqual([null, null]);
    await end(routeId);
  });

  test("outside the plan says who made it necessary, and goes along the same stops", async () => {
    const routeId = await openRoute();
    const extra = (over: Record<string, unknown>) =>
      desks.clerk.send("POST", `/postal/mail-routes/${routeId}/extra-runs`, {
        day: today(),
        time: "20:00",
        atFault: "agency",
        ...over,
      });
    const { extraId } = passed(await extra({})).body;
    const runs = await runsOf(routeId);
    expect(runs).toHaveLength(2);
    expect(runs[1]).toMatchObject({ extraId, atFault: "agency" });
    expect(runs[1]?.stops.map(({ time }) => time)).toEqual(["20:00", "21:00"]);
    expect(passed(await extra({})).body["extraId"]).toBe(extraId);
    expect((await extra({ time: "00:10" })).body["code"]).toBe("mail_day_past");
    expect((await extra({ time: "23:30" })).body["code"]).toBe("mail_past_midnight");
    expect((await extra({ day: yesterday() })).body["code"]).toBe("mail_day_past");
    await end(routeId);
    expect((await extra({ day: addDays(today(), 1) })).body["code"]).toBe("mail_run_unknown");
  });
});

describe("a plan", () => {
  test("that changes from a day on leaves the days before as they were; one that ended does not run", async () => {
    const routeId = await openRoute();
    const tomorrow = addDays(today(), 1);
    const change = (over: Record<string, unknown>) =>
      desks.clerk.send("POST", `/postal/mail-routes/${routeId}/versions`, { plan: plan(over) });
    passed(await change({ validFrom: tomorrow, vehicle: "Xe tải" }));
    expect((await runsOf(routeId))[0]?.vehicle).toBe("Xe máy 63B1-234.56");
    expect((await runsOf(routeId, binh, tomorrow))[0]?.vehicle).toBe("Xe tải");
    const { routes } = (await binh.get("/postal/mail-routes")).body as {
      routes: { routeId: string; versions: { version: number }[] }[];
    };
    const listed = routes.find((route) => route.routeId === routeId);
    expect(listed?.versions.map(({ version }) => version)).toEqual([2, 1]);
    await end(routeId);
    expect(await runsOf(routeId, binh, tomorrow)).toEqual([]);
    expect((await change({ validFrom: tomorrow })).body["code"]).toBe("mail_route_ended");
  });

  test("shows the hand-over times of its unit's coordination rules, and whether it keeps them", async () => {
    const kiet = await app.signIn("kiet.programme");
    const programmeId = await begin(kiet);
    const rule = (unitId: string, times: readonly string[]) =>
      keepPart(kiet, programmeId, {
        part: "rule",
        unitId,
        content: { kind: "handOverTime", times },
        note: "",
        decision: A_DECISION,
        validFrom: "2026-02-01",
        validTo: null,
      });
    await rule(UNIT.id, ["16:30", "10:30"]);
    const stopsAt = async (time: string) => {
      const routeId = await openRoute({
        stops: [
          { ...UNIT, time },
          { ...OFFICE, time: "23:00" },
        ],
      });
      const [run] = await runsOf(routeId);
      await end(routeId);
      return run?.stops.map(({ handOverTimes, keepsTimes }) => [handOverTimes, keepsTimes]);
    };
    expect(await stopsAt("16:45")).toEqual([
      [["10:30", "16:30"], true],
      [[], null],
    ]);
    expect((await stopsAt("16:46"))?.[0]).toEqual([["10:30", "16:30"], false]);
  });

  test("is refused with what is wrong", async () => {
    const back = [
      { ...UNIT, time: "09:00" },
      { ...OFFICE, time: "08:00" },
    ];
    const refused = [
      [{ stops: back }, "mail_times_not_rising"],
      [{ stops: back.map(({ time }) => ({ ...UNIT, time })) }, "mail_stop_repeated"],
      [{ validTo: yesterday() }, "mail_period_reversed"],
      [{ validFrom: yesterday() }, "mail_day_past"],
      [
        {
          stops: [
            { ...UNIT, time: "07:00" },
            { kind: "agency", id: UNIT.id, time: "08:00" },
          ],
        },
        "mail_stop_repeated",
      ],
      [
        {
          stops: [
            { ...UNIT, time: "07:00" },
            { kind: "agency", id: randomUUID(), time: "08:00" },
          ],
        },
        "mail_stop_unknown",
      ],
      [{ driverId: randomUUID() }, "mail_driver_unknown"],
    ] as const;
    for (const [over, code] of refused) {
      const answer = await desks.clerk.send("POST", "/postal/mail-routes", { name: "…", plan: plan(over) });
      expect(answer.body["code"]).toBe(code);
    }
  });

  test("whose stops and driver are elsewhere is seen by nobody here", async () => {
    const routeId = await openRoute();
    await app.owner.query("update space_dong_thap.mail_route set scope = $1 where id = $2", [
      [randomUUID()],
      routeId,
    ]);
    expect(await runsOf(routeId)).toEqual([]);
    const ending = await desks.clerk.send("POST", `/postal/mail-routes/${routeId}/ending`, {
      lastDay: today(),
    });
    expect(ending.body["code"]).toBe("not_found");
  });
});
