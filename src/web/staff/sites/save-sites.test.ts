import { wordsOf } from "#web/text/words.ts";
import { expect, test } from "vitest";
import { sitesCsv } from "./save-sites.ts";

test("a list of sites as CSV has a line for each, quoted, and nothing that a spreadsheet would run", () => {
  const csv = sitesCsv(
    [
      {
        id: "1",
        name: '=1+1 "Điểm"',
        address: "",
        unit: { id: "u", name: "Trung tâm, xã" },
        postOffices: [],
        openedOn: "2026-11-10",
        surveyedOn: null,
        validTo: null,
        findings: { open: 1, overdue: 2, resolved: 3 },
      },
    ],
    wordsOf("vi"),
  );
  expect(csv.split("\r\n")).toEqual([
    expect.stringContaining('"Điểm phục vụ";"Bộ phận một cửa";"Khai trương"'),
    `"'=1+1 ""Điểm""";"Trung tâm, xã";"10/11/2026";"";"3";"2";"3"`,
    "",
  ]);
});
