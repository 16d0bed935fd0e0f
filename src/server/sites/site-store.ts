import type { OpeningView, PhotoView, SurveyRow } from "#contract/sites.ts";
import type { Autonomy, Task } from "#domain/mandate/mandate.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Equipment } from "#domain/site/site-opening.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

/** A reception point with its unit, as the nation's tables have it. */
export interface SitePoint {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly unit: { readonly id: string; readonly name: string };
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
}

const POINT = sql`p.id, p.name, p.address, p.valid_from as "validFrom", p.valid_to as "validTo",
  jsonb_build_object('id', u.id, 'name', u.name) as unit`;
const FROM_POINT = sql`from nation.reception_point p join nation.one_stop_unit u on u.id = p.one_stop_unit_id`;

/** Who took it back, when and why, of the alias `w`; null for what stands. */
const WITHDRAWAL = sql`case when w.id is not null then jsonb_build_object(
  'at', to_char(w.withdrawn_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'by', coalesce(wa.full_name, ''), 'reason', w.reason) end`;

/** Photos of what a condition names, in their order. */
export const photosOf = (condition: ReturnType<typeof sql>) => sql<PhotoView[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('fileId', ph.file_id, 'words', ph.words) order by ph.position), '[]')
  from site_photo ph where ${condition})`;

export async function findPoint(tx: Tx, id: string): Promise<SitePoint | undefined> {
  const { rows } = await sql<SitePoint>`select ${POINT} ${FROM_POINT} where p.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

export interface ListedPoint extends SitePoint {
  readonly postOffices: string[];
  readonly openedOn: PlainDate | null;
  readonly surveyedOn: PlainDate | null;
}

/** The points of some units that are there on a day, or of which something is recorded. */
export async function findPoints(
  tx: Tx,
  unitIds: readonly string[],
  day: PlainDate,
): Promise<readonly ListedPoint[]> {
  const { rows } = await sql<ListedPoint>`
    select ${POINT}, opening.opened_on as "openedOn", seen.day as "surveyedOn",
      (select coalesce(jsonb_agg(distinct o.name), '[]') from nation.counter c
       join nation.post_office o on o.id = c.post_office_id
       where c.reception_point_id = p.id and c.valid_from <= ${day}::date
         and coalesce(c.valid_to, 'infinity') >= ${day}::date) as "postOffices"
    ${FROM_POINT}
    left join lateral (
      select opened_on from site_opening o where o.reception_point_id = p.id
        and not exists (select from site_withdrawal w where w.opening_id = o.id)
      order by o.seq desc limit 1) opening on true
    left join lateral (
      select s.day from survey s where s.reception_point_id = p.id
        and not exists (select from site_withdrawal w where w.survey_id = s.id)
      order by s.day desc limit 1) seen on true
    where p.one_stop_unit_id = any (${[...unitIds]}::uuid[])
      and (coalesce(p.valid_to, 'infinity') >= ${day}::date
        or opening.opened_on is not null or seen.day is not null)
    order by u.name collate "vi-x-icu", p.name collate "vi-x-icu", p.id`.execute(tx);
  return rows;
}

/** Counters of a point with the days on which each is there. */
export async function findPointCounters(tx: Tx, pointId: string) {
  const { rows } = await sql<{
    id: string;
    label: string;
    postOffice: string | null;
    validFrom: PlainDate;
    validTo: PlainDate | null;
  }>`
    select c.id, c.label, o.name as "postOffice", c.valid_from as "validFrom", c.valid_to as "validTo"
    from nation.counter c left join nation.post_office o on o.id = c.post_office_id
    where c.reception_point_id = ${pointId}::uuid
    order by c.label collate "vi-x-icu", c.id`.execute(tx);
  return rows;
}

/** For which units and counters of before a point answers today: mandates of then name those. */
export interface PointLine {
  readonly unitIds: readonly string[];
  readonly counterIds: readonly string[];
}

/** Mandates in force on a day that reach a counter of the point. */
export async function findMandatesAt(tx: Tx, point: SitePoint, line: PointLine, day: PlainDate) {
  const { rows } = await sql<{
    id: string;
    postOffice: string;
    tasks: Task[];
    autonomy: Autonomy;
    validFrom: PlainDate;
    validTo: PlainDate | null;
    decisionNumber: string | null;
  }>`
    select m.id, o.name as "postOffice", m.tasks, m.autonomy, m.valid_from as "validFrom", m.valid_to as "validTo",
      d.number as "decisionNumber"
    from mandate m join nation.post_office o on o.id = m.post_office_id
      left join mandate_decision d on d.id = m.decision_id
    where m.unit_id = any (${[...line.unitIds]}::uuid[]) and m.status = 'inForce' and m.valid_from <= ${day}::date
      and coalesce(m.valid_to, 'infinity') >= ${day}::date
      and exists (
        select from nation.counter c where c.reception_point_id = ${point.id}::uuid
          and c.post_office_id = m.post_office_id and c.valid_from <= ${day}::date
          and coalesce(c.valid_to, 'infinity') >= ${day}::date
          and (cardinality(m.counter_ids) = 0 or m.counter_ids && ${[...line.counterIds]}::uuid[]))
    order by o.name collate "vi-x-icu", m.id`.execute(tx);
  return rows;
}

