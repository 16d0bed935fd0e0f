import { listHandOvers, readHandOver } from "#contract/hand-overs.ts";
import { call } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

/** Hand-overs, the last first, page after page. */
export function useHandOvers() {
  const list = usePages({
    key: readKey(listHandOvers),
    read: (after) => call(listHandOvers, { query: after === null ? {} : { after } }),
  });
  return { ...list, rows: list.pages?.flatMap(({ handOvers }) => handOvers) };
}

/** Throws away what was read of hand-overs, after one was counted or taken over. */
export async function forgetHandOvers(): Promise<void> {
  const routes = [listHandOvers, readHandOver];
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })));
}
