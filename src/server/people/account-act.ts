import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { RouteContract } from "#contract/route.ts";
import type { Space, Tx } from "../db/kysely.ts";
import type { Context } from "../http/context.ts";
import type { AccountAct } from "../ledgers/account-ledger.ts";
import { isPlaceOf, officeOf, postPlaces } from "./jurisdiction.ts";
import { type AccountRow, type PostRow, loadAccount } from "./store.ts";

type Asked = Pick<Context<RouteContract>, "reference" | "now"> & {
  readonly actor: Parameters<typeof officeOf>[0];
};

export interface Opened {
  readonly account: AccountRow;
  readonly act: AccountAct;
  readonly today: PlainDate;
}

/**
 * An account that an administrator is about to change: held, seen in its newest version, and not the own one.
 * @param version the version that the administrator saw
 */
export async function openAccount(
  tx: Tx,
  space: Space,
  { reference, now, actor }: Asked,
  asked: { readonly accountId: string; readonly version: number; readonly reason: string },
): Promise<Result<Opened, "not_found" | "account_own" | "account_changed">> {
  const today = localTime(now).day;
  const account = await loadAccount(tx, postPlaces(reference, space), today, asked.accountId, true);
  if (!account) return refuse("not_found");
  if (account.accountId === actor.accountId) return refuse("account_own");
  if (account.version !== asked.version) return refuse("account_changed", { version: account.version });
  return done({
    account,
    today,
    act: {
      accountId: account.accountId,
      version: account.version,
      basis: officeOf(actor, ["administrator"]),
      actorId: actor.accountId,
      reason: asked.reason.trim(),
      now,
    },
  });
}

/** Whether every post that still counts is at a place of the own space: what is elsewhere is for others to end. */
export function isWhollyOf(
  { posts }: Pick<AccountRow, "posts">,
  { reference }: Pick<Asked, "reference">,
  space: Space,
  today: PlainDate,
): boolean {
  const standing = posts.filter(({ validTo }) => validTo === null || validTo >= today);
  return standing.every((post: PostRow) => isPlaceOf(reference, space, post.placeKind, post.placeId));
}
