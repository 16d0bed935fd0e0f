import { SERVER_TIME_HEADER } from "#contract/route.ts";
import { type Instant, instant } from "#domain/shared/instant.ts";

/**
 * The server's clock as the console knows it. The PC's own may be wrong by years: a child born today must
 * not be "born in the future" there, and a due date must not look overdue.
 */
let aheadByMs = 0;

/** Learns from an answer how far the server's clock is ahead of this machine's. */
export function noteServerTime(headers: Headers): void {
  const told = Date.parse(headers.get(SERVER_TIME_HEADER) ?? "");
  if (!Number.isNaN(told)) aheadByMs = told - Date.now();
}

/** How far the server's clock is ahead of this machine's, in milliseconds, for a page that opens without a network. */
export function serverAhead(): number {
  return aheadByMs;
}

/** Goes on with what {@link serverAhead} said when there was a network. */
export function rememberServerAhead(milliseconds: number): void {
  aheadByMs = milliseconds;
}

/** Now, by the server's clock. */
export function serverNow(): Instant {
  return instant(Date.now() + aheadByMs);
}
