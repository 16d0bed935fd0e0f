import type { Db } from "../db/kysely.ts";
import type { ReadContents } from "./load-catalogue.ts";
import { loadReference } from "./load-reference.ts";
import type { Reference } from "./reference.ts";

/** The reference data in the process. What a request decides by is never older than the epoch it read. */
export interface ReferenceCache {
  /** The data of at least this epoch. */
  readonly at: (epoch: number) => Promise<Reference>;
  /** The data as last read; for pages that need no newer ones than the last request saw. */
  readonly current: () => Reference;
}

export async function openReferenceCache(db: Db): Promise<ReferenceCache> {
  const contents: ReadContents = new Map();
  let current = await loadReference(db, contents);
  let loading: Promise<Reference> | undefined;
  const reload = async () => {
    loading ??= loadReference(db, contents).finally(() => {
      loading = undefined;
    });
    current = await loading;
    return current;
  };
  return {
    at: async (epoch) => {
      // A load that was under way may have begun before the epoch moved: then once more.
      while (current.epoch < epoch) await reload();
      return current;
    },
    current: () => current,
  };
}
