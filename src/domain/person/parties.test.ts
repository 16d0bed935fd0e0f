import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { readAuthorisation } from "./authorisation.ts";
import { fieldProblemsIn, partyRefusal } from "./findings.ts";
import { type PartiesInput, readParties } from "./parties.ts";
import type { OrganisationInput, PersonInput } from "./party.ts";
import { PERSON_PROBLEMS, PERSON_WARNINGS } from "./problem-codes.ts";

const TODAY = plainDate("2026-11-23");
const address = { line: "Ấp Tân Bình" };
const phone = "0912345678";
const MOTHER: PersonInput = {
  kind: "person",
  name: "Nguyễn Thị Hồng",
  identityNumber: "087160001234",
  address,
  phone,
};
const SON: PersonInput = {
  kind: "person",
  name: "Lê Văn An",
  identityNumber: "087090005678",
  address,
  phone,
};
const COMPANY: OrganisationInput = {
  kind: "organisation",
  name: "Công ty TNHH Sen Hồng",
  taxCode: "0102595740",
  legalRepresentative: "Trần Văn Bình",
  address,
  phone,
};
const AUTHORISATION = {
  number: "12/2026",
  date: "20/11/2026",
  certifiedBy: "Ủy ban nhân dân xã Thanh Bình",
  relation: "child",
  scope: "Nộp hồ sơ và nhận kết quả",
};

describe("who stands at the counter", () => {
  test.each([
    { applicant: MOTHER, because: "the applicant" },
    { applicant: COMPANY, because: "a company's legal representative" },
  ])("needs no power of attorney: $because", ({ applicant }) => {
    expect(readParties({ applicant }, TODAY)).toMatchObject({
      ok: true,
      value: { applicant: { name: applicant.name }, submitter: null, authorisation: null },
      warnings: [],
    });
  });

  test("may be another person with a power of attorney", () => {
    expect(
      readParties({ applicant: MOTHER, submitter: SON, authorisation: AUTHORISATION }, TODAY),
    ).toMatchObject({
      ok: true,
      value: {
        applicant: { name: "Nguyễn Thị Hồng" },
        submitter: { name: "Lê Văn An" },
        authorisation: { ...AUTHORISATION, date: "2026-11-20" },
      },
      warnings: [],
    });
  });

  test.each([
    { applicant: MOTHER, authorisation: undefined },
    { applicant: COMPANY, authorisation: null },
  ])("may not be another person without one", ({ applicant, authorisation }) => {
    const reading = readParties({ applicant, submitter: SON, authorisation }, TODAY);
    const problems = [{ field: "authorisation", code: "authorisation_missing" }];
    expect(reading).toEqual({ ok: false, problems, warnings: [] });
  });

  test("is the applicant when both have the same number, however it was typed", () => {
    const submitter = { ...MOTHER, identityNumber: "087 160 001 234" };
    expect(readParties({ applicant: MOTHER, submitter }, TODAY)).toMatchObject({
      ok: true,
      value: { submitter: null, authorisation: null },
      warnings: [{ field: "submitter.identityNumber", code: "submitter_same_as_applicant" }],
    });
  });

  test("gives the problems of all three at once, under their groups", () => {
    const input: PartiesInput = {
      applicant: { ...MOTHER, name: "" },
      submitter: { ...SON, birthDate: "30/02/1990", phone: "" },
      authorisation: { ...AUTHORISATION, scope: "" },
    };
    expect(readParties(input, TODAY)).toEqual({
      ok: false,
      problems: [
        { field: "applicant.name", code: "name_empty" },
        { field: "submitter.birthDate", code: "day_impossible" },
        { field: "authorisation.scope", code: "text_empty" },
      ],
      warnings: [{ field: "submitter.phone", code: "phone_missing" }],
    });
  });

  test("with a wrong applicant alone gives only the applicant's problems", () => {
    expect(readParties({ applicant: { ...MOTHER, name: "" } }, TODAY)).toMatchObject({
      ok: false,
      problems: [{ field: "applicant.name", code: "name_empty" }],
    });
  });
});

