import { expect, test } from "vitest";
import { timesIn } from "./rule-form.ts";

test.each([
  { typed: "10:30, 16:30", times: ["10:30", "16:30"], because: "as the hint says" },
  { typed: " 9h30;16.30 ", times: ["09:30", "16:30"], because: "as Vietnamese papers write hours" },
  { typed: "sáng", times: ["sáng"], because: "what is no time is sent and named in the answer" },
  { typed: "", times: [], because: "nothing was typed" },
])("$typed is read as times: $because", ({ typed, times }) => {
  expect(timesIn(typed)).toEqual(times);
});
