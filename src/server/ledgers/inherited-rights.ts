import { AUTONOMIES, type Assignment, type Mandate } from "#domain/mandate/mandate.ts";
import { findOverlaps } from "#domain/mandate/compare-mandates.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { asId } from "#domain/shared/id.ts";
import type { Lineage } from "#domain/unit/succession.ts";

/**
 * Mandates as they hold today: one that was given at a unit that has ended holds at its heir, at the counters that go
 * on for those it names. Mandates of units that came together may contradict each other; until somebody ends one, all
 * such work is done by the stricter autonomy of the two: nobody becomes freer by a merger than a decision says.
 */
export function inheritedMandates(
  mandates: readonly Mandate[],
  lineage: Lineage,
  fieldOf: (procedureCode: string) => string | undefined,
): readonly Mandate[] {
  const today = mandates.map((mandate) => mandateToday(mandate, lineage));
  const merged = groupBy(
    today.filter(({ unitId }) => lineage.lineOf(unitId).length > 1),
    ({ unitId }) => unitId,
  );
  const stricter = new Map<string, Mandate["autonomy"]>();
  for (const atUnit of merged.values())
    for (const { kind, ids } of findOverlaps(atUnit, fieldOf)) {
      if (kind !== "contradiction") continue;
      const held = atUnit.flatMap(({ id, autonomy }) => (ids.includes(id) ? [autonomy] : []));
      for (const id of ids)
        stricter.set(id, strictest([...held, ...(stricter.has(id) ? [stricter.get(id)] : [])]));
    }
  return today.map((mandate) => ({ ...mandate, autonomy: stricter.get(mandate.id) ?? mandate.autonomy }));
}

function strictest(held: readonly (Mandate["autonomy"] | undefined)[]): Mandate["autonomy"] {
  return AUTONOMIES.find((autonomy) => held.includes(autonomy)) ?? "assist";
}

function mandateToday(mandate: Mandate, { heirOf }: Lineage): Mandate {
  return {
    ...mandate,
    unitId: asId(heirOf(mandate.unitId)),
    counterIds: mandate.counterIds.map((counter) => asId(heirOf(counter))),
  };
}

/** A task that was given at a unit goes on at its heir. */
export function inheritedAssignments(
  assignments: readonly Assignment[],
  { heirOf }: Lineage,
): readonly Assignment[] {
  return assignments.map((one) => ({ ...one, unitId: asId(heirOf(one.unitId)) }));
}
