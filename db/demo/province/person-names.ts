import type { Random, Weighted } from "./random.ts";

/**
 * Names as they are heard in the delta. The order of the family names is that of the published counts of the whole
 * country [recalled], moved to what is usual in the south (Huỳnh, Võ). No list is of real persons.
 */

type Sex = "male" | "female";

const FAMILY_NAMES: Weighted<string> = [
  ["Nguyễn", 315],
  ["Trần", 109],
  ["Lê", 89],
  ["Huỳnh", 78],
  ["Phạm", 59],
  ["Võ", 56],
  ["Phan", 38],
  ["Trương", 27],
  ["Bùi", 20],
  ["Đặng", 21],
  ["Đỗ", 16],
  ["Ngô", 17],
  ["Hồ", 22],
  ["Dương", 18],
  ["Lý", 8],
  ["Đinh", 7],
  ["Đoàn", 9],
  ["Mai", 9],
  ["Cao", 8],
  ["Lương", 7],
  ["Châu", 6],
  ["Tô", 5],
  ["Thái", 5],
  ["Kiều", 4],
];
const KHMER_FAMILY_NAMES: Weighted<string> = [
  ["Danh", 4],
  ["Thạch", 4],
  ["Sơn", 3],
  ["Kim", 2],
  ["Châu", 2],
];
const CHINESE_FAMILY_NAMES: Weighted<string> = [
  ["Lâm", 5],
  ["Quách", 3],
  ["Trịnh", 2],
  ["Tăng", 2],
  ["Vương", 2],
  ["Mã", 1],
  ["La", 1],
];

interface Given {
  readonly middle: Weighted<string>;
  readonly last: readonly string[];
}

const words = (text: string): readonly string[] => text.split(" ");
const alike = (names: readonly string[]): Weighted<string> => names.map((name) => [name, 1]);

/** Middle and given names: of older people mostly Thị and Văn, of younger ones two and more together. */
const GIVEN: Readonly<Record<Sex, Readonly<Record<"old" | "young", Given>>>> = {
  female: {
    old: {
      middle: [["Thị", 12], ...alike(["Thị Kim", "Thị Ngọc", "Thị Thu"])],
      last: words(
        "Bé Út Lan Hoa Sáu Ba Hồng Nguyệt Cúc Hoàng Tuyết Ánh Đẹp Vân Kiều Mười Lệ Phấn Lài Sương Điệp Huệ",
      ),
    },
    young: {
      middle: alike([
        "Thị",
        "Ngọc",
        "Thị Ngọc",
        "Thị Kim",
        "Thị Thanh",
        "Thị Mỹ",
        "Thị Bích",
        "Thị Thùy",
        "Thị Hồng",
        "Thị Phương",
        "Thị Cẩm",
        "Thị Diễm",
      ]),
      last: words(
        "Trâm Ngân Linh Duyên Hân Tú Nhi Tuyền Như Thảo My Vy Đào Ly Phụng Hà Loan Yến Quyên Trinh Tiên Giang Hằng Oanh",
      ),
    },
  },
  male: {
    old: {
      middle: [["Văn", 12], ...alike(["Hữu", "Thành", "Minh", "Công"])],
      last: words(
        "Út Bảy Hai Sáu Thành Hùng Lợi Tư Phước Chiến Em Ngọc Châu Nghĩa Sơn Tâm Dũng Bình Khánh Xuân Ba Năm",
      ),
    },
    young: {
      middle: [
        ["Văn", 2],
        ...alike(words("Minh Hoàng Quốc Tấn Hữu Trọng Thanh Phước Chí Đăng Nhật Hoài Trung Thành Công")),
      ],
      last: words(
        "Khang Phúc Bảo Đạt Nghĩa Nhân Nhựt Tùng Hậu Thiện Khoa Hào Nam Tín Thắng Duy Vinh Tài Phát Lộc Kiệt Sang Toàn Tâm",
      ),
    },
  },
};
const KHMER_GIVEN: Readonly<Record<Sex, readonly string[]>> = {
  female: ["Thị Sa Rươn", "Thị Phol La", "Thị Sô Phia", "Thị Chanh Đa"],
  male: ["Sa Phia", "Văn Sêm", "Hoàng Sơn", "Sô Phanh"],
};
const CHINESE_GIVEN: Readonly<Record<Sex, readonly string[]>> = {
  female: ["Mỹ Phụng", "Tú Anh", "Huệ Linh", "Lệ Quyên"],
  male: ["Chấn Phong", "Gia Hào", "Vĩ Cường", "Kiến Minh"],
};

/** From this age on a name of the older list is usual. */
const OLD_AGE = 50;

/** @example inventName(random, "female", 71) → "Huỳnh Thị Út" */
export function inventName(random: Random, sex: Sex, age: number): string {
  const people = random.weighted([
    ["vietnamese", 93],
    ["khmer", 3],
    ["chinese", 4],
  ]);
  if (people === "khmer") return `${random.weighted(KHMER_FAMILY_NAMES)} ${random.pick(KHMER_GIVEN[sex])}`;
  if (people === "chinese")
    return `${random.weighted(CHINESE_FAMILY_NAMES)} ${random.pick(CHINESE_GIVEN[sex])}`;
  const { middle, last } = GIVEN[sex][age >= OLD_AGE ? "old" : "young"];
  return `${random.weighted(FAMILY_NAMES)} ${random.weighted(middle)} ${random.pick(last)}`;
}
