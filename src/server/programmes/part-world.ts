import type { CoordinationRule } from "#domain/programme/programme.ts";
import type { RuleWorld } from "#domain/programme/check-programme.ts";
import { commonPeriod } from "#domain/unit/place.ts";
import type { Space } from "../db/kysely.ts";
import type { Reference } from "../units/reference.ts";
import { pointsOf } from "./rule-store.ts";

/** What the check of a rule asks: the places of the space, and the other rules that hold on a common day. */
export function ruleWorld(
  reference: Reference,
  space: Space,
  rule: CoordinationRule,
  others: readonly CoordinationRule[],
): RuleWorld {
  const ofSpace = (id: string) => reference.spaceOf.get(id)?.id === space.id;
  const points = pointsOf(reference);
  return {
    isUnit: (id) => reference.units.has(id) && ofSpace(id),
    isAgency: (id) => reference.agencies.has(id) && ofSpace(id),
    isCounter: (id) => {
      const unit = reference.counters.get(id)?.unit;
      return unit !== undefined && ofSpace(unit.id);
    },
    isPoint: (id) => points.has(id),
    others: others.filter((other) => other.id !== rule.id && commonPeriod(other, rule) !== undefined),
  };
}
