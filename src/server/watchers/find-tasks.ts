import { countTasks, listTasks } from "#contract/tasks.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { countByKind, findTasks } from "./task-store.ts";

/** What this person is to do, and how much of each kind there is. */
export const listTasksRoute = bind(listTasks, ({ actor, deps, reference, query, now, read }) => {
  const { list = "now", kind, after } = query;
  const asked = { actor, list, now };
  return read(async (tx) => {
    const page = await findTasks(tx, asked, { ...deps, reference }, { kind, after });
    return done({ ...page, counts: await countByKind(tx, asked) });
  });
});

/** The number beside the section: what has not been put off. */
export const countTasksRoute = bind(countTasks, ({ actor, now, read }) =>
  read(async (tx) => {
    const counts = await countByKind(tx, { actor, list: "now", now });
    return done({ count: counts.reduce((sum, { count }) => sum + count, 0) });
  }),
);
