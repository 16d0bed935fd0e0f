import { type MailStop, planOn, runsOn, shiftedStops } from "#domain/postal/mail-run.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Tx } from "../db/kysely.ts";
import { postalCalendar } from "../units/postal-facts.ts";
import type { Reference } from "../units/reference.ts";
import {
  type StoredExtra,
  type StoredPlan,
  type StoredRoute,
  findExtraRuns,
  findMailRoutes,
} from "./mail-store.ts";

/** A run of a day, by the plan or outside it. */
export interface RunOfDay {
  readonly key: string;
  readonly route: StoredRoute;
  readonly plan: StoredPlan;
  readonly extra: StoredExtra | null;
  readonly stops: readonly MailStop[];
}

/** The runs of a day in the order in which they begin, computed from plan, calendar and what was ordered beside them. */
export async function findRunsOfDay(
  tx: Tx,
  reference: Reference,
  day: PlainDate,
  routeId: string | null = null,
): Promise<readonly RunOfDay[]> {
  const routes = await findMailRoutes(tx, routeId);
  const extras = await findExtraRuns(tx, day);
  const calendar = postalCalendar(reference);
  const runs = routes.flatMap((route): RunOfDay[] => {
    const plan = route.endedOn !== null && route.endedOn < day ? null : planOn(route.plans, day);
    if (!plan) return [];
    const byPlan: RunOfDay = { key: route.id, route, plan, extra: null, stops: plan.stops };
    return [
      ...(runsOn(plan, day, calendar) ? [byPlan] : []),
      ...extras
        .filter((extra) => extra.routeId === route.id)
        .map((extra) => ({
          key: extra.id,
          route,
          plan,
          extra,
          stops: shiftedStops(plan.stops, extra.fromMinute) ?? plan.stops,
        })),
    ];
  });
  return runs.toSorted((one, other) => (one.stops[0]?.minute ?? 0) - (other.stops[0]?.minute ?? 0));
}
