import { expect, test } from "vitest";
import { readProcedureContent, readReferenceProcedure } from "./read-procedure.ts";

type Json = Record<string, unknown>;

function content(over: Json = {}): Json {
  return {
    code: "2.000635",
    name: "Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh",
    fieldCode: "civilStatus",
    levels: ["province", "commune"],
    channels: [channel()],
    papers: [paper()],
    results: [{ code: "KQ.G15.000342", name: "Bản sao Trích lục hộ tịch" }],
    legalBases: ["60/2014/QH13"],
    postalEligible: true,
    personalPresence: false,
    deciding: "commune",
    mark: "sourced",
    source: "CTT dichvucong.gov.vn, 7/2026",
    ...over,
  };
}

function channel(over: Json = {}): Json {
  const trust = { mark: "sourced", source: "CTT dichvucong.gov.vn, 7/2026" };
  return {
    channel: "postal",
    limits: [{ limit: { amount: 1, unit: "sameDay" }, text: "Trong ngày", ...trust }],
    fees: [{ id: "copy", kind: "fee", name: "Phí cấp bản sao", amount: 8000, unit: "bản", ...trust }],
    ...over,
  };
}

function paper(over: Json = {}): Json {
  return { id: "form", name: "Tờ khai", kind: "submit", originals: 1, copies: 0, ...over };
}

test("reads a good content as it is", () => {
  expect(readProcedureContent(content())).toEqual({ ok: true, value: content() });
});

test.each([
  { because: "a text is no content", value: "1.001193", fault: "content: not an object" },
  { because: "null is no content", value: null, fault: "content: not an object" },
  {
    because: "a missing key is named",
    value: content({ name: undefined }),
    fault: "content.name: not a text",
  },
  { because: "a misspelt key is named", value: content({ papres: [] }), fault: "content.papres: unknown" },
  { because: "a code has a shape", value: content({ code: "1001193" }), fault: "content.code: not like" },
  {
    because: "a field is one of ours",
    value: content({ fieldCode: "Hộ tịch" }),
    fault: "content.fieldCode: not a known field",
  },
  {
    because: "names are in NFC",
    value: content({ name: "Hộ tịch".normalize("NFD") }),
    fault: "content.name: not in Unicode NFC",
  },
  { because: "no stray spaces", value: content({ name: "Hộ  tịch" }), fault: "content.name: stray spaces" },
  {
    because: "no invisible marks",
    value: content({ name: "k\u200ey" }),
    fault: "content.name: stray spaces or marks",
  },
  {
    because: "counts are whole",
    value: content({ papers: [paper(), paper({ id: "photo", copies: 0.5 })] }),
    fault: "content.papers[1].copies: not a whole number of at least 0",
  },
  {
    because: "a paper asks for something",
    value: content({ papers: [paper({ originals: 0 })] }),
    fault: "form asks for nothing",
  },
  {
    because: "paper ids are unique",
    value: content({ papers: [paper(), paper()] }),
    fault: "content.papers: form twice",
  },
  {
    because: "channels are unique",
    value: content({ channels: [channel(), channel()] }),
    fault: "content.channels: postal twice",
  },
  {
    because: "money is whole đồng",
    value: content({
      channels: [channel({ fees: [{ id: "copy", kind: "fee", name: "Phí", amount: "8.000" }] })],
    }),
    fault: "content.channels[0].fees[0].amount: not a whole number",
  },
  {
    because: "an unknown limit is null and not left out",
    value: content({ channels: [channel({ limits: [{ mark: "undecided", source: "TNT/dc1e15" }] })] }),
    fault: "content.channels[0].limits[0].limit: missing",
  },
  {
    because: "one limit a case",
    value: content({ channels: [channel({ limits: [unpublished(), unpublished()] })] }),
    fault: 'content.channels.postal.limits: case "" twice',
  },
  {
    because: "a limit is one that can be counted",
    value: content({ channels: [channel({ limits: [unpublished({ amount: 5000, unit: "workingDay" })] })] }),
    fault: "content.channels.postal.limits: 5000 is too long",
  },
  {
    because: "postal eligibility follows the channels",
    value: content({ postalEligible: false }),
    fault: "content.postalEligible: says another thing than the channels",
  },
])("$because", ({ value, fault }) => {
  const read = readProcedureContent(value);
  expect(read).toMatchObject({ ok: false, code: "invalid_procedure" });
  if (!read.ok)
    expect(read.details["faults"]).toEqual(expect.arrayContaining([expect.stringContaining(fault)]));
});

function unpublished(limit: unknown = null): Json {
  return { limit, mark: "undecided", source: "TNT/dc1e15" };
}

test("names every fault at once", () => {
  const read = readProcedureContent(content({ code: "x", mark: "law", levels: [] }));
  expect(read.ok ? [] : read.details["faults"]).toHaveLength(3);
});

test.each([
  { because: "an entry has its first day", entry: { content: content() }, fault: "entry.validFrom: missing" },
  {
    because: "days exist",
    entry: { validFrom: "2026-02-29", content: content() },
    fault: "entry.validFrom: not a day",
  },
  {
    because: "it does not end before it begins",
    entry: { validFrom: "2026-02-01", validTo: "2026-01-31", content: content() },
    fault: "entry.validTo: before validFrom",
  },
])("$because", ({ entry, fault }) => {
  const read = readReferenceProcedure(entry);
  expect(read.ok ? [] : read.details["faults"]).toEqual([expect.stringContaining(fault)]);
});
