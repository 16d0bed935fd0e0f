import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { channelOf, paperOf, portalRecord, sha256 } from "../../../test/kit/portal-records.ts";
import { readPortalProcedure } from "./read-portal-procedure.ts";
import { readProcedureContent } from "./read-procedure.ts";
import { WARNING_KINDS } from "./warnings.ts";

const SOURCE = "Cổng Dịch vụ công quốc gia, 7/2026";
const read = (value: unknown) => readPortalProcedure(value, { source: SOURCE, digest: sha256 });

function taken(changes: Parameters<typeof portalRecord>[0]) {
  const result = read(portalRecord(changes));
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.value;
}

test("a plain record becomes a version in which nothing is open", () => {
  const { content, fieldName, warnings } = taken({});
  expect(warnings).toEqual([]);
  expect(fieldName).toBe("Thử nghiệm phần mềm");
  expect(content).toMatchObject({
    code: "1.900001",
    name: "Cấp giấy xác nhận thử nghiệm",
    fieldCode: expect.stringMatching(/^field[\da-f]{10}$/),
    levels: ["commune"],
    deciding: "commune",
    publishedBy: "1/QĐ-BTN",
    channels: [
      {
        channel: "direct",
        limits: [{ limit: { amount: 3, unit: "workingDay" }, mark: "sourced", source: SOURCE }],
        fees: [{ amount: 0, kind: "unstated", mark: "sourced", source: SOURCE }],
      },
    ],
    results: [{ code: "KQ.900001", name: "Giấy xác nhận" }],
    legalBases: ["Luật Thử nghiệm 1/2025/QH15"],
    postalEligible: false,
  });
  expect(content).not.toHaveProperty("requirements");
});

describe("what a record says", () => {
  test.each([
    {
      because: "a field that we know has our code, however it is written",
      changes: { field: " hộ  TỊCH".normalize("NFD") },
      content: { fieldCode: "civilStatus" },
    },
    {
      because: "that there is no information is no requirement",
      changes: { requirements: "Không có thông tinTừ khóaKhông có thông tinMô tả" },
      content: {},
    },
    {
      because: "a ministry's procedure is decided there",
      changes: { levels: ["Cấp bộ"], agency: null },
      content: { levels: ["ministry"], deciding: "ministry" },
    },
    {
      because: "the police of a commune are not its committee",
      changes: { agency: "Công an cấp Xã" },
      content: { levels: ["commune"], deciding: "other" },
    },
    {
      because: "what nobody sees is taken out",
      changes: { name: "Cấp\u200b giấy\u00a0 xác nhận\n" },
      content: { name: "Cấp giấy xác nhận" },
    },
    {
      because: "with the post among the channels the post may take it in",
      changes: { channels: [channelOf({ channel: "postal" })] },
      content: { postalEligible: true },
    },
    {
      because: "entries that say the same are one",
      changes: { channels: [channelOf({}), channelOf({})] },
      content: {
        channels: [
          expect.objectContaining({ limits: [expect.not.objectContaining({ case: expect.anything() })] }),
        ],
      },
    },
    {
      because: "glued titles and numbers are parted",
      changes: { legalBases: "Luật 51/2019/QH1451/2019/QH14Thông tư về tạm trú53/2016/TT-BCALuật Cư trú" },
      content: { legalBases: ["Luật 51/2019/QH14", "Thông tư về tạm trú 53/2016/TT-BCA", "Luật Cư trú"] },
    },
  ])("$because", ({ changes, content }) => {
    const version = taken(changes);
    expect(version.content).toMatchObject(content);
    expect(version.content).not.toHaveProperty("requirements");
    expect(version.warnings).toEqual([]);
  });

  test.each([
    {
      because: "several levels",
      changes: { levels: ["Cấp tỉnh", "Cấp xã"] },
      kinds: ["decidingLevelAmbiguous"],
    },
    { because: "no agency", changes: { agency: "Không có thông tin" }, kinds: ["agencyUnclear"] },
    { because: "no channel", changes: { channels: [] }, kinds: ["channelsMissing"] },
    {
      because: "an unknown channel",
      changes: { channels: [channelOf({ channel: "fax" })] },
      kinds: ["channelsMissing"],
    },
    { because: "no result", changes: { results: [] }, kinds: ["resultsMissing"] },
    { because: "no paper", changes: { papers: null }, kinds: ["papersMissing"] },
    {
      because: "somebody must come",
      changes: { steps: "Nộp hồ sơ. Khi đăng ký, hai bên nam nữ phải có mặt. Ký tên." },
      kinds: ["presenceUnclear"],
    },
    {
      because: "a limit and a fee run into each other",
      changes: { channels: [channelOf({ limit: { amount: 120, unit: null }, feeAndNotes: "VNĐ" })] },
      kinds: ["limitUnitMissing", "feeNotUnderstood"],
    },
  ])("what is open is told, and the procedure comes all the same: $because", ({ changes, kinds }) => {
    expect(taken(changes).warnings.map(({ kind }) => kind)).toEqual(kinds);
  });
});

