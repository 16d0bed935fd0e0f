import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant } from "../shared/instant.ts";
import { IMPORT_NOTES } from "./dossier-payloads.ts";
import { IMPORT_REJECTS } from "./import-findings.ts";
import { IMPORT_FIELDS, type ImportFields, canonicalRow, importColumn } from "./imported-columns.ts";
import { readImportedDossier } from "./imported-dossier.ts";

const NOW = instant("2026-11-21T09:00:00+07:00");

const RETURNED: ImportFields = {
  code: "000.00.31.H20-190305-0001",
  procedure: "2.000635",
  unit: "000.00.31.H20",
  receivedAt: "2019-03-05 08:30",
  dueAt: "2019-03-08 17:00",
  status: "10",
  finishedAt: "2019-03-07 10:00",
  returnedAt: "2019-03-08 09:00",
  outcome: "Đồng ý",
  resultNumber: "12/TLKT-BS",
  applicantName: "Nguyễn Thị Hồng",
  applicantNumber: "087190001234",
  applicantPhone: "0912 345 678",
  applicantAddress: "Ấp 1, xã Bình Tấn",
};
describe("whatever stands in a row", () => {
  const aValue = fc.oneof(
    fc.jsonValue(),
    fc.string(),
    fc.constantFrom(
      "10",
      "4",
      "2019-03-05",
      "2.000635",
      "8.000 đ",
      "Nguyễn Văn A",
      "1",
      "[]",
      '[{"at":"2019-03-06"}]',
    ),
  );
  const aRow = fc.record(Object.fromEntries(IMPORT_FIELDS.map((field) => [field, aValue])), {
    requiredKeys: [],
  }) as fc.Arbitrary<ImportFields>;

  test("it is read or rejected with reasons, and never throws", () => {
    fc.assert(
      fc.property(aRow, (row) => {
        const read = readImportedDossier(row, NOW);
        if (read.ok) {
          expect(read.value.receivedAt <= NOW).toBe(true);
          for (const note of read.value.notes) expect(IMPORT_NOTES).toContain(note);
        } else {
          expect(read.reasons.length).toBeGreaterThan(0);
          for (const { code } of read.reasons) expect(IMPORT_REJECTS).toContain(code);
        }
      }),
      { numRuns: 300 },
    );
  });

  test("a good row with one field replaced is read, or the reason names that field or one compared with it", () => {
    const one = fc.tuple(fc.constantFrom(...IMPORT_FIELDS), aValue);
    fc.assert(
      fc.property(one, ([field, value]) => {
        const read = readImportedDossier({ ...RETURNED, [field]: value }, NOW);
        if (read.ok) expect(read.value.code.length).toBeGreaterThan(0);
        else if (!["receivedAt", "finishedAt", "returnedAt", "status"].includes(field))
          expect(new Set(read.reasons.map((reason) => reason.field.replace(/[[.].*$/, "")))).toEqual(
            new Set([field]),
          );
      }),
      { numRuns: 300 },
    );
  });

  test("the order of its columns, blanks and the way accents are composed do not make it another row", () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...IMPORT_FIELDS], { minLength: IMPORT_FIELDS.length }), (order) => {
        const row = Object.fromEntries(
          order.flatMap((field) => (field in RETURNED ? [[field, RETURNED[field]]] : [])),
        ) as ImportFields;
        const decomposed = {
          ...row,
          applicantName: ` ${String(row.applicantName).normalize("NFD")} `,
          remarks: "",
        };
        expect(canonicalRow(decomposed)).toBe(canonicalRow(RETURNED));
        expect(canonicalRow({ ...row, fee: 8000 })).toBe(canonicalRow({ ...row, fee: "8000" }));
        expect(canonicalRow({ ...row, fee: 8001 })).not.toBe(canonicalRow({ ...row, fee: "8000" }));
      }),
    );
  });
});

describe("the name of a column", () => {
  test.each([
    { name: "code", column: { kind: "field", field: "code" }, because: "our own name" },
    { name: "MaHoSo", column: { kind: "field", field: "code" }, because: "as systems exchange it" },
    { name: " Mã hồ sơ ", column: { kind: "field", field: "code" }, because: "as people head a table" },
    { name: "NGAY_HEN_TRA", column: { kind: "field", field: "dueAt" }, because: "as a database names it" },
    { name: "history12By", column: { kind: "step", index: 12, part: "by" }, because: "a numbered step" },
    { name: "history2Reason", column: undefined, because: "no part of a step" },
    { name: "constructor", column: undefined, because: "a word of the language" },
  ])("$name: $because", ({ name, column }) => {
    expect(importColumn(name)).toEqual(column);
  });
});
