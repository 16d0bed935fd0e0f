import { type Desk, type DossierRow, listQueue } from "#contract/dossiers.ts";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type AnswerOf, type CallProblem, call } from "../api.ts";
import { CallFailure } from "../call-failure.ts";
import { readKey } from "../use-read.ts";

/** Colleagues work on the same queue: it is read again by itself. */
const EVERY_MS = 60_000;

export interface Queue {
  readonly rows: readonly DossierRow[];
  /** The exact count of the open work; undefined until the first answer. */
  readonly open: number | undefined;
  readonly problem: CallProblem | null;
  readonly fetching: boolean;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** The open work of a desk, page after page, due first. */
export function useQueue(desk: Desk): Queue {
  const query = useInfiniteQuery({
    queryKey: [...readKey(listQueue), desk],
    queryFn: ({ pageParam }) => readPage(desk, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchInterval: EVERY_MS,
  });
  const pages = query.data?.pages ?? [];
  return {
    rows: pages.flatMap(({ dossiers }) => dossiers),
    open: pages[0]?.open,
    problem: query.error instanceof CallFailure ? query.error.problem : null,
    fetching: query.isFetching,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}

async function readPage(desk: Desk, after: string | null): Promise<AnswerOf<typeof listQueue>> {
  const result = await call(listQueue, { params: { desk }, query: after === null ? {} : { after } });
  if (!result.ok) throw new CallFailure(result.problem);
  return result.value;
}
