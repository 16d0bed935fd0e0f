import {
  type REVIEW_SCOPES,
  type ReviewRow,
  type VERSION_ORIGINS,
  listReview,
} from "#contract/catalogue-review.ts";
import type { WarningKind } from "#domain/catalogue/warnings.ts";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type AnswerOf, type CallProblem, call } from "../api.ts";
import { CallFailure } from "../call-failure.ts";
import { readKey } from "../use-read.ts";

/** What the list is narrowed to; an empty text is no condition. */
export interface ReviewFilter {
  readonly scope: (typeof REVIEW_SCOPES)[number];
  readonly kind: WarningKind | "";
  readonly field: string;
  readonly origin: (typeof VERSION_ORIGINS)[number] | "";
  readonly q: string;
}

export const NO_FILTER: ReviewFilter = { scope: "open", kind: "", field: "", origin: "", q: "" };

/** Kept while the console is open, so that one comes back from a procedure to the same list. */
let last = NO_FILTER;

export function useReviewFilter(): readonly [ReviewFilter, (change: Partial<ReviewFilter>) => void] {
  const [filter, setFilter] = useState(last);
  return [
    filter,
    (change) => {
      last = { ...filter, ...change };
      setFilter(last);
    },
  ];
}

export interface ReviewList {
  /** Undefined until the first answer. */
  readonly rows: readonly ReviewRow[] | undefined;
  readonly problem: CallProblem | null;
  readonly fetching: boolean;
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  readonly loadMore: () => void;
  readonly reload: () => void;
}

/** The procedures that pass the filter, page after page; what is shown stays until the next answer is there. */
export function useReviewList(filter: ReviewFilter): ReviewList {
  const query = useInfiniteQuery({
    queryKey: [...readKey(listReview), filter],
    queryFn: ({ pageParam }) => readPage(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  return {
    rows: query.data?.pages.flatMap(({ procedures }) => procedures),
    problem: query.error instanceof CallFailure ? query.error.problem : null,
    fetching: query.isFetching,
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
    reload: () => void query.refetch(),
  };
}

async function readPage(filter: ReviewFilter, after: string | null): Promise<AnswerOf<typeof listReview>> {
  const { scope, kind, field, origin, q } = filter;
  const result = await call(listReview, {
    query: {
      scope,
      ...(kind !== "" && { kind }),
      ...(field !== "" && { field }),
      ...(origin !== "" && { origin }),
      ...(q.trim() !== "" && { q: q.trim() }),
      ...(after !== null && { after }),
    },
  });
  if (!result.ok) throw new CallFailure(result.problem);
  return result.value;
}
