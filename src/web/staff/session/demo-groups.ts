import type { listDemoAccounts } from "#contract/session.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import type { Static } from "typebox";

export type DemoAccount = Static<typeof listDemoAccounts.response>["accounts"][number];

/** So many need no search and no folding. */
export const FEW_ACCOUNTS = 12;

/** A story of the demo: its people say by their user names which one they belong to. */
const DEMO_STORIES = ["story1", "story2", "story3", "story4", "story5"] as const;
type DemoStory = (typeof DEMO_STORIES)[number];

/** @example storyOf("hien.story2") → "story2" */
function storyOf(username: string): DemoStory | undefined {
  return DEMO_STORIES.find((story) => username.endsWith(`.${story}`));
}

export interface DemoGroup {
  readonly place: string;
  readonly accounts: readonly DemoAccount[];
}

/**
 * The accounts whose name, work or role has every word that was typed, diacritics or not, by place; the people of a
 * story stand together. Groups and people keep the order in which they came: the first group is that of the first account.
 * @example groupAccounts(accounts, "mot cua cao lanh", words) → the officers of Cao Lãnh
 */
export function groupAccounts(
  accounts: readonly DemoAccount[],
  wanted: string,
  words: {
    readonly role: (role: DemoAccount["roles"][number]) => string;
    readonly story: (story: DemoStory) => string;
  },
): readonly DemoGroup[] {
  const typed = searchKey(wanted).split(" ").filter(Boolean);
  const groups = new Map<string, DemoAccount[]>();
  for (const account of accounts) {
    const { username, fullName, employer, place, roles } = account;
    const story = storyOf(username);
    const group = story === undefined ? place : words.story(story);
    const key = searchKey([username, fullName, employer, place, group, ...roles.map(words.role)].join(" "));
    if (!typed.every((word) => key.includes(word))) continue;
    groups.set(group, [...(groups.get(group) ?? []), account]);
  }
  return [...groups].map(([place, found]) => ({ place, accounts: found }));
}
