import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import type { CallProblem, CallResult } from "./api.ts";
import { CallFailure } from "./call-failure.ts";

/** What a screen needs of a list that is read a page after the other. */
export interface Pages<Page> {
  /** Undefined until the first answer. */
  readonly pages: readonly Page[] | undefined;
  readonly problem: CallProblem | null;
  readonly fetching: boolean;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

interface Asked<Page> {
  /** Names what is read, as `readKey` does, so that a write can throw it away. */
  readonly key: readonly unknown[];
  /** Reads the page that begins where `after` says; null is the first. */
  readonly read: (after: string | null) => Promise<CallResult<Page>>;
  /** Keep what stands on the screen until the next answer is there, as for a search while typing. */
  readonly keepPrevious?: boolean;
  readonly refetchEveryMs?: number;
}

/**
 * A list, page after page, kept in memory under its key.
 * @example usePages({ key: readKey(listQueue), read: (after) => call(listQueue, { query: after === null ? {} : { after } }) })
 */
export function usePages<Page extends { readonly next: string | null }>({
  key,
  read,
  keepPrevious = false,
  refetchEveryMs,
}: Asked<Page>): Pages<Page> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: async ({ pageParam }) => {
      const result = await read(pageParam);
      if (!result.ok) throw new CallFailure(result.problem);
      return result.value;
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page: Page) => page.next,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(refetchEveryMs === undefined ? {} : { refetchInterval: refetchEveryMs }),
  });
  return {
    pages: query.data?.pages,
    problem: query.error instanceof CallFailure ? query.error.problem : null,
    fetching: query.isFetching,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}
