import { listProgrammes, readOwnCoordination, readProgramme } from "#contract/programmes.ts";
import { outsidePhase } from "#domain/programme/outside-phase.ts";
import { localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import type { Reference } from "../units/reference.ts";
import { goalFigures } from "./goal-figures.ts";
import { historyViews, namedDecisions } from "./history-views.ts";
import { periodOf } from "./part-rows.ts";
import { findRules, findRulesAt, ruleView } from "./rule-store.ts";
import {
  type PhasedMandate,
  type StoredPhase,
  decisionNumbers,
  findAgreements,
  findGoals,
  findPhases,
  findProgrammeEvents,
  findProgrammes,
  findReachingOut,
} from "./store.ts";

export const listProgrammesRoute = bind(listProgrammes, ({ read }) =>
  read(async (tx) => done({ programmes: [...(await findProgrammes(tx))] })),
);

/** A programme as it stands now, with what its ledgers count up to a day. */
export const readProgrammeRoute = bind(readProgramme, async ({ params, query, reference, now, read }) => {
  const day = query.asOf === undefined ? localTime(now).day : plainDate(query.asOf);
  const { programmeId } = params;
  return read(async (tx) => {
    const [programme] = await findProgrammes(tx, programmeId);
    if (!programme) return refuse("not_found");
    const goals = await findGoals(tx, programmeId);
    const figures = await goalFigures(
      tx,
      programmeId,
      goals.map(({ measure }) => measure),
      day,
    );
    const reaching = await findReachingOut(tx, programmeId);
    const events = await findProgrammeEvents(tx, programmeId);
    const numbers = await decisionNumbers(tx, namedDecisions(events));
    return done({
      programme,
      asOf: day,
      goals: goals.map((goal) => ({ ...goal, reached: figures.get(goal.measure) ?? null })),
      phases: (await findPhases(tx, programmeId, day)).map((phase) => ({
        ...phase,
        outside: outsideOf(phase, reaching),
      })),
      agreements: (await findAgreements(tx, programmeId)).map(({ agencyId, ...agreement }) => ({
        ...agreement,
        agency:
          agencyId === null ? null : { id: agencyId, name: reference.agencies.get(agencyId)?.name ?? "" },
      })),
      rules: (await findRules(tx, programmeId)).map((rule) => ruleView(rule, reference)),
      history: historyViews(events, nameOf(reference, numbers)),
    });
  });
});

function outsideOf(phase: StoredPhase, reaching: readonly PhasedMandate[]) {
  return reaching.flatMap((mandate) => {
    const how = mandate.phaseId === phase.id ? outsidePhase(mandate, periodOf(phase)) : null;
    const { mandateId, postOffice, unit } = mandate;
    return how === null ? [] : [{ mandateId, postOffice, unit, how }];
  });
}

/** The name of whatever a ledger names by its key. */
function nameOf(
  reference: Reference,
  decisions: ReadonlyMap<string, string>,
): (key: string) => string | undefined {
  return (key) =>
    decisions.get(key) ??
    reference.units.get(key)?.name ??
    reference.agencies.get(key)?.name ??
    reference.counters.get(key)?.label ??
    reference.postOfficeNames.get(key);
}

/** The rules of today where somebody sits: when papers are handed over, who answers, who stands in. */
export const readOwnCoordinationRoute = bind(readOwnCoordination, async ({ actor, reference, now, read }) => {
  const { counter } = actor;
  if (!counter) return done({ unitName: null, rules: [] });
  const rules = await read((tx) => findRulesAt(tx, counter.unit.id, localTime(now).day));
  return done({ unitName: counter.unit.name, rules: rules.map((rule) => ruleView(rule, reference)) });
});
