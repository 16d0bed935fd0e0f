import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Role } from "#domain/mandate/permission.ts";
import { SESSION_COOKIE } from "#server/http/session-cookie.ts";
import type pg from "pg";

/** Somebody of the bench at work. */
export interface BenchStaff {
  readonly accountId: string;
  /** What their browser sends. */
  readonly cookie: string;
}

/** The posts that a person of the bench holds; one place each. */
export interface BenchPost {
  readonly role: Role;
  readonly unitId?: string;
  readonly agencyId?: string;
  readonly postOfficeId?: string;
}

/**
 * Employs a person and opens a session for them as a sign-in would leave it, without the sign-in: its slow hash
 * is not what a bench measures. The session lasts the day.
 */
export async function employ(
  owner: pg.Pool,
  posts: readonly BenchPost[],
  counterId?: string,
): Promise<BenchStaff> {
  const accountId = randomUUID();
  const token = randomBytes(32).toString("base64url");
  await owner.query(
    `insert into nation.account (id, username, full_name, employer, employer_kind, password_hash, totp_sealed, valid_from)
     values ($1::uuid, 'bench.' || $1::uuid, 'Nguyễn Văn Đo', 'Bench', 'state', 'none', '', '2025-07-01')`,
    [accountId],
  );
  for (const post of posts) {
    await owner.query(
      `insert into nation.staff_post (id, account_id, role, one_stop_unit_id, agency_id, post_office_id, valid_from)
       values (gen_random_uuid(), $1, $2, $3, $4, $5, '2025-07-01')`,
      [accountId, post.role, post.unitId ?? null, post.agencyId ?? null, post.postOfficeId ?? null],
    );
  }
  await owner.query(
    `insert into nation.session (token_hash, account_id, counter_id, revocation_epoch, created_at, expires_at)
     values ($1, $2, $3, 0, now(), now() + interval '12 hours')`,
    [createHash("sha256").update(token).digest(), accountId, counterId ?? null],
  );
  return { accountId, cookie: `${SESSION_COOKIE}=${token}` };
}
