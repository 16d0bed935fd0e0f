import { expect, test } from "vitest";
import { clockTime } from "./read-time.ts";

test.each([
  { typed: "7h30", says: "07:30", because: "so people write it" },
  { typed: "7.30", says: "07:30", because: "a keypad has a dot" },
  { typed: "0730", says: "07:30", because: "four digits need no sign" },
  { typed: " 7 ", says: "07:00", because: "the hour alone" },
  { typed: "25:00", says: "25:00", because: "no clock shows it: it is refused as it was typed" },
])("$typed is $says: $because", ({ typed, says }) => {
  expect(clockTime(typed)).toBe(says);
});
