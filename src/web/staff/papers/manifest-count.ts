import { dropFromTab, keepInTab, keptInTab } from "../tab-store.ts";

/** What was counted of a bảng kê so far: things that were ticked, by id, and codes that are not on the list. */
export interface ManifestCount {
  readonly seen: ReadonlySet<string>;
  readonly extra: readonly string[];
}

export const NOTHING_COUNTED: ManifestCount = { seen: new Set(), extra: [] };

const keyOf = (manifestId: string) => `manifest.${manifestId}`;

/** Keeps a count, so that loading the page again does not lose it. */
export function keepManifestCount(manifestId: string, { seen, extra }: ManifestCount): void {
  if (seen.size === 0 && extra.length === 0) dropFromTab(keyOf(manifestId));
  else keepInTab(keyOf(manifestId), { seen: [...seen], extra });
}

/** What was counted before the tab was loaded again; of another shape it is nothing. */
export function keptManifestCount(manifestId: string): ManifestCount {
  const kept = keptInTab(keyOf(manifestId));
  if (typeof kept !== "object" || kept === null) return NOTHING_COUNTED;
  return {
    seen: new Set("seen" in kept ? textsOf(kept.seen) : []),
    extra: "extra" in kept ? textsOf(kept.extra) : [],
  };
}

function textsOf(kept: unknown): readonly string[] {
  return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === "string") : [];
}
