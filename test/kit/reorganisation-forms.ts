import { passed } from "./steps.ts";
import type { Client } from "./test-app.ts";

/** The commune that two communes of the demo become; its name is invented. */
export const NEW_UNIT = {
  ref: "new:1",
  name: "Trung tâm Phục vụ hành chính công xã Bình Thanh",
  governingBody: "Ủy ban nhân dân xã Bình Thanh",
  administrativeUnit: "30130",
  calendar: "agency",
  agency: {
    kind: "new",
    name: "Ủy ban nhân dân xã Bình Thanh",
    agencyKind: "communeCommittee",
    code2018: "000.00.91.H20",
    code2025: "H20.091",
    codeMark: "inference",
    codeSource: "Dữ liệu kiểm thử",
  },
};

/** Xã Bình Thành and xã Thanh Bình become one, the day after the test's day. */
export function aPlan(changes: Record<string, unknown> = {}) {
  return {
    shape: "merge",
    effectiveOn: "2026-11-17",
    units: [
      { unit: "unit:commune:30163", heir: "new:1", points: [] },
      { unit: "unit:commune:30130", heir: "new:1", points: [] },
    ],
    newUnits: [NEW_UNIT],
    ...changes,
  };
}

export function aReorganisation(changes: Record<string, unknown> = {}) {
  return {
    title: "Sáp nhập xã Bình Thành và xã Thanh Bình",
    decision: {
      number: "1/NQ-HĐND",
      issuer: "Hội đồng nhân dân tỉnh Đồng Tháp",
      title: "Sắp xếp đơn vị hành chính",
      issuedOn: "2026-11-02",
      source: "",
    },
    plan: aPlan(),
    ...changes,
  };
}

/** Keeps a plan and gives its id. */
export async function plan(by: Client, changes: Record<string, unknown> = {}): Promise<string> {
  const { body } = passed(await by.send("POST", "/reorganisations", aReorganisation(changes)));
  return String(body["reorganisationId"]);
}
