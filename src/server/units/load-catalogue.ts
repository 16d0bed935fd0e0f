import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { readProcedureContent } from "#domain/catalogue/read-procedure.ts";
import { asId } from "#domain/shared/id.ts";
import { invariant } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Db } from "../db/kysely.ts";
import type { ProcedureVersion } from "./reference.ts";

/**
 * The contents that this process has read, by version. A national catalogue is megabytes of JSON, and each batch of
 * an import moves the epoch: what is still the same row is not fetched and read again.
 */
export type ReadContents = Map<string, { readonly stamp: string; readonly content: ProcedureContent }>;

/** The fields and all versions. `contents` is brought to what is stored now. */
export async function loadCatalogue(db: Db, contents: ReadContents) {
  const fields = await db.selectFrom("nation.field").selectAll().execute();
  const rows = await db
    .selectFrom("nation.procedure_version")
    // The transaction that wrote the row last: another one means that something in it changed.
    .select(["id", "valid_from", "valid_to", sql<string>`xmin::text`.as("stamp")])
    .execute();
  await readMissing(
    db,
    contents,
    rows.filter(({ id, stamp }) => contents.get(id)?.stamp !== stamp),
  );
  const versions: ProcedureVersion[] = rows.map((row) => ({
    id: asId(row.id),
    validFrom: row.valid_from,
    validTo: row.valid_to,
    content: contentOf(contents, row.id),
  }));
  const versionsByCode = new Map<string, ProcedureVersion[]>();
  for (const version of versions) {
    const { code } = version.content;
    versionsByCode.set(code, [...(versionsByCode.get(code) ?? []), version]);
  }
  return {
    fieldNames: new Map(fields.map((field) => [field.code, field.name])),
    versionsByCode,
    versionsById: new Map(versions.map((version) => [version.id as string, version])),
  };
}

async function readMissing(
  db: Db,
  contents: ReadContents,
  missing: readonly { readonly id: string; readonly stamp: string }[],
): Promise<void> {
  if (missing.length === 0) return;
  const rows = await db
    .selectFrom("nation.procedure_version")
    .select(["id", "content"])
    .where("id", "=", sql<string>`any(${missing.map(({ id }) => id)}::uuid[])`)
    .execute();
  const stamps = new Map(missing.map(({ id, stamp }) => [id, stamp]));
  for (const { id, content } of rows) {
    const read = readProcedureContent(content);
    invariant(read.ok, `the content of procedure version ${id} has the promised shape`);
    contents.set(id, { stamp: stamps.get(id) ?? "", content: read.value });
  }
}

function contentOf(contents: ReadContents, id: string): ProcedureContent {
  const read = contents.get(id);
  invariant(read, `procedure version ${id} was read in the same snapshot`);
  return read.content;
}
