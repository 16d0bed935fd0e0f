import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addMilliseconds, instant } from "../shared/instant.ts";
import { plainDate } from "../shared/plain-date.ts";
import { SHIPMENT_EVENT_TYPES, type ShipmentEvent } from "./shipment-event.ts";
import { shipmentJourney } from "./shipment-journey.ts";

const START = instant("2026-11-02T01:00:00Z");

/** A report at an hour after the start. */
function report(
  type: ShipmentEvent["type"],
  hour: number,
  more: { readonly sourceId?: string; readonly withdrawn?: boolean } = {},
): ShipmentEvent {
  const of = {
    source: "own",
    sourceId: more.sourceId ?? `${type}-${hour}`,
    at: addMilliseconds(START, hour * 3_600_000),
    withdrawn: more.withdrawn ?? false,
  };
  if (type === "attemptFailed") return { type, reason: "nobodyHome", nextOn: plainDate("2026-11-04"), ...of };
  if (type === "inTransit") return { type, place: null, ...of };
  if (type === "unknown") return { type, code: "77", message: "?", ...of };
  return { type, ...of };
}

const CASES: readonly {
  readonly reports: readonly ShipmentEvent[];
  readonly state: string;
  readonly because: string;
}[] = [
  { reports: [], state: "notOrdered", because: "nothing is known" },
  { reports: [report("unknown", 1)], state: "notOrdered", because: "an unmapped code moves nothing" },
  { reports: [report("ordered", 0), report("accepted", 2)], state: "accepted", because: "it was taken" },
  {
    reports: [report("delivered", 9), report("outForDelivery", 8), report("ordered", 0)],
    state: "delivered",
    because: "the delivery was heard of first and happened last",
  },
  {
    reports: [report("ordered", 0), report("delivered", 9), report("inTransit", 10)],
    state: "delivered",
    because: "a scan after the end is odd and moves nothing",
  },
  {
    reports: [report("accepted", 1), report("lost", 5), report("inTransit", 7)],
    state: "inTransit",
    because: "what is scanned again was found",
  },
  {
    reports: [report("accepted", 1), report("ordered", 2)],
    state: "accepted",
    because: "who has it in hand does not wait for an order whose clock was ahead",
  },
  {
    reports: [report("ordered", 0), report("cancelled", 1)],
    state: "cancelled",
    because: "nobody had it in hand",
  },
  {
    reports: [report("ordered", 0), report("cancelled", 3), report("pickedUp", 2)],
    state: "pickedUp",
    because: "the courier had it before it was cancelled, though this was heard of later",
  },
  {
    reports: [report("ordered", 0), report("cancelled", 3), report("outForDelivery", 2)],
    state: "outForDelivery",
    because: "whoever is at the door with it has it in hand",
  },
  {
    reports: [report("outForDelivery", 1), report("attemptFailed", 2), report("invited", 3)],
    state: "invited",
    because: "the recipient was asked to come",
  },
  {
    reports: [report("returning", 5), report("outForDelivery", 6)],
    state: "outForDelivery",
    because: "another attempt was made on the way back",
  },
  {
    reports: [
      report("accepted", 1),
      report("delivered", 4, { sourceId: "9" }),
      report("delivered", 4, { sourceId: "9", withdrawn: true }),
    ],
    state: "accepted",
    because: "the delivery was reported by mistake and taken back",
  },
  {
    reports: [report("delivered", 3), report("outForDelivery", 3)],
    state: "delivered",
    because: "of two at one minute the delivery comes after going out",
  },
];

test.each(CASES)("$state, because $because", ({ reports, state }) => {
  expect(shipmentJourney(reports).state).toBe(state);
});

