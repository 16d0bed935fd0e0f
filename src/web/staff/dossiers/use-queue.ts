import { type QueueFilter, type QueueRow, type WorkList, listQueue } from "#contract/queue.ts";
import { type AnswerOf, call } from "../api.ts";
import { type Pages, usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

/** Colleagues work on the same queue: it is read again by itself. */
const EVERY_MS = 60_000;

export interface Queue extends Pages<AnswerOf<typeof listQueue>> {
  readonly rows: readonly QueueRow[];
  /** The exact count of the open work; undefined until the first answer. */
  readonly open: number | undefined;
  /** The exact count of what fits the filter. */
  readonly matching: number | undefined;
}

const NO_FILTER: QueueFilter = {};

/** The open work of a desk or an overview, page after page, due first. */
export function useQueue(desk: WorkList, filter: QueueFilter = NO_FILTER): Queue {
  const queue = usePages({
    key: [...readKey(listQueue), desk, filter],
    read: (after) =>
      call(listQueue, { params: { desk }, query: after === null ? filter : { ...filter, after } }),
    refetchEveryMs: EVERY_MS,
  });
  const { pages = [] } = queue;
  return {
    ...queue,
    rows: pages.flatMap(({ dossiers }) => dossiers),
    open: pages[0]?.open,
    matching: pages[0]?.matching ?? undefined,
  };
}
