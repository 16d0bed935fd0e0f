import type { ReviewRow, VERSION_ORIGINS, VersionRow, WarningView } from "#contract/catalogue-review.ts";
import type { WarningKind } from "#domain/catalogue/warnings.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { CURSOR_ID, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { nameOf } from "./store.ts";

export interface ReviewFilter {
  readonly openOnly: boolean;
  readonly kind: WarningKind | undefined;
  readonly field: string | undefined;
  readonly origin: (typeof VERSION_ORIGINS)[number] | undefined;
  readonly typed: string;
}

/** The newest version of each procedure that stands: what an editor looks at and mends. */
const NEWEST = sql`
  select distinct on (code) id, code, name, search_key, field_code, valid_from, origin
  from nation.procedure_version where withdrawn_at is null order by code, valid_from desc`;

/** A page of the newest versions that pass the filter, by name as Vietnamese sorts. */
export async function findReviewRows(
  tx: Tx,
  filter: ReviewFilter,
  day: PlainDate,
  after: string | undefined,
): Promise<{ procedures: ReviewRow[]; next: string | null }> {
  const [id] = unpackCursor(after, [CURSOR_ID]) ?? [];
  const conditions = [
    ...filterConditions(filter),
    ...(id === undefined
      ? []
      : [sql`(newest.name collate "vi-x-icu", newest.id) > (${nameOf(id)}, ${id}::uuid)`]),
  ];
  const { rows } = await sql<ReviewRow>`
    with newest as materialized (${NEWEST})
    select newest.id as "versionId", newest.code, newest.name, field.name as "fieldName", newest.origin,
      newest.valid_from as "validFrom", current.valid_from as "inForceFrom",
      open.warnings as "openWarnings", open.kinds
    from newest
    join nation.field as field on field.code = newest.field_code
    join lateral (
      select count(*)::integer as warnings, coalesce(array_agg(distinct kind), '{}') as kinds
      from nation.procedure_warning where version_id = newest.id and acknowledged_at is null) as open on true
    left join lateral (
      select valid_from from nation.procedure_version
      where code = newest.code and withdrawn_at is null and valid_from <= ${day}
        and (valid_to is null or valid_to >= ${day})
      order by valid_from desc limit 1) as current on true
    where ${sql.join(conditions, sql` and `)}
    order by newest.name collate "vi-x-icu", newest.id
    limit ${PAGE_ROWS + 1}`.execute(tx);
  const procedures = rows.slice(0, PAGE_ROWS);
  const last = procedures.at(-1);
  return {
    procedures,
    next: rows.length > PAGE_ROWS && last ? packCursor([last.versionId]) : null,
  };
}

function filterConditions({ openOnly, kind, field, origin, typed }: ReviewFilter): RawBuilder<unknown>[] {
  const words = searchKey(typed).split(" ").filter(Boolean).map(escapeLike);
  const code = `${escapeLike(typed.trim())}%`;
  const hasEveryWord = words.map((word) => sql`newest.search_key like ${`%${word}%`}`);
  return [
    sql`true`,
    // Who types a whole code looks for that procedure, with warnings or without.
    ...(openOnly ? [sql`(open.warnings > 0 or newest.code = ${typed.trim()})`] : []),
    ...(kind === undefined ? [] : [sql`${kind} = any(open.kinds)`]),
    ...(field === undefined ? [] : [sql`newest.field_code = ${field}`]),
    ...(origin === undefined ? [] : [sql`newest.origin = ${origin}`]),
    ...(words.length === 0
      ? []
      : [sql`(newest.code like ${code} or (${sql.join(hasEveryWord, sql` and `)}))`]),
  ];
}

function escapeLike(text: string): string {
  return text.replace(/[%_\\]/g, "\\$&");
}

