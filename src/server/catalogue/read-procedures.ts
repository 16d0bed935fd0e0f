import { readProcedure, searchProcedures } from "#contract/catalogue.ts";
import type { PortalWords, PublicProcedure } from "#contract/track.ts";
import { cleanLines, isAbsent } from "#domain/catalogue/portal-text.ts";
import { validVersion } from "#domain/catalogue/valid-version.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { done, type Result } from "#domain/shared/result.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import { findPortalRecord, findProcedures, readReferenceEpoch } from "./store.ts";

export const searchProceduresRoute = bind(searchProcedures, async ({ deps, query, now }) =>
  done(
    await findProcedures(deps.db, {
      typed: query.q ?? "",
      day: localTime(now).day,
      field: query.field,
      after: query.after,
    }),
  ),
);

export const readProcedureRoute = bind(readProcedure, ({ deps, params, now }) =>
  findInForce(deps, params.code, localTime(now).day),
);

/**
 * A procedure as everybody may read it, with what the national portal's record says beside it. Of several versions the
 * one in force on the day; refuses as `validVersion` does.
 */
export async function readPublicProcedure(
  deps: Deps,
  code: string,
  day: PlainDate,
): Promise<Result<PublicProcedure, "unknown_procedure" | "procedure_not_valid">> {
  const found = await findInForce(deps, code, day);
  if (!found.ok) return found;
  const { versionId, ...version } = found.value;
  const record = await findPortalRecord(deps.db, versionId);
  return done({ ...version, portal: record && portalWords(record) });
}

/** Nobody's session brings the epoch here: it is asked for, so that a new version is seen by everybody at once. */
async function findInForce(deps: Deps, code: string, day: PlainDate) {
  const reference = await deps.reference.at(await readReferenceEpoch(deps.db));
  const version = validVersion(reference.versionsByCode.get(code) ?? [], day);
  if (!version.ok) return version;
  const { id, content, validFrom, validTo } = version.value;
  const fieldName = reference.fieldNames.get(content.fieldCode) ?? content.fieldCode;
  return done({ versionId: id, validFrom, validTo, fieldName, content });
}

function portalWords(record: Readonly<Record<string, unknown>>): PortalWords {
  const said = (key: string) => {
    const value = record[key];
    const text = typeof value === "string" ? cleanLines(value) : "";
    return isAbsent(text) ? "" : text;
  };
  return { subjects: said("subjects"), steps: said("steps") };
}
