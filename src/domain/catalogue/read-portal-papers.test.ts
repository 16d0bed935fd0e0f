import { describe, expect, test } from "vitest";
import { paperOf, sha256 } from "../../../test/kit/portal-records.ts";
import { readPortalPapers } from "./read-portal-papers.ts";

const read = (...papers: Parameters<typeof paperOf>[0][]) => readPortalPapers(papers.map(paperOf), sha256);

describe("the papers of a record", () => {
  test.each([
    {
      because: "as it is published",
      given: {},
      paper: { name: "Tờ khai", kind: "submit", originals: 1, copies: 0 },
    },
    { because: "what is shown is handed back", given: { kind: "present" }, paper: { kind: "show" } },
    {
      because: "a file's name is the name of the form",
      given: { name: "Phiếu khai báo (mẫu NA17)101-Mau A17 tam tru.doc" },
      paper: { name: "Phiếu khai báo (mẫu NA17)", formName: "101-Mau A17 tam tru.doc" },
    },
    {
      because: "a seam between two words parts them",
      given: { name: "Văn bản đề nghị cấp giấy phépMau01-Phuluc II.docx" },
      paper: { name: "Văn bản đề nghị cấp giấy phép", formName: "Mau01-Phuluc II.docx" },
    },
    {
      because: "without a seam the name stays whole",
      given: { name: "Đơn theo mẫu quy định tờ trình.docx" },
      paper: { name: "Đơn theo mẫu quy định tờ trình.docx" },
    },
    {
      because: "a paper for a case is asked for in that case",
      given: { name: "Trường hợp ủy quyền thì phải có văn bản ủy quyền" },
      paper: { condition: "Trường hợp ủy quyền" },
    },
    {
      because: "so is one with the case behind it",
      given: { name: "Giấy chứng nhận đoàn viên (nếu là đoàn viên)" },
      paper: { condition: "nếu là đoàn viên" },
    },
    {
      because: "the year of the name was taken for a count",
      given: {
        name: "Tờ khai kèm theo Thông tư số 02/2026/TT-BNNMT ngày 01/01/",
        originals: 20_261,
        copies: 1,
      },
      paper: {
        name: "Tờ khai kèm theo Thông tư số 02/2026/TT-BNNMT ngày 01/01/2026",
        originals: 1,
        copies: 1,
      },
    },
  ])("$because", ({ given, paper }) => {
    const { papers, warnings } = read(given);
    expect(papers).toEqual([expect.objectContaining(paper)]);
    expect(warnings).toEqual([]);
  });

  test("no copies are none, also where the record writes them as -0", () => {
    expect(read({ originals: 1, copies: -0 }).papers.map(({ copies }) => Object.is(copies, 0))).toEqual([
      true,
    ]);
  });

  test("a count that cannot be one counts for nothing, the paper stays, and somebody should look", () => {
    const { papers, warnings } = read({
      name: "Đơn đăng ký biến động theo Mẫu số",
      originals: 181,
      copies: 1,
    });
    expect(papers).toMatchObject([{ originals: 0, copies: 1 }]);
    expect(warnings).toEqual([
      { kind: "paperCountUnclear", path: "papers[0]", words: "181 + 1: Đơn đăng ký biến động theo Mẫu số" },
    ]);
  });

  test("where no count is left the paper is asked for once", () => {
    const { papers } = read({ name: "Biên bản", originals: 1161 });
    expect(papers).toMatchObject([{ originals: 1, copies: 0 }]);
  });

  test.each([
    { because: "the portal calls it a note", given: { kind: "note", originals: 0 }, warned: false },
    { because: "a note with a count may be a paper after all", given: { kind: "note" }, warned: true },
    { because: "it asks for nothing", given: { originals: 0 }, warned: true },
    { because: "it begins as a remark", given: { name: "* Lưu ý: nộp một bộ" }, warned: true },
  ])("what is no paper is kept as a note and never ticked: $because", ({ given, warned }) => {
    const line = { name: "Người nộp mang theo bản chính", ...given };
    const { papers, paperNotes, warnings } = read({}, line);
    expect(papers.map(({ name }) => name)).toEqual(["Tờ khai"]);
    expect(paperNotes).toEqual([line.name]);
    expect(warnings.map(({ kind }) => kind)).toEqual(warned ? ["paperAsNote"] : []);
  });

  test("a heading between papers says that the list holds several cases", () => {
    const { warnings } = read(
      {},
      { kind: "note", originals: 0, name: "Đối với xe công vụ gồm:" },
      { name: "Giấy A" },
    );
    expect(warnings).toEqual([
      { kind: "papersOfCases", path: "paperNotes[0]", words: "Đối với xe công vụ gồm:" },
    ]);
  });

  test("an empty list is told", () => {
    expect(read().warnings).toEqual([{ kind: "papersMissing", path: "papers", words: "" }]);
  });

  test("the same line twice is one paper; other counts make it another", () => {
    expect(read({}, {}, { copies: 2 }).papers.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^paper[\da-f]{10}$/),
      expect.stringMatching(/^paper[\da-f]{10}n2$/),
    ]);
  });

  test("an id follows the words of its paper and not its neighbours", () => {
    const [before] = read({ name: "Tờ khai" }, { name: "Ảnh" }).papers;
    const after = read({ name: "Ảnh chân dung" }, { name: "TỜ  KHAI" }).papers[1];
    expect(after?.id).toBe(before?.id);
  });
});
