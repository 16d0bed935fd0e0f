import { listNotices, readNoticeWish } from "#contract/notices.ts";
import { readDossier } from "#contract/dossiers.ts";
import { useState } from "react";
import { call } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

/** What the list is narrowed to; an empty text is no condition. */
export interface NoticeFilter {
  readonly q: string;
  readonly state: string;
  readonly kind: string;
  readonly channel: string;
  readonly unitId: string;
  readonly from: string;
  readonly to: string;
}

const NO_FILTER: NoticeFilter = { q: "", state: "", kind: "", channel: "", unitId: "", from: "", to: "" };

export function useNoticeFilter(): readonly [NoticeFilter, (change: Partial<NoticeFilter>) => void] {
  const [filter, setFilter] = useState(NO_FILTER);
  return [filter, (change) => setFilter((before) => ({ ...before, ...change }))];
}

/** The conditions as the route takes them: only whole days, and nothing that is empty. */
export function queryOf(filter: NoticeFilter): Readonly<Record<string, string>> {
  const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text);
  const given = Object.entries(filter).filter(
    ([name, value]) => value.trim() !== "" && (name === "from" || name === "to" ? isDay(value) : true),
  );
  return Object.fromEntries(given.map(([name, value]) => [name, value.trim()]));
}

/** What was sent, the newest first, page after page. */
export function useNotices(filter: NoticeFilter) {
  const query = queryOf(filter);
  const list = usePages({
    key: readKey(listNotices, query),
    read: (after) => call(listNotices, { query: after === null ? query : { ...query, after } }),
    keepPrevious: true,
  });
  return {
    ...list,
    notices: list.pages?.flatMap(({ notices }) => notices),
    units: list.pages?.[0]?.units ?? [],
  };
}

/** Throws away what was read of messages, after one was changed. */
export async function forgetNotices(): Promise<void> {
  await Promise.all(
    [listNotices, readNoticeWish, readDossier].map((route) =>
      queryClient.invalidateQueries({ queryKey: readKey(route) }),
    ),
  );
}
