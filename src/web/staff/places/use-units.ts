import { type ListedUnit, listAdministrativeUnits } from "#contract/map.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { call } from "../api.ts";
import { CallFailure } from "../call-failure.ts";
import { readKey } from "../use-read.ts";

interface Asked {
  readonly q: string;
  readonly asOf: string | null;
  readonly parent: string | null;
}

interface Page {
  readonly units: readonly ListedUnit[];
  readonly next: string | null;
}

/** Administrative units of a day: provinces, those below one, or those found by name; a page after the other. */
export function useUnits({ q, asOf, parent }: Asked) {
  const base = {
    ...(q !== "" && { q }),
    ...(asOf !== null && { asOf }),
    ...(parent !== null && { parent }),
  };
  const query = useInfiniteQuery<Page, CallFailure, readonly ListedUnit[], readonly unknown[], string | null>(
    {
      queryKey: readKey(listAdministrativeUnits, base),
      initialPageParam: null,
      queryFn: async ({ pageParam }) => {
        const result = await call(listAdministrativeUnits, {
          query: pageParam === null ? base : { ...base, after: pageParam },
        });
        if (!result.ok) throw new CallFailure(result.problem);
        return result.value;
      },
      getNextPageParam: (page) => page.next,
      select: ({ pages }) => pages.flatMap((page) => page.units),
      placeholderData: (before) => before,
    },
  );
  return {
    rows: query.data,
    problem: query.error === null ? null : query.error.problem,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}
