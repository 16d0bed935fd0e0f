import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { doubledRows, groupCode } from "./group-rows.ts";
import { readDossierCode } from "./dossier-code.ts";

const person = (rowId: string, identityNumber: string) => ({ rowId, applicant: { identityNumber } });

describe("one person on two rows", () => {
  test.each([
    { rows: [person("1", "087190001234"), person("2", "087190001235")], doubled: [], because: "two people" },
    {
      rows: [person("1", "087190001234"), person("2", "087 190.001 234"), person("3", "087190001234")],
      doubled: ["2", "3"],
      because: "blanks and dots make nobody else of them, and the first row stays",
    },
    { rows: [person("1", ""), person("2", " ")], doubled: [], because: "who has no number is no double" },
    {
      rows: [
        { rowId: "1", applicant: { taxCode: "1400123456" } },
        { rowId: "2", applicant: { taxCode: "1400 123 456" } },
      ],
      doubled: ["2"],
      because: "organisations have a number as well",
    },
  ])("$because", ({ rows, doubled }) => {
    expect([...doubledRows(rows)]).toEqual(doubled.map((rowId) => [rowId, "1"]));
  });

  test("of the rows that are left each number stands once, and none is lost", () => {
    const anyRows = fc
      .array(fc.constantFrom("1", "2", "3", "12", "1 2", ""), { maxLength: 12 })
      .map((numbers) => numbers.map((number, at) => person(String(at), number)));
    fc.assert(
      fc.property(anyRows, (rows) => {
        const doubled = doubledRows(rows);
        const plain = (row: (typeof rows)[number]) => row.applicant.identityNumber.replaceAll(" ", "");
        const left = rows.filter(({ rowId }) => !doubled.has(rowId)).map(plain);
        const numbers = left.filter((number) => number !== "");
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(new Set(left)).toEqual(new Set(rows.map(plain)));
      }),
    );
  });
});

test("the code of a group is never taken for that of a dossier", () => {
  expect(groupCode("H20.031", "261116", 3)).toBe("NH-H20.031-261116-03");
  expect(groupCode("000.00.01.H20", "261116", 100)).toBe("NH-000.00.01.H20-261116-100");
  expect(readDossierCode(groupCode("H20.031", "261116", 1234)).ok).toBe(false);
});
