import { describe, expect, test } from "vitest";
import { type DemoAccount, groupAccounts } from "./demo-groups.ts";

const account = (
  username: string,
  fullName: string,
  role: DemoAccount["roles"][number],
  place: string,
): DemoAccount => ({
  username,
  fullName,
  place,
  roles: [role],
  employer: `Nơi làm ${place}`,
  password: "",
  code: "",
});

const ACCOUNTS = [
  account("lan.clerk", "Nguyễn Thị Lan", "postalClerk", "Xã Bình Thành"),
  account("quyen.admin", "Đặng Thị Mỹ Quyên", "administrator", "Tỉnh Đồng Tháp"),
  account("duc.officer", "Lê Minh Đức", "oneStopOfficer", "Xã Bình Thành"),
  account("khoa.officer", "Đỗ Đăng Khoa", "oneStopOfficer", "Phường Cao Lãnh"),
  account("hien.story2", "Lê Thị Thu Hiền", "postalClerk", "Huyện Phú Thiện"),
  account("bao.story2", "Phạm Gia Bảo", "oneStopOfficer", "Thị trấn Phú Thiện"),
];
const WORDS: Partial<Record<DemoAccount["roles"][number], string>> = {
  postalClerk: "Nhân viên bưu điện",
  oneStopOfficer: "Công chức một cửa",
  administrator: "Người quản trị",
};
const namesOf = (wanted: string) =>
  groupAccounts(ACCOUNTS, wanted, {
    role: (role) => WORDS[role] ?? "",
    story: (story) => (story === "story2" ? "Câu chuyện Phú Thiện" : ""),
  }).map(({ place, accounts }) => [place, ...accounts.map(({ username }) => username)]);

describe("the people of the demo on the sign-in page", () => {
  test("stand under the place where they work, in the order in which they came", () => {
    expect(namesOf("")).toEqual([
      ["Xã Bình Thành", "lan.clerk", "duc.officer"],
      ["Tỉnh Đồng Tháp", "quyen.admin"],
      ["Phường Cao Lãnh", "khoa.officer"],
      ["Câu chuyện Phú Thiện", "hien.story2", "bao.story2"],
    ]);
  });

  test.each([
    { wanted: "duc", found: ["duc.officer"], because: "names are found without diacritics" },
    { wanted: "ĐỨC", found: ["duc.officer"], because: "and with them, in capitals" },
    {
      wanted: "mot cua",
      found: ["duc.officer", "khoa.officer", "bao.story2"],
      because: "a role is looked for too",
    },
    { wanted: "cau chuyen", found: ["hien.story2", "bao.story2"], because: "a story stands together" },
    { wanted: "cao lanh một cửa", found: ["khoa.officer"], because: "every word must be there" },
    {
      wanted: "  ",
      found: ["lan.clerk", "duc.officer", "quyen.admin", "khoa.officer", "hien.story2", "bao.story2"],
      because: "blanks say nothing",
    },
    { wanted: "vĩnh long", found: [], because: "nobody works there" },
  ])("$wanted finds $found: $because", ({ wanted, found }) => {
    expect(namesOf(wanted).flatMap(([, ...names]) => names)).toEqual(found);
  });
});
