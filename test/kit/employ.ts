import { randomUUID } from "node:crypto";
import type { Role } from "#domain/mandate/permission.ts";
import { seal } from "#server/keys/seal.ts";
import { newTotpSecret } from "#server/keys/one-time-code.ts";
import { referenceId } from "#server/units/reference-table.ts";
import type { TestApp } from "./test-app.ts";

/** A post that a test gives somebody: a role, and the key of the place in the reference data. */
export interface GivenPost {
  readonly role: Role;
  readonly at: string;
}

/** Somebody more than the demo has, with the demo's password; without posts a person who may sign in and no more. */
export async function employ(app: TestApp, username: string, posts: readonly GivenPost[]): Promise<string> {
  const id = randomUUID();
  const secret = seal(app.program.deps.ring, `account.totp:${id}`, newTotpSecret());
  await app.owner.query(
    `insert into nation.account (id, username, full_name, employer, employer_kind, password_hash, totp_sealed, valid_from, demo_password)
     select $1, $2, $2, employer, employer_kind, password_hash, $3, valid_from, demo_password
     from nation.account where username = 'duc.officer'`,
    [id, username, secret],
  );
  for (const post of posts) await givePost(app, username, post);
  return id;
}

/** One more post for somebody who is there. */
export async function givePost(app: TestApp, username: string, { role, at }: GivenPost): Promise<void> {
  const kind = at.split(":")[0];
  await app.owner.query(
    `insert into nation.staff_post (id, account_id, role, one_stop_unit_id, agency_id, post_office_id, valid_from)
     select $1, id, $2, $3, $4, $5, '2025-07-01' from nation.account where username = $6`,
    [
      randomUUID(),
      role,
      kind === "unit" ? referenceId(at) : null,
      kind === "agency" ? referenceId(at) : null,
      kind === "post" ? referenceId(at) : null,
      username,
    ],
  );
}
