import { DESKS } from "#contract/queue.ts";
import { ROLES, type Role } from "#domain/mandate/permission.ts";
import { expect, test } from "vitest";
import { desksOf } from "./desks.ts";

test.each<{ roles: Role[]; desks: string[]; because: string }>([
  {
    roles: ["postalClerk"],
    desks: ["returning", "lodged", "supplement"],
    because: "the post hands results over and decides nothing",
  },
  {
    roles: ["oneStopOfficer"],
    desks: ["oneStop", "returning", "lodged", "supplement"],
    because: "sends on and hands over",
  },
  { roles: ["caseOfficer"], desks: ["case"], because: "processes" },
  { roles: ["approver"], desks: ["approval"], because: "approves" },
  { roles: ["approver", "caseOfficer"], desks: ["case", "approval"], because: "the order is the work's" },
  { roles: ["administrator"], desks: [], because: "an administrator touches no dossier" },
])("$roles see $desks: $because", ({ roles, desks }) => {
  expect(desksOf(roles)).toEqual(desks);
});

test("every desk is somebody's", () => {
  expect(desksOf(ROLES)).toEqual(DESKS);
});
