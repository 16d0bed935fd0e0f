import { describe, expect, test } from "vitest";
import { SHIPMENT_EVENT_TYPES, type ShipmentEventType } from "../postal/shipment-event.ts";
import { type Instant, instant } from "../shared/instant.ts";
import { type PlainDate, plainDate } from "../shared/plain-date.ts";
import { noticeOfReport } from "./notice-of-parcel.ts";

const at = instant("2026-12-08T03:00:00Z");

const attempt = (when: Instant, nextOn: PlainDate | null = null) => ({
  at: when,
  reason: "nobodyHome" as const,
  nextOn,
});

describe("what a citizen is told of a parcel", () => {
  const TOLD: Partial<Record<ShipmentEventType, string>> = {
    attemptFailed: "parcelAttempted",
    invited: "parcelInvited",
    lost: "parcelLost",
    backAtAgency: "parcelBack",
  };
  test.each(SHIPMENT_EVENT_TYPES)("%s is told or known to be silent", (type) => {
    const state = type === "unknown" || type === "damaged" ? "inTransit" : type;
    expect(noticeOfReport({ type, at }, { state, since: at, attempts: [attempt(at)], counted: [at] })).toBe(
      TOLD[type] ?? null,
    );
  });

  const early = instant("2026-12-08T01:00:00Z");
  const noon = instant("2026-12-08T05:00:00Z");
  const next = instant("2026-12-09T01:00:00Z");
  const [ninth, tenth] = [plainDate("2026-12-09"), plainDate("2026-12-10")];
  test.each([
    { came: [attempt(early), attempt(noon)], told: [early], because: "one message a day is enough" },
    { came: [attempt(early), attempt(next)], told: [next], because: "another day is another message" },
    { came: [attempt(early), attempt(noon, ninth)], told: [noon], because: "a day was agreed" },
    { came: [attempt(early, ninth), attempt(noon, tenth)], told: [noon], because: "another day was agreed" },
    {
      came: [attempt(early, ninth), attempt(noon, ninth)],
      told: [early],
      because: "the agreed day is the same",
    },
    {
      came: [attempt(early, ninth), attempt(noon), attempt(instant("2026-12-08T06:00:00Z"), ninth)],
      told: [instant("2026-12-08T06:00:00Z")],
      because: "what was said last in between does not hold",
    },
  ])("of several attempts: $because", ({ came, told }) => {
    const journey = {
      state: "attemptFailed",
      since: came.at(-1)?.at ?? null,
      attempts: came,
      counted: [],
    } as const;
    const all = came.filter((one) => noticeOfReport({ type: "attemptFailed", at: one.at }, journey) !== null);
    expect(all.map((one) => one.at)).toEqual(told);
  });

  test("of an invitation that followed too soon nothing, and the one before stays told", () => {
    const journey = { state: "invited", since: noon, attempts: [], counted: [early] } as const;
    expect(noticeOfReport({ type: "invited", at: early }, journey)).toBe("parcelInvited");
    expect(noticeOfReport({ type: "invited", at: noon }, journey)).toBeNull();
  });

  test.each([
    { state: "delivered", since: "2026-12-08T04:00:00Z", because: "it came after all" },
    { state: "attemptFailed", since: "2026-12-09T04:00:00Z", because: "a later attempt says what holds" },
    {
      state: "cancelled",
      since: "2026-12-08T03:00:00Z",
      because: "the report did not fit, and moved nothing",
    },
  ] as const)("nothing of an attempt once the parcel is $state at $since: $because", ({ state, since }) => {
    const attempts = state === "attemptFailed" ? [attempt(at), attempt(instant(since))] : [attempt(at)];
    expect(
      noticeOfReport({ type: "attemptFailed", at }, { state, since: instant(since), attempts, counted: [] }),
    ).toBeNull();
  });
});
