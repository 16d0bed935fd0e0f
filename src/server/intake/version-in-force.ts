import { validVersion } from "#domain/catalogue/valid-version.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, refuse } from "#domain/shared/result.ts";
import type { ProcedureVersion, Reference } from "../units/reference.ts";

/** The version that the clerk saw, if it is the one in force today. */
export function versionInForce(
  reference: Reference,
  versionId: string,
  today: PlainDate,
): Result<ProcedureVersion, "unknown_procedure" | "procedure_not_valid" | "procedure_version_changed"> {
  const seen = reference.versionsById.get(versionId);
  if (!seen) return refuse("unknown_procedure", { version: versionId });
  const inForce = validVersion(reference.versionsByCode.get(seen.content.code) ?? [], today);
  if (!inForce.ok) return inForce;
  return inForce.value.id === seen.id
    ? inForce
    : refuse("procedure_version_changed", { code: seen.content.code });
}
