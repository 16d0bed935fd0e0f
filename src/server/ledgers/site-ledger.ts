import type { EquipmentCounts } from "#domain/site/site-opening.ts";
import type { Severity, SurveyAnswer } from "#domain/site/survey.ts";
import type { AccountId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Tx } from "../db/kysely.ts";

/** Who writes, by which post, when. */
export interface SiteAct {
  readonly actorId: AccountId;
  readonly postId: string;
  readonly now: Instant;
}

export interface Photo {
  readonly fileId: string;
  readonly words: string;
}

export interface NewOpening {
  readonly id: string;
  readonly pointId: string;
  /** How many openings of the point there were before. */
  readonly before: number;
  readonly unitId: string;
  readonly openedOn: PlainDate;
  readonly address: string;
  readonly counters: readonly { readonly id: string; readonly label: string }[];
  readonly decal: boolean;
  readonly decalSince: PlainDate | null;
  readonly equipment: EquipmentCounts;
  readonly otherEquipment: string;
  readonly present: string;
  readonly decisionId: string | null;
}

/** Records an opening. @returns false when somebody else recorded one of this point first */
export async function writeOpening(tx: Tx, act: SiteAct, opening: NewOpening): Promise<boolean> {
  const written = await tx
    .insertInto("site_opening")
    .values({
      id: opening.id,
      reception_point_id: opening.pointId,
      seq: opening.before + 1,
      unit_id: opening.unitId,
      opened_on: opening.openedOn,
      address: opening.address,
      counters: JSON.stringify(opening.counters),
      decal: opening.decal,
      decal_since: opening.decalSince,
      equipment: JSON.stringify(opening.equipment),
      other_equipment: opening.otherEquipment,
      present: opening.present,
      decision_id: opening.decisionId,
      recorded_by: act.actorId,
      recorded_by_post: act.postId,
      recorded_at: act.now,
    })
    .onConflict((conflict) => conflict.columns(["reception_point_id", "seq"]).doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

export interface NewSurvey {
  readonly id: string;
  readonly pointId: string;
  readonly unitId: string;
  readonly day: PlainDate;
  readonly members: string;
  readonly note: string;
  readonly checklistVersion: number;
  readonly answers: readonly {
    readonly item: string;
    readonly answer: SurveyAnswer;
    readonly words: string;
  }[];
  readonly findings: readonly {
    readonly id: string;
    readonly item: string | null;
    readonly words: string;
    readonly severity: Severity;
    readonly deadline: PlainDate;
    readonly responsible: string;
  }[];
}

/** Records a survey whole: answers and findings with it. */
export async function writeSurvey(tx: Tx, act: SiteAct, survey: NewSurvey): Promise<void> {
  await tx
    .insertInto("survey")
    .values({
      id: survey.id,
      reception_point_id: survey.pointId,
      unit_id: survey.unitId,
      day: survey.day,
      members: survey.members,
      checklist_version: survey.checklistVersion,
      note: survey.note,
      surveyed_by: act.actorId,
      surveyed_by_post: act.postId,
      recorded_at: act.now,
    })
    .execute();
  if (survey.answers.length > 0) {
    const answers = survey.answers.map((answer) => ({ survey_id: survey.id, ...answer }));
    await tx.insertInto("survey_answer").values(answers).execute();
  }
  if (survey.findings.length > 0) {
    const findings = survey.findings.map((finding) => ({ survey_id: survey.id, ...finding }));
    await tx.insertInto("survey_finding").values(findings).execute();
  }
}

/** Says that a finding was put right. @returns false when somebody else said so first */
export async function writeResolution(
  tx: Tx,
  act: SiteAct,
  given: {
    readonly id: string;
    readonly findingId: string;
    /** How many resolutions of the finding there were before. */
    readonly before: number;
    readonly day: PlainDate;
    readonly words: string;
  },
): Promise<boolean> {
  const written = await tx
    .insertInto("finding_resolution")
    .values({
      id: given.id,
      finding_id: given.findingId,
      seq: given.before + 1,
      day: given.day,
      words: given.words,
      resolved_by: act.actorId,
      resolved_by_post: act.postId,
      recorded_at: act.now,
    })
    .onConflict((conflict) => conflict.columns(["finding_id", "seq"]).doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

/** Accepts or rejects a resolution. @returns false when somebody else did first */
export async function writeVerdict(
  tx: Tx,
  act: SiteAct,
  given: {
    readonly resolutionId: string;
    readonly day: PlainDate;
    readonly accepted: boolean;
    readonly words: string;
  },
): Promise<boolean> {
  const written = await tx
    .insertInto("resolution_verdict")
    .values({
      resolution_id: given.resolutionId,
      day: given.day,
      accepted: given.accepted,
      words: given.words,
      verified_by: act.actorId,
      verified_by_post: act.postId,
      recorded_at: act.now,
    })
    .onConflict((conflict) => conflict.column("resolution_id").doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

/** Takes an opening or a survey back. @returns false when that was done already */
export async function writeSiteWithdrawal(
  tx: Tx,
  act: SiteAct,
  given: {
    readonly id: string;
    readonly of: { readonly openingId: string } | { readonly surveyId: string };
    readonly reason: string;
  },
): Promise<boolean> {
  const written = await tx
    .insertInto("site_withdrawal")
    .values({
      id: given.id,
      opening_id: "openingId" in given.of ? given.of.openingId : null,
      survey_id: "surveyId" in given.of ? given.of.surveyId : null,
      reason: given.reason,
      withdrawn_by: act.actorId,
      withdrawn_by_post: act.postId,
      withdrawn_at: act.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return written.numInsertedOrUpdatedRows === 1n;
}

/** What photos belong to. */
export type PhotoOwner =
  | { readonly openingId: string }
  | { readonly surveyId: string; readonly item: string }
  | { readonly findingId: string }
  | { readonly resolutionId: string };

/** Ties photos that were kept before to what they show, in the order in which they were taken. */
export async function writePhotos(
  tx: Tx,
  newId: () => string,
  owners: readonly { readonly of: PhotoOwner; readonly photos: readonly Photo[] }[],
): Promise<void> {
  const rows = owners.flatMap(({ of, photos }) =>
    photos.map(({ fileId, words }, position) => ({
      id: newId(),
      file_id: fileId,
      words: words.trim(),
      position,
      opening_id: "openingId" in of ? of.openingId : null,
      survey_id: "surveyId" in of ? of.surveyId : null,
      item: "surveyId" in of ? of.item : null,
      finding_id: "findingId" in of ? of.findingId : null,
      resolution_id: "resolutionId" in of ? of.resolutionId : null,
    })),
  );
  if (rows.length > 0) await tx.insertInto("site_photo").values(rows).execute();
}
