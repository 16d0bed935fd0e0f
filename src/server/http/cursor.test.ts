import { expect, test } from "vitest";
import {
  CURSOR_DAY,
  CURSOR_MOMENT,
  CURSOR_SEQ,
  type CursorPart,
  packCursor,
  unpackCursor,
} from "./cursor.ts";

const CASES: readonly { part: CursorPart; text: string; fits: boolean; because: string }[] = [
  { part: CURSOR_DAY, text: "2028-02-29", fits: true, because: "the year is a leap year" },
  { part: CURSOR_DAY, text: "2021-02-31", fits: false, because: "no February has 31 days" },
  { part: CURSOR_DAY, text: "0000-01-01", fits: false, because: "the database has no year 0" },
  { part: CURSOR_DAY, text: "21/02/2026", fits: false, because: "it is not written as a day is" },
  { part: CURSOR_MOMENT, text: "2026-02-28T01:30:00.000Z", fits: true, because: "it is a moment" },
  { part: CURSOR_MOMENT, text: "2026-02-31T01:30:00.000Z", fits: false, because: "its day is not there" },
  { part: CURSOR_MOMENT, text: "0000-01-01T00:00:00.000Z", fits: false, because: "there is no year 0" },
  { part: CURSOR_SEQ, text: "17", fits: true, because: "it is a place in a ledger" },
  { part: CURSOR_SEQ, text: "-1", fits: false, because: "no ledger has such a place" },
];

test.each(CASES)(
  "a place in a list at “$text” is believed: $fits, because $because",
  ({ part, text, fits }) => {
    expect(unpackCursor(packCursor([text]), [part])).toEqual(fits ? [text] : undefined);
  },
);
