import * as fc from "fast-check";
import { expect, test } from "vitest";
import { positionAfter } from "./feed-position.ts";

test.each([
  { before: null, ids: [], is: null, because: "nothing was ever reported" },
  { before: null, ids: ["1", "2"], is: "2", because: "the last row is where it ends" },
  { before: "3", ids: ["4", "5", "2"], is: "5", because: "an old row at the end leads nowhere" },
  { before: "3", ids: ["3", "2"], is: "3", because: "only old rows: it stays" },
  { before: "9", ids: ["10"], is: "10", because: "numbers go by their size" },
  { before: "00ff", ids: ["0100", "00fe"], is: "0100", because: "ids of one length go as texts" },
  { before: "b", ids: ["xyz", "aa"], is: "aa", because: "of others the last row is believed" },
])("after $before come $ids, and the next page begins after $is: $because", ({ before, ids, is }) => {
  expect(positionAfter(before, ids)).toBe(is);
});

test("whoever goes from page to page sees every row, however the rows of a page lie and whatever is sent again", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: 1, max: 7 }),
      fc.infiniteStream(fc.nat(1000)),
      (rows, pageSize, dice) => {
        const feed = Array.from({ length: rows }, (_, at) => String(at + 1));
        const throwDice = () => dice.next().value ?? 0;
        const seen = new Set<string>();
        let position: string | null = null;
        for (let pages = 0; pages <= rows; pages += 1) {
          const from = Number(position ?? 0);
          const page = feed.slice(from, from + pageSize);
          const again = page.flatMap((id) =>
            throwDice() % 3 === 0 ? [String(1 + (throwDice() % Number(id)))] : [],
          );
          const sent = [...page, ...again]
            .map((id) => ({ id, rank: throwDice() }))
            .toSorted((one, other) => one.rank - other.rank)
            .map(({ id }) => id);
          for (const id of sent) seen.add(id);
          const next = positionAfter(position, sent);
          if (page.length === 0) break;
          if (next === null || Number(next) <= from) return false;
          position = next;
        }
        return seen.size === rows;
      },
    ),
  );
});
