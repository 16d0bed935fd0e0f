import { expect, test } from "vitest";
import { filesNamedIn } from "./shell-files.ts";

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