/** Openings of points, the newest first. */
export async function findOpenings(tx: Tx, pointIds: readonly string[]): Promise<OpeningView[]> {
  const { rows } = await sql<OpeningView & { counted: Readonly<Partial<Record<Equipment, number>>> }>`
    select s.id, s.opened_on as "openedOn", s.address, s.counters, s.decal, s.decal_since as "decalSince",
      s.equipment as counted, s.other_equipment as "otherEquipment", s.present,
      case when d.id is not null then jsonb_build_object('id', d.id, 'number', d.number, 'issuer', d.issuer,
        'title', d.title, 'issuedOn', d.issued_on, 'source', d.source) end as decision,
      ${photosOf(sql`ph.opening_id = s.id`)} as photos,
      coalesce(a.full_name, '') as by, s.recorded_at as at, ${WITHDRAWAL} as withdrawn
    from site_opening s
    left join nation.account a on a.id = s.recorded_by
    left join mandate_decision d on d.id = s.decision_id
    left join site_withdrawal w on w.opening_id = s.id
    left join nation.account wa on wa.id = w.withdrawn_by
    where s.reception_point_id = any (${[...pointIds]}::uuid[])
    order by s.opened_on desc, s.seq desc, s.id`.execute(tx);
  return rows.map(({ counted, ...row }) => ({
    ...row,
    equipment: Object.entries(counted).map(([kind, count]) => ({ kind: kind as Equipment, count })),
  }));
}

/** Surveys of points, the newest first. */
export async function findSurveys(tx: Tx, pointIds: readonly string[]): Promise<SurveyRow[]> {
  const { rows } = await sql<SurveyRow>`
    select s.id, s.day, coalesce(a.full_name, '') as by, s.members,
      (select coalesce(jsonb_agg(jsonb_build_object('answer', answer, 'count', n)), '[]')
       from (select answer, count(*) as n from survey_answer where survey_id = s.id group by answer) counted) as answers,
      (select count(*)::integer from survey_finding where survey_id = s.id) as findings,
      ${WITHDRAWAL} as withdrawn
    from survey s
    left join nation.account a on a.id = s.surveyed_by
    left join site_withdrawal w on w.survey_id = s.id
    left join nation.account wa on wa.id = w.withdrawn_by
    where s.reception_point_id = any (${[...pointIds]}::uuid[]) order by s.day desc, s.id desc`.execute(tx);
  return rows;
}

/** A survey without its findings. */
export async function loadSurvey(tx: Tx, id: string) {
  const { rows } = await sql<{
    id: string;
    pointId: string;
    day: PlainDate;
    by: string;
    members: string;
    note: string;
    at: string;
    version: number;
    withdrawn: SurveyRow["withdrawn"];
  }>`
    select s.id, s.reception_point_id as "pointId", s.day, coalesce(a.full_name, '') as by, s.members, s.note,
      s.recorded_at as at, s.checklist_version as version, ${WITHDRAWAL} as withdrawn
    from survey s
    left join nation.account a on a.id = s.surveyed_by
    left join site_withdrawal w on w.survey_id = s.id
    left join nation.account wa on wa.id = w.withdrawn_by
    where s.id = ${id}::uuid`.execute(tx);
  return rows[0];
}

export async function loadAnswers(tx: Tx, surveyId: string) {
  const { rows } = await sql<{
    item: string;
    answer: "met" | "partly" | "notMet" | "notApplicable";
    words: string;
    photos: PhotoView[];
  }>`
    select a.item, a.answer, a.words, ${photosOf(sql`ph.survey_id = a.survey_id and ph.item = a.item`)} as photos
    from survey_answer a where a.survey_id = ${surveyId}::uuid order by a.item`.execute(tx);
  return rows;
}

/** The point of an opening; undefined when there is no such opening. */
export async function pointOfOpening(tx: Tx, openingId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("site_opening")
    .select("reception_point_id")
    .where("id", "=", openingId)
    .executeTakeFirst();
  return row?.reception_point_id;
}

/** How many of these are photos that were kept. */
export async function countPhotos(tx: Tx, fileIds: readonly string[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::integer as n from mandate_file
    where id = any (${[...fileIds]}::uuid[]) and media_type in ('image/png', 'image/jpeg')`.execute(tx);
  return rows[0]?.n ?? 0;
}
