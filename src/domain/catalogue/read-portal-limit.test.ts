import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TIME_LIMIT_MAX } from "../calendar/time-limit.ts";
import { readPortalLimit } from "./read-portal-limit.ts";

describe("a time limit of the portal", () => {
  test.each([
    {
      because: "working days are named",
      given: { amount: 3, unit: "Ngày làm việc" },
      text: "",
      limit: { amount: 3, unit: "workingDay" },
    },
    {
      because: "a day without a word is every day of the calendar",
      given: { amount: 30, unit: "Ngày" },
      text: "",
      limit: { amount: 30, unit: "calendarDay" },
    },
    {
      because: "months are months",
      given: { amount: 6, unit: "Tháng" },
      text: "",
      limit: { amount: 6, unit: "calendarMonth" },
    },
    {
      because: "accents may come apart",
      given: { amount: 3, unit: "Ngày làm việc".normalize("NFD") },
      text: "",
      limit: { amount: 3, unit: "workingDay" },
    },
    {
      because: "hours are counted as working hours, and somebody should look",
      given: { amount: 8, unit: "Giờ" },
      text: "",
      limit: { amount: 8, unit: "workingHour" },
      warning: "limitHours",
    },
    {
      because: "a figure without a unit may be days or hours, or hold a piece of the fee",
      given: { amount: 120, unit: null },
      text: "",
      limit: null,
      warning: "limitUnitMissing",
    },
    {
      because: "the text gives the unit of the same figure",
      given: { amount: 5, unit: null },
      text: "05 ngày làm việc kể từ ngày nhận đủ hồ sơ",
      limit: { amount: 5, unit: "workingDay" },
    },
    {
      because: "a text about another figure gives no unit",
      given: { amount: 1, unit: null },
      text: "05 ngày làm việc kể từ ngày nhận đủ hồ sơ",
      limit: null,
      warning: "limitUnitMissing",
    },
    { because: "nothing is said", given: null, text: "", limit: null, warning: "limitMissing" },
    {
      because: "a plain text is a limit",
      given: null,
      text: "Không quá 15 (mười lăm) ngày, kể từ ngày nhận được hồ sơ hợp lệ.",
      limit: { amount: 15, unit: "calendarDay" },
    },
    {
      because: "the same day is one",
      given: null,
      text: "Trong ngày làm việc tiếp nhận hồ sơ.",
      limit: { amount: 1, unit: "sameDay" },
    },
    {
      because: "a text with a second number has stages or cases",
      given: null,
      text: "02 ngày làm việc kể từ ngày nhận hồ sơ; thẩm định 33 ngày làm việc",
      limit: null,
      warning: "limitNotUnderstood",
    },
    {
      because: "a text for one case does not speak for the others",
      given: null,
      text: "15 ngày làm việc kể từ ngày nhận đủ hồ sơ đối với trường hợp phải xác minh",
      limit: null,
      warning: "limitNotUnderstood",
    },
    {
      because: "where to hand in is no limit",
      given: null,
      text: "Trực tiếp tại Công an đơn vị, địa phương có thẩm quyền.",
      limit: null,
      warning: "limitNotUnderstood",
    },
    {
      because: "of two statements that differ neither is taken",
      given: { amount: 30, unit: "Ngày làm việc" },
      text: "20 ngày làm việc, kể từ ngày nhận đủ hồ sơ theo quy định",
      limit: null,
      warning: "limitContradicted",
    },
    {
      because: "ten thousand days is no limit that anybody meant",
      given: { amount: 10_000, unit: "Ngày" },
      text: "",
      limit: null,
      warning: "limitTooLong",
    },
    {
      because: "half days are not counted",
      given: { amount: 1.5, unit: "Ngày" },
      text: "",
      limit: null,
      warning: "limitNotUnderstood",
    },
    {
      because: "zero days is a hole in the record",
      given: { amount: 0, unit: "Ngày làm việc" },
      text: "",
      limit: null,
      warning: "limitNotUnderstood",
    },
    {
      because: "an unknown unit is not taken for a known one",
      given: { amount: 2, unit: "Tuần" },
      text: "",
      limit: null,
      warning: "limitNotUnderstood",
    },
    {
      because: "a unit is not what every object inherits",
      given: { amount: 2, unit: "constructor" },
      text: "",
      limit: null,
      warning: "limitNotUnderstood",
    },
  ])("$because", ({ given, text, limit, warning }) => {
    const read = readPortalLimit(given, text);
    expect(read.limit).toEqual(limit);
    expect(read.warning?.kind).toBe(warning);
  });

  test("whatever comes, it is a limit that can be counted, or null with the reason", () => {
    const unit = fc.constantFrom("Ngày", "Ngày làm việc", "Giờ", "Tháng", "Tuần", "", null);
    const given = fc.option(fc.record({ amount: fc.double(), unit }), { nil: null });
    const text = fc.oneof(
      fc.string(),
      fc.nat(20_000).map((days) => `Không quá ${days} ngày làm việc`),
    );
    fc.assert(
      fc.property(given, text, (figure, words) => {
        const { limit, warning } = readPortalLimit(figure, words);
        if (limit === null) expect(warning).toBeDefined();
        else {
          expect(Number.isInteger(limit.amount) && limit.amount >= 1).toBe(true);
          expect(limit.amount).toBeLessThanOrEqual(TIME_LIMIT_MAX[limit.unit]);
        }
      }),
    );
  });
});
