import { listPlaces, readPlace } from "#contract/places.ts";
import type { PlaceKind } from "#domain/unit/place.ts";
import { call } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { usePages } from "../use-pages.ts";
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
  const query = queryOf(asked);
  const list = usePages({
    key: readKey(listPlaces, query),
    read: (after) => call(listPlaces, { query: after === null ? query : { ...query, after } }),
    keepPrevious: true,
  });
  return {
    ...list,
    rows: list.pages?.flatMap(({ places }) => places),
    total: list.pages?.[0]?.total ?? 0,
  };
}

/** Throws away what was read of places, after one was changed. */
export async function forgetPlaces(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: readKey(listPlaces) }),
    queryClient.invalidateQueries({ queryKey: readKey(readPlace) }),
  ]);
}
