import { type PlaceListRow, listPlaces, readPlace } from "#contract/places.ts";
import type { PlaceKind } from "#domain/unit/place.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { call } from "../api.ts";
import { CallFailure } from "../call-failure.ts";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";

export interface PlacesAsked {
  readonly kind: PlaceKind;
  readonly q: string;
  readonly asOf: string | null;
  readonly parent: string | null;
  readonly all: boolean;
}

/** What is asked for, as the routes of the list and of its file take it. */
export function queryOf({ kind, q, asOf, parent, all }: PlacesAsked) {
  return {
    kind,
    ...(q !== "" && { q }),
    ...(asOf !== null && { asOf }),
    ...(parent !== null && { parent }),
    ...(all && { all: "yes" as const }),
  };
}

/** A list of places, a page after the other. */
export function usePlaces(asked: PlacesAsked) {
  const base = queryOf(asked);
  const query = useInfiniteQuery<
    { readonly places: readonly PlaceListRow[]; readonly total: number; readonly next: string | null },
    CallFailure,
    { readonly rows: readonly PlaceListRow[]; readonly total: number },
    readonly unknown[],
    string | null
  >({
    queryKey: readKey(listPlaces, base),
    initialPageParam: null,
    queryFn: async ({ pageParam }) => {
      const result = await call(listPlaces, {
        query: pageParam === null ? base : { ...base, after: pageParam },
      });
      if (!result.ok) throw new CallFailure(result.problem);
      return result.value;
    },
    getNextPageParam: (page) => page.next,
    select: ({ pages }) => ({
      rows: pages.flatMap((page) => page.places),
      total: pages[0]?.total ?? 0,
    }),
    placeholderData: (before) => before,
  });
  return {
    rows: query.data?.rows,
    total: query.data?.total ?? 0,
    problem: query.error === null ? null : query.error.problem,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}

/** Throws away what was read of places, after one was changed. */
export async function forgetPlaces(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: readKey(listPlaces) }),
    queryClient.invalidateQueries({ queryKey: readKey(readPlace) }),
  ]);
}
