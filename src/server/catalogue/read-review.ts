import {
  listReview,
  readReviewedProcedure,
  readReviewedVersion,
  readReviewSummary,
} from "#contract/catalogue-review.ts";
import { readProcedureContent } from "#domain/catalogue/read-procedure.ts";
import { validVersion } from "#domain/catalogue/valid-version.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { countReview, findReviewRows, findVersion, findVersionRows, findWarnings } from "./review-store.ts";

export const listReviewRoute = bind(listReview, async ({ query, now, read }) => {
  const filter = {
    openOnly: query.scope !== "all",
    kind: query.kind,
    field: query.field,
    origin: query.origin,
    typed: query.q ?? "",
  };
  return done(await read((tx) => findReviewRows(tx, filter, localTime(now).day, query.after)));
});

export const readReviewSummaryRoute = bind(readReviewSummary, async ({ read }) => {
  const { kinds, fields, ...counts } = await read(countReview);
  return done({ ...counts, kinds: [...kinds], fields: [...fields] });
});

export const readReviewedProcedureRoute = bind(readReviewedProcedure, async ({ params, now, read }) => {
  const versions = await read((tx) => findVersionRows(tx, params.code));
  const standing = versions.filter((version) => version.withdrawnAt === null);
  const [newest] = standing;
  if (!newest) return refuse("unknown_procedure");
  const today = localTime(now).day;
  const inForce = validVersion(standing, today);
  return done({
    code: params.code,
    name: newest.name,
    fieldName: newest.fieldName,
    today,
    newestId: newest.versionId,
    inForceId: inForce.ok ? inForce.value.versionId : null,
    versions: versions.map(({ name: _name, fieldName: _fieldName, ...version }) => version),
  });
});

export const readReviewedVersionRoute = bind(readReviewedVersion, async ({ params, read }) => {
  const found = await read(async (tx) => {
    const version = await findVersion(tx, params.code, params.versionId);
    return version && { ...version, warnings: await findWarnings(tx, params.versionId) };
  });
  if (!found) return refuse("not_found");
  const content = readProcedureContent(found.content);
  invariant(content.ok, `the content of procedure version ${found.id} has the promised shape`);
  return done({
    versionId: found.id,
    content: content.value,
    warnings: found.warnings,
    record: isRecord(found.record) ? found.record : null,
    recordReadAt: found.recordReadAt,
  });
});

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