/** Open warnings by kind, and procedures by field, over the newest versions. */
export async function countReview(tx: Tx): Promise<{
  readonly procedures: number;
  readonly proceduresOpen: number;
  readonly kinds: readonly {
    readonly kind: WarningKind;
    readonly warnings: number;
    readonly procedures: number;
  }[];
  readonly fields: readonly { readonly code: string; readonly name: string; readonly procedures: number }[];
}> {
  const kinds = await sql<{ kind: WarningKind; warnings: number; procedures: number }>`
    with newest as materialized (${NEWEST})
    select kind, count(*)::integer as warnings, count(distinct version_id)::integer as procedures
    from newest join nation.procedure_warning on version_id = newest.id
    where acknowledged_at is null group by kind`.execute(tx);
  const fields = await sql<{ code: string; name: string; procedures: number; open: number }>`
    with newest as materialized (${NEWEST})
    select field.code, field.name, count(*)::integer as procedures,
      count(*) filter (where exists (select from nation.procedure_warning
        where version_id = newest.id and acknowledged_at is null))::integer as open
    from newest join nation.field as field on field.code = newest.field_code
    group by field.code, field.name order by field.name collate "vi-x-icu"`.execute(tx);
  return {
    procedures: sum(fields.rows.map((field) => field.procedures)),
    proceduresOpen: sum(fields.rows.map((field) => field.open)),
    kinds: kinds.rows,
    fields: fields.rows.map(({ code, name, procedures }) => ({ code, name, procedures })),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

/** A line of the history, with the name under which the version was published. */
type StoredVersion = VersionRow & {
  readonly name: string;
  readonly fieldName: string;
  readonly validFrom: PlainDate;
  readonly validTo: PlainDate | null;
};

/** Every version of a procedure, withdrawn ones too, the newest first; none for a code that nobody knows. */
export async function findVersionRows(tx: Tx, code: string): Promise<readonly StoredVersion[]> {
  const { rows } = await sql<StoredVersion>`
    select version.id as "versionId", version.name, field.name as "fieldName", version.valid_from as "validFrom",
      version.valid_to as "validTo", version.origin, version.published_at as "publishedAt",
      editor.full_name as "publishedBy", version.withdrawn_at as "withdrawnAt",
      (select reason from nation.reference_change
        where table_name = 'procedure_version' and row_key = version.id::text and before is null
        order by recorded_at, id limit 1) as reason,
      (select count(*)::integer from nation.procedure_warning
        where version_id = version.id and acknowledged_at is null) as "openWarnings"
    from nation.procedure_version as version
    join nation.field as field on field.code = version.field_code
    left join nation.account as editor on editor.id = version.published_by
    where version.code = ${code}
    order by version.valid_from desc, version.withdrawn_at nulls first, version.id desc`.execute(tx);
  return rows;
}

/** One version of a procedure with the portal record that it was read from. */
export function findVersion(tx: Tx, code: string, versionId: string) {
  return tx
    .selectFrom("nation.procedure_version as version")
    .leftJoin("nation.portal_record as record", (join) =>
      join.onRef("record.code", "=", "version.code").onRef("record.sha256", "=", "version.record_sha256"),
    )
    .select(["version.id", "version.content", "record.record", "record.read_at as recordReadAt"])
    .where("version.code", "=", code)
    .where("version.id", "=", versionId)
    .executeTakeFirst();
}

/** The warnings of a version, in the order in which they were noted. */
export async function findWarnings(tx: Tx, versionId: string): Promise<WarningView[]> {
  const rows = await tx
    .selectFrom("nation.procedure_warning as warning")
    .leftJoin("nation.account as editor", "editor.id", "warning.acknowledged_by")
    .select([
      "warning.position",
      "warning.kind",
      "warning.path",
      "warning.words",
      "warning.acknowledged_at as acknowledgedAt",
      "editor.full_name as acknowledgedBy",
    ])
    .where("warning.version_id", "=", versionId)
    .orderBy("warning.position")
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as WarningKind }));
}