describe("several entries of one channel", () => {
  const entries = [
    channelOf({ limit: { amount: 10, unit: "Ngày làm việc" }, feeAndNotes: "Miễn phía) Cấp mới" }),
    channelOf({ limit: { amount: 5, unit: "Ngày làm việc" }, feeAndNotes: "Miễn phíb) Cấp lại" }),
  ];

  test("become cases, each with its words and a key that follows them", () => {
    const { content, warnings } = taken({ channels: entries });
    const [offer] = content.channels;
    expect(offer?.limits).toMatchObject([
      { text: "a) Cấp mới", limit: { amount: 10 }, case: expect.stringMatching(/^case[\da-f]{10}$/) },
      { text: "b) Cấp lại", limit: { amount: 5 }, case: expect.stringMatching(/^case[\da-f]{10}$/) },
    ]);
    expect(offer?.fees).toMatchObject([{ amount: 0 }]);
    expect(warnings).toMatchObject([{ kind: "severalCases", path: "channels.direct.limits" }]);
    const turned = taken({ channels: entries.toReversed() });
    expect(turned.content.channels[0]?.limits.map((limit) => limit.case).toReversed()).toEqual(
      offer?.limits.map((limit) => limit.case),
    );
  });

  test("with different fees have the words of both and no amount: fees of two cases are not added up", () => {
    const { content, warnings } = taken({
      channels: [
        channelOf({ feeAndNotes: "100,000 VNĐ" }),
        channelOf({ limit: { amount: 5, unit: "Ngày" }, feeAndNotes: "200,000 VNĐ" }),
      ],
    });
    expect(content.channels[0]?.fees).toMatchObject([
      { amount: null, text: "100000\n200000", mark: "undecided" },
    ]);
    expect(warnings.map(({ kind }) => kind)).toContain("feesDiffer");
  });
});

test.each([
  { because: "a text is no record", value: "1.900001" },
  { because: "a list is none", value: [portalRecord()] },
  { because: "a code has a shape", value: portalRecord({ code: "900001" }) },
  { because: "it has a name", value: portalRecord({ name: "  " }) },
  { because: "it names a level that there is", value: portalRecord({ levels: ["Cấp huyện"] }) },
  { because: "counts are numbers", value: portalRecord({ papers: [paperOf({ copies: "1" as never })] }) },
])("what is no record is refused with the reason: $because", ({ value }) => {
  expect(read(value)).toMatchObject({
    ok: false,
    code: "invalid_record",
    details: { faults: [expect.stringMatching(/^record/)] },
  });
});

describe("whatever comes", () => {
  const words = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.constantFrom(
      "Miễn phí",
      "20,000 VNĐ(/trang)",
      "Không có thông tin",
      "Trường hợp A: giấy Bmẫu.doc",
      "3 ngày",
      "*",
    ),
  );
  const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const count = fc.oneof(fc.nat(12), fc.double({ noNaN: true, noDefaultInfinity: true }));
  const record = fc.record({
    code: fc.constantFrom("1.900001", "2.000001"),
    name: words.map((rest) => `Cấp ${rest}`),
    field: words.map((rest) => `Hộ ${rest}`),
    levels: fc.array(fc.constantFrom("Cấp bộ", "Cấp tỉnh", "Cấp xã", "Cơ quan khác", "Cấp huyện"), {
      minLength: 1,
    }),
    agency: maybe(words),
    publishedBy: words,
    channels: fc.array(
      fc.record({
        channel: fc.constantFrom("direct", "online", "postal", "fax"),
        limit: maybe(fc.record({ amount: count, unit: maybe(fc.constantFrom("Ngày", "Giờ", "Tuần", "")) })),
        feeAndNotes: maybe(words),
      }),
    ),
    papers: maybe(
      fc.array(
        fc.record({
          kind: fc.constantFrom("submit", "present", "note", "?"),
          name: words,
          originals: count,
          copies: count,
        }),
      ),
    ),
    results: fc.array(fc.record({ code: maybe(words), name: words })),
    legalBases: maybe(words),
    requirements: maybe(words),
    steps: maybe(words),
  });

  test("reading never throws, and what is read can be stored and read again", () => {
    fc.assert(
      fc.property(fc.oneof(record, fc.jsonValue(), fc.anything()), (value) => {
        const result = read(value);
        if (!result.ok) {
          expect(result.code).toBe("invalid_record");
          return;
        }
        const { content, warnings } = result.value;
        expect(readProcedureContent(JSON.parse(JSON.stringify(content)))).toEqual({
          ok: true,
          value: content,
        });
        for (const { kind } of warnings) expect(WARNING_KINDS).toContain(kind);
      }),
      { numRuns: 500 },
    );
  });

  test("a limit or an amount that is missing has a warning at its place", () => {
    fc.assert(
      fc.property(record, (value) => {
        const result = read(value);
        if (!result.ok) return;
        const { content, warnings } = result.value;
        const open = content.channels.flatMap(({ channel, limits, fees }) => [
          ...limits.flatMap(({ limit }, at) => (limit ? [] : [`channels.${channel}.limits[${at}]`])),
          ...fees.flatMap(({ amount }, at) => (amount === null ? [`channels.${channel}.fees[${at}]`] : [])),
        ]);
        const told = warnings.map(({ path }) => path);
        expect(open.filter((path) => !told.includes(path))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
