import type { Language, TrackedDossier } from "#contract/track.ts";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { wordsOf } from "../text/words.ts";
import { LinkedParts } from "./linked-parts.tsx";

const DUE = "2026-11-25T10:00:00.000Z";
const part = { agency: null, status: null, dueAt: null, awaited: null };
const papers = [{ name: "Ảnh 3x4", originals: 0, copies: 2 }];
const awaited = { kind: "supplement", papers, amount: null, answerBy: null, reason: null } as const;
const PARTS: TrackedDossier["parts"] = [
  {
    ...part,
    name: { vi: "Đăng ký khai sinh", en: "Birth" },
    state: "granted",
    agency: "Ủy ban nhân dân xã Bình Thành",
  },
  {
    ...part,
    name: { vi: "Đăng ký thường trú", en: "Residence" },
    state: "open",
    dueAt: DUE,
    awaited: { ...awaited, papers: [...papers] },
  },
  { ...part, name: { vi: "Thẻ bảo hiểm y tế", en: "Health card" }, state: "waiting" },
];

function html(parts: TrackedDossier["parts"], latestDueAt: string | null, language: Language = "vi"): string {
  const dossier = { parts, latestDueAt, collectAt: "Bưu điện Văn hóa xã Bình Tấn" };
  return renderToStaticMarkup(createElement(LinkedParts, { language, dossier, words: wordsOf(language) }));
}

test("what several agencies do for one matter stands in plain words, with what is still to be brought", () => {
  const { citizen } = wordsOf("vi").linked;
  const page = html(PARTS, DUE);
  for (const words of [
    citizen.title,
    `Đăng ký khai sinh</strong>: ${citizen.states.granted}`,
    "Ủy ban nhân dân xã Bình Thành",
    `Đăng ký thường trú</strong>: ${citizen.states.open}`,
    citizen.due(wordsOf("vi").dates.moment(DUE)),
    "Ảnh 3x4",
    `Thẻ bảo hiểm y tế</strong>: ${citizen.states.waiting}`,
    citizen.latest(wordsOf("vi").dates.moment(DUE)),
  ])
    expect(page).toContain(words);
});

test("the parts are named in the language of the page", () => {
  expect(html(PARTS, null, "en")).toContain("Health card</strong>");
});

test("a matter of one agency says nothing of parts", () => {
  expect(html([], null)).toBe("");
});
