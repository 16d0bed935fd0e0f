import { type TASK_LISTS, countTasks, listTasks } from "#contract/tasks.ts";
import type { WatchKind } from "#domain/watch/watch.ts";
import { call } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

export type TaskList = (typeof TASK_LISTS)[number];

/** The watchers look every ten minutes; the page need not ask more often than this. */
const EVERY_MS = 60_000;

/** A person's tasks, page after page, with how many there are of each kind. */
export function useTasks(list: TaskList, kind: WatchKind | null) {
  const query = { list, ...(kind !== null && { kind }) };
  const read = usePages({
    key: readKey(listTasks, query),
    read: (after) => call(listTasks, { query: after === null ? query : { ...query, after } }),
    keepPrevious: true,
    refetchEveryMs: EVERY_MS,
  });
  return {
    ...read,
    tasks: read.pages?.flatMap(({ tasks }) => tasks),
    counts: read.pages?.at(-1)?.counts ?? [],
  };
}

/** Throws away what was read of tasks, after one was settled. */
export async function forgetTasks(): Promise<void> {
  await Promise.all(
    [listTasks, countTasks].map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })),
  );
}
