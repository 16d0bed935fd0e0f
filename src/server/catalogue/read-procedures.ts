import { readProcedure, searchProcedures } from "#contract/catalogue.ts";
import { validVersion } from "#domain/catalogue/valid-version.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { findProcedures, readReferenceEpoch } from "./store.ts";

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

/** Nobody's session brings the epoch here: it is asked for, so that a new version is seen by everybody at once. */
export const readProcedureRoute = bind(readProcedure, async ({ deps, params, now }) => {
  const reference = await deps.reference.at(await readReferenceEpoch(deps.db));
  const version = validVersion(reference.versionsByCode.get(params.code) ?? [], localTime(now).day);
  if (!version.ok) return version;
  const { id, content, validFrom, validTo } = version.value;
  const fieldName = reference.fieldNames.get(content.fieldCode) ?? content.fieldCode;
  return done({
    versionId: id,
    validFrom: validFrom,
    validTo: validTo,
    fieldName,
    content,
  });
});
