import { expect, test } from "vitest";
import { chooseLimit } from "./choose-limit.ts";
import type { Channel, ProcedureContent, PublishedLimit } from "./procedure.ts";

const SOURCED = { mark: "sourced", source: "CTT dichvucong.gov.vn, 7/2026" } as const;

function correction(limits: readonly PublishedLimit[]): ProcedureContent {
  return {
    code: "1.004859",
    name: "Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc",
    fieldCode: "civilStatus",
    levels: ["commune"],
    channels: [
      { channel: "direct", limits, fees: [] },
      { channel: "postal", limits: [{ limit: { amount: 5, unit: "workingDay" }, ...SOURCED }], fees: [] },
    ],
    papers: [],
    results: [{ name: "Trích lục" }],
    legalBases: [],
    postalEligible: true,
    personalPresence: false,
    deciding: "commune",
    ...SOURCED,
  };
}

const GENERAL: PublishedLimit = { limit: { amount: 1, unit: "workingDay" }, ...SOURCED };
const CASE: PublishedLimit = { case: "correction", limit: { amount: 3, unit: "workingDay" }, ...SOURCED };
const SILENT: PublishedLimit = {
  limit: null,
  text: "Nguồn không nêu",
  mark: "undecided",
  source: "TNT/dc1e15",
};

interface Line {
  readonly because: string;
  readonly limits: readonly PublishedLimit[];
  readonly channel: Channel;
  readonly caseKey?: string;
  readonly expected: object;
}

test.each<Line>([
  {
    because: "without a case the limit that names none holds",
    limits: [CASE, GENERAL],
    channel: "direct",
    expected: { ok: true, value: { amount: 1, unit: "workingDay" } },
  },
  {
    because: "a case has its own limit",
    limits: [GENERAL, CASE],
    channel: "direct",
    caseKey: "correction",
    expected: { ok: true, value: { amount: 3, unit: "workingDay" } },
  },
  {
    because: "each channel has its own limit",
    limits: [GENERAL],
    channel: "postal",
    expected: { ok: true, value: { amount: 5, unit: "workingDay" } },
  },
  {
    because: "a channel that is not offered is named with those that are",
    limits: [GENERAL],
    channel: "online",
    expected: { ok: false, code: "channel_not_offered", details: { offered: ["direct", "postal"] } },
  },
  {
    because: "a case that the version does not have is not taken for the general one",
    limits: [GENERAL, CASE],
    channel: "direct",
    caseKey: "adoption",
    expected: { ok: false, code: "unknown_case", details: { cases: ["correction"] } },
  },
  {
    because: "where only cases have limits, one must be chosen",
    limits: [CASE],
    channel: "direct",
    expected: { ok: false, code: "unknown_case", details: { cases: ["correction"] } },
  },
  {
    because: "an unpublished limit is refused with its mark, never guessed",
    limits: [SILENT],
    channel: "direct",
    expected: {
      ok: false,
      code: "limit_not_published",
      details: { mark: "undecided", source: "TNT/dc1e15", text: "Nguồn không nêu" },
    },
  },
  {
    because: "no limit at all is an unpublished one",
    limits: [],
    channel: "direct",
    expected: { ok: false, code: "limit_not_published" },
  },
])("$because", ({ limits, channel, caseKey, expected }) => {
  expect(chooseLimit(correction(limits), channel, caseKey)).toMatchObject(expected);
});
