import { PERSON_STATES, type PersonState, listPeople, previewLeaving, readPerson } from "#contract/people.ts";
import type { EmployerKind } from "#domain/people/contract.ts";
import { call } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

/** What narrows the list; empty is everybody. */
export interface PeopleFilter {
  readonly q: string;
  readonly employerKind: EmployerKind | "";
  readonly placeId: string;
  readonly state: PersonState | "";
}

export const NO_FILTER: PeopleFilter = { q: "", employerKind: "", placeId: "", state: "" };

/** @example stateOf("ended") → "ended"; anything else is no filter */
export function stateOf(value: string): PersonState | "" {
  return PERSON_STATES.find((one) => one === value) ?? "";
}

/** People by name, page after page. */
export function usePeople({ q, employerKind, placeId, state }: PeopleFilter) {
  const words = q.trim();
  const query = {
    ...(words !== "" && { q: words }),
    ...(employerKind !== "" && { employerKind }),
    ...(placeId !== "" && { placeId }),
    ...(state !== "" && { state }),
  };
  const list = usePages({
    key: readKey(listPeople, query),
    read: (after) => call(listPeople, { query: after === null ? query : { ...query, after } }),
    keepPrevious: true,
  });
  return { ...list, rows: list.pages?.flatMap(({ people }) => people) };
}

/** Throws away what was read of people, after one was changed. */
export async function forgetPeople(): Promise<void> {
  const routes = [listPeople, readPerson, previewLeaving];
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })));
}
