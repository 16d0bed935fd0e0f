import { expect, test } from "vitest";
import { filesNamedIn, laterFilesOf } from "./shell-files.ts";

test.each<{ text: string; files: readonly string[]; because: string }>([
  {
    text: '<script type="module" src="/courier/assets/index-AbC_1-x.js"></script><link href="/courier/assets/index-2.css">',
    files: ["/courier/assets/index-AbC_1-x.js", "/courier/assets/index-2.css"],
    because: "scripts and styles",
  },
  {
    text: '@font-face{src:url(/courier/assets/a-400.woff2)format("woff2"),url(/courier/assets/a-400.woff)}',
    files: ["/courier/assets/a-400.woff2", "/courier/assets/a-400.woff"],
    because: "fonts of a style",
  },
  {
    text: '<a href="/staff/assets/x.js"></a> /courier/sw.js /courier/mark.svg /courier/mark.svg',
    files: ["/courier/mark.svg"],
    because: "another page's files and the worker itself are not of the shell, and each counts once",
  },
  { text: "", files: [], because: "nothing names nothing" },
])("$because", ({ text, files }) => {
  expect(filesNamedIn(text)).toEqual(files);
});

test("what the page loads later is named in it, and is none of what it cannot do without", () => {
  const page =
    '<meta name="motcua-later" content="/courier/assets/r-1.js /courier/assets/r-2.wasm"><script src="/courier/assets/m-3.js">';
  expect(laterFilesOf(page)).toEqual(["/courier/assets/r-1.js", "/courier/assets/r-2.wasm"]);
  expect(laterFilesOf('<script src="/courier/assets/m-3.js">')).toEqual([]);
});
