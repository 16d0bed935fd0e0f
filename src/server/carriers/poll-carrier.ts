import type { Instant } from "#domain/shared/instant.ts";
import type { Carrier, EventPage } from "./carrier.ts";

/** Where a space stands in the feed of one carrier. */
export interface CarrierFeed {
  readonly position: () => Promise<string | null>;
  /**
   * In one transaction: the events are recorded and the position moves. False, and nothing happened, when somebody else
   * has moved the position meanwhile.
   */
  readonly take: (page: EventPage, from: string | null) => Promise<boolean>;
  /** The feed could not be read: since when is kept, and why, until it can. */
  readonly failed: (why: string, at: Instant) => Promise<void>;
}

export interface PollOptions {
  readonly carrier: Carrier;
  readonly feed: CarrierFeed;
  readonly now: () => Instant;
  readonly pageSize?: number;
  readonly pagesMax?: number;
}

/** How a poll ended: `behind` has more to read, and the next one goes on there. */
export type PollEnd = "read" | "behind" | "failing" | "overtaken";

const PAGE_SIZE = 200;
/** So many pages at one poll: a feed of years is read over several. */
const PAGES_MAX = 50;

/**
 * Reads what a carrier reported since the last time. Each page is recorded together with where the reader stands after
 * it: a crash between leaves both as they were, and the same page is read again. Done twice it changes nothing.
 */
export async function pollCarrier(options: PollOptions): Promise<PollEnd> {
  const { carrier, feed, now, pageSize = PAGE_SIZE, pagesMax = PAGES_MAX } = options;
  let position = await feed.position();
  const passed = new Set([position]);
  for (let pages = 0; pages < pagesMax; pages += 1) {
    const page = await carrier.track(position, pageSize);
    if (!page.ok) {
      await feed.failed(`${page.code}: ${page.message}`, now());
      return "failing";
    }
    if (!(await feed.take(page.value, position))) return "overtaken";
    if (!page.value.moved) return "read";
    position = page.value.lastId;
    if (passed.has(position)) {
      await feed.failed(`the feed goes in a circle at ${position}`, now());
      return "failing";
    }
    passed.add(position);
  }
  return "behind";
}
