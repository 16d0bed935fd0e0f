import { type Instant, instant } from "#domain/shared/instant.ts";

/** Where "now" comes from. The program has one; a test gives its own. */
export interface Clock {
  readonly now: () => Instant;
}

export const systemClock: Clock = { now: () => instant(Date.now()) };
