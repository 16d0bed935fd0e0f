import type { SessionView } from "#contract/session.ts";
import { ROLES, type Role } from "#domain/mandate/permission.ts";
import { wordsOf } from "#web/text/words.ts";
import { describe, expect, test } from "vitest";
import { groupedSections, sectionsOf } from "./sections.ts";

const { common } = wordsOf("vi");
const sessionOf = (...roles: readonly Role[]): SessionView =>
  ({ roles: [...roles] }) as unknown as SessionView;
const barOf = (...roles: readonly Role[]) =>
  groupedSections(sectionsOf(sessionOf(...roles)))?.map(
    ({ group, sections }) =>
      `${common.sectionGroups[group]}: ${sections.map(({ key }) => common.sections[key]).join(", ")}`,
  ) ?? null;

describe("the bar of sections", () => {
  test.each(["postalClerk", "caseOfficer", "approver"] as const)(
    "a person with the one post of %s has few sections and no groups",
    (role) => {
      expect(barOf(role)).toBeNull();
    },
  );

  test("a head of unit who is an officer too finds the sections by what they are about", () => {
    expect(barOf("unitHead", "oneStopOfficer")).toEqual([
      "Hồ sơ: Quầy tiếp nhận, Hàng đợi, Bảng điều hành, Trả kết quả, Xác nhận, Bước được giao, Việc cần làm, Giữ giấy tờ, Bưu gửi, Tra cứu, Sổ và phiếu, Bàn giao, Thông báo",
      "Quyền làm việc: Phân công, Quyết định giao việc, Tôi được làm gì",
      "Chuyển giao: Đề án, Đề xuất, Điểm phục vụ",
      "Chất lượng: Hậu kiểm, Số liệu",
      "Quản trị: Lịch làm việc",
    ]);
  });

  test.each([
    {
      role: "postalClerk",
      keys: [
        "counter",
        "returning",
        "awaited",
        "tasks",
        "papers",
        "postal",
        "search",
        "handOvers",
        "ownRights",
      ],
    },
    { role: "courier", keys: ["papers", "postal"] },
    {
      role: "approver",
      keys: ["queue", "board", "steps", "consultations", "tasks", "papers", "search", "internalProcedures"],
    },
    {
      role: "administrator",
      keys: [
        "sites",
        "handOvers",
        "people",
        "training",
        "places",
        "waybills",
        "reorganisation",
        "figures",
        "catalogue",
        "internalProcedures",
        "calendars",
      ],
    },
  ] as const)("$role finds what the post opens and nothing else", ({ role, keys }) => {
    expect(sectionsOf(sessionOf(role)).map(({ key }) => key)).toEqual(keys);
  });

  test("nine sections stand side by side, ten have groups", () => {
    const all = sectionsOf(sessionOf(...ROLES));
    expect(groupedSections(all.slice(0, 9))).toBeNull();
    expect(groupedSections(all.slice(0, 10))).not.toBeNull();
  });

  test("groups neither lose a section nor show one twice, and no sign stands for two", () => {
    const all = sectionsOf(sessionOf(...ROLES));
    const grouped = groupedSections(all)?.flatMap(({ sections }) => sections) ?? [];
    expect(grouped.map(({ key }) => key).toSorted()).toEqual(all.map(({ key }) => key).toSorted());
    expect(new Set(all.map(({ icon }) => icon)).size).toBe(all.length);
  });
});
