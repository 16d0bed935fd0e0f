import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { type OrganisationInput, type PersonInput, readParty } from "./party.ts";

const TODAY = plainDate("2026-11-23");

const PERSON: PersonInput = {
  kind: "person",
  name: "Nguyễn Thị Hồng",
  identityNumber: "087190001234",
  identityIssuedOn: "15/04/2021",
  birthDate: "01/02/1990",
  sex: "female",
  address: { line: "Ấp Tân Bình, xã Thanh Bình", communeCode: "30130", provinceCode: "82" },
  phone: "+84 912 345 678",
  email: "hong@vidu.vn",
};

const ORGANISATION: OrganisationInput = {
  kind: "organisation",
  name: "Hợp tác xã Nông nghiệp Tân Bình 2",
  taxCode: "0102595740",
  legalRepresentative: "Trần Văn Bình",
  address: { line: "Ấp Tân Bình" },
  phone: "02773833123",
};

describe("a person on a form", () => {
  test("is read whole", () => {
    expect(readParty(PERSON, TODAY)).toEqual({
      ok: true,
      value: {
        kind: "person",
        name: "Nguyễn Thị Hồng",
        identityNumber: "087190001234",
        identityKind: "personalNumber12",
        identityIssuedOn: "2021-04-15",
        birthDate: "1990-02-01",
        sex: "female",
        address: { line: "Ấp Tân Bình, xã Thanh Bình", communeCode: "30130", provinceCode: "82" },
        phone: "0912345678",
        email: "hong@vidu.vn",
      },
      warnings: [],
    });
  });

  test("needs only a name, a number and an address; a missing phone warns", () => {
    const input: PersonInput = {
      kind: "person",
      name: "Lê An",
      identityNumber: "B1234567",
      address: { line: "Sa Đéc" },
    };
    const empty = {
      identityIssuedOn: "",
      birthDate: " ",
      sex: "",
      identityKind: "",
      phone: null,
      email: "\t",
    };
    const value = {
      kind: "person",
      name: "Lê An",
      identityNumber: "B1234567",
      identityKind: "passport",
      identityIssuedOn: null,
      birthDate: null,
      sex: null,
      address: { line: "Sa Đéc", communeCode: null, provinceCode: null },
      phone: null,
      email: null,
    };
    const reading = { ok: true, value, warnings: [{ field: "phone", code: "phone_missing" }] };
    expect(readParty(input, TODAY)).toEqual(reading);
    expect(readParty({ ...input, ...empty }, TODAY)).toEqual(reading);
  });

  test("that is empty gives every problem at once, each beside its field", () => {
    expect(readParty({ kind: "person" }, TODAY)).toEqual({
      ok: false,
      problems: [
        { field: "name", code: "name_empty" },
        { field: "identityNumber", code: "identity_number_empty" },
        { field: "address.line", code: "text_empty" },
      ],
      warnings: [{ field: "phone", code: "phone_missing" }],
    });
  });

  test.each([
    { change: { name: "123" }, problem: { field: "name", code: "name_no_letter" } },
    {
      change: { identityNumber: "087|190" },
      problem: { field: "identityNumber", code: "identity_number_characters" },
    },
    {
      change: { identityKind: "libraryCard" },
      problem: { field: "identityKind", code: "identity_kind_not_listed" },
    },
    { change: { birthDate: "30/02/1990" }, problem: { field: "birthDate", code: "day_impossible" } },
    { change: { birthDate: "24/11/2026" }, problem: { field: "birthDate", code: "day_in_future" } },
    {
      change: { identityIssuedOn: "24/11/2026" },
      problem: { field: "identityIssuedOn", code: "day_in_future" },
    },
    {
      change: { identityIssuedOn: "hôm qua" },
      problem: { field: "identityIssuedOn", code: "day_impossible" },
    },
    { change: { sex: "nữ" }, problem: { field: "sex", code: "sex_not_listed" } },
    { change: { phone: "không có" }, problem: { field: "phone", code: "phone_characters" } },
    { change: { email: "hong@vidu" }, problem: { field: "email", code: "email_malformed" } },
    { change: { email: "hồng vidu.vn" }, problem: { field: "email", code: "email_malformed" } },
    { change: { email: "a@vidu.vn,b@vidu.vn" }, problem: { field: "email", code: "email_malformed" } },
    { change: { email: "a<b@vidu.vn" }, problem: { field: "email", code: "email_malformed" } },
    { change: { email: `${"a".repeat(250)}@b.vn` }, problem: { field: "email", code: "email_malformed" } },
    { change: { address: { line: " " } }, problem: { field: "address.line", code: "text_empty" } },
    {
      change: { address: { line: "A".repeat(501) } },
      problem: { field: "address.line", code: "text_too_long" },
    },
    {
      change: { address: { line: "Sa Đéc", communeCode: "3013" } },
      problem: { field: "address.communeCode", code: "commune_code_malformed" },
    },
    {
      change: { address: { line: "Sa Đéc", provinceCode: "H20" } },
      problem: { field: "address.provinceCode", code: "province_code_malformed" },
    },
  ])("with $change is refused beside $problem.field", ({ change, problem }) => {
    expect(readParty({ ...PERSON, ...change }, TODAY)).toMatchObject({ ok: false, problems: [problem] });
  });

  test.each([
    {
      change: { birthDate: "01/02/1991" },
      warning: { field: "identityNumber", code: "identity_birth_year_differs" },
      because: "there is no check digit: the clerk looks again",
    },
    {
      change: { sex: "male" },
      warning: { field: "identityNumber", code: "identity_sex_differs" },
      because: "the digit for the sex is recalled only",
    },
    {
      change: { identityNumber: "08719000123", identityKind: "personalNumber12" },
      warning: { field: "identityNumber", code: "identity_length_unusual" },
      because: "a digit short",
    },
    {
      change: { identityNumber: "08719000123" },
      warning: { field: "identityNumber", code: "identity_kind_unknown" },
      because: "no known paper",
    },
    {
      change: { birthDate: "01/01/1900", identityNumber: "340123456" },
      warning: { field: "birthDate", code: "birth_date_long_ago" },
      because: "126 years",
    },
    {
      change: { identityIssuedOn: "31/01/1990" },
      warning: { field: "identityIssuedOn", code: "identity_issued_before_birth" },
      because: "the day before the birth",
    },
    {
      change: { phone: "091234567" },
      warning: { field: "phone", code: "phone_shape_unusual" },
      because: "a digit short",
    },
    { change: { name: "Nguyễn 3" }, warning: { field: "name", code: "name_has_digit" }, because: "a digit" },
  ])("with $change is taken with $warning.code: $because", ({ change, warning }) => {
    expect(readParty({ ...PERSON, ...change }, TODAY)).toMatchObject({ ok: true, warnings: [warning] });
  });

  test("may be born on the day at the counter", () => {
    const born = { birthDate: "23/11/2026", identityNumber: "087326000123", identityIssuedOn: null };
    expect(readParty({ ...PERSON, ...born }, TODAY)).toMatchObject({ ok: true, warnings: [] });
  });
});