describe("a power of attorney", () => {
  test.each([
    { change: { date: "" }, problem: { field: "date", code: "text_empty" }, because: "since when?" },
    {
      change: { date: "31/11/2026" },
      problem: { field: "date", code: "day_impossible" },
      because: "no such day",
    },
    {
      change: { date: "24/11/2026" },
      problem: { field: "date", code: "day_in_future" },
      because: "not given yet",
    },
    { change: { scope: " " }, problem: { field: "scope", code: "text_empty" }, because: "for what?" },
    {
      change: { relation: "friend" },
      problem: { field: "relation", code: "relation_not_listed" },
      because: "not listed",
    },
    {
      change: { relation: null },
      problem: { field: "relation", code: "relation_not_listed" },
      because: "not chosen",
    },
    {
      change: { number: "1".repeat(201) },
      problem: { field: "number", code: "text_too_long" },
      because: "no number",
    },
  ])("with $change is refused: $because", ({ change, problem }) => {
    expect(readAuthorisation({ ...AUTHORISATION, ...change }, TODAY)).toEqual({
      ok: false,
      problems: [problem],
      warnings: [],
    });
  });

  test.each([
    { relation: "child", certifiedBy: "", warnings: [], because: "close relatives need no certification" },
    {
      relation: "employee",
      certifiedBy: null,
      warnings: [],
      because: "the organisation's own seal is on it",
    },
    {
      relation: "other",
      certifiedBy: " ",
      warnings: [{ field: "certifiedBy", code: "authorisation_not_certified" }],
      because: "others do, as far as recalled",
    },
    { relation: "other", certifiedBy: "Văn phòng công chứng Sa Đéc", warnings: [], because: "a notary did" },
  ])("of $relation certified by $certifiedBy is taken: $because", ({ relation, certifiedBy, warnings }) => {
    const reading = readAuthorisation({ ...AUTHORISATION, number: null, relation, certifiedBy }, TODAY);
    expect(reading).toMatchObject({ ok: true, value: { number: null, relation }, warnings });
  });
});

describe("the refusal of a form", () => {
  test("carries every problem with its field and nothing that was typed", () => {
    const reading = readParties({ applicant: { ...MOTHER, name: "007", phone: "x" } }, TODAY);
    const refusal = partyRefusal(reading.ok ? [] : reading.problems);
    expect(refusal).toEqual({
      ok: false,
      code: "party_invalid",
      details: { problems: ["applicant.name=name_no_letter", "applicant.phone=phone_characters"] },
    });
    expect(fieldProblemsIn(refusal.details)).toEqual(reading.ok ? [] : reading.problems);
  });

  test("has its own code when only the power of attorney is missing", () => {
    const missing = { field: "authorisation", code: "authorisation_missing" } as const;
    expect(partyRefusal([missing]).code).toBe("authorisation_missing");
    expect(partyRefusal([missing, { field: "applicant.name", code: "name_empty" }]).code).toBe(
      "party_invalid",
    );
  });

  test.each([
    { details: {}, because: "another refusal's details" },
    { details: { problems: "name=name_empty" }, because: "no list" },
    { details: { problems: ["name", "=name_empty", "name=never_heard_of"] }, because: "nothing known" },
  ])("is read back without what it does not know: $because", ({ details }) => {
    expect(fieldProblemsIn(details)).toEqual([]);
  });

  test("lists each code once", () => {
    expect(new Set(PERSON_PROBLEMS).size).toBe(PERSON_PROBLEMS.length);
    expect(new Set(PERSON_WARNINGS).size).toBe(PERSON_WARNINGS.length);
  });
});

test("whatever a form holds, the answer is details or listed problems, and what was read reads the same again", () => {
  const typed = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      null,
      undefined,
      "",
      "01/02/1990",
      "30/02/1990",
      "087190001234",
      "0912345678",
      "female",
      "Lê An",
    ),
  );
  const person = fc.record({
    kind: fc.constant("person" as const),
    name: typed,
    identityNumber: typed,
    identityKind: typed,
    identityIssuedOn: typed,
    birthDate: typed,
    sex: typed,
    address: fc.option(fc.record({ line: typed, communeCode: typed, provinceCode: typed })),
    phone: typed,
    email: typed,
  });
  const usual = fc
    .record({ name: fc.constant("Lê An"), identityNumber: typed, phone: typed })
    .map((change) => ({ ...SON, ...change }));
  fc.assert(
    fc.property(fc.oneof(person, usual), (applicant) => {
      const reading = readParties({ applicant }, TODAY);
      for (const { code } of reading.warnings) expect(PERSON_WARNINGS).toContain(code);
      if (!reading.ok) {
        expect(reading.problems.length).toBeGreaterThan(0);
        return;
      }
      const again = readParties({ applicant: reading.value.applicant }, TODAY);
      expect(again).toMatchObject({ ok: true, value: reading.value });
    }),
    { numRuns: 1_000 },
  );
});
