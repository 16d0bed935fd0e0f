import { describe, expect, test } from "vitest";
import { type AgencyId, asId } from "../shared/id.ts";
import { plainDate } from "../shared/plain-date.ts";
import { chosenAgency, competentAgencies, decidingAgency } from "./competence.ts";

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

const other = asId<AgencyId>("other commune");
const ended = asId<AgencyId>("ended commune");
const since = { validFrom: plainDate("2025-07-01"), validTo: null };
const province = [
  { id: commune, kind: "communeCommittee", ...since },
  { id: other, kind: "communeCommittee", ...since },
  { id: ended, kind: "communeCommittee", ...since, validTo: plainDate("2026-01-01") },
  { id: health, kind: "provincialDepartment", ...since },
];
const asked = {
  fieldCode: "foodSafety",
  unitAgencyId: commune,
  competences,
  agencies: province,
  day: plainDate("2026-11-16"),
};

describe("who may be chosen to decide, wherever it is received", () => {
  test.each([
    {
      deciding: "commune",
      levels: ["commune"],
      agencies: [commune, other],
      because: "every commune that there is today, the own one first",
    },
    {
      deciding: "province",
      levels: ["province"],
      agencies: [health],
      because: "what the province decides has the holder of the field",
    },
    {
      deciding: "commune",
      levels: ["province", "commune"],
      agencies: [commune, other, health],
      because: "what is done at both levels may go to either",
    },
    {
      deciding: "other",
      levels: ["other"],
      agencies: [],
      because: "nobody of the province holds it, so nobody can be chosen",
    },
  ] as const)("$levels: $because", ({ deciding, levels, agencies }) => {
    expect(competentAgencies({ ...asked, deciding, levels })).toEqual(agencies);
  });

  test.each([
    { chosen: undefined, answer: { ok: true, value: commune }, because: "nobody chose" },
    { chosen: other, answer: { ok: true, value: other }, because: "another commune of the province" },
    { chosen: ended, code: "agency_not_competent", because: "it is no more" },
    { chosen: health, code: "agency_not_competent", because: "a department decides no commune's procedure" },
    { chosen: "far away", code: "agency_not_competent", because: "it lies in another province" },
  ] as const)("$chosen: $because", ({ chosen, because: _because, ...rest }) => {
    const decided = chosenAgency({ ...asked, deciding: "commune", levels: ["commune"] }, chosen);
    if ("answer" in rest) expect(decided).toEqual(rest.answer);
    else expect(decided).toMatchObject({ ok: false, code: rest.code });
  });
});
