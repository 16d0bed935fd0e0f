import type { HolderRef } from "#contract/custody.ts";
import { dropFromTab, keepInTab, keptInTab } from "../tab-store.ts";

/** As many scans as one count takes: the contract of takeStock. */
export const SCANS_MAX = 5000;

interface Added {
  readonly scans: readonly string[];
  /** What became of the scan; one that was there before is not lost, it counts once. */
  readonly outcome: "added" | "again" | "full";
}

/**
 * Adds what a scanner read to a count. Two reads of one label are one, however they were typed; the server compares the
 * labels again by its own rule.
 *
 * @example addScan(["B1"], " b1 ") → { scans: ["B1"], outcome: "again" }
 */
export function addScan(scans: readonly string[], typed: string): Added {
  const code = typed.trim();
  if (scans.some((one) => keyOf(one) === keyOf(code))) return { scans, outcome: "again" };
  if (scans.length >= SCANS_MAX) return { scans, outcome: "full" };
  return { scans: [...scans, code], outcome: "added" };
}

function keyOf(code: string): string {
  return code.replace(/\s+/g, "").toUpperCase();
}

const placeOf = ({ kind, id }: HolderRef) => `stock.${kind}.${id}`;

/** What was scanned at this place before the tab was loaded again; of another shape it is nothing. */
export function keptScans(holder: HolderRef): readonly string[] {
  const kept = keptInTab(placeOf(holder));
  if (!Array.isArray(kept)) return [];
  return kept.filter((one): one is string => typeof one === "string").slice(0, SCANS_MAX);
}

export function keepScans(holder: HolderRef, scans: readonly string[]): void {
  if (scans.length === 0) dropFromTab(placeOf(holder));
  else keepInTab(placeOf(holder), scans);
}
