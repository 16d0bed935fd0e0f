import { readRightFacts } from "#contract/right-facts.ts";
import type { MayActRefusal, Right } from "#domain/mandate/may-act.ts";
import type { Result } from "#domain/shared/result.ts";
import { type OfferedRight, rightTo } from "./right-to.ts";
import { serverNow } from "./server-clock.ts";
import { useRead } from "./use-read.ts";

/** A suspension reaches a button that nobody presses within this time; one that is pressed is refused at once. */
const REFRESH_MS = 30_000;

/**
 * Decides for a button, here in the browser, whether its act may be done; undefined until the facts are there, and while
 * they are older than what the server said itself (`saidAt`, in milliseconds since 1970).
 */
export function useRight(): (
  offered: OfferedRight,
  saidAt?: number,
) => Result<Right, MayActRefusal> | undefined {
  const { data, readAt } = useRead(readRightFacts, {}, { refetchEveryMs: REFRESH_MS });
  return (offered, saidAt = 0) => (data && readAt > saidAt ? rightTo(data, offered, serverNow()) : undefined);
}
