import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { describe, expect, test } from "vitest";
import { type CheckContext, checkIntake } from "./intake-checks.ts";
import { EMPTY_FORM, type IntakeForm } from "./intake-form.ts";
import { chooseChannel, startForm } from "./start-form.ts";

const limit = (key?: string) => ({
  ...(key === undefined ? {} : { case: key }),
  limit: { amount: 3, unit: "workingDay" as const },
  mark: "sourced" as const,
  source: "test",
});

const content: ProcedureContent = {
  code: "1.004859",
  name: "Đăng ký thay đổi, cải chính hộ tịch",
  fieldCode: "civilStatus",
  levels: ["commune"],
  channels: [
    { channel: "online", limits: [limit("ordinary"), limit("verified")], fees: [] },
    { channel: "direct", limits: [limit()], fees: [] },
  ],
  papers: [
    { id: "form", name: "Tờ khai", kind: "submit", originals: 1, copies: 0 },
    { id: "card", name: "Căn cước", kind: "show", originals: 0, copies: 0 },
    {
      id: "posted",
      name: "Bản sao có chứng thực",
      kind: "submit",
      originals: 0,
      copies: 1,
      channels: ["postal"],
    },
  ],
  results: [],
  legalBases: [],
  postalEligible: false,
  personalPresence: false,
  deciding: "commune",
  mark: "sourced",
  source: "test",
};

const context: CheckContext = {
  content,
  versionId: "0198a000-0000-7000-8000-000000000001",
  today: plainDate("2026-11-23"),
  draftId: null,
};
const view = {
  versionId: context.versionId,
  validFrom: "2025-07-01",
  validTo: null,
  fieldName: "Hộ tịch",
  content,
};

const filled: IntakeForm = {
  ...startForm(view),
  person: {
    name: ` ${"Nguyễn Thị Hồng".normalize("NFD")} `,
    identityNumber: "087 190 001 234",
    birthDate: "05091990",
    sex: "female",
    address: "Ấp Bình Trung",
    communeCode: "",
    phone: "",
    email: "",
  },
  papers: {
    form: { originals: 1, copies: 0, shown: false },
    card: { originals: 0, copies: 0, shown: true },
    posted: { originals: 0, copies: 1, shown: false },
    gone: { originals: 1, copies: 0, shown: false },
  },
};

const fields = (form: IntakeForm) => {
  const { people, others } = checkIntake(form, context);
  return [...people, ...others].map(({ field }) => field);
};

describe("a form that is ready", () => {
  test("is sent as the wire wants it: cleaned, without what is empty, without papers of another version or channel", () => {
    expect(checkIntake(filled, context).input).toEqual({
      procedureVersionId: context.versionId,
      channel: "direct",
      applicant: {
        kind: "person",
        name: "Nguyễn Thị Hồng",
        identityNumber: "087190001234",
        birthDate: "1990-09-05",
        sex: "female",
        address: "Ấp Bình Trung",
      },
      papers: [
        { paperId: "form", originals: 1, copies: 0, shown: false },
        { paperId: "card", originals: 0, copies: 0, shown: true },
      ],
      furtherPapers: [],
      dossierSets: 1,
      returnMethod: "counter",
      receiptDelivery: "counter",
      assistedWriting: false,
    });
  });

  test("may have warnings: they never hold it back", () => {
    const check = checkIntake(filled, context);
    expect(check.warnings.map(({ code }) => code)).toContain("phone_missing");
    expect(check.input).not.toBeNull();
  });

  test("brings the power of attorney of another submitter, and only then", () => {
    const submitter = {
      ...filled.person,
      name: "Trần Văn Ba",
      identityNumber: "087090009876",
      sex: "" as const,
    };
    const authorisation = {
      number: "",
      date: "20/11/2026",
      certifiedBy: "",
      relation: "child" as const,
      scope: "Nộp hồ sơ",
    };
    const byOther = { ...filled, submitterIsOther: true, submitter, authorisation };
    expect(checkIntake(byOther, context).input?.authorisation).toEqual({
      date: "2026-11-20",
      relation: "child",
      scope: "Nộp hồ sơ",
    });
    expect(checkIntake({ ...byOther, submitterIsOther: false }, context).input).not.toHaveProperty(
      "submitter",
    );
  });
});

describe("what is wrong is said beside its field", () => {
  test.each([
    {
      form: { ...filled, person: { ...filled.person, name: "" } },
      field: "applicant.name",
      because: "nobody is named",
    },
    {
      form: { ...filled, person: { ...filled.person, birthDate: "30/02/1990" } },
      field: "applicant.birthDate",
      because: "the day does not exist",
    },
    {
      form: { ...filled, applicantKind: "organisation" as const },
      field: "applicant.taxCode",
      because: "an organisation has a tax code",
    },
    {
      form: { ...filled, submitterIsOther: true },
      field: "submitter.name",
      because: "another submitter is a person too",
    },
    {
      form: { ...filled, papers: {} },
      field: "missingPapersReason",
      because: "missing papers need a reason",
    },
    {
      form: { ...filled, furtherPapers: [{ id: 4, name: " ", originals: 1, copies: 0 }] },
      field: "furtherPapers.4",
      because: "a paper has a name",
    },
    {
      form: { ...filled, channel: "online" as const },
      field: "case",
      because: "online the limit depends on the case",
    },
    { form: { ...filled, remarks: "đ".repeat(10_001) }, field: "remarks", because: "remarks have a bound" },
  ])("$field: $because", ({ form, field }) => {
    expect(fields(form)).toContain(field);
    expect(checkIntake(form, context).input).toBeNull();
  });

  test("remarks of exactly 10,000 characters are sent whole, 10,001 are kept and told", () => {
    const exact = "đ".repeat(10_000);
    expect(checkIntake({ ...filled, remarks: exact }, context).input?.remarks).toBe(exact);
    const over = { ...filled, remarks: `${exact}đ` };
    expect(checkIntake(over, context).others).toEqual([{ field: "remarks", code: "tooLong", over: 1 }]);
    expect(over.remarks).toHaveLength(10_001);
  });

  test("missing papers with a reason are no problem, and the reason goes along", () => {
    const check = checkIntake(
      { ...filled, papers: {}, missingPapersReason: " Nộp bổ sung ngày mai " },
      context,
    );
    expect(check.missing.map(({ paperId }) => paperId)).toEqual(["form", "card"]);
    expect(check.input?.missingPapersReason).toBe("Nộp bổ sung ngày mai");
  });
});

describe("channel and case", () => {
  test("a new form begins at the counter", () => {
    expect(startForm(view)).toEqual({
      ...EMPTY_FORM,
      procedureCode: content.code,
      procedureVersionId: context.versionId,
      channel: "direct",
      case: null,
    });
  });

  test("a case goes when the channel does not have it, and comes from a choice only", () => {
    const online = { ...filled, ...chooseChannel(view, filled, "online") };
    expect(online.case).toBeNull();
    const chosen = { ...online, case: "verified" };
    expect(fields(chosen)).not.toContain("case");
    expect(chooseChannel(view, chosen, "direct")).toEqual({ channel: "direct", case: null });
  });
});
