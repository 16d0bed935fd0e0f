import { randomBytes } from "node:crypto";
import { signIn } from "#contract/session.ts";
import { localTime, millisecondsBetween } from "#domain/shared/instant.ts";
import { ownPassword } from "#domain/people/contract.ts";
import { type AccountId, asId } from "#domain/shared/id.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { hash, verify } from "@node-rs/argon2";
import type { Selectable } from "kysely";
import { withinRate } from "../db/rate-limit.ts";
import type { Database } from "../db/schema.gen.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import { networkOf } from "../http/public-rate.ts";
import { setSessionCookie } from "../http/session-cookie.ts";
import { findSession, insertSession } from "../http/session-store.ts";
import { sha256 } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import { writeOwnPassword } from "../ledgers/account-ledger.ts";
import { actorOf } from "../ledgers/actor.ts";
import { countFailure, useStep } from "../ledgers/code-steps.ts";
import { codeChangesIn, stepOfCode } from "../keys/one-time-code.ts";
import { sessionView } from "./session-view.ts";

/** Sign-ins from one address, right or wrong: guessing many names is slowed, a whole office at eight is not. */
const ADDRESS_RATE = { hitsMax: 300, windowMs: 10 * 60_000 };
/** Verified when no such account exists, so that the time of an answer does not tell. */
const NOBODYS_HASH =
  "$argon2id$v=19$m=19456,t=2,p=1$YWJjZGVmZ2hpamtsbW5vcA$4nXjgD1fuzmZcFKqCi9eRRlCqe2lVlIkzjMz8Dk9xQ8";

type SignInRefusal =
  | "sign_in_failed"
  | "sign_in_code_used"
  | "sign_in_locked"
  | "password_change_needed"
  | "password_too_weak";

/** Opens a session for who knows the password and holds the authenticator; wrong is wrong, never which of them. */
export const signInRoute = bind(signIn, async ({ deps, body, now, request, reply, reference }) => {
  if (!(await withinRate(deps.db, `sign-in:${networkOf(request.ip)}`, ADDRESS_RATE, now))) {
    return refuse("sign_in_locked", { minutes: 10 });
  }
  const account = await checkAccount(deps, body, now);
  if (!account.ok) return account;
  const token = randomBytes(32).toString("base64url");
  const tokenHash = sha256(token);
  await insertSession(deps.db, { tokenHash, ...account.value, now });
  const session = await findSession(deps.db, tokenHash, now);
  if (!session) return refuse("sign_in_failed");
  setSessionCookie(reply, token, deps.publicUrl);
  return done(sessionView(actorOf(session, reference, localTime(now).day), reference));
});

interface Typed {
  readonly username: string;
  readonly password: string;
  readonly code: string;
  readonly newPassword?: string;
}

async function checkAccount(
  { db, ring }: Deps,
  { username, password, code, newPassword }: Typed,
  now: Parameters<typeof localTime>[0],
): Promise<Result<{ accountId: string; revocationEpoch: number }, SignInRefusal>> {
  const account = await db
    .selectFrom("nation.account")
    .select([
      "id",
      "password_hash",
      "totp_sealed",
      "totp_last_step",
      "locked_until",
      "revocation_epoch",
      "valid_from",
      "valid_to",
      "closed_at",
      "must_change_password",
      "version",
    ])
    .where("username", "=", username.trim().toLowerCase())
    .executeTakeFirst();
  const passwordRight = await verify(account?.password_hash ?? NOBODYS_HASH, password).catch(() => false);
  if (!account) return refuse("sign_in_failed");
  if (account.locked_until !== null && account.locked_until > now) {
    return refuse("sign_in_locked", {
      minutes: Math.ceil(millisecondsBetween(now, account.locked_until) / 60_000),
    });
  }
  const step = stepOfCode(unseal<string>(ring, `account.totp:${account.id}`, account.totp_sealed), code, now);
  if (!passwordRight || !isInForce(account, localTime(now).day) || step === null) {
    await countFailure(db, account.id, now);
    return refuse("sign_in_failed");
  }
  // Asked before the code is used up, so that the same one can come with the new password.
  const own = ownPasswordOf(account.must_change_password, password, newPassword);
  if (!own.ok) return own;
  // Told only to who knew the password: everything was right, but this code has opened a session before.
  if (!(await useStep(db, account.id, step)))
    return refuse("sign_in_code_used", { seconds: codeChangesIn(now) });
  // Somebody has given new credentials meanwhile, or ended the contract: the old ones open nothing any more.
  const kept = await keepOwnPassword(db, account, own.value, now);
  return kept
    ? done({ accountId: account.id, revocationEpoch: account.revocation_epoch })
    : refuse("sign_in_failed");
}

/** A contract that was ended for good lets nobody in, also on its last day. */
function isInForce(
  account: Pick<Selectable<Database["nation.account"]>, "closed_at" | "valid_from" | "valid_to">,
  today: PlainDate,
): boolean {
  const { closed_at: closedAt, valid_from: from, valid_to: to } = account;
  return closedAt === null && from <= today && (to === null || to >= today);
}

/** The first password was handed over on paper: it opens the door only to set an own one. */
function ownPasswordOf(
  wanted: boolean,
  handedOver: string,
  newPassword: string | undefined,
): Result<string | null, "password_change_needed" | "password_too_weak"> {
  if (!wanted) return done(null);
  if (newPassword === undefined) return refuse("password_change_needed");
  const strong = ownPassword(newPassword, handedOver);
  return strong.ok ? done(newPassword) : strong;
}

/** False when the account is not any more the one whose first password was checked; null has nothing to keep. */
async function keepOwnPassword(
  db: Deps["db"],
  account: { readonly id: string; readonly version: number },
  password: string | null,
  now: Parameters<typeof localTime>[0],
): Promise<boolean> {
  if (password === null) return true;
  const accountId = asId<AccountId>(account.id);
  const act = { accountId, version: account.version, actorId: accountId, now };
  return writeOwnPassword(db, act, await hash(password));
}
