import { type Validity, validVersion } from "../catalogue/valid-version.ts";
import type { PlainDate } from "../shared/plain-date.ts";

/**
 * The version of a procedure that a dossier of another system is kept under: the one in force on the day of
 * receipt; else the nearest that we know, since catalogues begin after many dossiers did. `ofThatDay` says which.
 * Undefined when there is no version at all.
 * @example received 2019, versions from 2024 and 2026 → the one from 2024, ofThatDay false
 */
export function versionForImport<Version extends Validity>(
  versions: readonly Version[],
  receivedOn: PlainDate,
): { readonly version: Version; readonly ofThatDay: boolean } | undefined {
  const inForce = validVersion(versions, receivedOn);
  if (inForce.ok) return { version: inForce.value, ofThatDay: true };
  const byBegin = versions.toSorted((one, other) => (one.validFrom < other.validFrom ? -1 : 1));
  const later = byBegin.find(({ validFrom }) => validFrom > receivedOn);
  const before = byBegin.findLast(({ validFrom }) => validFrom <= receivedOn);
  // Before the first version that we know: the first. In a gap or after the last: the one that had ended.
  const nearest = before ?? later;
  return nearest && { version: nearest, ofThatDay: false };
}
