import { type Instant, addMilliseconds, localTime, millisecondsBetween } from "#domain/shared/instant.ts";
import { CompiledQuery } from "kysely";
import type { Db } from "../db/kysely.ts";
import type { SessionFacts } from "../ledgers/actor.ts";

/** Nobody works longer at one go; after that the password is asked again. */
const SESSION_MS_MAX = 12 * 3_600_000;
/** A counter left alone closes itself. */
const IDLE_MS_MAX = 60 * 60_000;
/** The end is moved at most this often, so that reading does not write each time. */
const EXTEND_EVERY_MS = 5 * 60_000;

/** The session of a token, or undefined when it has ended, was revoked or its account is not in force. */
export async function findSession(
  db: Db,
  tokenHash: Buffer,
  now: Instant,
): Promise<SessionFacts | undefined> {
  const asked = [tokenHash, now, localTime(now).day];
  const { rows } = await db.executeQuery<SessionFacts>(CompiledQuery.raw(FIND_SESSION, asked));
  return rows[0];
}

/** Asked by every request: one text, made once. */
const FIND_SESSION = `
  select s.token_hash as "tokenHash", s.account_id as "accountId", a.username, a.full_name as "fullName",
    a.employer, s.counter_id as "counterId", s.created_at as "createdAt", s.expires_at as "expiresAt",
    (select epoch from nation.reference_epoch) as "referenceEpoch",
    coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'role', p.role, 'unitId', p.one_stop_unit_id,
      'agencyId', p.agency_id, 'postOfficeId', p.post_office_id, 'validFrom', p.valid_from, 'validTo', p.valid_to)
      order by p.id)
      from nation.staff_post p where p.account_id = a.id
      and p.valid_from <= $3::date and coalesce(p.valid_to, $3::date) >= $3::date), '[]') as posts
  from nation.session s join nation.account a on a.id = s.account_id
  where s.token_hash = $1::bytea and s.expires_at > $2::timestamptz and s.revocation_epoch = a.revocation_epoch
    and a.valid_from <= $3::date and coalesce(a.valid_to, $3::date) >= $3::date`;

export async function insertSession(
  db: Db,
  session: { tokenHash: Buffer; accountId: string; revocationEpoch: number; now: Instant },
): Promise<Instant> {
  const expiresAt = addMilliseconds(session.now, IDLE_MS_MAX);
  await db
    .insertInto("nation.session")
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      revocation_epoch: session.revocationEpoch,
      created_at: session.now,
      expires_at: expiresAt,
    })
    .execute();
  return expiresAt;
}

/** Moves the end of a session that is used; never past its longest day. */
export async function extendSession(db: Db, session: SessionFacts, now: Instant): Promise<void> {
  const longest = addMilliseconds(session.createdAt, SESSION_MS_MAX);
  const wanted = addMilliseconds(now, IDLE_MS_MAX);
  const expiresAt = wanted < longest ? wanted : longest;
  if (millisecondsBetween(session.expiresAt, expiresAt) < EXTEND_EVERY_MS) return;
  await db
    .updateTable("nation.session")
    .set({ expires_at: expiresAt })
    .where("token_hash", "=", session.tokenHash)
    .execute();
}

export async function setSessionCounter(db: Db, tokenHash: Buffer, counterId: string): Promise<void> {
  await db
    .updateTable("nation.session")
    .set({ counter_id: counterId })
    .where("token_hash", "=", tokenHash)
    .execute();
}

export async function deleteSession(db: Db, tokenHash: Buffer): Promise<void> {
  await db.deleteFrom("nation.session").where("token_hash", "=", tokenHash).execute();
}

/** Sessions that have ended are of no use to anybody. */
export async function purgeSessions(db: Db, now: Instant): Promise<void> {
  await db.deleteFrom("nation.session").where("expires_at", "<", now).execute();
}
