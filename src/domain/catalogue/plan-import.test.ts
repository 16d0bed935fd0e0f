import { describe, expect, test } from "vitest";
import { A_CONTENT } from "../../../test/kit/procedures.ts";
import { plainDate } from "../shared/plain-date.ts";
import { planImport, type StandingVersion } from "./plan-import.ts";
import type { ProcedureContent, PublishedLimit } from "./procedure.ts";

const day = plainDate("2026-11-21");
const OURS: ProcedureContent = { ...A_CONTENT, publishedBy: "163/QĐ-BTP", name: "Bản của chúng tôi" };
const READ: ProcedureContent = { ...A_CONTENT, publishedBy: "163/QĐ-BTP", name: "Bản đọc từ Cổng" };
const standing = (changes: Partial<StandingVersion> = {}): StandingVersion => ({
  content: OURS,
  validFrom: plainDate("2025-07-01"),
  ours: true,
  ...changes,
});

describe("a record of the portal", () => {
  test.each([
    {
      because: "a procedure that nobody has is created",
      input: { standing: undefined },
      plan: { kind: "created", content: READ, validFrom: "2026-11-21" },
    },
    {
      because: "the record that was read last changes nothing, whatever an editor made of it",
      input: { sameRecord: true, standing: standing({ ours: false }) },
      plan: { kind: "unchanged" },
    },
    {
      because: "a version of ours from the same decision stays",
      input: {},
      plan: { kind: "unchanged" },
    },
    {
      because: "spaces and case do not make another decision",
      input: { standing: standing({ content: { ...OURS, publishedBy: "163/qđ - BTP" } }) },
      plan: { kind: "unchanged" },
    },
    {
      because: "another decision replaces ours",
      input: { read: { ...READ, publishedBy: "999/QĐ-BTP" } },
      plan: { kind: "newVersion", validFrom: "2026-11-21", previousEnds: "2026-11-20", merged: false },
    },
    {
      because: "without a decision nothing says that they are the same",
      input: {
        read: withoutDecision(READ),
        standing: standing({ content: withoutDecision(OURS) }),
      },
      plan: { kind: "newVersion", merged: false },
    },
    {
      because: "a changed record replaces what was read before",
      input: { standing: standing({ ours: false }) },
      plan: { kind: "newVersion", content: READ, merged: false },
    },
    {
      because: "a version that begins tomorrow has its day first",
      input: { standing: standing({ ours: false, validFrom: plainDate("2026-11-22") }) },
      plan: { kind: "newVersion", validFrom: "2026-11-23", previousEnds: "2026-11-22" },
    },
    {
      because: "another record that reads the same makes no version",
      input: { standing: standing({ ours: false, content: READ }) },
      plan: { kind: "unchanged" },
    },
  ])("$because", ({ input, plan }) => {
    expect(planImport({ read: READ, standing: standing(), sameRecord: false, day, ...input })).toMatchObject(
      plan,
    );
  });
});

describe("a limit that ours leaves open", () => {
  const open: PublishedLimit = { limit: null, mark: "undecided", source: "CTT" };
  const stated: PublishedLimit = {
    limit: { amount: 3, unit: "workingDay" },
    mark: "sourced",
    source: "Cổng",
  };
  const withDirect = (content: ProcedureContent, limits: readonly PublishedLimit[]): ProcedureContent => ({
    ...content,
    channels: content.channels.map((offer) => (offer.channel === "direct" ? { ...offer, limits } : offer)),
  });

  test("is taken over from the record, and everything else stays ours", () => {
    const content = withDirect(OURS, [open]);
    const plan = planImport({
      read: withDirect(READ, [stated]),
      standing: standing({ content }),
      sameRecord: false,
      day,
    });
    expect(plan).toMatchObject({ kind: "newVersion", merged: true, content: withDirect(OURS, [stated]) });
  });

  test.each([
    { because: "the record leaves it open too", limits: [open] },
    {
      because: "the record has cases",
      limits: [
        { ...stated, case: "a" },
        { ...stated, case: "b" },
      ],
    },
    { because: "the record is silent", limits: [] },
  ])("stays open where $because", ({ limits }) => {
    const content = withDirect(OURS, [open]);
    const plan = planImport({
      read: withDirect(READ, limits),
      standing: standing({ content }),
      sameRecord: false,
      day,
    });
    expect(plan).toEqual({ kind: "unchanged" });
  });
});

function withoutDecision({ publishedBy: _decision, ...content }: ProcedureContent): ProcedureContent {
  return content;
}