describe("an organisation on a form", () => {
  test("is read whole, with digits in its name", () => {
    expect(readParty(ORGANISATION, TODAY)).toEqual({
      ok: true,
      value: {
        kind: "organisation",
        name: "Hợp tác xã Nông nghiệp Tân Bình 2",
        taxCode: "0102595740",
        taxCodeKind: "organisation10",
        legalRepresentative: "Trần Văn Bình",
        branchName: null,
        branchCode: null,
        address: { line: "Ấp Tân Bình", communeCode: null, provinceCode: null },
        phone: "02773833123",
        email: null,
      },
      warnings: [],
    });
  });

  test("that is empty gives every problem at once", () => {
    expect(readParty({ kind: "organisation" }, TODAY)).toMatchObject({
      ok: false,
      problems: [
        { field: "name", code: "name_empty" },
        { field: "taxCode", code: "tax_code_empty" },
        { field: "legalRepresentative", code: "name_empty" },
        { field: "address.line", code: "text_empty" },
      ],
    });
  });

  test.each([
    {
      change: { taxCode: "0102595740-001", branchName: "Chi nhánh Đồng Tháp" },
      branch: { branchName: "Chi nhánh Đồng Tháp", branchCode: "001" },
      warnings: [],
      because: "the tax code names the branch",
    },
    {
      change: { branchName: "Chi nhánh Đồng Tháp", branchCode: "001" },
      branch: { branchName: "Chi nhánh Đồng Tháp", branchCode: "001" },
      warnings: [],
      because: "or the form does",
    },
    {
      change: { taxCode: "0102595740-001" },
      branch: { branchName: null, branchCode: "001" },
      warnings: [{ field: "branchName", code: "branch_name_missing" }],
      because: "a branch without a name",
    },
    {
      change: { taxCode: "0102595740-001", branchName: "Chi nhánh Đồng Tháp", branchCode: "002" },
      branch: { branchName: "Chi nhánh Đồng Tháp", branchCode: "002" },
      warnings: [{ field: "branchCode", code: "branch_code_differs" }],
      because: "form and tax code differ",
    },
    {
      change: { taxCode: "0102595741" },
      branch: { branchName: null, branchCode: null },
      warnings: [{ field: "taxCode", code: "tax_code_check_digit_differs" }],
      because: "a recalled check digit never blocks",
    },
  ])("is taken: $because", ({ change, branch, warnings }) => {
    expect(readParty({ ...ORGANISATION, ...change }, TODAY)).toMatchObject({
      ok: true,
      value: branch,
      warnings,
    });
  });

  test.each([
    { change: { taxCode: "chưa có" }, problem: { field: "taxCode", code: "tax_code_characters" } },
    { change: { legalRepresentative: "" }, problem: { field: "legalRepresentative", code: "name_empty" } },
    { change: { branchCode: "1" }, problem: { field: "branchCode", code: "branch_code_malformed" } },
    { change: { branchName: "12" }, problem: { field: "branchName", code: "name_no_letter" } },
  ])("with $change is refused beside $problem.field", ({ change, problem }) => {
    expect(readParty({ ...ORGANISATION, ...change }, TODAY)).toMatchObject({
      ok: false,
      problems: [problem],
    });
  });
});
