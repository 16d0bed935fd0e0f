import { expect, test } from "vitest";
import { boardAddress } from "./board-address.ts";

const ID = "0190b2c4-1111-7abc-8def-0123456789ab";

test.each([
  {
    because: "a figure's list",
    search: { due: "overdue", holder: ID },
    shown: { due: "overdue", holder: ID },
  },
  { because: "a day of the forecast", search: { day: "2026-11-30" }, shown: { day: "2026-11-30" } },
  { because: "a step with a number for a name", search: { step: 2 }, shown: { step: "2" } },
  {
    because: "nobody's work",
    search: { holder: "nobody", clock: "standing" },
    shown: { holder: "nobody", clock: "standing" },
  },
  {
    because: "words that mean nothing here are left out",
    search: {
      due: "yesterday",
      overview: "world",
      place: "x",
      holder: "root",
      day: "30/11",
      extra: "1",
      status: {},
    },
    shown: {},
  },
])("the address of the board says its list: $because", ({ search, shown }) => {
  expect(boardAddress(search)).toEqual(shown);
});
