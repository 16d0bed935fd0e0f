import { cleanLine, isAbsent } from "./portal-text.ts";
import type { DecidingLevel, ProcedureLevel } from "./procedure.ts";
import type { Warning } from "./warnings.ts";

export interface ReadLevels {
  readonly levels: readonly ProcedureLevel[];
  readonly deciding: DecidingLevel;
  readonly warnings: readonly Warning[];
}

const LEVELS: Readonly<Record<string, ProcedureLevel>> = {
  "cấp bộ": "ministry",
  "cấp tỉnh": "province",
  "cấp xã": "commune",
  "cơ quan khác": "other",
};

/** From the lowest; a body outside the tiers comes last. */
const LOWEST_FIRST = [
  "commune",
  "province",
  "ministry",
  "other",
] as const satisfies readonly ProcedureLevel[];

const COMMITTEE = /(?:[uủ][yỷ] ban nhân dân|ubnd)(?: cấp)? (?:xã|phường)/iu;

/** Bodies that answer to a ministry and not to a commune's or a province's committee. */
const OWN_HIERARCHY =
  /công an|cảnh sát|quân sự|bộ quốc phòng|hải quan|thuế|kho bạc|bảo hiểm xã hội|bhxh|ngân hàng nhà nước|cảng vụ|tổ chức hành nghề|cơ quan đại diện/iu;

/**
 * The levels of a record, and who decides: the lowest level that is named, unless the agency that is named belongs to
 * a hierarchy of its own (police, customs, tax, social insurance). Several levels, or an agency that is missing or is
 * no committee of a commune, give a warning.
 * @example readPortalLevels(["Cấp tỉnh", "Cấp xã"], null) → deciding "commune", with a warning
 */
export function readPortalLevels(
  given: readonly string[],
  agencyName: string | null | undefined,
): ReadLevels {
  const levels = [...new Set(given.map((name) => LEVELS[cleanLine(name).toLowerCase()]))].filter(
    (level) => level !== undefined,
  );
  const lowest = LOWEST_FIRST.find((level) => levels.includes(level)) ?? "other";
  const agency = cleanLine(agencyName ?? "");
  const named = !isAbsent(agency);
  const committee = COMMITTEE.test(agency);
  const deciding = named && !committee && OWN_HIERARCHY.test(agency) ? "other" : lowest;
  const words = given.map(cleanLine).join(", ");
  return {
    levels,
    deciding,
    warnings: [
      ...(levels.length > 1 ? [{ kind: "decidingLevelAmbiguous", path: "deciding", words } as const] : []),
      ...(deciding === "commune" && !committee
        ? [{ kind: "agencyUnclear", path: "deciding", words: named ? agency : "" } as const]
        : []),
    ],
  };
}
