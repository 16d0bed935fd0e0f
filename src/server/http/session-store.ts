import { type Instant, addMilliseconds, localTime, millisecondsBetween } from "#domain/shared/instant.ts";
import { CompiledQuery } from "kysely";
import type { Db } from "../db/kysely.ts";
import type { SessionFacts } from "../ledgers/actor.ts";
import { sessionInForce } from "../ledgers/session-in-force.ts";

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

/** Asked by nearly every request: one text, made once. */
const FIND_SESSION = sessionInForce("$1", "$2", "$3");

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
