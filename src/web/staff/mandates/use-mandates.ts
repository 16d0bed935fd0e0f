import { listGaps, listProposals, readMandateFigures } from "#contract/figures.ts";
import { listActsUnder, listMandates, readMandate } from "#contract/mandates.ts";
import type { MandateStatus } from "#domain/mandate/mandate-life.ts";
import { useEffect, useState } from "react";
import { call } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

/** What the list is narrowed to; an empty text is no condition. A day asks for what is in force, so it excludes a status. */
export interface MandateFilter {
  readonly unitId: string;
  readonly status: MandateStatus | "";
  readonly day: string;
  readonly phaseId: string;
}

export const NO_FILTER: MandateFilter = { unitId: "", status: "", day: "", phaseId: "" };

/** Kept while the console is open, so that one comes back from a mandate to the same list. */
let last = NO_FILTER;

export function useMandateFilter(): readonly [MandateFilter, (change: Partial<MandateFilter>) => void] {
  const [filter, setFilter] = useState(last);
  return [
    filter,
    (change) => {
      last = { ...filter, ...change };
      setFilter(last);
    },
  ];
}

/** Mandates, the newest first, page after page; what stands on the screen stays until the next answer is there. */
export function useMandates(filter: MandateFilter) {
  return useMandatePages(filter, true);
}

function useMandatePages({ unitId, status, day, phaseId }: MandateFilter, keepPrevious: boolean) {
  const query = {
    ...(unitId !== "" && { unitId }),
    ...(status !== "" && { status }),
    ...(day !== "" && { asOf: day }),
    ...(phaseId !== "" && { phaseId }),
  };
  const list = usePages({
    key: readKey(listMandates, query),
    read: (after) => call(listMandates, { query: after === null ? query : { ...query, after } }),
    keepPrevious,
  });
  return { ...list, rows: list.pages?.flatMap(({ mandates }) => mandates) };
}

/**
 * All mandates in force on a day, whatever the number of pages: a picture of a day leaves nobody out,
 * and never shows another day's rows under its own date.
 */
export function useMandatesOf(day: string) {
  const list = useMandatePages({ ...NO_FILTER, day }, false);
  const { hasMore, loadingMore, loadMore, problem } = list;
  useEffect(() => {
    if (hasMore && !loadingMore && problem === null) loadMore();
  }, [hasMore, loadingMore, loadMore, problem]);
  return list;
}

/** Throws away what was read of mandates, after one was changed. */
export async function forgetMandates(): Promise<void> {
  const routes = [listProposals, listGaps, readMandateFigures, listMandates, readMandate, listActsUnder];
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })));
}
