import type { Role } from "#domain/mandate/permission.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import type { Deps } from "../deps.ts";
import { unseal } from "../keys/seal.ts";
import type { Reference } from "../units/reference.ts";
import { codeAt } from "../keys/one-time-code.ts";

export interface DemoAccount {
  readonly username: string;
  readonly password: string;
  readonly code: string;
  readonly fullName: string;
  readonly employer: string;
  readonly place: string;
  readonly roles: Role[];
}

/**
 * The demo's own accounts, while their contracts last, with the code that their authenticators would show, in the order
 * in which the demo made them (keys grow with time); none outside a demo.
 */
export async function findDemoAccounts(
  { db, ring }: Deps,
  reference: Reference,
  now: Instant,
): Promise<DemoAccount[]> {
  const today = localTime(now).day;
  const rows = await db
    .selectFrom("nation.account")
    .select(["id", "username", "full_name", "employer", "totp_sealed", "demo_password"])
    .where("demo_password", "is not", null)
    // People of the demo's past have left: their names stay in the history, not on the sign-in page.
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", today)]))
    .orderBy("id")
    .execute();
  const posts = await db
    .selectFrom("nation.staff_post")
    .select(["account_id", "role", "one_stop_unit_id", "agency_id", "post_office_id"])
    .where("valid_from", "<=", today)
    .execute();
  return rows.map((row) => {
    const held = posts.filter((post) => post.account_id === row.id);
    const [first] = held;
    return {
      username: row.username,
      password: row.demo_password ?? "",
      code: codeAt(unseal<string>(ring, `account.totp:${row.id}`, row.totp_sealed), now),
      fullName: row.full_name,
      employer: row.employer,
      place: (first && placeOf(first, reference)) ?? row.employer,
      roles: [...new Set(held.map((post) => post.role as Role))],
    };
  });
}

interface PostRow {
  readonly one_stop_unit_id: string | null;
  readonly agency_id: string | null;
  readonly post_office_id: string | null;
}

/** Of a post office, the place of a unit that it staffs a counter of; of a department, none. */
function placeOf(post: PostRow, { units, counters }: Reference): string | undefined {
  const unit = [...units.values()].find(
    ({ id, agencyId }) => id === post.one_stop_unit_id || agencyId === post.agency_id,
  );
  const staffed = [...counters.values()].find(
    ({ postOfficeId }) => postOfficeId !== null && postOfficeId === post.post_office_id,
  );
  return unit?.place ?? staffed?.unit.place;
}
