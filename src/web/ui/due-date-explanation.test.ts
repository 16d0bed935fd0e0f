import { readFileSync } from "node:fs";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { DEFAULT_DUE_DATE_SETTINGS } from "#domain/calendar/due-date-settings.ts";
import { countedAnew, dueDate } from "#domain/calendar/due-date.ts";
import { readCalendar } from "#domain/calendar/read-calendar.ts";
import { instant } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { wordsOf } from "../text/words.ts";
import { DueDateExplanationView } from "./due-date-explanation.tsx";

const calendar = readCalendar(
  JSON.parse(readFileSync(new URL("../../../db/reference/calendars/agency.json", import.meta.url), "utf8")),
);

describe("the explanation of a date that a calendar moved", () => {
  test.each([
    {
      language: "vi",
      before: /Ngày hẹn cũ 17:00, thứ Hai 14\/12\/2026 được dời/,
      hours: "giờ làm việc đã đổi",
    },
    { language: "en", before: /The date was 17:00, .*14.* before/, hours: "the working hours changed" },
  ] as const)(
    "names the date before, each day and its decision ($language)",
    ({ language, before, hours }) => {
      const due = dueDate({
        receivedAt: instant("2026-12-07T08:30:00+07:00"),
        limit: { amount: 6, unit: "workingDay" },
        calendar,
        settings: DEFAULT_DUE_DATE_SETTINGS,
      });
      if (!due.ok) throw new Error(due.code);
      const source = "Quyết định số 12/QĐ-UBND ngày 07/12/2026";
      const day = { is: "localClosing", name: "Nghỉ lễ của tỉnh", source } as const;
      const explanation = {
        ...due.value.explanation,
        moved: {
          from: instant("2026-12-14T17:00:00+07:00"),
          because: [
            { ...day, day: plainDate("2026-12-10"), was: "workingDay" },
            { ...day, day: plainDate("2026-12-11"), was: null },
          ],
        },
      } as const;
      const html = renderToStaticMarkup(
        createElement(DueDateExplanationView, { explanation, words: wordsOf(language) }),
      );
      expect(html).toMatch(before);
      expect(html).toContain("Nghỉ lễ của tỉnh");
      expect(html).toContain(hours);
      expect(html.split(source)).toHaveLength(3);
    },
  );
});

test("an extended date names its apology and the date before, and is not provisional for what no longer counts", () => {
  const due = dueDate({
    receivedAt: instant("2026-12-07T08:30:00+07:00"),
    limit: { amount: 5, unit: "workingDay" },
    calendar,
    settings: DEFAULT_DUE_DATE_SETTINGS,
  });
  if (!due.ok) throw new Error(due.code);
  const extension = { from: due.value.dueAt, at: instant("2026-12-10T08:30:00+07:00") };
  const extendedTo = instant("2026-12-18T17:00:00+07:00");
  const explanation = { ...due.value.explanation, extendedTo, extension };
  const html = renderToStaticMarkup(
    createElement(DueDateExplanationView, { explanation, words: wordsOf("vi") }),
  );
  expect(html).toMatch(/Mẫu 04\) ngày thứ Năm 10\/12\/2026 thay ngày hẹn 17:00, thứ Hai 14\/12\/2026/);
  expect(html).toContain("Cách tính từng ngày của ngày hẹn theo thời hạn, trước khi gia hạn");
  expect(html).not.toContain("tạm tính");
});

test("a date that a supplement began anew says when it was received, and from when and why it counts", () => {
  const due = dueDate({
    receivedAt: instant("2026-12-11T10:00:00+07:00"),
    limit: { amount: 5, unit: "workingDay" },
    calendar,
    settings: DEFAULT_DUE_DATE_SETTINGS,
  });
  if (!due.ok) throw new Error(due.code);
  const explanation = countedAnew(due.value.explanation, instant("2026-12-07T08:30:00+07:00"), {
    at: instant("2026-12-11T10:00:00+07:00"),
    by: "supplement",
  });
  const html = renderToStaticMarkup(
    createElement(DueDateExplanationView, { explanation, words: wordsOf("vi") }),
  );
  expect(html).toMatch(/Tiếp nhận<\/dt><dd>08:30, thứ Hai 07\/12\/2026/);
  expect(html).toMatch(/khi nhận đủ giấy tờ bổ sung<\/dt><dd>10:00, thứ Sáu 11\/12\/2026/);
  expect(html).toContain("Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4");
  expect(html).not.toContain("ngày tiếp nhận hồ sơ");
});
