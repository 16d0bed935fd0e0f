import { OVERVIEWS, type Overview, type QueueFilter } from "#contract/queue.ts";
import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { DUE_BUCKETS } from "#domain/dossier/work-due.ts";

/** What a board shows, as its address says it: whose board, and the list that was opened from a figure. */
export interface BoardAddress extends Omit<QueueFilter, "field"> {
  readonly overview?: Overview;
}

const ALLOWED: Readonly<Record<keyof BoardAddress, (value: string) => boolean>> = {
  overview: (value) => OVERVIEWS.some((one) => one === value),
  due: (value) => DUE_BUCKETS.some((one) => one === value),
  clock: (value) => value === "standing",
  day: (value) => /^\d{4}-\d{2}-\d{2}$/.test(value),
  holder: (value) => value === "nobody" || isId(value),
  status: (value) => BUSINESS_STATUSES.some((one) => one === value),
  step: (value) => value !== "",
  place: isId,
};

function isId(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}

/** What of an address the board knows; the rest is left out. @example boardAddress({ due: "overdue", x: 1 }) → { due: "overdue" } */
export function boardAddress(search: Readonly<Record<string, unknown>>): BoardAddress {
  const known = Object.entries(ALLOWED).flatMap(([key, allows]) => {
    const value = search[key];
    // A step may be called by a number, which an address does not tell from one.
    const said = typeof value === "string" || typeof value === "number" ? String(value) : "";
    return said !== "" && allows(said) ? [[key, said]] : [];
  });
  return Object.fromEntries(known) as BoardAddress;
}
