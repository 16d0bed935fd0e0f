import { listAdministrativeUnits, readAdministrativeUnit } from "#contract/map.ts";
import { localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { findUnits, loadPredecessors, loadSuccessors, loadUnitWithParents } from "./unit-store.ts";

/** The map on any day: administrative units are asked for with the day on which a code names them. */
export const listAdministrativeUnitsRoute = bind(listAdministrativeUnits, async ({ deps, query, now }) => {
  const day = query.asOf === undefined ? localTime(now).day : plainDate(query.asOf);
  const asked = { day, parent: query.parent, typed: query.q ?? "", after: query.after };
  return done({ asOf: day, ...(await findUnits(deps.db, asked)) });
});

export const readAdministrativeUnitRoute = bind(
  readAdministrativeUnit,
  async ({ deps, params, query, now }) => {
    const today = localTime(now).day;
    const day = query.asOf === undefined ? today : plainDate(query.asOf);
    const [unit, ...parents] = await loadUnitWithParents(deps.db, params.code, day);
    if (!unit) return refuse("not_found");
    return done({
      asOf: day,
      unit,
      mark: unit.mark,
      source: unit.source,
      parents,
      predecessors: [...(await loadPredecessors(deps.db, unit))],
      successors: [...(await loadSuccessors(deps.db, unit, today))],
    });
  },
);
