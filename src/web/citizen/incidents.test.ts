import type { CitizenPage, TrackedIncident } from "#contract/track.ts";
import { INCIDENT_STATES } from "#domain/postal/postal-incident.ts";
import { POSTAL_INCIDENTS } from "#domain/postal/postal-claims.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { describe, expect, test } from "vitest";
import { TRACKED, TRACKED_NOW as now } from "../../../test/kit/tracked-dossier.ts";
import { LANGUAGES } from "../text/words.ts";
import { renderCitizenPage } from "./render.tsx";

const LOST: TrackedIncident = {
  leg: "return",
  kind: "lost",
  state: "opened",
  live: true,
  byPost: false,
  openedOn: plainDate("2026-11-23"),
  answerDueOn: plainDate("2026-11-28"),
  answer: null,
  payBy: null,
  offered: null,
  paid: null,
  reissuedAs: null,
  words: null,
};
type Shown = Partial<Extract<CitizenPage, { kind: "dossier" }>>;
const page = (
  incidents: readonly TrackedIncident[],
  { complaints = [], ...more }: Partial<typeof TRACKED> & Pick<Shown, "complained" | "language"> = {},
) => {
  const { complained, language = "vi", ...changes } = more;
  return renderCitizenPage(
    {
      kind: "dossier",
      language,
      dossier: { ...TRACKED, ...changes, incidents, complaints },
      now,
      secret: "7KQWM-2XR9D",
      rated: null,
      ...(complained && { complained }),
    },
    { nonce: "n0nce" },
  );
};

describe("what went wrong, on the citizen's page", () => {
  test.each([
    { changes: {}, says: "Bưu điện trả lời chậm nhất thứ Bảy 28/11/2026" },
    { changes: { byPost: true }, says: "Bưu điện tự phát hiện ngày" },
    {
      changes: { answer: { on: plainDate("2026-11-25"), outcome: "accepted" as const, words: "Đang tìm." } },
      says: 'Trả lời ngày thứ Tư 25/11/2026, chấp nhận khiếu nại: <span lang="vi">Đang tìm.</span>',
    },
    {
      changes: { payBy: plainDate("2026-12-25"), offered: 154_000 },
      says: "Mức bồi thường: 154.000 đ.",
    },
    { changes: { payBy: plainDate("2026-12-25") }, says: "sau ngày đó phải trả thêm lãi" },
    {
      changes: { paid: { on: plainDate("2026-12-01"), amount: 154_000 } },
      says: "Đã trả 154.000 đ ngày thứ Ba 01/12/2026",
    },
    { changes: { reissuedAs: "H20.11-261125-0001" }, says: "làm lại theo hồ sơ H20.11-261125-0001" },
  ])("says: $says", ({ changes, says }) => {
    expect(page([{ ...LOST, ...changes }]).replaceAll("<!-- -->", "")).toContain(says);
  });

  test.each(LANGUAGES)("has words for every kind and state in %s", (language) => {
    for (const kind of POSTAL_INCIDENTS)
      for (const state of INCIDENT_STATES)
        expect(page([{ ...LOST, kind, state }], { language })).not.toMatch(/undefined|null|NaN/);
  });

  test("is left out where nothing went by post, and the form where nobody is in time", () => {
    expect(page([])).not.toContain('id="complaints"');
    expect(page([LOST])).not.toContain('<form method="post" action="/complaint');
    const until = plainDate("2027-05-25");
    const open = page([], { complaints: [{ leg: "return", until }] });
    expect(open).toContain('action="/complaint#complaints"');
    expect(open).toContain("Nhận khiếu nại đến hết 25/05/2027");
  });

  test("says what became of a complaint", () => {
    expect(page([LOST], { complained: "kept" })).toContain('role="status"');
    expect(page([LOST], { complained: "late" })).toContain('role="alert"');
  });
});
