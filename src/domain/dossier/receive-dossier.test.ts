import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEFAULT_DUE_DATE_SETTINGS } from "../calendar/due-date-settings.ts";
import { readCalendar } from "../calendar/read-calendar.ts";
import type { ProcedureContent } from "../catalogue/procedure.ts";
import { instant } from "../shared/instant.ts";
import { type IntakeFacts, type IntakeForm, decideIntake, intakeDueDate } from "./receive-dossier.ts";

const calendar = readCalendar(
  JSON.parse(readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8")),
);
const said = { mark: "sourced", source: "a test" } as const;
const fee = { id: "copy", kind: "fee", name: "Phí bản sao", amount: 8_000, ...said } as const;
const content: ProcedureContent = {
  code: "2.000635",
  name: "Cấp bản sao trích lục hộ tịch",
  fieldCode: "civilStatus",
  levels: ["commune"],
  deciding: "commune",
  publishedBy: "QĐ",
  channels: [
    { channel: "direct", limits: [{ limit: { amount: 3, unit: "workingDay" }, ...said }], fees: [fee] },
    {
      channel: "postal",
      limits: [
        { limit: { amount: 3, unit: "workingDay" }, ...said },
        { case: "verified", limit: { amount: 10, unit: "workingDay" }, ...said },
      ],
      fees: [{ ...fee, amount: null }],
    },
    { channel: "online", limits: [{ limit: null, ...said }], fees: [] },
  ],
  papers: [
    { id: "form", name: "Tờ khai", kind: "submit", originals: 1, copies: 0 },
    { id: "card", name: "Giấy tờ tùy thân", kind: "show", originals: 1, copies: 0 },
  ],
  results: [{ name: "Bản sao trích lục" }],
  ...said,
} as unknown as ProcedureContent;
// Monday 16 November 2026, 8:30: three working days end on Thursday.
const facts: IntakeFacts = {
  content,
  calendar,
  settings: DEFAULT_DUE_DATE_SETTINGS,
  now: instant("2026-11-16T08:30:00+07:00"),
};
const applicant = {
  kind: "person",
  name: "Nguyễn Thị Hồng",
  identityNumber: "087190001234",
  address: { line: "Ấp 1" },
  phone: "0912345678",
} as const;
const handed = { paperId: "form", originals: 1, copies: 0, shown: false };
const shown = { paperId: "card", originals: 0, copies: 0, shown: true };
const form: IntakeForm = { channel: "direct", applicant, papers: [handed, shown], furtherPapers: [] };

describe("what can be taken in", () => {
  test("a fee per copy is not known before the copies are counted; what is free stays free", () => {
    const withFee = (amount: number, unit?: string) => {
      const offered = { ...fee, amount, ...(unit !== undefined && { unit }) };
      const channels = facts.content.channels.map((offer) => ({ ...offer, fees: [offered] }));
      const intake = decideIntake(form, {
        ...facts,
        content: { ...facts.content, channels },
      });
      return intake.ok ? intake.value.feeDue : intake.code;
    };
    expect([withFee(8_000), withFee(8_000, "bản"), withFee(0, "bản")]).toEqual([8_000, null, 0]);
  });

  test("the parties, the day, the papers and what is owed come out together", () => {
    const intake = decideIntake(form, facts);
    expect(intake).toMatchObject({
      ok: true,
      value: {
        receivedAs: "agentOfAgency",
        feeDue: 8_000,
        limit: { amount: 3 },
        parties: { submitter: null, authorisation: null },
      },
    });
    if (!intake.ok) return;
    expect(intake.value.due).toMatchObject({
      dueAt: expect.stringMatching(/^2026-11-19T/),
      provisional: false,
    });
    expect(
      intake.value.items.map(({ paperId, originals, copies, shown: seen }) => [
        paperId,
        originals,
        copies,
        seen,
      ]),
    ).toEqual([
      ["form", 1, 0, false],
      ["card", 0, 0, true],
    ]);
    expect(intake.value.items[0]?.name).toBe("Tờ khai");
  });

  test("a posted dossier is received as the post's, and a fee that nobody has fixed is not nothing", () => {
    const intake = decideIntake({ ...form, channel: "postal" }, facts);
    expect(intake).toMatchObject({ ok: true, value: { receivedAs: "postalForwarder", feeDue: null } });
  });

  test("what was signed for on the Friday before counts from there", () => {
    const signed = { ...facts, countsFrom: instant("2026-11-13T09:00:00+07:00") };
    expect(decideIntake({ ...form, channel: "postal" }, signed)).toMatchObject({
      ok: true,
      value: { due: { dueAt: expect.stringMatching(/^2026-11-18T/) } },
    });
  });

  test("the case decides the limit", () => {
    const of = (caseKey?: string) => intakeDueDate({ channel: "postal", case: caseKey }, facts);
    expect(of()).toMatchObject({ ok: true, value: { limit: { amount: 3 } } });
    expect(of("verified")).toMatchObject({ ok: true, value: { limit: { amount: 10 } } });
    expect(of("unheardOf")).toMatchObject({ ok: false, code: "unknown_case" });
  });

  test("papers that the citizen brings besides are kept by their own name", () => {
    const further = { name: "  Đơn  trình bày ".normalize("NFD"), originals: 0, copies: 2 };
    const intake = decideIntake({ ...form, furtherPapers: [further] }, facts);
    expect(intake.ok && intake.value.items.at(-1)).toEqual({
      paperId: null,
      name: "Đơn trình bày",
      originals: 0,
      copies: 2,
      shown: false,
      note: null,
    });
  });

  test("a line of the checklist with nothing in it, listed or not, is no paper", () => {
    const nothing = { name: "Đơn trình bày", originals: 0, copies: 0 };
    const empty = { paperId: "form", originals: 0, copies: 0, shown: false };
    const intake = decideIntake({ ...form, papers: [handed, empty, shown], furtherPapers: [nothing] }, facts);
    expect(intake.ok && intake.value.items.length).toBe(2);
  });
});

describe("what cannot", () => {
  test.each<{ changes: Partial<IntakeForm>; code: string; because: string }>([
    {
      changes: { channel: "online" },
      code: "limit_not_published",
      because: "no limit is published, and none is guessed",
    },
    { changes: { case: "verified" }, code: "unknown_case", because: "this channel has no cases" },
    { changes: { papers: [shown] }, code: "papers_missing", because: "the form itself is not there" },
    { changes: { papers: [handed] }, code: "papers_missing", because: "nobody looked at the card" },
    {
      changes: { papers: [shown], missingPapersReason: " \t" },
      code: "papers_missing",
      because: "a blank is no reason",
    },
    {
      changes: { papers: [handed, shown, { ...handed, paperId: "other" }] },
      code: "unknown_paper",
      because: "the version does not list it",
    },
    {
      changes: { papers: [handed, shown, { ...handed, originals: 2 }] },
      code: "paper_listed_twice",
      because: "which of two lines says how many there are, nobody could tell",
    },
    { changes: { applicant: { ...applicant, name: "" } }, code: "party_invalid", because: "nobody applies" },
    {
      changes: { submitter: { ...applicant, identityNumber: "087085004321" } },
      code: "authorisation_missing",
      because: "somebody else came without a power of attorney",
    },
  ])("$code: $because", ({ changes, code }) => {
    expect(decideIntake({ ...form, ...changes }, facts)).toMatchObject({ ok: false, code });
  });

  test("a channel that is not offered", () => {
    const direct = { ...content, channels: content.channels.slice(0, 1) };
    expect(decideIntake({ ...form, channel: "postal" }, { ...facts, content: direct })).toMatchObject({
      code: "channel_not_offered",
      details: { offered: ["direct"] },
    });
  });

  test("a day past the published calendar", () => {
    const late = { ...facts, now: instant("2027-12-31T08:30:00+07:00") };
    expect(decideIntake(form, late)).toMatchObject({ ok: false, code: "calendar_not_published" });
  });

  test("with a reason a dossier without all its papers is taken all the same, and the missing ones are named", () => {
    const missing = decideIntake({ ...form, papers: [] }, facts);
    expect(missing).toMatchObject({
      code: "papers_missing",
      details: { papers: ["Tờ khai", "Giấy tờ tùy thân"] },
    });
    const reason = { missingPapersReason: "Người dân sẽ bổ sung trong ngày" };
    expect(decideIntake({ ...form, papers: [], ...reason }, facts)).toMatchObject({
      ok: true,
      value: { items: [] },
    });
  });
});

describe("for every checklist", () => {
  const line = fc.record({
    paperId: fc.constantFrom("form", "card"),
    originals: fc.nat(2),
    copies: fc.nat(2),
    shown: fc.boolean(),
  });

  test("what was only shown is never counted as held, and what is held has a number", () => {
    fc.assert(
      fc.property(fc.uniqueArray(line, { maxLength: 2, selector: ({ paperId }) => paperId }), (papers) => {
        const intake = decideIntake({ ...form, papers, missingPapersReason: "…" }, facts);
        expect(intake.ok).toBe(true);
        if (!intake.ok) return;
        for (const item of intake.value.items) expect(item.originals + item.copies > 0).toBe(!item.shown);
        const held = papers.filter((paper) => !paper.shown);
        const sum = (list: readonly { originals: number; copies: number }[]) =>
          list.reduce((all, one) => all + one.originals + one.copies, 0);
        expect(sum(intake.value.items)).toBe(sum(held));
      }),
    );
  });
});
