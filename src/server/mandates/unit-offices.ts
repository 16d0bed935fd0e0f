import type { PlainDate } from "#domain/shared/plain-date.ts";
import { standsOn } from "#domain/unit/place.ts";
import type { Reference } from "../units/reference.ts";

/** The post offices that staff a counter of a unit on a day. */
export function officesAt(reference: Reference, unitId: string, day: PlainDate): readonly string[] {
  const offices = [...reference.counters.values()]
    .filter((counter) => counter.unit.id === unitId && standsOn(counter, day))
    .flatMap((counter) => counter.postOfficeId ?? []);
  return [...new Set(offices)];
}
