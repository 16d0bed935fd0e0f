import type { TrackedDossier } from "#contract/track.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { describe, expect, test } from "vitest";
import { TRACKED, TRACKED_NOW as now } from "../../../test/kit/tracked-dossier.ts";
import { wordsOf } from "../text/words.ts";
import { renderCitizenPage } from "./render.tsx";

const ofDossier = (changes: Partial<TrackedDossier>): TrackedDossier => ({ ...TRACKED, ...changes });
const html = (dossier: TrackedDossier) =>
  renderCitizenPage(
    { kind: "dossier", language: "vi", dossier, now, secret: "7KQWM-2XR9D", rated: null },
    { nonce: "n0nce" },
  );

describe("what stands at the head of the citizen's page", () => {
  const said = (type: string) => ({
    type,
    at: now,
    place: null,
    status: null,
    reason: "Chờ xác minh",
    end: null,
  });

  test.each([
    { status: "notReceived", type: "dossier.intakeRefused" },
    { status: "stopped", type: "dossier.stopped" },
  ] as const)("what is $status says why, for whoever has no form to open", ({ status, type }) => {
    const page = html(ofDossier({ status, steps: [said(type)] }));
    expect(page).toContain("<p>Lý do: Chờ xác minh</p>");
  });

  test("an apology is said with the day that it names and why; the legal date stays beside it", () => {
    const page = html(
      ofDossier({
        dueAt: "2026-11-13T10:00:00.000Z",
        expectedOn: plainDate("2026-11-26"),
        steps: [said("dossier.apologised")],
      }),
    );
    expect(page).toContain("dự kiến trả kết quả ngày thứ Năm 26/11/2026");
    expect(page).toContain("17:00, thứ Sáu 13/11/2026");
    expect(page).toContain("<p>Lý do: Chờ xác minh</p>");
    expect(page).not.toContain("quyền hỏi lý do");
  });

  test.each(["finished", "returnAwaitingConfirmation", "returned"] as const)(
    "a refusal that is %s is called one",
    (status) => {
      const { title } = wordsOf("vi").citizen.dossier.refused[status];
      expect(html(ofDossier({ status, outcome: "refused" }))).toContain(`<h1>${title}</h1>`);
    },
  );

  const part = { agency: null, status: null, dueAt: null, awaited: null };
  const birth = { ...part, name: { vi: "Đăng ký khai sinh", en: "Birth" }, state: "refused" } as const;
  const card = { ...part, name: { vi: "Thẻ bảo hiểm y tế", en: "Card" } };

  test.each([
    { state: "fallen", next: "không thực hiện nữa" },
    { state: "open", next: "vẫn được giải quyết" },
  ] as const)("a part that was refused is the heading, while another is $state", ({ state, next }) => {
    const page = html(
      ofDossier({
        status: "received",
        parts: [birth, { ...card, state }],
        steps: [{ ...said("dossier.partEnded"), reason: null, end: "refused" }],
      }),
    );
    expect(page).toContain("<h1>Không được chấp thuận: Đăng ký khai sinh</h1>");
    expect(page).toContain(next);
    expect(page).toContain("hỏi lý do và cách làm lại");
    expect(page).toContain("<strong>Một phần của hồ sơ không được chấp thuận</strong>");
  });
});
