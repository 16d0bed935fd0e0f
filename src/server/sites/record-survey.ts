import { recordSurvey, withdrawSurvey } from "#contract/sites.ts";
import { localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { checkSurvey } from "#domain/site/survey.ts";
import { type Context, bind } from "../http/context.ts";
import { type NewSurvey, writePhotos, writeSiteWithdrawal, writeSurvey } from "../ledgers/site-ledger.ts";
import { surveyChecklists } from "../units/survey-checklists.ts";
import { recordsAt, siteActOf } from "./site-access.ts";
import { arePhotos } from "./site-photos.ts";
import { type SitePoint, findPoint, loadSurvey } from "./site-store.ts";

type Asked = Context<typeof recordSurvey>;

/** Records a survey whole, by the version of the checklist that the surveyor walked with. */
export const recordSurveyRoute = bind(recordSurvey, async (context) => {
  const { actor, body, deps, params, reference, now } = context;
  const checklist = (await surveyChecklists()).find(({ version }) => version === body.checklistVersion);
  return context.write(async (tx) => {
    const point = await findPoint(tx, params.siteId);
    if (!point) return refuse("not_found");
    if (!recordsAt(actor, point.unit.id, reference)) return refuse("outside_jurisdiction");
    if (!checklist) return refuse("checklist_unknown", { version: body.checklistVersion });
    const survey = surveyOf(body, point, deps.newId);
    const faults = checkSurvey(survey, { today: localTime(now).day, point, checklist });
    if (faults.length > 0)
      return refuse("survey_invalid", {
        findings: faults.map(({ fault, about }) => `${fault} ${about}`.trim()),
      });
    const owners = photoOwners(body, survey);
    if (
      !(await arePhotos(
        tx,
        owners.flatMap(({ photos }) => photos),
      ))
    )
      return refuse("site_photo_unknown");
    await writeSurvey(tx, siteActOf(context, "surveyor"), survey);
    await writePhotos(tx, deps.newId, owners);
    return done({ surveyId: survey.id });
  });
});

function surveyOf(body: Asked["body"], point: SitePoint, newId: () => string): NewSurvey {
  return {
    id: newId(),
    pointId: point.id,
    unitId: point.unit.id,
    day: plainDate(body.day),
    members: body.members.trim(),
    note: body.note.trim(),
    checklistVersion: body.checklistVersion,
    answers: body.answers.map(({ item, answer, words }) => ({ item, answer, words: words.trim() })),
    findings: body.findings.map(({ photos: _photos, ...finding }) => ({
      ...finding,
      id: newId(),
      words: finding.words.trim(),
      responsible: finding.responsible.trim(),
      deadline: plainDate(finding.deadline),
    })),
  };
}

function photoOwners(body: Asked["body"], survey: NewSurvey) {
  return [
    ...body.answers.map(({ item, photos }) => ({ of: { surveyId: survey.id, item }, photos })),
    ...body.findings.map(({ photos }, at) => ({
      of: { findingId: survey.findings[at]?.id ?? "" },
      photos,
    })),
  ];
}

export const withdrawSurveyRoute = bind(withdrawSurvey, (context) =>
  context.write(async (tx) => {
    const { actor, params, body, deps, reference } = context;
    const survey = await loadSurvey(tx, params.surveyId);
    const point = survey && (await findPoint(tx, survey.pointId));
    if (!point) return refuse("not_found");
    if (!recordsAt(actor, point.unit.id, reference)) return refuse("outside_jurisdiction");
    const withdrawn = await writeSiteWithdrawal(tx, siteActOf(context, "surveyor"), {
      id: deps.newId(),
      of: { surveyId: params.surveyId },
      reason: body.reason.trim(),
    });
    return withdrawn ? done({}) : refuse("withdrawn_already");
  }),
);