describe("what the journey tells beside the state", () => {
  test("attempts with their reason and next day, invitations, damage, what came after the end", () => {
    const journey = shipmentJourney([
      report("accepted", 1),
      report("attemptFailed", 4),
      report("invited", 5),
      report("damaged", 6),
      report("invited", 60),
      report("delivered", 70),
      report("returning", 71),
    ]);
    expect(journey).toMatchObject({
      state: "delivered",
      acceptedAt: "2026-11-02T02:00:00.000Z",
      attempts: [{ reason: "nobodyHome", nextOn: "2026-11-04" }],
      damagedAt: "2026-11-02T07:00:00.000Z",
      odd: [{ why: "afterEnd", event: { type: "returning" } }],
    });
    expect(journey.invitations).toHaveLength(2);
  });

  test.each([
    {
      types: ["ordered", "pickedUp", "inTransit"],
      at: "2026-11-02T02:00:00.000Z",
      because: "that is when it had it",
    },
    {
      types: ["pickedUp", "accepted"],
      at: "2026-11-02T02:00:00.000Z",
      because: "the post says itself when it took it",
    },
    {
      types: ["outForDelivery", "delivered"],
      at: "2026-11-02T01:00:00.000Z",
      because: "nobody brings what he has not",
    },
    { types: ["ordered", "attemptFailed"], at: null, because: "it was not fetched in vain" },
    { types: ["delivered"], at: null, because: "an end says nothing of the beginning" },
  ] as const)("J of $types: $at, because $because", ({ types, at }) => {
    const reports = types.map((type, hour) => report(type, hour));
    expect(shipmentJourney(reports).acceptedAt).toBe(at);
  });
});

const anyReport = fc
  .record({
    type: fc.constantFrom(...SHIPMENT_EVENT_TYPES),
    hour: fc.nat(30),
    number: fc.nat(40),
    withdrawn: fc.boolean(),
  })
  .map(({ type, hour, number, withdrawn }) =>
    report(type, hour, { sourceId: String(number), withdrawn: withdrawn && number % 5 === 0 }),
  );
/** A number is one event: reports that share it differ only in being taken back. */
const anyReports = fc.array(anyReport, { maxLength: 25 }).map((reports) => {
  const first = new Map(reports.toReversed().map((one) => [one.sourceId, one]));
  return reports.map((one) => ({ ...(first.get(one.sourceId) ?? one), withdrawn: one.withdrawn }));
});

test("whatever order reports are heard in, and however often, the journey is the same", () => {
  fc.assert(
    fc.property(
      anyReports.chain((reports) =>
        fc.tuple(
          fc.constant(reports),
          fc.shuffledSubarray([...reports, ...reports], { minLength: 2 * reports.length }),
        ),
      ),
      ([reports, heard]) => {
        expect(shipmentJourney(heard)).toEqual(shipmentJourney(reports));
      },
    ),
  );
});

/** The oracle: walks the hours one by one, as a person reads a list of stamps. */
function byHours(reports: readonly ShipmentEvent[]): string {
  const back = new Set(reports.filter(({ withdrawn }) => withdrawn).map(({ sourceId }) => sourceId));
  let state = "notOrdered";
  let taken = false;
  for (let hour = 0; hour <= 30; hour += 1) {
    const at = addMilliseconds(START, hour * 3_600_000);
    for (const type of SHIPMENT_EVENT_TYPES) {
      if (!reports.some((one) => one.at === at && one.type === type && !back.has(one.sourceId))) continue;
      if (["pickedUp", "accepted", "inTransit", "outForDelivery"].includes(type)) taken = true;
      if (["unknown", "damaged"].includes(type)) continue;
      if (taken && ["ordered", "pickupAssigned"].includes(type)) continue;
      if (["delivered", "backAtAgency", "cancelled"].includes(state)) continue;
      if (type === "cancelled" && taken) continue;
      state = type;
    }
  }
  return state;
}

test("the state is the one that a walk through the hours comes to", () => {
  fc.assert(
    fc.property(anyReports, (reports) => {
      expect(shipmentJourney(reports).state).toBe(byHours(reports));
    }),
  );
});
