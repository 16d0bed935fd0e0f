import type { ROUTES } from "#contract/routes.ts";

/** What the routes of the post are asked with; a version that nobody has seen, and an id of nothing. */
export function postalBodies(version: number, id: string): Partial<Record<keyof typeof ROUTES, unknown>> {
  return {
    quotePostalService: { service: "return", weightGrams: 80, communeCode: "30163" },
    orderPostalService: {
      service: "return",
      weightGrams: 80,
      citizen: { name: "…", address: "…", phone: "0912345678", communeCode: "30163" },
      payment: "recipientPays",
      saidTotal: 0,
    },
    cancelPostalOrder: { version, reason: "citizen" },
    recallShipment: {},
    packShipment: { code: "B12345678W" },
    numberShipment: {},
    reportShipment: { reportId: id, type: "accepted", at: "2026-11-01T00:00:00.000Z" },
    settleQuarantine: { shipment: null },
    reopenQuarantine: {},
    openMailRoute: {
      name: "…",
      plan: {
        validFrom: "2020-01-01",
        validTo: null,
        weekdays: [1],
        onMakeUpDays: false,
        vehicle: "…",
        capacity: 1,
        driverId: id,
        stops: [
          { kind: "unit", id, time: "07:00" },
          { kind: "agency", id, time: "08:00" },
        ],
      },
    },
    changeMailRoute: {
      plan: {
        validFrom: "2020-01-01",
        validTo: null,
        weekdays: [1],
        onMakeUpDays: false,
        vehicle: "…",
        capacity: 1,
        driverId: id,
        stops: [
          { kind: "unit", id, time: "07:00" },
          { kind: "agency", id, time: "08:00" },
        ],
      },
    },
    endMailRoute: { lastDay: "2020-01-01" },
    orderExtraRun: { day: "2020-01-01", time: "07:00", atFault: "both" },
    noteMailStop: {
      day: "2026-11-01",
      extraId: null,
      position: 1,
      kind: "called",
      reason: null,
      expected: null,
    },
    openIncident: { kind: "lost", source: "post", on: "2026-11-01", words: "" },
    answerIncident: { version, on: "2026-11-01", outcome: "accepted", number: "", words: "…" },
    findLiability: { version, on: "2026-11-01", found: "none", number: "1", fileId: id },
    offerCompensation: { version, on: "2026-11-01", amount: 0, costs: [] },
    payCompensation: { version, on: "2026-11-01", amount: 0, number: "1" },
    linkReissue: { version, on: "2026-11-01", code: "?" },
    withdrawIncident: { version, on: "2026-11-01", words: "…" },
    closeIncident: { version, on: "2026-11-01", words: "" },
    openWaybillRange: { carrier: "own", service: "PA", country: "VN", fromSerial: 1, toSerial: 0 },
    closeWaybillRange: {},
    fillWaybillPool: { carrier: "own", numbers: ["?"] },
  };
}
