import type { PlainDate } from "../shared/plain-date.ts";
import { done, refuse, type Refusal, type RefusalDetails, type Result } from "../shared/result.ts";

/** The days on which a version may be chosen for a new dossier; the last day counts, and is absent while it is open. */
export interface Validity {
  readonly validFrom: PlainDate;
  readonly validTo?: PlainDate | null;
}

/**
 * The version in force on a day, out of all versions of one procedure in any order. Where two overlap, the one that
 * came into force later wins: a new decision of publication replaces the old one without waiting for its end.
 * A version that ended before it began was withdrawn and counts nowhere.
 * Refuses `unknown_procedure` when there is no version at all, and `procedure_not_valid` with the nearest days:
 * `from`, when a version begins later, and `to`, when one has ended before.
 * @example validVersion(versions, plainDate("2026-11-23"))
 */
export function validVersion<Version extends Validity>(
  versions: readonly Version[],
  day: PlainDate,
): Result<Version, "unknown_procedure" | "procedure_not_valid"> {
  const standing = versions.filter(({ validFrom, validTo }) => (validTo ?? validFrom) >= validFrom);
  if (standing.length === 0) return refuse("unknown_procedure");
  const inForce = standing.filter((version) => isValidOn(version, day));
  const latest = inForce.reduce<Version | undefined>(
    (best, version) => (best === undefined || version.validFrom > best.validFrom ? version : best),
    undefined,
  );
  return latest === undefined ? notValid(standing, day) : done(latest);
}

/** True when the day is not before the first and not after the last day of validity. */
export function isValidOn(validity: Validity, day: PlainDate): boolean {
  return validity.validFrom <= day && (validity.validTo ?? day) >= day;
}

function notValid(versions: readonly Validity[], day: PlainDate): Refusal<"procedure_not_valid"> {
  const from = versions.map((version) => version.validFrom).filter((first) => first > day);
  const to = versions.flatMap((version) =>
    version.validTo && version.validTo < day ? [version.validTo] : [],
  );
  const details: RefusalDetails = {
    day,
    ...(from.length > 0 ? { from: from.toSorted()[0] ?? "" } : {}),
    ...(to.length > 0 ? { to: to.toSorted().at(-1) ?? "" } : {}),
  };
  return refuse("procedure_not_valid", details);
}

/**
 * The last day of the last version that stands, when that was before a day: nothing of the procedure may be chosen on
 * it any more. Null while a version holds or is still to come, and when there is none at all.
 * @example lastDayBefore([{ validFrom: "2020-01-01", validTo: "2025-06-30" }], "2026-11-23") → "2025-06-30"
 */
export function lastDayBefore(versions: readonly Validity[], day: PlainDate): PlainDate | null {
  const standing = versions.filter(({ validFrom, validTo }) => (validTo ?? validFrom) >= validFrom);
  const ends = standing.flatMap(({ validTo }) => (validTo && validTo < day ? [validTo] : []));
  return ends.length === standing.length ? (ends.toSorted().at(-1) ?? null) : null;
}
