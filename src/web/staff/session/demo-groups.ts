import type { listDemoAccounts } from "#contract/session.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import type { Static } from "typebox";

export type DemoAccount = Static<typeof listDemoAccounts.response>["accounts"][number];

/** So many need no search and no folding. */
export const FEW_ACCOUNTS = 12;

export interface DemoGroup {
  readonly place: string;
  readonly accounts: readonly DemoAccount[];
}

/**
 * The accounts whose name, work or role has every word that was typed, diacritics or not, by place. Places and
 * people keep the order in which they came: the first place is that of the first account.
 * @example groupAccounts(accounts, "mot cua cao lanh", roleWord) → the officers of Cao Lãnh
 */
export function groupAccounts(
  accounts: readonly DemoAccount[],
  wanted: string,
  roleWord: (role: DemoAccount["roles"][number]) => string,
): readonly DemoGroup[] {
  const words = searchKey(wanted).split(" ").filter(Boolean);
  const groups = new Map<string, DemoAccount[]>();
  for (const account of accounts) {
    const { username, fullName, employer, place, roles } = account;
    const key = searchKey([username, fullName, employer, place, ...roles.map(roleWord)].join(" "));
    if (!words.every((word) => key.includes(word))) continue;
    groups.set(place, [...(groups.get(place) ?? []), account]);
  }
  return [...groups].map(([place, found]) => ({ place, accounts: found }));
}
