import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Tx } from "../db/kysely.ts";
import type { DossierHistory } from "./load-histories.ts";

/** One place where a projection says something else than its ledger. Names nobody: ids, codes, statuses, numbers. */
export interface Finding {
  /** Whose it is: the code of a dossier, a series of numbers, a mandate. @example "H20.11-261120-0003" */
  readonly subject: string;
  readonly ledger: string;
  readonly projection: string;
}

/** What a check needs to know beside the rows. */
export interface CheckFacts {
  /** Messages were sent without a pause from then on; null: it is not known, and none is missed. */
  readonly messagesSince: Instant | null;
}

/** Looks at some dossiers with what belongs to them; costs the same few statements however many they are. */
export type DossierCheck = (
  tx: Tx,
  dossiers: readonly DossierHistory[],
  facts: CheckFacts,
) => Promise<readonly Finding[]>;

/** Looks at what is counted over a whole space, in one transaction. */
export type SpaceCheck = (tx: Tx) => Promise<readonly Finding[]>;

/** A value as a finding shows it. @example shown(null) → "none" */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return "none";
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Numbers that follow each other, as a person writes them. @example ranges([[4, 6], [9, 9]]) → "4-6, 9" */
export function ranges(runs: readonly (readonly [number, number])[]): string {
  const most = runs.slice(0, RANGES_MAX);
  const more = runs.length > most.length ? ` and ${runs.length - most.length} more` : "";
  return `${most.map(([from, to]) => (from === to ? String(from) : `${from}-${to}`)).join(", ")}${more}`;
}

const RANGES_MAX = 10;

/** A series of numbers as a finding names it. @example series("codes", "H20.11", "2026-11-20") → "codes H20.11 2026-11-20" */
export function series(kind: string, of: string, when: PlainDate | number): string {
  return `${kind} ${of} ${when}`;
}
