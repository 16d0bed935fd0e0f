import type { CitizenPage, PublicProcedure, TrackedDossier } from "#contract/track.ts";
import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { describe, expect, test } from "vitest";
import { A_CONTENT, anyContent } from "../../../test/kit/procedures.ts";
import { TRACKED as dossier, TRACKED_NOW as now } from "../../../test/kit/tracked-dossier.ts";
import * as fc from "fast-check";
import { LANGUAGES, wordsOf } from "../text/words.ts";
import { renderCitizenPage } from "./render.tsx";

const ofDossier = (changes: Partial<TrackedDossier>, language: "vi" | "en" = "vi"): CitizenPage => ({
  kind: "dossier",
  language,
  dossier: { ...dossier, ...changes },
  now,
  secret: "7KQWM-2XR9D",
  rated: null,
});
const procedure: PublicProcedure = {
  fieldName: "Hộ tịch",
  validFrom: "2026-07-01",
  validTo: null,
  content: A_CONTENT,
  portal: { subjects: "Công dân Việt Nam", steps: "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả." },
};
const ofProcedure = (changes: Partial<PublicProcedure>, language: "vi" | "en" = "vi"): CitizenPage => ({
  kind: "procedure",
  language,
  procedure: { ...procedure, ...changes },
});
const html = (page: CitizenPage) => renderCitizenPage(page, { nonce: "n0nce" });

describe("every public page", () => {
  const kinds = LANGUAGES.flatMap((language): readonly CitizenPage[] => [
    { kind: "home", language },
    { kind: "form", language, code: "", problem: "track_not_found" },
    { kind: "procedures", language, query: "khai sinh", rows: [], next: null, continued: false },
    ofProcedure({}, language),
    { kind: "noProcedure", language, code: "1.999", missing: { reason: "unknown" } },
    { kind: "notFound", language },
    { kind: "tooMany", language },
    ofDossier({}, language),
  ]);

  test.each(kinds)("$kind in $language is one document, in its language, without script", (page) => {
    const text = html(page);
    expect(text).toMatch(new RegExp(`^<!doctype html><html lang="${page.language}">`, "u"));
    expect(text).not.toMatch(/<script|\son[a-z]+=|javascript:|\sstyle=/u);
    expect(text).toContain('<meta name="referrer" content="no-referrer"/>');
    expect(text).toContain('<style nonce="n0nce">');
    expect(text.match(/<h1/gu)).toHaveLength(1);
  });

  test("only the page of a dossier is kept from search engines", () => {
    expect(kinds.map((page) => html(page).includes("noindex"))).toEqual(
      kinds.map(({ kind }) => kind === "dossier"),
    );
  });
});

