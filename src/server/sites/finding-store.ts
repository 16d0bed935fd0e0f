import type { FindingView, PhotoView } from "#contract/sites.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import type { Checklist } from "#domain/site/checklist.ts";
import { daysLate, findingState } from "#domain/site/finding-state.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { photosOf } from "./site-store.ts";

type StoredResolution = Omit<FindingView["resolutions"][number], "day" | "verdict"> & {
  readonly day: PlainDate;
  readonly byId: string;
  readonly verdict:
    | (Omit<NonNullable<FindingView["resolutions"][number]["verdict"]>, "day"> & { readonly day: PlainDate })
    | null;
};

/** A finding as the ledger has it, with everything that was said to it. */
export interface StoredFinding {
  readonly id: string;
  readonly surveyId: string;
  readonly surveyedOn: PlainDate;
  readonly pointId: string;
  readonly version: number;
  readonly item: string | null;
  readonly words: string;
  readonly severity: FindingView["severity"];
  readonly deadline: PlainDate;
  readonly responsible: string;
  readonly photos: PhotoView[];
  readonly resolutions: readonly StoredResolution[];
}

/** Which findings: of one survey, whatever became of it, or of points, or one by its id. */
export type WhichFindings =
  | { readonly surveyId: string }
  | { readonly pointIds: readonly string[] }
  | { readonly findingId: string };

/** Findings, those that are due first before the others; what was withdrawn is left out but for its own survey. */
export async function findFindings(tx: Tx, which: WhichFindings): Promise<readonly StoredFinding[]> {
  const stands = sql`not exists (select from site_withdrawal w where w.survey_id = s.id)`;
  const condition =
    "surveyId" in which
      ? sql`s.id = ${which.surveyId}::uuid`
      : "pointIds" in which
        ? sql`s.reception_point_id = any (${[...which.pointIds]}::uuid[]) and ${stands}`
        : sql`f.id = ${which.findingId}::uuid and ${stands}`;
  const { rows } = await sql<StoredFinding>`
    select f.id, f.survey_id as "surveyId", s.day as "surveyedOn", s.reception_point_id as "pointId",
      s.checklist_version as version, f.item, f.words, f.severity, f.deadline, f.responsible,
      ${photosOf(sql`ph.finding_id = f.id`)} as photos,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'day', r.day, 'words', r.words,
          'by', coalesce(a.full_name, ''), 'byId', r.resolved_by, 'photos', ${photosOf(sql`ph.resolution_id = r.id`)},
          'verdict', case when v.resolution_id is not null then jsonb_build_object('day', v.day,
            'accepted', v.accepted, 'words', v.words, 'by', coalesce(va.full_name, '')) end) order by r.seq), '[]')
       from finding_resolution r
       left join nation.account a on a.id = r.resolved_by
       left join resolution_verdict v on v.resolution_id = r.id
       left join nation.account va on va.id = v.verified_by
       where r.finding_id = f.id) as resolutions
    from survey_finding f join survey s on s.id = f.survey_id
    where ${condition} order by f.deadline, f.id`.execute(tx);
  return rows;
}

/** What stands of the findings of some units, without words and photos: enough to count them. */
export async function findUnclosed(tx: Tx, unitIds: readonly string[]) {
  const { rows } = await sql<{
    pointId: string;
    deadline: PlainDate;
    resolutions: { day: PlainDate; verdict: { day: PlainDate; accepted: boolean } | null }[];
  }>`
    select s.reception_point_id as "pointId", f.deadline,
      (select coalesce(jsonb_agg(jsonb_build_object('day', r.day, 'verdict', case when v.resolution_id is not null
          then jsonb_build_object('day', v.day, 'accepted', v.accepted) end) order by r.seq), '[]')
       from finding_resolution r left join resolution_verdict v on v.resolution_id = r.id
       where r.finding_id = f.id) as resolutions
    from survey_finding f join survey s on s.id = f.survey_id
    join nation.reception_point p on p.id = s.reception_point_id
    where p.one_stop_unit_id = any (${[...unitIds]}::uuid[])
      and not exists (select from site_withdrawal w where w.survey_id = s.id)
      and not exists (select from finding_resolution r join resolution_verdict v on v.resolution_id = r.id
        where r.finding_id = f.id and v.accepted)`.execute(tx);
  return rows;
}

/** A finding as a screen shows it on a day; its item is named by the checklist of its survey. */
export function findingView(
  { byDay, checklists }: { readonly byDay: PlainDate; readonly checklists: readonly Checklist[] },
  found: StoredFinding,
): FindingView {
  const { pointId: _point, version, item, resolutions, ...rest } = found;
  const state = findingState(found, byDay);
  const items = checklists.find((one) => one.version === version)?.items ?? [];
  return {
    ...rest,
    item: item === null ? "" : (items.find(({ code }) => code === item)?.name ?? item),
    state,
    daysLate: state === "overdue" ? daysLate(found.deadline, byDay) : 0,
    resolutions: resolutions.map(({ byId: _by, ...resolution }) => resolution),
  };
}
