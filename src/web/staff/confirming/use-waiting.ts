import {
  type AwaitedRow,
  type ReceiptDueRow,
  type listAwaited,
  type listConfirmations,
  listReceiptsDue,
} from "#contract/confirming.ts";
import { useEffect } from "react";
import { type CallResult, call } from "../api.ts";
import { type Pages, usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

/** Colleagues confirm from the same list, and counters add to it: it is read again by itself. */
const REFRESH_MS = 30_000;

/** A list of what waits, page after page. */
export interface Waiting<Row> extends Pages<Page<Row>> {
  /** Of the pages that were read; undefined until the first answer. */
  readonly rows: readonly Row[] | undefined;
  /** The exact count of all that waits. */
  readonly total: number;
}

interface Page<Row> {
  readonly rows: Row[];
  readonly total: number;
  readonly next: string | null;
}

/** What an officer confirms, or what a counter waits for; read once for the list and for the count on its tab. */
export function useAwaited(route: typeof listConfirmations | typeof listAwaited): Waiting<AwaitedRow> {
  return useWaiting(readKey(route), (after) => call(route, { query: after === null ? {} : { after } }));
}

/** Slips that must still reach their citizens. */
export function useReceiptsDue(): Waiting<ReceiptDueRow> {
  return useWaiting(readKey(listReceiptsDue), (after) =>
    call(listReceiptsDue, { query: after === null ? {} : { after } }),
  );
}

function useWaiting<Row>(
  key: readonly unknown[],
  read: (after: string | null) => Promise<CallResult<Page<Row>>>,
): Waiting<Row> {
  const list = usePages<Page<Row>>({ key: [...key, "pages"], read, refetchEveryMs: REFRESH_MS });
  const { pages } = list;
  return { ...list, rows: pages?.flatMap(({ rows }) => rows), total: pages?.at(-1)?.total ?? 0 };
}

/** While something is typed the rest of the list is read too, so that the filter leaves nothing out. */
export function useWholeWhileTyping(
  { hasMore, loadingMore, loadMore, problem }: Waiting<unknown>,
  typed: string,
): void {
  const goesOn = typed.trim() !== "" && hasMore && !loadingMore && problem === null;
  useEffect(() => {
    if (goesOn) loadMore();
  });
}
