import type { DossierView } from "#contract/dossiers.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import { describe, expect, test } from "vitest";
import { turnRefusals } from "#web/text/vi/turn-refusals.ts";
import { dateRefusal, standingOf, supplementsOf } from "./turn-state.ts";

type Event = DossierView["events"][number];
const event = (type: string, at: string): Event => ({
  seq: 1,
  type,
  at,
  actor: "Lê Minh Đức",
  place: null,
  basis: { kind: "office", title: "" },
  note: null,
  imported: null,
  correction: null,
  turn: null,
  linked: null,
  step: null,
});
const DEADLINE = { lastWorkingDayToExtend: "2026-11-23" } as DossierView["deadline"];
const received = event("dossier.received", "2026-11-16T02:00:00.000Z");
const asked = event("dossier.supplementAsked", "2026-11-17T02:00:00.000Z");
const supplied = event("dossier.supplemented", "2026-11-19T02:00:00.000Z");
const extended = event("dossier.extended", "2026-11-19T03:00:00.000Z");
const withStatus = (business: BusinessStatus, ...events: Event[]) => ({
  events,
  statuses: { business } as DossierView["statuses"],
});

describe("the clock of a dossier on its page", () => {
  test("stands from the request until the papers are there", () => {
    expect(standingOf(withStatus("received", received))).toBeNull();
    expect(standingOf(withStatus("awaitingSupplement", received, asked))).toEqual({
      since: asked.at,
      reason: "supplement",
    });
    expect(standingOf(withStatus("received", received, asked, supplied))).toBeNull();
  });

  test("still stands when the citizen asks to have the dossier back meanwhile, and no more once it has ended", () => {
    const askedBack = event("dossier.withdrawalAsked", "2026-11-18T02:00:00.000Z");
    expect(standingOf(withStatus("withdrawalAsked", received, asked, askedBack))?.reason).toBe("supplement");
    expect(standingOf(withStatus("withdrawn", received, asked))).toBeNull();
  });

  test("knows nothing of a type that a newer program wrote", () => {
    expect(standingOf(withStatus("received", received, event("somethingNew", asked.at)))).toBeNull();
    expect(supplementsOf({ events: [received, asked, supplied, asked] })).toBe(2);
  });
});

test.each([
  { move: "extend", now: "2026-11-23T16:59:00.000Z", events: [received], code: undefined },
  { move: "extend", now: "2026-11-23T17:00:00.000Z", events: [received], code: "extension_too_late" },
  { move: "extend", now: "2026-11-20T02:00:00.000Z", events: [received, extended], code: "extension_second" },
  { move: "apologise", now: "2026-11-23T16:59:00.000Z", events: [received], code: "apology_too_early" },
  { move: "apologise", now: "2026-11-23T17:00:00.000Z", events: [received], code: undefined },
  { move: "apologise", now: "2026-11-20T02:00:00.000Z", events: [received, extended], code: undefined },
  { move: "stop", now: "2026-12-20T02:00:00.000Z", events: [received], code: undefined },
] as const)(
  "of a dossier due on 24 November $move at $now is refused as $code, $events.length events",
  ({ move, now, events, code }) => {
    const dossier = { dueAt: "2026-11-24T10:00:00.000Z", events: [...events], deadline: DEADLINE };
    expect(dateRefusal(dossier, move, now)?.code).toBe(code);
  },
);

test("the refusal says by which days it counts, and the last day of work where that is another", () => {
  // Due on Monday: the day before is a Sunday.
  const dossier = {
    dueAt: "2026-11-23T10:00:00.000Z",
    events: [received],
    deadline: { ...DEADLINE, lastWorkingDayToExtend: "2026-11-20" },
  };
  const refusal = dateRefusal(dossier, "extend", "2026-11-22T17:00:00.000Z");
  expect(refusal?.details).toEqual({ lastDay: "2026-11-22", lastWorkingDay: "2026-11-20" });
  expect(turnRefusals.extension_too_late(refusal?.details ?? {}).what).toBe(
    "Đã quá muộn để gia hạn: chậm nhất là Chủ Nhật 22/11/2026 (tính theo ngày lịch; ngày làm việc cuối cùng: thứ Sáu 20/11/2026).",
  );
  const early = dateRefusal(dossier, "apologise", "2026-11-21T02:00:00.000Z");
  expect(turnRefusals.apology_too_early(early?.details ?? {}).what).toContain(
    "22/11/2026 (tính theo ngày lịch;",
  );
});
