import type { RouteContract } from "#contract/route.ts";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type AnswerOf, type CallProblem, call } from "./api.ts";
import type { InputOf } from "./api-request.ts";
import { CallFailure } from "./call-failure.ts";

/** What a screen needs of something read: the data, or why it is not there. */
export interface Read<T> {
  readonly data: T | undefined;
  readonly problem: CallProblem | null;
  /** True until the first answer. */
  readonly loading: boolean;
  /** True while a newer answer is on its way, also when older data is shown. */
  readonly fetching: boolean;
  /** When the data came, in milliseconds since 1970. */
  readonly readAt: number;
  readonly reload: () => void;
}

interface Options {
  readonly enabled?: boolean;
  /** Keep what stands on the screen until the next answer is there, as for a search while typing. */
  readonly keepPrevious?: boolean;
  readonly refetchEveryMs?: number;
}

/**
 * Reads a route and keeps the answer in memory under the route and its input.
 * @example const queue = useRead(listQueue, { params: { desk: "case" }, query: {} });
 */
export function useRead<const Route extends RouteContract>(
  route: Route,
  input: InputOf<Route>,
  { enabled = true, keepPrevious = false, refetchEveryMs }: Options = {},
): Read<AnswerOf<Route>> {
  const query = useQuery<AnswerOf<Route>, CallFailure>({
    queryKey: readKey(route, input),
    queryFn: async () => {
      const result = await call<Route>(route, input);
      if (!result.ok) throw new CallFailure(result.problem);
      return result.value;
    },
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(refetchEveryMs === undefined ? {} : { refetchInterval: refetchEveryMs }),
  });
  return {
    data: query.data,
    problem: query.error === null ? null : query.error.problem,
    loading: query.isLoading,
    fetching: query.isFetching,
    readAt: query.dataUpdatedAt,
    reload: () => void query.refetch(),
  };
}

/** The key of a read; with the route alone it names all its reads, for throwing them away after a write. */
export function readKey(route: RouteContract, input?: unknown): readonly unknown[] {
  return input === undefined ? [route.method, route.path] : [route.method, route.path, input];
}
