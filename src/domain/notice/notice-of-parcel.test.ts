import { describe, expect, test } from "vitest";
import { SHIPMENT_EVENT_TYPES, type ShipmentEventType } from "../postal/shipment-event.ts";
import { instant } from "../shared/instant.ts";
import { noticeOfReport } from "./notice-of-parcel.ts";

const at = instant("2026-12-08T03:00:00Z");

describe("what a citizen is told of a parcel", () => {
  const TOLD: Partial<Record<ShipmentEventType, string>> = {
    attemptFailed: "parcelAttempted",
    invited: "parcelInvited",
    lost: "parcelLost",
    backAtAgency: "parcelBack",
  };
  test.each(SHIPMENT_EVENT_TYPES)("%s is told or known to be silent", (type) => {
    const state = type === "unknown" || type === "damaged" ? "inTransit" : type;
    expect(noticeOfReport({ type, at }, { state, since: at })).toBe(TOLD[type] ?? null);
  });

  test.each([
    { state: "delivered", since: "2026-12-08T04:00:00Z", because: "it came after all" },
    { state: "attemptFailed", since: "2026-12-08T04:00:00Z", because: "a later attempt says what holds" },
    {
      state: "cancelled",
      since: "2026-12-08T03:00:00Z",
      because: "the report did not fit, and moved nothing",
    },
  ] as const)("nothing of an attempt once the parcel is $state at $since: $because", ({ state, since }) => {
    expect(noticeOfReport({ type: "attemptFailed", at }, { state, since: instant(since) })).toBeNull();
  });
});
