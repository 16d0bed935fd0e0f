import { describe, expect, test } from "vitest";
import type { ProcedureContent } from "../catalogue/procedure.ts";
import { plainDate } from "../shared/plain-date.ts";
import { type LodgingForm, decideLodging } from "./lodge-dossier.ts";

const MARKED = { mark: "recalled", source: "test" } as const;
const content = (limits: readonly object[]) =>
  ({
    code: "1.000001",
    papers: [],
    channels: [{ channel: "direct", limits, fees: [] }],
  }) as unknown as ProcedureContent;
const THREE_DAYS = content([{ limit: { amount: 3, unit: "workingDay" }, ...MARKED }]);
const NO_LIMIT = content([{ limit: null, ...MARKED }]);
const DAY = plainDate("2026-11-16");

const person = (name: string, identityNumber: string) => ({
  kind: "person" as const,
  name,
  identityNumber,
  birthDate: "",
  sex: "" as const,
  address: { line: "Ấp 1" },
  phone: "",
  email: "",
});
const NHUNG = person("Nguyễn Thị Hồng Nhung", "087190001234");
const BAY = person("Trần Văn Bảy", "087085004321");
const form = (changes: Partial<LodgingForm> = {}): LodgingForm => ({
  channel: "direct",
  applicant: NHUNG,
  ...changes,
});

describe("what is lodged and not received", () => {
  test("is noted for the person whose dossier it is, with no paper and no date", () => {
    const lodged = decideLodging(form(), "ask", THREE_DAYS, DAY);
    expect(lodged).toMatchObject({ ok: true, value: { applicant: { name: NHUNG.name }, submitter: null } });
  });

  test("names nobody who came for another without a power of attorney: that paper is what is missing", () => {
    const lodged = decideLodging(form({ submitter: BAY }), "ask", THREE_DAYS, DAY);
    expect(lodged).toMatchObject({ ok: true, value: { submitter: null, authorisation: null } });
  });

  test("names the person who came with a power of attorney", () => {
    const authorisation = {
      number: "",
      date: "2026-11-10",
      certifiedBy: "",
      scope: "Nộp",
      relation: "employee" as const,
    };
    const lodged = decideLodging(form({ submitter: BAY, authorisation }), "ask", THREE_DAYS, DAY);
    expect(lodged).toMatchObject({ ok: true, value: { submitter: { name: BAY.name } } });
  });

  test.each([
    {
      changes: { channel: "postal" as const },
      procedure: THREE_DAYS,
      answer: "ask" as const,
      expected: "channel_not_offered",
      because: "the procedure does not take what comes by post",
    },
    {
      changes: { case: "urgent" },
      procedure: THREE_DAYS,
      answer: "refuse" as const,
      expected: "unknown_case",
      because: "the procedure has no such case",
    },
    {
      changes: { applicant: person("", "087190001234") },
      procedure: THREE_DAYS,
      answer: "refuse" as const,
      expected: "party_invalid",
      because: "Mẫu 03 is written to somebody",
    },
    {
      changes: {},
      procedure: NO_LIMIT,
      answer: "ask" as const,
      expected: "limit_not_published",
      because: "nobody is sent for papers that could not be received then",
    },
  ])("is refused as $expected: $because", ({ changes, procedure, answer, expected }) => {
    expect(decideLodging(form(changes), answer, procedure, DAY)).toMatchObject({ ok: false, code: expected });
  });

  test("can be refused though no limit is published", () => {
    expect(decideLodging(form(), "refuse", NO_LIMIT, DAY)).toMatchObject({ ok: true });
  });
});
