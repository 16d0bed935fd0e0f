import type { ProcedureVersion, Reference } from "./reference.ts";

/** The version of a procedure that begins last, in force or not: what its code is called and which field it is of. */
export function newestVersion(reference: Reference, code: string): ProcedureVersion | undefined {
  return reference.versionsByCode
    .get(code)
    ?.reduce((newest, version) => (version.validFrom > newest.validFrom ? version : newest));
}
