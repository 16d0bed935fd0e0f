import { expect, test } from "vitest";
import { reasonWithoutQuotes } from "./print-error.ts";

const MISSING_GLYPH =
  '[SourceDiagnostic { severity: Error, span: Span(6278), message: "PDF/A-2a error: the text `\\"Tuyết\\"` could not ' +
  'be displayed with font `\\"Tinos\\"`", trace: [], hints: ["try using a different font"] }]';

test.each<[unknown, string, string]>([
  [
    Object.assign(new Error(""), { code: '0: panicked with: "Tuyết", "Đức"' }),
    "0: panicked with: …",
    "template",
  ],
  [new Error(MISSING_GLYPH), "PDF/A-2a error: the text …", "PDF writer"],
  [new Error('no such key "Tuyết"'), "no such key …", "plain message"],
  ["Tuyết", "unknown reason", "not an error"],
])("%s becomes %j (%s)", (error, reason) => {
  expect(reasonWithoutQuotes(error)).toBe(reason);
});
