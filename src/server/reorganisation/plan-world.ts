import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import {
  type ReorganisationFault,
  type ReorganisationWorld,
  checkReorganisation,
} from "#domain/unit/check-reorganisation.ts";
import type { ReorganisationPlan } from "#domain/unit/reorganisation.ts";
import type { PlanInput } from "#contract/reorganisations.ts";
import type { Db } from "../db/kysely.ts";
import type { StoredPlaces } from "../units/stored-places.ts";
import { findPlans } from "./plan-store.ts";

interface Asked {
  readonly spaceId: string;
  readonly today: PlainDate;
  readonly applying: boolean;
  /** The plan itself, when it is known already: it is not in its own way. */
  readonly id?: string | undefined;
}

/** What a plan is checked against: the register as it stands, and the other plans that wait for their day. */
export async function planWorld(db: Db, stored: StoredPlaces, asked: Asked): Promise<ReorganisationWorld> {
  const planned = new Map<string, { title: string; ends: boolean }>();
  for (const { id, status, title, plan } of await findPlans(db, asked.spaceId)) {
    if (status !== "planned" || id === asked.id) continue;
    for (const { heir } of plan.units) planned.set(heir, { title, ends: false });
    for (const { unit } of plan.units) planned.set(unit, { title, ends: true });
  }
  return {
    ...stored,
    today: asked.today,
    applying: asked.applying,
    spaceOf: (unit) => stored.spaceOf.get(unit),
    ownSpace: asked.spaceId,
    planned,
  };
}

/** The plan as the domain has it: tidy texts, optional fields that are empty left out. */
export function planOfInput(input: PlanInput): ReorganisationPlan {
  return input as unknown as ReorganisationPlan;
}

/** A plan that may be kept or applied; a refusal names every fault as `fault|about|names`. */
export function soundPlan(
  plan: ReorganisationPlan,
  world: ReorganisationWorld,
): Result<null, "reorganisation_invalid" | "reorganisation_two_spaces"> {
  const faults = checkReorganisation(plan, world);
  const apart = faults.filter(({ fault }) => fault === "unit_of_other_space" || fault === "unit_not_yours");
  if (apart.length > 0)
    return refuse("reorganisation_two_spaces", { names: [...new Set(apart.flatMap(({ names }) => names))] });
  return faults.length === 0
    ? done(null)
    : refuse("reorganisation_invalid", { problems: faults.map(problemOf) });
}

function problemOf({ fault, about, names }: ReorganisationFault): string {
  return [fault, about, names.join("; ")].join("|");
}
