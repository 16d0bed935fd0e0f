import { type StepRow, listSteps } from "#contract/steps.ts";
import { type AnswerOf, call } from "../api.ts";
import { type Pages, usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

/** One's own open steps, or those that one's posts could do. */
export type StepsOf = "mine" | "role";

/** Colleagues work on the same steps: the list is read again by itself. */
const EVERY_MS = 60_000;

interface Steps extends Pages<AnswerOf<typeof listSteps>> {
  /** Undefined until the first answer. */
  readonly rows: readonly StepRow[] | undefined;
}

/** Open steps, due first, a page after the other. */
export function useSteps(list: StepsOf): Steps {
  const read = usePages({
    key: [...readKey(listSteps), list],
    read: (after) => call(listSteps, { query: after === null ? { list } : { list, after } }),
    refetchEveryMs: EVERY_MS,
  });
  return { ...read, rows: read.pages?.flatMap(({ steps }) => steps) };
}
