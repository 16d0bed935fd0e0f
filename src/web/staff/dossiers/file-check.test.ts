import { FILE_BYTES_MAX } from "#contract/files.ts";
import { expect, test } from "vitest";
import { fileProblem, fileSize } from "./file-check.ts";

test.each([
  { size: 10, type: "application/pdf", problem: null, because: "a small PDF" },
  { size: FILE_BYTES_MAX, type: "image/png", problem: null, because: "exactly at the bound" },
  { size: FILE_BYTES_MAX + 1, type: "image/png", problem: "tooLarge", because: "one byte more" },
  { size: 10, type: "application/msword", problem: "wrongType", because: "a text document" },
  { size: 10, type: "", problem: null, because: "the browser does not know; the server reads it" },
])("$size bytes of $type: $problem, because $because", ({ size, type, problem }) => {
  expect(fileProblem({ size, type })).toBe(problem);
});

test.each([
  { bytes: 900, words: "900 B" },
  { bytes: 15_360, words: "15 kB" },
  { bytes: 1_572_864, words: "1,5 MB" },
])("$bytes are $words", ({ bytes, words }) => {
  expect(fileSize(bytes, ",")).toBe(words);
});
