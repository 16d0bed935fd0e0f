import { expect, test } from "vitest";
import { scannedCode } from "./scanned-code.ts";

test.each([
  { text: "H20.01.02-261123-0042", code: "H20.01.02-261123-0042", because: "it was typed" },
  { text: " h20.01.02-261123-0042\r", code: "H20.01.02-261123-0042", because: "a scanner ends with Enter" },
  {
    text: "https://motcua.example/t/000.00.01.H20-261123-0042/K7PQ2M9XWD",
    code: "000.00.01.H20-261123-0042",
    because: "the QR of the receipt holds an address",
  },
  {
    text: "http://localhost:4200/t/H20.01.02%2D261123%2D0042/K7PQ2M9XWD?lang=en",
    code: "H20.01.02-261123-0042",
    because: "an address may be escaped",
  },
  { text: "https://motcua.example/t/%E0%A4%A/x", code: null, because: "the escape is cut off" },
  { text: "nguyen thi hong", code: null, because: "a name is no code" },
  { text: "079203001234", code: null, because: "nor is an identity number" },
  { text: "", code: null, because: "nothing was typed" },
])("$text → $code: $because", ({ text, code }) => {
  expect(scannedCode(text)).toBe(code);
});
