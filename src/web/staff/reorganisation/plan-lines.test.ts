import type { MovedUnit, ReorganisationPreview } from "#contract/reorganisations.ts";
import { wordsOf } from "#web/text/words.ts";
import { describe, expect, test } from "vitest";
import { destinationsOf, mattersOf } from "./plan-lines.ts";

const text = wordsOf("vi");
const UNIT: MovedUnit = {
  key: "unit:1",
  name: "Xã Cũ",
  heir: "unit:2",
  heirName: "Xã Mới",
  agencyName: "Ủy ban nhân dân xã Cũ",
  agencyHeirName: null,
  dossiers: [],
  deciding: 0,
  papers: [],
  mandates: [],
  assignments: 0,
  posts: 0,
  points: [],
  sessions: 0,
};
const PREVIEW: ReorganisationPreview = {
  spaceName: "Tỉnh Đồng Tháp",
  faults: [],
  units: [UNIT],
  heirs: [{ key: "unit:2", name: "Xã Mới", isNew: true, agencyName: "", administrativeUnit: "" }],
  warnings: [],
};

describe("what a plan would do, in lines", () => {
  test("nothing makes no line, and what is the same stands in one, below the place where it goes", () => {
    expect(destinationsOf(UNIT, text)).toEqual([]);
    const papers = [
      { holder: "Quầy 1", heir: "Quầy 1 mới", count: 2 },
      { holder: "Quầy 2", heir: "Xã Mới", count: 1 },
      { holder: "Quầy 1", heir: "Quầy 1 mới", count: 3 },
    ];
    const shown = destinationsOf({ ...UNIT, papers, posts: 4 }, text).map(({ goes, lines }) => [
      goes,
      lines.map(({ what, count }) => `${what}: ${count}`),
    ]);
    expect(shown).toEqual([
      ["Quầy 1 mới", ["Giấy tờ, kết quả ở Quầy 1: 5"]],
      ["Xã Mới", ["Giấy tờ, kết quả ở Quầy 2: 1", "Vị trí công tác (tài khoản): 4"]],
    ]);
  });

  test("a point without a counter is still said to close", () => {
    const points = [{ key: "p", name: "Điểm A", counters: 0, heirName: null }];
    expect(destinationsOf({ ...UNIT, points }, text)).toMatchObject([
      { goes: "Đóng", lines: [{ what: "Điểm tiếp nhận: Điểm A", counted: "0 quầy" }] },
    ]);
  });
});

describe("what somebody must settle", () => {
  test("nothing, when a plan leaves nothing to settle", () => {
    expect(mattersOf(PREVIEW, text)).toEqual([]);
  });

  test("each thing once, however many units it is about", () => {
    const warning = { warning: "agency_without_code" as const, about: "a", names: ["Xã Mới"] };
    const closing = { key: "p", name: "Điểm A", counters: 2, heirName: null };
    const going = { key: "q", name: "Điểm B", counters: 1, heirName: "Xã Mới" };
    expect(
      mattersOf(
        {
          ...PREVIEW,
          warnings: [warning, { ...warning, about: "b" }],
          units: [{ ...UNIT, points: [closing, going], sessions: 3 }],
        },
        text,
      ),
    ).toEqual([
      "Xã Mới chưa có mã định danh: từ ngày hiệu lực chưa cấp được mã hồ sơ mới.",
      "Điểm A đóng cùng 2 quầy: hãy báo người dân và bưu điện.",
      "3 phiên đang mở ở Xã Cũ phải chọn lại quầy.",
    ]);
  });

  test("people of a unit that is split go with the main one, and it is said who changes that", () => {
    const heirs = ["Xã Mới", "Xã Ba"].flatMap((name) =>
      PREVIEW.heirs.map((heir) => ({ ...heir, key: name, name })),
    );
    const posts = { ...UNIT, posts: 4 };
    expect(mattersOf({ ...PREVIEW, units: [posts] }, text)).toEqual([]);
    expect(mattersOf({ ...PREVIEW, units: [posts], heirs }, text)).toEqual([
      "4 vị trí công tác theo đơn vị chính Xã Mới. Ai sang đơn vị khác: người quản trị kết thúc vị trí cũ và giao vị trí mới ở mục Nhân sự, từ ngày hiệu lực.",
    ]);
  });
});
