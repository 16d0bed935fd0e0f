import { asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { createDb, createPool, inSpace } from "#server/db/kysely.ts";
import type { KeyRing } from "#server/keys/key-ring.ts";
import { grantMandates } from "#server/ledgers/mandate-ledger.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { SPACES } from "#server/units/store-reference.ts";
import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { SINCE, employPeople } from "./employ-people.ts";
import { DEMO_PEOPLE, PILOT_FIELDS, PILOT_POST_OFFICE, PILOT_UNIT } from "./people.ts";

/**
 * Gives an empty installation a few people to try it with: accounts with their posts, and the decision that lets
 * one post office receive. Does nothing when there is any account. @returns whether it did
 */
export async function loadDemo(ownerConfig: pg.PoolConfig, ring: KeyRing, now: Instant): Promise<boolean> {
  const db = createDb(createPool({ ...ownerConfig, max: 1 }));
  try {
    const there = await db.selectFrom("nation.account").select("id").limit(1).executeTakeFirst();
    if (there) return false;
    await inSpace(db, SPACES[0], { places: [] }, async (tx) => {
      const employed = await employPeople(tx, DEMO_PEOPLE, ring);
      const idOf = (username: string) => employed.get(username)?.accountId ?? "";
      await grantMandates(tx, pilotDecision(idOf("lan.clerk"), idOf("thai.approver"), now));
    });
    return true;
  } finally {
    await db.destroy();
  }
}

function pilotDecision(clerkId: string, actorId: string, now: Instant) {
  return {
    decision: {
      id: uuidv7(),
      number: "268/QĐ-UBND",
      issuer: "Ủy ban nhân dân tỉnh Đồng Tháp",
      title: "Giao Bưu điện Văn hóa xã Bình Tấn hỗ trợ tiếp nhận hồ sơ và trả kết quả (dữ liệu minh họa)",
      issuedOn: SINCE,
      source: "Dữ liệu minh họa, không phải một quyết định có thật",
    },
    mandates: [
      {
        id: asId<never>(uuidv7()),
        unitId: asId<never>(referenceId(PILOT_UNIT)),
        postOfficeId: asId<never>(referenceId(PILOT_POST_OFFICE)),
        tasks: ["guide", "receive", "enterData", "digitise", "returnResult"] as const,
        fieldCodes: [...PILOT_FIELDS],
        procedureCodes: [],
        exceptProcedureCodes: ["1.000894"],
        autonomy: "supervised" as const,
        validFrom: SINCE,
        validTo: null,
      },
    ],
    accreditations: PILOT_FIELDS.map((fieldCode) => ({
      id: uuidv7(),
      accountId: clerkId,
      fieldCode,
      heldOn: SINCE,
      validFrom: SINCE,
      validTo: null,
    })),
    actorId,
    now,
  };
}
