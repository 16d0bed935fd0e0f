import { describe, expect, test } from "vitest";
import { type AgencyId, asId } from "../shared/id.ts";
import { plainDate } from "../shared/plain-date.ts";
import { decidingAgency } from "./competence.ts";

const commune = asId<AgencyId>("commune");
const health = asId<AgencyId>("health");
const welfare = asId<AgencyId>("welfare");
const competences = [
  {
    fieldCode: "foodSafety",
    level: "province",
    agencyId: welfare,
    validFrom: plainDate("2020-01-01"),
    validTo: plainDate("2025-06-30"),
  },
  {
    fieldCode: "foodSafety",
    level: "province",
    agencyId: health,
    validFrom: plainDate("2025-07-01"),
    validTo: null,
  },
  {
    fieldCode: "employment",
    level: "other",
    agencyId: welfare,
    validFrom: plainDate("2025-07-01"),
    validTo: null,
  },
];

describe("who decides", () => {
  test.each([
    {
      deciding: "commune",
      fieldCode: "foodSafety",
      day: "2026-11-16",
      agency: commune,
      because: "a commune decides its own procedures",
    },
    {
      deciding: "commune",
      fieldCode: "unheardOf",
      day: "2026-11-16",
      agency: commune,
      because: "whatever the field",
    },
    {
      deciding: "province",
      fieldCode: "foodSafety",
      day: "2026-11-16",
      agency: health,
      because: "the department that holds the field",
    },
    {
      deciding: "province",
      fieldCode: "foodSafety",
      day: "2025-06-30",
      agency: welfare,
      because: "the one before held it to the last day",
    },
    {
      deciding: "province",
      fieldCode: "foodSafety",
      day: "2025-07-01",
      agency: health,
      because: "and the next from the first",
    },
    {
      deciding: "other",
      fieldCode: "employment",
      day: "2026-11-16",
      agency: welfare,
      because: "a body outside both levels",
    },
  ] as const)("$fieldCode at $deciding on $day: $because", ({ deciding, fieldCode, day, agency }) => {
    const decided = decidingAgency({
      deciding,
      fieldCode,
      unitAgencyId: commune,
      competences,
      day: plainDate(day),
    });
    expect(decided).toEqual({ ok: true, value: agency });
  });

  test.each([
    {
      deciding: "province",
      fieldCode: "employment",
      day: "2026-11-16",
      because: "held at another level only",
    },
    { deciding: "province", fieldCode: "labour", day: "2026-11-16", because: "nobody holds the field" },
    { deciding: "other", fieldCode: "employment", day: "2025-06-30", because: "not held yet" },
  ] as const)(
    "$fieldCode at $deciding on $day has nowhere to go: $because",
    ({ deciding, fieldCode, day }) => {
      const decided = decidingAgency({
        deciding,
        fieldCode,
        unitAgencyId: commune,
        competences,
        day: plainDate(day),
      });
      expect(decided).toEqual({
        ok: false,
        code: "deciding_agency_unknown",
        details: { field: fieldCode, level: deciding },
      });
    },
  );
});
