import { randomInt } from "node:crypto";
import { type Instant, millisecondsBetween } from "#domain/shared/instant.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { seal, unseal } from "../keys/seal.ts";

/** What must be done because of a code: it is sent. */
export const CUSTODY_CODE_TOPIC = "custody.code";

/** Somebody without an account who takes something over; kept sealed. */
export interface Outsider {
  readonly name: string;
  /** The paper that was shown, with its number. */
  readonly paper: string;
  readonly phone: string | null;
}

function outsiderContext(id: string): string {
  return `custody-outsider:${id}`;
}

function codeContext(id: string): string {
  return `custody-code:${id}`;
}

/** Writes who it is. */
export async function recordOutsider(
  tx: Tx,
  ring: KeyRing,
  id: string,
  outsider: Outsider,
  { now, scope }: { readonly now: Instant; readonly scope: readonly string[] },
): Promise<void> {
  const sealed = seal(ring, outsiderContext(id), outsider);
  await tx
    .insertInto("custody_outsider")
    .values({ id, sealed, recorded_at: now, scope: [...scope] })
    .execute();
}

/** Who it is, opened. Whoever calls this has logged the read. */
export function openOutsider(ring: KeyRing, row: { readonly id: string; readonly sealed: Buffer }): Outsider {
  return unseal<Outsider>(ring, outsiderContext(row.id), row.sealed);
}

const CODE_MINUTES = 15;
const TRIES_MAX = 5;
const MINUTE_MS = 60_000;

/** A code that is to be made, and for whom. */
interface NewCode {
  readonly id: string;
  readonly outboxId: string;
  readonly outsiderId: string;
  readonly manifestId: string;
  readonly now: Instant;
  readonly scope: readonly string[];
}

/** So long a message may take. */
const AGAIN_AFTER_MS = MINUTE_MS;
/** So many codes has a hand-over at most: with five tries each, 25 guesses at a million. */
const CODES_MAX = 5;

/**
 * Another code for the same hand-over. The newest alone counts. A message has a minute to come, and nobody's telephone is
 * sent messages without end.
 */
export async function renewCustodyCode(
  tx: Tx,
  ring: KeyRing,
  code: NewCode,
): Promise<Result<null, "code_too_soon" | "code_too_often">> {
  const before = await tx
    .selectFrom("custody_code")
    .select("made_at")
    .where("manifest_id", "=", code.manifestId)
    .orderBy("made_at", "desc")
    .execute();
  if (before.length >= CODES_MAX) return refuse("code_too_often");
  const [last] = before;
  if (last && millisecondsBetween(last.made_at, code.now) < AGAIN_AFTER_MS) return refuse("code_too_soon");
  await makeCustodyCode(tx, ring, code);
  return done(null);
}

/** Makes a code of six digits for a hand-over that waits, and what sends it. */
export async function makeCustodyCode(tx: Tx, ring: KeyRing, code: NewCode): Promise<void> {
  const { id, now } = code;
  await tx
    .insertInto("custody_code")
    .values({
      id,
      outsider_id: code.outsiderId,
      manifest_id: code.manifestId,
      code_sealed: seal(ring, codeContext(id), String(randomInt(1_000_000)).padStart(6, "0")),
      made_at: now,
      expires_at: new Date(Date.parse(now) + CODE_MINUTES * MINUTE_MS).toISOString() as Instant,
      tries: 0,
      used_at: null,
      scope: [...code.scope],
    })
    .execute();
  await tx
    .insertInto("outbox")
    .values({
      id: code.outboxId,
      topic: CUSTODY_CODE_TOPIC,
      payload: JSON.stringify({ codeId: id }),
      created_at: now,
      queued_at: null,
      lane: null,
    })
    .execute();
}

/** A code as it is sent, with the phone it goes to; null when there is none or its time is over. */
export async function readCustodyCode(
  tx: Tx,
  ring: KeyRing,
  id: string,
  now: Instant,
): Promise<{ readonly phone: string; readonly code: string } | null> {
  const row = await tx
    .selectFrom("custody_code as c")
    .innerJoin("custody_outsider as o", "o.id", "c.outsider_id")
    .select(["c.code_sealed", "o.id", "o.sealed", "c.expires_at", "c.used_at"])
    .where("c.id", "=", id)
    .executeTakeFirst();
  if (!row || row.used_at !== null || row.expires_at <= now) return null;
  const { phone } = openOutsider(ring, row);
  return phone === null ? null : { phone, code: unseal<string>(ring, codeContext(id), row.code_sealed) };
}

/**
 * Whether this is the code of a hand-over; right, it is used up. A wrong one is counted: whoever calls this commits.
 *
 * @returns who signed by it; null when it is wrong
 */
export async function tryCustodyCode(
  tx: Tx,
  ring: KeyRing,
  tried: { readonly manifestId: string; readonly code: string; readonly now: Instant },
): Promise<Result<boolean, "code_expired">> {
  const row = await tx
    .selectFrom("custody_code")
    .select(["id", "code_sealed", "expires_at", "tries", "used_at"])
    .where("manifest_id", "=", tried.manifestId)
    .orderBy("made_at", "desc")
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  if (!row || row.used_at !== null || row.expires_at <= tried.now || row.tries >= TRIES_MAX)
    return refuse("code_expired");
  const right = unseal<string>(ring, codeContext(row.id), row.code_sealed) === tried.code;
  await tx
    .updateTable("custody_code")
    .set(right ? { used_at: tried.now } : { tries: row.tries + 1 })
    .where("id", "=", row.id)
    .execute();
  return done(right);
}
