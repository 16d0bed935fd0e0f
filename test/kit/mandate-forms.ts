import { randomUUID } from "node:crypto";
import { referenceId } from "#server/units/reference-table.ts";
import { passed } from "./steps.ts";
import type { Client, Reply, TestApp } from "./test-app.ts";

/** The unit that the demo's head leads, and the two post offices that staff counters of it. */
export const UNIT = referenceId("unit:commune:30163");
/** Its clerk lan.clerk acts by a mandate. */
export const OFFICE = referenceId("post:30163:30148");
/** Its clerk phuc.clerk has no mandate and no training. */
export const OTHER_OFFICE = referenceId("post:30163:30163");
/** A unit that the demo's head does not lead. */
export const OTHER_UNIT = referenceId("unit:commune:30130");
export const OPERATOR = "0192c1a0-0000-7000-8000-000000000001";

/** A decision that nobody has named yet. */
export function aDecision(number = "412/QĐ-UBND") {
  return {
    number,
    issuer: "Ủy ban nhân dân tỉnh Đồng Tháp",
    title: "Giao việc cho bưu điện",
    issuedOn: "2026-11-10",
    source: "Công báo tỉnh",
  };
}

/** Terms without a fault, for an office that has no mandate yet. */
export function aMandate(changes: Record<string, unknown> = {}) {
  return {
    unitId: UNIT,
    postOfficeId: OTHER_OFFICE,
    counterIds: [],
    tasks: ["receive", "returnResult"],
    fieldCodes: ["civilStatus"],
    procedureCodes: [],
    exceptProcedureCodes: ["1.000894"],
    autonomy: "supervised",
    validFrom: "2026-11-01",
    validTo: null,
    conditions: "",
    ...changes,
  };
}

/** Drafts and gives the id. */
export async function draft(by: Client, changes: Record<string, unknown> = {}): Promise<string> {
  return String(passed(await by.send("POST", "/mandates", aMandate(changes))).body["mandateId"]);
}

/** One move of a mandate as it is now; what the move must name is there unless it is taken away. */
export async function move(
  by: Client,
  mandateId: string,
  step: string,
  changes: Record<string, unknown> = {},
): Promise<Reply> {
  const { mandate } = (await by.get(`/mandates/${mandateId}`)).body as { mandate: { version: number } };
  const named = ["approve", "bringIntoForce", "suspend", "resume"].includes(step);
  return by.send("POST", `/mandates/${mandateId}/moves`, {
    move: step,
    version: mandate.version,
    reason: "Theo kế hoạch",
    ...(named && { decision: aDecision() }),
    ...changes,
  });
}

/** From the draft of one officer to a right in force, decided by another. */
export async function bringToForce(
  drafter: Client,
  decider: Client,
  changes: Record<string, unknown> = {},
): Promise<string> {
  const id = await draft(drafter, changes);
  passed(await move(drafter, id, "propose"));
  passed(await move(decider, id, "approve"));
  passed(await move(decider, id, "bringIntoForce"));
  return id;
}

export async function accountId({ owner }: TestApp, username: string): Promise<string> {
  const { rows } = await owner.query<{ id: string }>("select id from nation.account where username = $1", [
    username,
  ]);
  return rows[0]?.id ?? "";
}

/** The mandate by which lan.clerk acts. */
export async function mandateOfPilot({ owner }: TestApp): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from space_dong_thap.mandate where post_office_id = $1",
    [OFFICE],
  );
  return rows[0]?.id ?? "";
}

/** Training held and passed, written past the routes, since they have none for it yet. */
export async function train({ owner }: TestApp, username: string, fieldCode: string): Promise<void> {
  await owner.query(
    `with held as (
       insert into space_dong_thap.accreditation (id, account_id, field_code, held_on, valid_from)
       select $1, id, $2, '2026-10-01', '2026-10-01' from nation.account where username = $3)
     update space_dong_thap.mandate_epoch set epoch = epoch + 1`,
    [randomUUID(), fieldCode, username],
  );
}
