import type { Desk } from "#contract/queue.ts";

let last: Desk | undefined;

/** Where the person was last, so that coming back from a dossier leads to the same desk. */
export function lastDesk(): Desk | undefined {
  return last;
}

export function rememberDesk(desk: Desk | undefined): void {
  last = desk;
}