describe("the page of a dossier", () => {
  test.each(BUSINESS_STATUSES)("%s is said in plain words, as the heading", (status) => {
    const { title } = wordsOf("vi").citizen.dossier.statuses[status];
    expect(html(ofDossier({ status }))).toContain(`<h1>${title}</h1>`);
  });

  test("the question how the service was is put as long as it can be answered, and an answer stays", () => {
    const until = plainDate("2026-12-22");
    const asked = (rating: TrackedDossier["rating"]) =>
      html(ofDossier({ status: "returned", rating })).includes("Ông/bà có hài lòng với việc phục vụ không?");
    expect(asked(null)).toBe(false);
    expect(asked({ level: null, until, isOpen: true })).toBe(true);
    expect(asked({ level: null, until, isOpen: false })).toBe(false);
    expect(asked({ level: "satisfied", until, isOpen: false })).toBe(true);
  });

  test("a result that is ready says where to collect it and what to bring, also for a proxy", () => {
    const text = html(ofDossier({ status: "finished" }));
    expect(text).toContain("Đến nhận kết quả tại Bưu điện Văn hóa xã Bình Tấn.");
    expect(text).toContain("giấy ủy quyền");
  });

  test.each(["awaitingConfirmation", "handedBack"] as const)(
    "a dossier that is %s says that its receipt still comes, and not to stay away",
    (status) => {
      const page = html(ofDossier({ status }));
      expect(page).toContain("Sau khi công chức xác nhận, Giấy tiếp nhận hồ sơ và hẹn trả kết quả được giao");
      expect(page).not.toContain("Không cần đến hỏi trước ngày hẹn");
    },
  );

  test("a receipt that lies ready is to be fetched, and its citizen is not told to stay away", () => {
    const page = html(ofDossier({ status: "received", receiptDue: "counter" }));
    expect(page).toContain("Mời ông/bà đến nhận tại Bưu điện Văn hóa xã Bình Tấn");
    expect(page).not.toContain("Không cần đến hỏi trước ngày hẹn");
    expect(html(ofDossier({ status: "processing", receiptDue: "post" }))).toContain("qua bưu điện");
  });

  test("a provisional date says so beside the date", () => {
    expect(html(ofDossier({ provisional: true }))).toContain("tạm tính");
    expect(html(ofDossier({ provisional: false }))).not.toContain("tạm tính");
  });

  test("the date says why: each day counted or not, and the rules with their sources and doubts", () => {
    const text = html(ofDossier({}));
    expect(text).toContain("Không tính – ngày tiếp nhận hồ sơ");
    expect(text).toContain("thứ Bảy 21/11/2026 đến Chủ Nhật 22/11/2026");
    expect(text).toContain("Được tính – ngày thứ 1 đến 3 – ngày làm việc");
    expect(text).toContain(
      "Bộ luật Dân sự 2015, Điều 147 khoản 2 (cách áp dụng này chưa được cơ quan xác nhận)",
    );
  });

  test("a date that has passed is stated with what one may ask", () => {
    expect(html(ofDossier({ dueAt: "2026-11-22T10:00:00.000Z" }))).toContain("quyền hỏi lý do");
  });

  test("what is awaited is said with its papers, the place and the day, and the old date stands nowhere", () => {
    const page = html(
      ofDossier({
        status: "awaitingSupplement",
        awaited: {
          kind: "supplement",
          papers: [{ name: "Giấy xác nhận nơi cư trú", originals: 1, copies: 2 }],
          amount: null,
          answerBy: "2026-12-01T10:00:00.000Z",
          reason: null,
        },
        steps: [
          { type: "dossier.supplementAsked", at: now, place: null, status: null, reason: null, end: null },
        ],
      }),
    );
    expect(page).toContain("Mang những giấy tờ sau đến Bưu điện Văn hóa xã Bình Tấn:");
    expect(page).toContain("Giấy xác nhận nơi cư trú");
    expect(page).toContain("1 bản chính, 2 bản sao");
    expect(page).toContain("17:00, thứ Ba 01/12/2026");
    expect(page).toContain("tạm dừng từ 09:00, thứ Hai 23/11/2026");
    expect(page).not.toContain(wordsOf("vi").dates.moment(dossier.dueAt));
  });

  test("a payment is said with what it is for, its amount, and what then becomes of the date", () => {
    const paying = (amount: number | null) =>
      html(
        ofDossier({
          status: "awaitingPayment",
          awaited: { kind: "payment", papers: [], amount, answerBy: null, reason: "Lệ phí trước bạ" },
        }),
      );
    expect(paying(1_500_000)).toContain("1.500.000");
    expect(paying(1_500_000)).toContain("Khoản phải nộp: Lệ phí trước bạ");
    expect(paying(1_500_000)).toContain("ngày hẹn lùi đúng bằng thời gian tạm dừng");
    expect(paying(null)).toContain("Số tiền: theo thông báo của Ủy ban nhân dân xã Bình Thành");
    expect(paying(null)).toContain("Hạn nộp: theo thông báo của Ủy ban nhân dân xã Bình Thành");
  });

  test.each(["stopped", "notReceived", "withdrawn"] as const)("what is %s promises no date", (status) => {
    expect(html(ofDossier({ status }))).not.toContain('<h2 id="due">');
  });

  test("a type of step that is not known yet is shown as an update, with its time", () => {
    const text = html(
      ofDossier({
        steps: [{ type: "somethingNew", at: now, place: null, status: null, reason: null, end: null }],
      }),
    );
    expect(text).toContain("Cập nhật hồ sơ");
    expect(text).toContain("09:00, thứ Hai 23/11/2026");
  });
});

describe("the question how the service was", () => {
  const until = plainDate("2026-12-23");
  const ended = (rating: TrackedDossier["rating"], rated: "kept" | "closed" | null = null) => {
    const page = ofDossier({ status: "returned", rating });
    return html(page.kind === "dossier" ? { ...page, rated } : page);
  };

  test("is asked of what has ended alone, and the secret stands on no other page", () => {
    const open = html(ofDossier({}));
    expect(open).not.toContain("hài lòng");
    expect(open).not.toContain("7KQWM");
    const text = ended({ level: null, until, isOpen: true });
    expect(text.match(/name="level"/gu)).toHaveLength(3);
    expect(text).toContain('action="/rating#rating"');
    expect(text).toContain("đến hết ngày 23/12/2026");
    expect(text).not.toContain('aria-pressed="true"');
  });

  test("shows the answer that counts, and where to say more to who was not satisfied", () => {
    const text = ended({ level: "notSatisfied", until, isOpen: true });
    expect(text).toContain("Ông/bà đã trả lời: Chưa hài lòng.");
    expect(text).toContain("phản ánh, kiến nghị");
    expect(ended({ level: "satisfied", until, isOpen: true })).not.toContain("phản ánh, kiến nghị");
  });

  test("has no button any more when it is over", () => {
    const text = ended({ level: "satisfied", until, isOpen: false }, "closed");
    expect(text).toContain("không được ghi nhận");
    expect(text).not.toContain('name="level"');
    expect(text).not.toContain("7KQWM");
  });
});

test("a wrong code and a wrong secret cannot be told apart, and the secret is not filled in again", () => {
  const text = html({ kind: "form", language: "vi", code: dossier.code, problem: "track_not_found" });
  expect(text).toContain("Mã hồ sơ và mã tra cứu không khớp");
  expect(text).toContain(`value="${dossier.code}"`);
  expect(text.match(/value=/gu)).toHaveLength(1);
});

