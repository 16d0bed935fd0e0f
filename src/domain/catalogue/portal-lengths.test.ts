import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import { paperOf, portalRecord, sha256 } from "../../../test/kit/portal-records.ts";
import { NAME_BYTES_MAX, utf8Bytes } from "./portal-lengths.ts";
import { readPortalProcedure } from "./read-portal-procedure.ts";

function read(changes: Parameters<typeof portalRecord>[0]) {
  const source = "Cổng Dịch vụ công quốc gia, 7/2026";
  return readPortalProcedure(portalRecord(changes), { source, digest: sha256 });
}

/** Where a text is called too long, and how much of it the warning shows. */
function tooLong(changes: Parameters<typeof portalRecord>[0]) {
  const procedure = read(changes);
  if (!procedure.ok) return procedure.details["faults"];
  return procedure.value.warnings
    .filter(({ kind }) => kind === "textTooLong")
    .map(({ path, words }) => `${path} ${words.length}`);
}

const letters = (count: number) => "Ơ".repeat(count);

describe("a text that is longer than any that was published", () => {
  test.each([
    { changes: { name: letters(586) }, found: [], because: "the longest name of the portal is one" },
    { changes: { name: letters(1000) }, found: [], because: "twice as long may still be a name" },
    { changes: { name: letters(1001) }, found: ["name 201"], because: "this is no name any more" },
    { changes: { field: letters(301) }, found: ["fieldCode 201"], because: "fields have few words" },
    {
      changes: { results: [{ name: "Giấy" }, { name: letters(1001) }] },
      found: ["results[1] 201"],
      because: "a result has a name",
    },
    {
      changes: { papers: [paperOf({ name: letters(4716) })] },
      found: [],
      because: "papers can be paragraphs",
    },
    {
      changes: { papers: [paperOf({ name: letters(10_001) })] },
      found: ["papers[0] 201"],
      because: "and not whole laws",
    },
    { changes: { requirements: letters(50_001) }, found: ["requirements 201"], because: "so it is here" },
  ])("has a warning, and stays: $because", ({ changes, found }) => {
    expect(tooLong(changes)).toEqual(found);
  });

  test("is no record where the name cannot be kept at all", () => {
    expect(tooLong({ name: letters(NAME_BYTES_MAX / 2) })).toEqual(["name 201"]);
    expect(tooLong({ name: letters(NAME_BYTES_MAX / 2 + 1) })).toEqual([
      `record.name: ${NAME_BYTES_MAX / 2 + 1} letters are no name; at most ${NAME_BYTES_MAX} bytes are kept`,
    ]);
  });
});

test("the bytes of a text are those of UTF-8, or more where it has pairs", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const bytes = Buffer.byteLength(text);
      const pairs = text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0;
      expect(utf8Bytes(text)).toBe(bytes + 2 * pairs);
    }),
  );
});
