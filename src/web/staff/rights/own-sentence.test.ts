import { describe, expect, test } from "vitest";
import { wordsOf } from "#web/text/words.ts";
import { type OwnRights, ownSentence } from "./own-sentence.ts";

const UNIT = "Trung tâm Phục vụ hành chính công xã Bình Thành";
const given: OwnRights["assignments"][number] = {
  id: "a",
  clerk: "Trần Văn Phúc",
  task: "receive",
  subject: { kind: "procedure", code: "2.000635", name: "Cấp bản sao Trích lục hộ tịch" },
  reason: "Công chức hộ tịch đi tập huấn",
  standsBy: true,
  validFrom: "2026-11-16",
  validTo: "2026-11-16",
  givenBy: "Trương Mỹ Hạnh",
  givenAt: "2026-11-16T01:00:00.000Z",
  revokedAt: null,
  acts: 0,
};
const clerk: NonNullable<OwnRights["clerk"]> = {
  accountId: "c",
  fullName: "Trần Văn Phúc",
  postOffice: "Bưu điện Văn hóa xã Bình Thành",
  rights: [],
  untrainedFields: [],
  suspended: false,
  stops: [],
};
const stop = {
  kind: "mandate" as const,
  decision: "305/QĐ-UBND",
  since: "2026-11-10T00:00:00.000Z",
  reason: "",
  mandate: "164/QĐ-UBND",
};
const { own } = wordsOf("vi").mandates;

describe("what a clerk reads first of the own rights", () => {
  test.each<{
    readonly because: string;
    readonly changes: Partial<NonNullable<OwnRights["clerk"]>>;
    readonly assignments: OwnRights["assignments"];
    readonly title: string;
  }>([
    { because: "nothing is given at all", changes: {}, assignments: [], title: own.mayNothing(UNIT) },
    {
      because: "a task outside of the list is given, and no decision gives any",
      changes: {},
      assignments: [given],
      title: own.mayAssigned(UNIT),
    },
    {
      because: "what was given is taken back",
      changes: {},
      assignments: [{ ...given, revokedAt: "2026-11-16T02:00:00.000Z" }],
      title: own.mayNothing(UNIT),
    },
    {
      because: "the clerk is suspended, whatever was given",
      changes: { suspended: true },
      assignments: [given],
      title: own.suspended(UNIT),
    },
    {
      because: "the mandate is suspended",
      changes: { stops: [stop] },
      assignments: [],
      title: own.mandatesStopped(UNIT),
    },
  ])("$because", ({ changes, assignments, title }) => {
    const rights = { unitName: UNIT, heads: [], clerk: { ...clerk, ...changes }, assignments };
    expect(ownSentence(rights, wordsOf("vi")).title).toBe(title);
  });
});