test("what people type is shown as text, never as markup", () => {
  const typed = `"><script>alert(1)</script>`;
  for (const page of [
    { kind: "procedures", language: "vi", query: typed, rows: [], next: null, continued: false },
    { kind: "form", language: "vi", code: typed, problem: null },
  ] as const satisfies readonly CitizenPage[]) {
    expect(html(page)).not.toContain("<script");
  }
});

/** The text that a reader sees, entities as their signs. */
const read = (page: CitizenPage) =>
  html(page)
    .replaceAll(/<[^>]+>/gu, "\n")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");

describe("the page of a procedure", () => {
  test("leaves out nothing that was published, whatever the version holds", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const shown = read(ofProcedure({ content }));
        const said = [
          content.name,
          content.code,
          ...content.papers.flatMap(({ name, condition = "", formName = "" }) => [name, condition, formName]),
          ...(content.paperNotes ?? []),
          ...content.results.map(({ name }) => name),
          ...content.legalBases,
          content.requirements ?? "",
          content.publishedBy ?? "",
          content.caseNote ?? "",
          content.source,
          ...content.channels.flatMap(({ fees }) => fees.map(({ text = "" }) => text)),
        ];
        for (const words of said) expect(shown).toContain(words);
      }),
      { numRuns: 50 },
    );
  });

  test("every link of its contents leads to a part that is there", () => {
    for (const page of [ofProcedure({}), ofProcedure({ portal: null, content: bare })]) {
      const text = html(page);
      const links = [...text.matchAll(/href="#([a-z]+)"/gu)].map(([, id]) => id);
      for (const id of links) expect(text).toContain(`id="${id}"`);
      expect(links).toContain("papers");
    }
  });

  const bare = {
    ...A_CONTENT,
    channels: [{ channel: "direct", limits: [], fees: [] }],
    papers: [],
    paperNotes: [],
    results: [],
    legalBases: [],
  } as const;

  test("what nobody published is said plainly, and where to ask", () => {
    const { requirements: _, ...content } = bare;
    const text = read(ofProcedure({ portal: null, content }));
    for (const words of ["Danh sách giấy tờ: chưa công bố.", "chưa công bố", "hãy hỏi Bộ phận Một cửa"])
      expect(text).toContain(words);
    for (const words of ["Các bước thực hiện", "Căn cứ pháp lý", "Kết quả nhận được", "Yêu cầu, điều kiện"])
      expect(text).not.toContain(words);
  });

  test("a figure without a unit is shown as the figure that it is", () => {
    const limit = { limit: null, text: "1", mark: "undecided", source: "Cổng" } as const;
    const channels = [{ channel: "direct", limits: [limit], fees: [] }] as const;
    const text = read(ofProcedure({ content: { ...A_CONTENT, channels } }));
    expect(text).toContain("Cổng ghi “1”, chưa rõ đơn vị");
    expect(text).not.toContain("chưa công bố – 1");
  });

  test("says until when it is in force, where that is known", () => {
    expect(read(ofProcedure({}))).toContain("từ 01/07/2026");
    expect(read(ofProcedure({ validTo: "2026-12-31" }))).toContain("từ 01/07/2026 đến hết 31/12/2026");
  });

  test("a code that has no page is named with what to do, and a coming version with its day", () => {
    const unknown = { kind: "noProcedure", language: "vi", code: "<b>1</b>" } as const;
    expect(read({ ...unknown, missing: { reason: "unknown" } })).toContain("mã “<b>1</b>”");
    const text = read({
      ...unknown,
      missing: { reason: "notInForce", from: "2026-12-01", to: "2026-11-01" },
    });
    expect(text).toContain("hiện không có hiệu lực");
    expect(text).toContain("đến hết 01/11/2026");
    expect(text).toContain("từ 01/12/2026");
    expect(text).toContain("Tìm thủ tục");
  });
});

describe("a dossier from another system", () => {
  const at = "2026-11-20T02:30:00.000Z";
  const imported: Partial<TrackedDossier> = {
    explanation: null,
    importedFrom: "Một cửa huyện Thanh Bình",
    receptionPoint: "",
    collectAt: "",
    status: "finished",
    steps: [
      { type: "dossier.imported", at, place: null, status: null, reason: null, end: null },
      { type: "dossier.pastStepImported", at, place: null, status: null, reason: null, end: null },
      { type: "dossier.pastStepImported", at, place: null, status: "finished", reason: null, end: null },
    ],
  };

  test.each(LANGUAGES)(
    "says in %s where its date and its steps come from, and where to collect",
    (language) => {
      const { citizen, dueDate: due } = wordsOf(language);
      const text = html(ofDossier(imported, language));
      expect(text).toContain(due.fromOldSystem);
      expect(text).not.toContain(due.why);
      for (const step of [
        citizen.dossier.steps["dossier.imported"],
        citizen.dossier.steps["dossier.pastStepImported"],
        citizen.dossier.oldStep(citizen.dossier.statuses.finished.title),
      ])
        expect(text).toContain(step);
      expect(text).toContain(citizen.dossier.collect.counter(dossier.unitName));
    },
  );
});
