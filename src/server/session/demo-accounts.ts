import type { Role } from "#domain/mandate/permission.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import type { Deps } from "../deps.ts";
import { unseal } from "../keys/seal.ts";
import { codeAt } from "./one-time-code.ts";

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly code: string;
  readonly fullName: string;
  readonly employer: string;
  readonly roles: Role[];
}

/** The demo's own accounts with the code that their authenticators would show; none outside a demo. */
export async function findDemoAccounts({ db, ring }: Deps, now: Instant): Promise<DemoAccount[]> {
  const today = localTime(now).day;
  const rows = await db
    .selectFrom("nation.account")
    .select(["id", "username", "full_name", "employer", "totp_sealed", "demo_password"])
    .where("demo_password", "is not", null)
    .orderBy("employer_kind")
    .orderBy("username")
    .execute();
  const posts = await db
    .selectFrom("nation.staff_post")
    .select(["account_id", "role"])
    .where("valid_from", "<=", today)
    .execute();
  return rows.map((row) => ({
    username: row.username,
    password: row.demo_password ?? "",
    code: codeAt(unseal<string>(ring, `account.totp:${row.id}`, row.totp_sealed), now),
    fullName: row.full_name,
    employer: row.employer,
    roles: [...new Set(posts.filter((post) => post.account_id === row.id).map((post) => post.role as Role))],
  }));
}
