import { expect, test } from "vitest";
import { instant } from "../shared/instant.ts";
import { punctuality } from "./punctuality.ts";

const at = (text: string) => instant(`2026-${text.replace(" ", "T")}:00+07:00`);

test.each([
  { ended: "03-12 16:59", is: "early", because: "the day before is early" },
  { ended: "03-13 00:00", is: "onTime", because: "any time of the due day is on time" },
  { ended: "03-13 17:00", is: "onTime", because: "the last minute is on time" },
  { ended: "03-13 17:01", is: "late", because: "a minute later is late" },
  { ended: null, asOf: "03-13 17:00", is: "underway", because: "what is open and not due yet is neither" },
  { ended: null, asOf: "03-13 17:01", is: "late", because: "what is open after its date is late" },
  {
    ended: "03-12 10:00",
    supplements: 2,
    is: "late",
    because: "two requests for a supplement count as late",
  },
  { ended: null, asOf: "03-10 10:00", supplements: 2, is: "late", because: "also while it is open" },
  { ended: "03-12 10:00", supplements: 1, is: "early", because: "one request is allowed" },
] as const)("$because", (row) => {
  const { ended, is } = row;
  const asOf = at("asOf" in row ? row.asOf : "03-31 17:00");
  const supplements = "supplements" in row ? row.supplements : 0;
  const facts = { dueAt: at("03-13 17:00"), endedAt: ended === null ? null : at(ended), supplements, asOf };
  expect(punctuality(facts)).toBe(is);
});
