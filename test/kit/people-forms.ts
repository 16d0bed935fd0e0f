import { referenceId } from "#server/units/reference-table.ts";
import { passed } from "./steps.ts";
import type { Client, Reply } from "./test-app.ts";

/** A clerk of the post office of Bình Tấn, invented; what must differ is given. */
export function aPerson(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    username: "tham.clerk",
    fullName: "Phan Thị Thắm",
    employer: "Bưu điện Văn hóa xã Bình Tấn",
    employerKind: "post",
    identityNumber: "087195004321",
    validFrom: "2026-11-01",
    validTo: null,
    post: aPost(),
    reason: "Tuyển mới",
    ...changes,
  };
}

export function aPost(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    role: "postalClerk",
    placeKind: "postOffice",
    placeId: referenceId("post:30163:30148"),
    validFrom: "2026-11-01",
    validTo: null,
    ...changes,
  };
}

/** Somebody at the agency of the pilot's commune, by default a second case officer. */
export function aCivilServant(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return aPerson({
    username: "an.case",
    fullName: "Đỗ Bình An",
    employer: "Ủy ban nhân dân xã Bình Thành",
    employerKind: "state",
    identityNumber: "087088007777",
    post: aPost({ role: "caseOfficer", placeKind: "agency", placeId: referenceId("agency:commune:30163") }),
    ...changes,
  });
}

/** The newest version of an account, as an act must name it. */
export async function versionOf(admin: Client, accountId: string): Promise<number> {
  return Number((await admin.get(`/people/${accountId}`)).body["version"]);
}

/** Makes an account and gives its id. */
export async function create(admin: Client, changes: Record<string, unknown> = {}): Promise<string> {
  return String(passed(await admin.send("POST", "/people", aPerson(changes))).body["accountId"]);
}

/** Ends a contract by its newest version, now unless another day is given. */
export async function endContract(
  admin: Client,
  accountId: string,
  changes: Record<string, unknown> = {},
): Promise<Reply> {
  return admin.send("POST", `/people/${accountId}/contract-end`, {
    version: await versionOf(admin, accountId),
    lastDay: "2026-11-16",
    ...(changes["lastDay"] === undefined && { now: true }),
    reason: "Hết hợp đồng",
    ...changes,
  });
}
