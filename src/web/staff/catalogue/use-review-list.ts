import {
  type REVIEW_SCOPES,
  type ReviewRow,
  type VERSION_ORIGINS,
  listReview,
} from "#contract/catalogue-review.ts";
import type { WarningKind } from "#domain/catalogue/warnings.ts";
import { useState } from "react";
import { type AnswerOf, call } from "../api.ts";
import { type Pages, usePages } from "../use-pages.ts";
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

export interface ReviewList extends Pages<AnswerOf<typeof listReview>> {
  /** Undefined until the first answer. */
  readonly rows: readonly ReviewRow[] | undefined;
}

/** The procedures that pass the filter, page after page; what is shown stays until the next answer is there. */
export function useReviewList(filter: ReviewFilter): ReviewList {
  const list = usePages({
    key: [...readKey(listReview), filter],
    read: (after) => call(listReview, { query: { ...queryOf(filter), ...(after !== null && { after }) } }),
    keepPrevious: true,
  });
  return { ...list, rows: list.pages?.flatMap(({ procedures }) => procedures) };
}

function queryOf({ scope, kind, field, origin, q }: ReviewFilter) {
  return {
    scope,
    ...(kind !== "" && { kind }),
    ...(field !== "" && { field }),
    ...(origin !== "" && { origin }),
    ...(q.trim() !== "" && { q: q.trim() }),
  };
}
