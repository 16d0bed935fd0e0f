import { type SiteRow, listSites, readSite, readSurvey } from "#contract/sites.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { useState } from "react";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";

/** What the list of sites can be narrowed to. */
export const SITE_STATES = ["all", "opened", "notOpened", "open", "overdue", "resolved"] as const;
export type SiteState = (typeof SITE_STATES)[number];

export interface SiteFilter {
  readonly search: string;
  readonly state: SiteState;
}

export const NO_FILTER: SiteFilter = { search: "", state: "all" };

/** Kept while the console is open, so that one comes back from a site to the same list. */
let last = NO_FILTER;

export function useSiteFilter(): readonly [SiteFilter, (change: Partial<SiteFilter>) => void] {
  const [filter, setFilter] = useState(last);
  return [
    filter,
    (change) => {
      last = { ...filter, ...change };
      setFilter(last);
    },
  ];
}

/** The sites that fit: each word that was typed stands somewhere in name, address, unit or post office. */
export function filterSites(sites: readonly SiteRow[], { search, state }: SiteFilter): readonly SiteRow[] {
  const words = searchKey(search).split(" ");
  return sites.filter((site) => {
    if (!isIn(site, state)) return false;
    const key = searchKey([site.name, site.address, site.unit.name, ...site.postOffices].join(" "));
    return words.every((word) => key.includes(word));
  });
}

function isIn({ openedOn, findings }: SiteRow, state: SiteState): boolean {
  switch (state) {
    case "all":
      return true;
    case "opened":
      return openedOn !== null;
    case "notOpened":
      return openedOn === null;
    case "open":
      return findings.open + findings.overdue > 0;
    case "overdue":
      return findings.overdue > 0;
    case "resolved":
      return findings.resolved > 0;
  }
}

/** Throws away what was read of sites, after something was recorded. */
export async function forgetSites(): Promise<void> {
  const routes = [listSites, readSite, readSurvey];
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })));
}
