import { expect, test } from "vitest";
import type { Channel, ProcedureContent, RequiredPaper } from "./procedure.ts";
import { checkPapers, type ReceivedPaper } from "./required-papers.ts";

const POPULATION = { database: "CSDLQG về dân cư", owner: "Bộ Công an", source: "NQ 66.7/2025/NQ-CP" };
const PAPERS: readonly RequiredPaper[] = [
  { id: "form", name: "Tờ khai", kind: "submit", originals: 1, copies: 0 },
  { id: "photos", name: "Ảnh", kind: "submit", originals: 2, copies: 0, optional: true },
  { id: "oldCertificate", name: "Bản sao Giấy khai sinh cũ", kind: "submit", originals: 0, copies: 1 },
  {
    id: "authorisation",
    name: "Văn bản ủy quyền",
    kind: "submit",
    originals: 1,
    copies: 0,
    condition: "Khi ủy quyền",
  },
  {
    id: "identity",
    name: "Giấy tờ tùy thân",
    kind: "show",
    originals: 1,
    copies: 0,
    replacedByData: POPULATION,
  },
  {
    id: "certified",
    name: "Bản sao chứng thực",
    kind: "submit",
    originals: 0,
    copies: 1,
    channels: ["postal"],
  },
];
const CONTENT: ProcedureContent = {
  code: "1.004884",
  name: "Thủ tục đăng ký lại khai sinh",
  fieldCode: "civilStatus",
  levels: ["commune"],
  channels: [{ channel: "direct", limits: [], fees: [] }],
  papers: PAPERS,
  results: [{ name: "Giấy khai sinh" }],
  legalBases: [],
  postalEligible: false,
  personalPresence: false,
  deciding: "commune",
  mark: "sourced",
  source: "CTT dichvucong.gov.vn, 7/2026",
};

const got = (
  paperId: string,
  originals: number,
  copies = 0,
  more: Partial<ReceivedPaper> = {},
): ReceivedPaper => ({
  paperId,
  originals,
  copies,
  ...more,
});
const ALL = [got("form", 1), got("oldCertificate", 0, 1), got("identity", 0, 0, { shown: true })];

interface Line {
  readonly because: string;
  readonly received: readonly ReceivedPaper[];
  readonly channel?: Channel;
  readonly missing: readonly string[];
  readonly toJudge: readonly string[];
}

test.each<Line>([
  {
    because: "all there, the condition still to judge",
    received: ALL,
    missing: [],
    toJudge: ["authorisation"],
  },
  {
    because: "an empty counter lacks what is always asked for",
    received: [],
    missing: ["form", "oldCertificate", "identity"],
    toJudge: ["authorisation"],
  },
  {
    because: "the clerk says that the condition holds, so the paper is missing",
    received: [...ALL, got("authorisation", 0, 0, { applies: true })],
    missing: ["authorisation"],
    toJudge: [],
  },
  {
    because: "the clerk says that the condition does not hold, so nothing is left to judge",
    received: [...ALL, got("authorisation", 0, 0, { applies: false })],
    missing: [],
    toJudge: [],
  },
  {
    because: "data of the population database replaces the identity paper",
    received: [...ALL.slice(0, 2), got("identity", 0, 0, { fromData: true })],
    missing: [],
    toJudge: ["authorisation"],
  },
  {
    because: "no data replaces a form",
    received: [got("form", 0, 0, { fromData: true }), ...ALL.slice(1)],
    missing: ["form"],
    toJudge: ["authorisation"],
  },
  {
    because: "a paper to show that nobody ticked as seen is missing",
    received: [...ALL.slice(0, 2), got("identity", 0)],
    missing: ["identity"],
    toJudge: ["authorisation"],
  },
  {
    because: "an original stands for the copy that is asked for",
    received: [ALL[0], got("oldCertificate", 1), ALL[2]].filter((line) => line !== undefined),
    missing: [],
    toJudge: ["authorisation"],
  },
  {
    because: "copies do not stand for an original",
    received: [got("form", 0, 3), ...ALL.slice(1)],
    missing: ["form"],
    toJudge: ["authorisation"],
  },
  {
    because: "by post the certified copy is asked for as well",
    received: ALL,
    channel: "postal",
    missing: ["certified"],
    toJudge: ["authorisation"],
  },
  {
    because: "an optional paper handed in by half is shown as incomplete",
    received: [...ALL, got("photos", 1)],
    missing: ["photos"],
    toJudge: ["authorisation"],
  },
  {
    because: "two lines of one paper are added up",
    received: [...ALL, got("photos", 1), got("photos", 1)],
    missing: [],
    toJudge: ["authorisation"],
  },
])("$because", ({ received, channel, missing, toJudge }) => {
  const check = checkPapers(CONTENT, channel ?? "direct", received);
  expect(check).toMatchObject({ ok: true });
  if (!check.ok) return;
  expect(check.value.missing.map((paper) => paper.paperId)).toEqual(missing);
  expect(check.value.toJudge.map((paper) => paper.paperId)).toEqual(toJudge);
});

test("says how many of a paper are short", () => {
  expect(checkPapers(CONTENT, "direct", [got("photos", 1)])).toMatchObject({
    value: {
      missing: expect.arrayContaining([
        { paperId: "photos", name: "Ảnh", originals: 1, copies: 0, toShow: false },
        { paperId: "identity", name: "Giấy tờ tùy thân", originals: 0, copies: 0, toShow: true },
      ]),
    },
  });
});

test("refuses papers that the version does not have, each named once", () => {
  const received = [...ALL, got("passport", 1), got("passport", 1), got("photo", 1)];
  expect(checkPapers(CONTENT, "direct", received)).toEqual({
    ok: false,
    code: "unknown_paper",
    details: { code: "1.004884", papers: ["passport", "photo"] },
  });
});
