import type { Counter, Reference } from "./reference.ts";

/** The name of the unit or agency that answers today for one that was reorganised; null while it is the same place. */
export function nameToday(id: string, { heirOf, units, agencies }: Reference): string | null {
  const heir = heirOf(id);
  return heir === id ? null : (units.get(heir)?.name ?? agencies.get(heir)?.name ?? null);
}

/**
 * Where somebody goes today who was sent to a counter: its reception point, the one that goes on for it, or, when the
 * counter closed for good, the unit that answers for its unit.
 */
export function pointToday(counterId: string, reference: Reference): string {
  const counter = counterToday(counterId, reference);
  if (!counter) return "";
  const { name, address } = counter.receptionPoint;
  return nameToday(counter.unit.id, reference) ?? `${name}, ${address}`;
}

/** The counter that goes on for one; itself while nothing changed. */
export function counterToday(counterId: string, { counters, heirOf }: Reference): Counter | undefined {
  return counters.get(heirOf(counterId)) ?? counters.get(counterId);
}
