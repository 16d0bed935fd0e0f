import { readProcedure, searchProcedures } from "#contract/catalogue.ts";
import { validVersion } from "#domain/catalogue/valid-version.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { findProcedures } from "./store.ts";

export const searchProceduresRoute = bind(searchProcedures, async ({ deps, query, now }) =>
  done(await findProcedures(deps.db, { typed: query.q ?? "", day: localTime(now).day, after: query.after })),
);

export const readProcedureRoute = bind(readProcedure, async ({ reference, params, now }) => {
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
