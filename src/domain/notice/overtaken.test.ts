import { describe, expect, test } from "vitest";
import { instant } from "../shared/instant.ts";
import { NOTICE_KINDS, type NoticeKind } from "./notice.ts";
import { overtakenBy } from "./overtaken.ts";

const MONDAY = instant("2026-12-14T10:00:00.000Z");
const FRIDAY = instant("2026-12-18T10:00:00.000Z");

describe("a message whose turn comes", () => {
  test.each<{ kind: NoticeKind; later: NoticeKind; by: number | null; because: string }>([
    { kind: "newDate", later: "newDate", by: 8, because: "there is a newer date" },
    { kind: "newDate", later: "extended", by: 8, because: "the newer date stands in Mẫu 04" },
    { kind: "extended", later: "newDate", by: 8, because: "the calendar moved the date once more" },
    { kind: "apology", later: "apology", by: 8, because: "the later apology names another day" },
    { kind: "newDate", later: "apology", by: 8, because: "the apology names the date that stays" },
    { kind: "supplement", later: "supplement", by: 8, because: "other papers are asked for" },
    { kind: "supplementReminder", later: "supplement", by: 8, because: "it reminds of the request before" },
    { kind: "duty", later: "dutyReminder", by: 8, because: "a later payment is reminded of" },
    { kind: "resultReady", later: "resultReady", by: 8, because: "the result was made again" },
    { kind: "newDate", later: "resultReady", by: null, because: "a result is about no date" },
    {
      kind: "receipt",
      later: "newDate",
      by: null,
      because: "Mẫu 01 is a paper, the new date comes after it",
    },
    {
      kind: "withdrawalDeclined",
      later: "withdrawalDeclined",
      by: null,
      because: "each request has its answer",
    },
    { kind: "partRefused", later: "partRefused", by: null, because: "it may be another part" },
  ])("of $kind, with a later one of $later: $by, since $because", ({ kind, later, by }) => {
    expect(overtakenBy({ seq: 5, kind }, [{ seq: 8, kind: later }], [])).toBe(by);
    expect(overtakenBy({ seq: 5, kind }, [{ seq: 4, kind: later }], [])).toBeNull();
  });

  test.each(NOTICE_KINDS)("of %s is not overtaken by itself or by a reminder of the same event", (kind) => {
    expect(overtakenBy({ seq: 5, kind }, [{ seq: 5, kind }], [{ seq: 5, dueAt: MONDAY }])).toBeNull();
  });

  test("names the newest of several that overtook it", () => {
    const messages = [9, 12, 7].map((seq) => ({ seq, kind: "newDate" as const }));
    expect(overtakenBy({ seq: 5, kind: "newDate" }, messages, [{ seq: 13, dueAt: FRIDAY }])).toBe(12);
    expect(
      overtakenBy({ seq: 5, kind: "newDate" }, messages, [
        { seq: 5, dueAt: MONDAY },
        { seq: 13, dueAt: FRIDAY },
      ]),
    ).toBe(13);
  });

  test("of a date is overtaken by a date that nobody is told of, unless it is the same again", () => {
    const moved = [
      { seq: 1, dueAt: MONDAY },
      { seq: 7, dueAt: FRIDAY },
    ];
    expect(overtakenBy({ seq: 5, kind: "newDate" }, [], moved)).toBe(7);
    expect(overtakenBy({ seq: 5, kind: "newDate" }, [], [...moved, { seq: 9, dueAt: MONDAY }])).toBeNull();
    expect(overtakenBy({ seq: 5, kind: "resultReady" }, [], moved)).toBeNull();
  });
});
