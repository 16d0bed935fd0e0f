import { type Period, standsThroughout } from "../unit/place.ts";

/**
 * How the period of a mandate lies outside of its phase's. It is shown and refuses nothing: no text that we could
 * read says that a mandate ends with its phase, so this is our inference.
 *
 * @rule PROGRAMME-01
 * @returns null when every day of the mandate is a day of the phase
 * @example a mandate without an end in a phase that ends on 31 December → "after"
 */
export function outsidePhase(mandate: Period, phase: Period): "before" | "after" | "both" | null {
  if (standsThroughout(phase, mandate)) return null;
  const before = mandate.validFrom < phase.validFrom;
  const after = phase.validTo !== null && (mandate.validTo === null || mandate.validTo > phase.validTo);
  if (before && after) return "both";
  return before ? "before" : "after";
}
