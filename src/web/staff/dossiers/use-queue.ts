import { type Desk, type DossierRow, listQueue } from "#contract/dossiers.ts";
import { type AnswerOf, call } from "../api.ts";
import { type Pages, usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

/** Colleagues work on the same queue: it is read again by itself. */
const EVERY_MS = 60_000;

export interface Queue extends Pages<AnswerOf<typeof listQueue>> {
  readonly rows: readonly DossierRow[];
  /** The exact count of the open work; undefined until the first answer. */
  readonly open: number | undefined;
}

/** The open work of a desk, page after page, due first. */
export function useQueue(desk: Desk): Queue {
  const queue = usePages({
    key: [...readKey(listQueue), desk],
    read: (after) => call(listQueue, { params: { desk }, query: after === null ? {} : { after } }),
    refetchEveryMs: EVERY_MS,
  });
  const { pages = [] } = queue;
  return { ...queue, rows: pages.flatMap(({ dossiers }) => dossiers), open: pages[0]?.open };
}
