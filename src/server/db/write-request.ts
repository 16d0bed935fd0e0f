import type { Instant } from "#domain/shared/instant.ts";

/** The request that a write belongs to: the same key with another hash is somebody's mistake. */
export interface WriteRequest {
  readonly accountId: string;
  /** Units and agencies whose rows the person may see. */
  readonly places: readonly string[];
  readonly key: string;
  readonly route: string;
  readonly hash: Buffer;
  readonly now: Instant;
}
