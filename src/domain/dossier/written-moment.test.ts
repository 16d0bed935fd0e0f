import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instant, localTime } from "../shared/instant.ts";
import { isEarlier, readWrittenMoment } from "./written-moment.ts";

describe("a moment as another system wrote it", () => {
  test.each([
    {
      text: "2019-03-05",
      at: "2019-03-04T17:00:00.000Z",
      dayOnly: true,
      because: "a day begins at midnight in Việt Nam",
    },
    {
      text: "05/03/2019",
      at: "2019-03-04T17:00:00.000Z",
      dayOnly: true,
      because: "papers write the day first",
    },
    { text: "5.3.2019", at: "2019-03-04T17:00:00.000Z", dayOnly: true, because: "points part it as well" },
    {
      text: "2019-03-05 08:30",
      at: "2019-03-05T01:30:00.000Z",
      dayOnly: false,
      because: "without a zone it is ours",
    },
    {
      text: "05/03/2019 8:30:15",
      at: "2019-03-05T01:30:15.000Z",
      dayOnly: false,
      because: "an hour of one figure",
    },
    { text: "2019-03-05T01:30:00Z", at: "2019-03-05T01:30:00.000Z", dayOnly: false, because: "Z is UTC" },
    {
      text: "2019-03-05T08:30:00.1234567+07:00",
      at: "2019-03-05T01:30:00.123Z",
      dayOnly: false,
      because: "our zone, said",
    },
    {
      text: "2019-03-05T03:30:00+0200",
      at: "2019-03-05T01:30:00.000Z",
      dayOnly: false,
      because: "another zone, no colon",
    },
    {
      text: "20190305083000",
      at: "2019-03-05T01:30:00.000Z",
      dayOnly: false,
      because: "the portal runs it together",
    },
    { text: "20190305", at: "2019-03-04T17:00:00.000Z", dayOnly: true, because: "or only its day" },
  ])("$text: $because", ({ text, at, dayOnly }) => {
    expect(readWrittenMoment(text)).toEqual({ at, dayOnly });
  });

  test.each([
    { text: "2019-02-29", because: "2019 was no leap year" },
    { text: "2019-03-05 24:00", because: "a clock ends at 23:59" },
    { text: "2019-03-05 08:60", because: "an hour has sixty minutes" },
    { text: "2019-03-05T08:30+15:00", because: "no zone is so far away" },
    { text: "hôm qua", because: "words are no moment" },
    { text: "", because: "nothing is none" },
    { text: "43529", because: "the day number of a spreadsheet could mean anything" },
  ])("$text is none: $because", ({ text }) => {
    expect(readWrittenMoment(text)).toBeUndefined();
  });

  test("is read back as it was, in every writing, at any moment", () => {
    const moments = fc.integer({ min: 0, max: 4_000_000_000 }).map((seconds) => instant(seconds * 1000));
    fc.assert(
      fc.property(moments, (at) => {
        const { day, minute } = localTime(at);
        const clock = `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}:${at.slice(17, 19)}`;
        const [year, month, date] = day.split("-");
        const run = `${year}${month}${date}${clock.replaceAll(":", "")}`;
        for (const text of [
          at,
          `${day}T${clock}`,
          `${day} ${clock}+07:00`,
          `${date}/${month}/${year} ${clock}`,
          run,
        ])
          expect(readWrittenMoment(text)).toEqual({ at, dayOnly: false });
      }),
    );
  });

  test("never throws on any text", () => {
    fc.assert(fc.property(fc.string(), (text) => void readWrittenMoment(text)));
  });

  test("that is only a day is not earlier than an hour of that day", () => {
    const day = readWrittenMoment("2019-03-05");
    const hour = readWrittenMoment("2019-03-05 09:00");
    const next = readWrittenMoment("2019-03-06");
    if (!day || !hour || !next) throw new Error("these are moments");
    expect([
      isEarlier(day, hour),
      isEarlier(hour, day),
      isEarlier(hour, next),
      isEarlier(next, hour),
    ]).toEqual([false, false, true, false]);
  });
});
