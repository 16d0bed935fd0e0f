import {
  CHANNELS,
  DECIDING_LEVELS,
  MARKS,
  PAPER_KINDS,
  type ProcedureContent,
  type PublishedFee,
  type PublishedLimit,
  type RequiredPaper,
} from "#domain/catalogue/procedure.ts";
import * as fc from "fast-check";

const SOURCE = "Cổng Dịch vụ công quốc gia, bản ghi mẫu";

/** A small procedure with every kind of part; invented. */
export const A_CONTENT: ProcedureContent = {
  code: "1.999001",
  name: "Đăng ký thử nghiệm",
  fieldCode: "civilStatus",
  levels: ["commune"],
  publishedBy: "100/QĐ-BTP",
  channels: [
    {
      channel: "direct",
      limits: [
        {
          case: "fast",
          limit: { amount: 1, unit: "workingDay" },
          text: "Hồ sơ đủ",
          mark: "sourced",
          source: SOURCE,
        },
        { case: "slow", limit: null, text: "Phải xác minh", mark: "sourced", source: SOURCE },
      ],
      fees: [
        {
          id: "copy",
          kind: "charge",
          name: "Lệ phí",
          amount: 8_000,
          unit: "bản",
          mark: "sourced",
          source: SOURCE,
        },
      ],
    },
    {
      channel: "postal",
      limits: [{ limit: { amount: 3, unit: "workingDay" }, mark: "sourced", source: SOURCE }],
      fees: [],
    },
  ],
  papers: [
    { id: "form", name: "Tờ khai", kind: "submit", originals: 1, copies: 0 },
    { id: "card", name: "Căn cước", kind: "show", originals: 1, copies: 0 },
    { id: "proof", name: "Giấy chứng minh", kind: "submit", originals: 0, copies: 1, optional: true },
  ],
  results: [{ code: "KQ.01", name: "Giấy xác nhận" }],
  legalBases: ["Luật Hộ tịch 60/2014/QH13", "Nghị định 123/2015/NĐ-CP"],
  requirements: "Cư trú tại xã.",
  postalEligible: true,
  personalPresence: false,
  deciding: "commune",
  mark: "sourced",
  source: SOURCE,
};

const words = fc.constantFrom("Tờ khai", "Giấy ủy quyền", "Bản vẽ", "Ảnh 3x4", "Sổ hộ khẩu", "Đơn");
const trust = { mark: fc.constantFrom(...MARKS), source: words };
/** Values of some keys, each of which may be absent. */
const absentOr = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const anyLimit = fc
  .record({
    limit: fc.option(
      fc.record({ amount: fc.integer({ min: 1, max: 40 }), unit: fc.constant("workingDay" as const) }),
    ),
    text: absentOr(words),
    ...trust,
  })
  .map((limit) => dropAbsent(limit) as PublishedLimit);

const anyFee = fc
  .record({
    id: fc.constantFrom("a", "b", "c", "d"),
    kind: fc.constantFrom("fee" as const, "charge" as const),
    name: words,
    amount: fc.option(fc.nat(100_000)),
    unit: absentOr(words),
    ...trust,
  })
  .map((fee) => dropAbsent(fee) as PublishedFee);

const anyPaper = fc
  .record({
    id: fc.constantFrom("p", "q", "r", "s", "t"),
    name: words,
    kind: fc.constantFrom(...PAPER_KINDS),
    originals: fc.integer({ min: 1, max: 3 }),
    copies: fc.nat(3),
    optional: absentOr(fc.boolean()),
    condition: absentOr(words),
  })
  .map((paper) => dropAbsent(paper) as RequiredPaper);

const anyOffer = fc.record({
  channel: fc.constantFrom(...CHANNELS),
  limits: fc
    .array(anyLimit, { maxLength: 3 })
    .map((limits) =>
      limits.map((limit, index) => (index === 0 ? limit : { ...limit, case: `case${index}` })),
    ),
  fees: fc.uniqueArray(anyFee, { maxLength: 3, selector: (fee) => fee.id }),
});

/** Any content that a version may have, of one procedure; each passes the reader of contents. */
export const anyContent: fc.Arbitrary<ProcedureContent> = fc
  .record({
    name: words,
    publishedBy: absentOr(words),
    channels: fc.uniqueArray(anyOffer, { minLength: 1, maxLength: 3, selector: (offer) => offer.channel }),
    papers: fc.uniqueArray(anyPaper, { minLength: 1, maxLength: 4, selector: (paper) => paper.id }),
    results: fc.array(fc.record({ name: words }), { minLength: 1, maxLength: 3 }),
    legalBases: fc.array(words, { maxLength: 3 }),
    paperNotes: absentOr(fc.array(words, { minLength: 1, maxLength: 3 })),
    requirements: absentOr(words),
    personalPresence: fc.boolean(),
    deciding: fc.constantFrom(...DECIDING_LEVELS),
    mark: fc.constantFrom(...MARKS),
  })
  .map((parts) => ({
    ...A_CONTENT,
    ...(dropAbsent({ ...parts }) as typeof parts & Pick<ProcedureContent, never>),
    postalEligible: parts.channels.some((offer) => offer.channel === "postal"),
  }))
  .map((content) => dropAbsent(content) as ProcedureContent);

/** An optional key is absent or has a value: `undefined` is no JSON. */
function dropAbsent(record: object): object {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}
