import { asId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { createDb, createPool, inSpace } from "#server/db/kysely.ts";
import type { KeyRing } from "#server/keys/key-ring.ts";
import { seal } from "#server/keys/seal.ts";
import { grantMandates } from "#server/ledgers/mandate-ledger.ts";
import { newTotpSecret } from "#server/session/one-time-code.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { SPACES } from "#server/units/store-reference.ts";
import { hash } from "@node-rs/argon2";
import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import {
  DEMO_PASSWORD,
  DEMO_PEOPLE,
  type DemoPerson,
  PILOT_FIELDS,
  PILOT_POST_OFFICE,
  PILOT_UNIT,
} from "./people.ts";

const SINCE = plainDate("2025-07-01");

/**
 * Gives an empty installation people to try it with: accounts with their posts, and the decision that lets
 * one post office receive. Does nothing when there is any account. @returns whether it did
 */
export async function loadDemo(ownerConfig: pg.PoolConfig, ring: KeyRing, now: Instant): Promise<boolean> {
  const db = createDb(createPool({ ...ownerConfig, max: 1 }));
  try {
    const there = await db.selectFrom("nation.account").select("id").limit(1).executeTakeFirst();
    if (there) return false;
    const passwordHash = await hash(DEMO_PASSWORD);
    const ids = new Map(DEMO_PEOPLE.map((person) => [person.username, uuidv7()]));
    await inSpace(db, SPACES[0], { places: [] }, async (tx) => {
      for (const person of DEMO_PEOPLE) {
        const id = ids.get(person.username) ?? "";
        await tx
          .insertInto("nation.account")
          .values(accountRow(person, id, passwordHash, ring))
          .execute();
        await tx.insertInto("nation.staff_post").values(postRow(person, id)).execute();
      }
      await grantMandates(tx, pilotDecision(ids.get("lan.clerk") ?? "", ids.get("thai.approver") ?? "", now));
    });
    return true;
  } finally {
    await db.destroy();
  }
}

function accountRow(person: DemoPerson, id: string, passwordHash: string, ring: KeyRing) {
  return {
    id,
    username: person.username,
    full_name: person.fullName,
    employer: person.employer,
    employer_kind: person.employerKind,
    password_hash: passwordHash,
    totp_sealed: seal(ring, `account.totp:${id}`, newTotpSecret()),
    valid_from: SINCE,
    demo_password: DEMO_PASSWORD,
  };
}

function postRow({ role, at }: DemoPerson, accountId: string) {
  const id = referenceId(at.key);
  return {
    id: uuidv7(),
    account_id: accountId,
    role,
    one_stop_unit_id: at.kind === "unit" ? id : null,
    agency_id: at.kind === "agency" ? id : null,
    post_office_id: at.kind === "postOffice" ? id : null,
    valid_from: SINCE,
  };
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
