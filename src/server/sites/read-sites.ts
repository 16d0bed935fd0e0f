import { listSites, readChecklist, readSite, readSurvey } from "#contract/sites.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { type Checklist, checklistOn } from "#domain/site/checklist.ts";
import { findingState } from "#domain/site/finding-state.ts";
import { bind } from "../http/context.ts";
import type { Reference } from "../units/reference.ts";
import { surveyChecklists } from "../units/survey-checklists.ts";
import { findFindings, findUnclosed, findingView } from "./finding-store.ts";
import { headsUnit, recordsAt, seesUnit, unitsSeen } from "./site-access.ts";
import {
  type ListedPoint,
  type PointLine,
  type SitePoint,
  findMandatesAt,
  findOpenings,
  findPoint,
  findPointCounters,
  findPoints,
  findSurveys,
  loadAnswers,
  loadSurvey,
} from "./site-store.ts";

/** Every site that this person may look at: a province has some hundreds, so that the screen searches among them itself. */
export const listSitesRoute = bind(listSites, ({ actor, reference, now, read }) =>
  read(async (tx) => {
    const today = localTime(now).day;
    const units = unitsSeen(actor, reference);
    const points = sitesToday(await findPoints(tx, units, today), reference);
    const counts = new Map(points.map(({ id }) => [id, { open: 0, overdue: 0, resolved: 0 }]));
    for (const finding of await findUnclosed(tx, units)) {
      const state = findingState(finding, today);
      const count = counts.get(reference.heirOf(finding.pointId));
      if (count && state !== "closed") count[state] += 1;
    }
    const sites = points.map(({ validFrom: _from, ...point }) => ({
      ...point,
      findings: counts.get(point.id) ?? { open: 0, overdue: 0, resolved: 0 },
    }));
    return done({ today, sites });
  }),
);

/** A point that was reorganised is a site no more: its heir goes on, with what was opened and surveyed there. */
function sitesToday(points: readonly ListedPoint[], { heirOf }: Reference): readonly ListedPoint[] {
  const earlier = points.filter(({ id }) => heirOf(id) !== id);
  return points
    .filter(({ id }) => heirOf(id) === id)
    .map((point) => {
      const line = [point, ...earlier.filter(({ id }) => heirOf(id) === point.id)];
      const last = (days: readonly (PlainDate | null)[]) =>
        days
          .filter((day) => day !== null)
          .toSorted()
          .at(-1) ?? null;
      return {
        ...point,
        openedOn: last(line.map(({ openedOn }) => openedOn)),
        surveyedOn: last(line.map(({ surveyedOn }) => surveyedOn)),
      };
    });
}

/** The points whose history a site shows, itself first. */
function pointsOf(pointId: string, { lineOf }: Reference): readonly string[] {
  const line = lineOf(pointId);
  return line.length > 0 ? line : [pointId];
}

function lineOfPoint({ id, unit }: SitePoint, { counters, lineOf }: Reference): PointLine {
  const own = [...counters.values()].filter(({ receptionPoint }) => receptionPoint.id === id);
  return {
    unitIds: [unit.id, ...lineOf(unit.id)],
    counterIds: own.flatMap((counter) => [counter.id, ...lineOf(counter.id)]),
  };
}

export const readSiteRoute = bind(readSite, async ({ actor, params, reference, now, read }) => {
  const checklists = await surveyChecklists();
  return read(async (tx) => {
    const today = localTime(now).day;
    const point = await findPoint(tx, params.siteId);
    if (!point) return refuse("not_found");
    if (!seesUnit(actor, point.unit.id, reference)) return refuse("outside_jurisdiction");
    const pointIds = pointsOf(point.id, reference);
    const findings = await findFindings(tx, { pointIds });
    return done({
      today,
      site: point,
      counters: await findPointCounters(tx, point.id),
      mandates: await findMandatesAt(tx, point, lineOfPoint(point, reference), today),
      openings: await findOpenings(tx, pointIds),
      surveys: await findSurveys(tx, pointIds),
      findings: findings.map((found) => findingView({ byDay: today, checklists }, found)),
      may: { record: recordsAt(actor, point.unit.id, reference), resolve: headsUnit(actor, point.unit.id) },
    });
  });
});

export const readChecklistRoute = bind(readChecklist, async ({ now }) => {
  const checklist = checklistOn(await surveyChecklists(), localTime(now).day);
  invariant(checklist, "the program comes with a checklist");
  return done({ checklist: checklistView(checklist) });
});

const checklistView = ({ version, items }: Checklist) => ({ version, items: [...items] });

/** In whose name a report is printed; null for a unit that the reference data no longer have. */
function letterheadOf({ units }: Reference, unitId: string) {
  const unit = units.get(unitId);
  return unit ? { governingBody: unit.governingBody, name: unit.name, place: unit.place } : null;
}

export const readSurveyRoute = bind(readSurvey, async ({ actor, params, reference, now, read }) => {
  const checklists = await surveyChecklists();
  return read(async (tx) => {
    const found = await loadSurvey(tx, params.surveyId);
    const point = found && (await findPoint(tx, found.pointId));
    if (!found || !point) return refuse("not_found");
    if (!seesUnit(actor, point.unit.id, reference)) return refuse("outside_jurisdiction");
    const { pointId: _point, version, ...survey } = found;
    const checklist = checklists.find((one) => one.version === version);
    invariant(checklist, "a survey was made by a version of the checklist that is kept");
    const findings = await findFindings(tx, { surveyId: found.id });
    const byDay = localTime(now).day;
    return done({
      survey: {
        ...survey,
        site: { id: point.id, name: point.name },
        address: point.address,
        unit: point.unit,
        letterhead: letterheadOf(reference, point.unit.id),
      },
      checklist: checklistView(checklist),
      answers: await loadAnswers(tx, found.id),
      findings: findings.map((one) => findingView({ byDay, checklists }, one)),
      may: { record: recordsAt(actor, point.unit.id, reference), resolve: headsUnit(actor, point.unit.id) },
    });
  });
});
