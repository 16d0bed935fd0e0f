import { expect, test } from "vitest";
import { harmlessCell, plainCell } from "./csv-cell.ts";

test.each([
  { cell: "=cmd|calc", written: "'=cmd|calc", because: "it is a formula" },
  { cell: "+1-2", written: "'+1-2", because: "so is a sum" },
  { cell: "@SUM(1)", written: "'@SUM(1)", because: "so is a function" },
  { cell: "-3", written: "'-3", because: "so is a difference" },
  { cell: "'=1", written: "''=1", because: "the sign before it must be found again" },
  { cell: "000.00.31.H20-190305-0001", written: "000.00.31.H20-190305-0001", because: "it is a code" },
])("$cell stands in a file for spreadsheets as $written: $because", ({ cell, written }) => {
  expect(harmlessCell(cell)).toBe(written);
  expect(plainCell(written)).toBe(cell);
});
