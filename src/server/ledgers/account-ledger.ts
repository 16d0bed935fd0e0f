import {
  ACCOUNT_EVENT_VERSIONS,
  type AccountEventPayloads,
  type AccountEventType,
} from "#domain/people/account-event.ts";
import type { AccountTerms, PostTerms } from "#domain/people/contract.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import type { AccountId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../db/kysely.ts";

/** Who changes an account, by which right and why. */
export interface AccountAct {
  readonly accountId: string;
  /** The version that the person saw. */
  readonly version: number;
  readonly basis: Basis;
  readonly actorId: AccountId;
  readonly reason: string | null;
  readonly now: Instant;
}

/** What an act changes in the account's row; what is not named stays. */
export interface AccountChange {
  readonly validTo?: PlainDate | null;
  readonly closedAt?: Instant | null;
  readonly successorId?: string | null;
  readonly passwordHash?: string;
  readonly totpSealed?: Buffer;
  readonly mustChangePassword?: boolean;
  /** A new authenticator was given: none of its codes has been used, also not in the half minute of the last one. */
  readonly forgetUsedCodes?: true;
  /** Ends every open session, also one that another process remembers. */
  readonly endSessions?: true;
}

/**
 * Writes one event of an account and what it changes. Two administrators at once: the second is told.
 * @returns the new version
 */
export async function writeAccountChange<Type extends AccountEventType>(
  tx: Tx,
  act: AccountAct,
  event: { readonly type: Type; readonly payload: AccountEventPayloads[Type] },
  change: AccountChange = {},
): Promise<Result<number, "account_changed">> {
  const version = act.version + 1;
  const moved = await tx
    .updateTable("nation.account")
    .set((set) => ({
      version,
      ...(change.validTo !== undefined && { valid_to: change.validTo }),
      ...(change.closedAt !== undefined && { closed_at: change.closedAt }),
      ...(change.successorId !== undefined && { successor_id: change.successorId }),
      ...(change.passwordHash !== undefined && { password_hash: change.passwordHash }),
      ...(change.totpSealed !== undefined && { totp_sealed: change.totpSealed }),
      ...(change.mustChangePassword !== undefined && { must_change_password: change.mustChangePassword }),
      ...(change.forgetUsedCodes && { totp_last_step: 0 }),
      ...(change.endSessions && { revocation_epoch: set("revocation_epoch", "+", 1) }),
    }))
    .where("id", "=", act.accountId)
    .where("version", "=", act.version)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) return refuse("account_changed", { version: act.version });
  await insertEvent(tx, act, version, event);
  return done(version);
}

async function insertEvent<Type extends AccountEventType>(
  tx: Db,
  act: Omit<AccountAct, "version">,
  seq: number,
  event: { readonly type: Type; readonly payload: AccountEventPayloads[Type] },
): Promise<void> {
  await tx
    .insertInto("nation.account_event")
    .values({
      account_id: act.accountId,
      seq,
      type: event.type,
      type_version: ACCOUNT_EVENT_VERSIONS[event.type],
      payload: JSON.stringify(event.payload),
      basis_kind: act.basis.kind,
      basis_id: act.basis.id,
      actor_id: act.actorId,
      reason: act.reason,
      recorded_at: act.now,
    })
    .execute();
}

export interface NewAccount extends AccountTerms {
  readonly numberIndex: Buffer;
  readonly passwordHash: string;
  readonly totpSealed: Buffer;
}

/** Writes a new account with its first event. */
export async function writeAccount(
  tx: Tx,
  act: Omit<AccountAct, "version">,
  account: NewAccount,
): Promise<void> {
  const { employerKind, validFrom, validTo } = account;
  await tx
    .insertInto("nation.account")
    .values({
      id: act.accountId,
      username: account.username,
      full_name: account.fullName,
      employer: account.employer,
      employer_kind: employerKind,
      password_hash: account.passwordHash,
      totp_sealed: account.totpSealed,
      number_index: account.numberIndex,
      must_change_password: true,
      valid_from: validFrom,
      valid_to: validTo,
    })
    .execute();
  await insertEvent(tx, act, 1, {
    type: "account.created",
    payload: { employerKind, validFrom, validTo },
  });
}

/** Writes a post; the event that tells of it is the caller's. */
export async function writePost(
  tx: Tx,
  post: PostTerms & { readonly id: string; readonly accountId: string; readonly placeId: string },
): Promise<void> {
  await tx
    .insertInto("nation.staff_post")
    .values({
      id: post.id,
      account_id: post.accountId,
      role: post.role,
      one_stop_unit_id: post.place === "unit" ? post.placeId : null,
      agency_id: post.place === "agency" ? post.placeId : null,
      post_office_id: post.place === "postOffice" ? post.placeId : null,
      valid_from: post.validFrom,
      valid_to: post.validTo,
    })
    .execute();
}

/** @param successorId who takes over when the day, still to come, is over */
export async function writePostEnd(
  tx: Tx,
  postId: string,
  lastDay: PlainDate,
  successorId: string | null,
): Promise<void> {
  await tx
    .updateTable("nation.staff_post")
    .set({ valid_to: lastDay, successor_id: successorId })
    .where("id", "=", postId)
    .execute();
}

/** Posts that would outlast the contract end with it. */
export async function endPostsWith(tx: Tx, accountId: string, lastDay: PlainDate): Promise<void> {
  await sql`update nation.staff_post set valid_to = greatest(${lastDay}::date, valid_from)
    where account_id = ${accountId}::uuid and coalesce(valid_to, 'infinity') > ${lastDay}::date`.execute(tx);
}

/**
 * A password of one's own in the place of the one that was handed over, at the first sign-in.
 * @param act its version is the one whose password was checked
 * @returns false when the account has changed since: what was checked may be worth nothing any more
 */
export async function writeOwnPassword(
  db: Db,
  act: Pick<AccountAct, "accountId" | "version" | "actorId" | "now">,
  passwordHash: string,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const moved = await tx
      .updateTable("nation.account")
      .set({ password_hash: passwordHash, must_change_password: false, version: act.version + 1 })
      .where("id", "=", act.accountId)
      .where("version", "=", act.version)
      .where("must_change_password", "=", true)
      .executeTakeFirst();
    if (moved.numUpdatedRows !== 1n) return false;
    const own = { ...act, basis: { kind: "rule", id: act.accountId }, reason: null } as const;
    await insertEvent(tx, own, act.version + 1, { type: "account.passwordChosen", payload: {} });
    return true;
  });
}
