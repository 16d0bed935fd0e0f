import type { Tx } from "../db/kysely.ts";
import type { Photo } from "../ledgers/site-ledger.ts";
import { countPhotos } from "./site-store.ts";

/** True when each was kept before and is an image. */
export async function arePhotos(tx: Tx, photos: readonly Photo[]): Promise<boolean> {
  const ids = [...new Set(photos.map(({ fileId }) => fileId))];
  return ids.length === 0 || (await countPhotos(tx, ids)) === ids.length;
}
