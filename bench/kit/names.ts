import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";

export interface PersonName {
  readonly name: string;
  /** As the search columns hold it. */
  readonly key: string;
}

/** Family names with their share in a thousand, about as they are borne; the tail is long. */
const FAMILY: readonly (readonly [string, number])[] = [
  ["Nguyễn", 380],
  ["Trần", 110],
  ["Lê", 95],
  ["Phạm", 70],
  ["Huỳnh", 40],
  ["Phan", 45],
  ["Võ", 35],
  ["Đặng", 21],
  ["Bùi", 20],
  ["Đỗ", 14],
  ["Hồ", 13],
  ["Ngô", 13],
  ["Dương", 10],
  ["Lý", 5],
  ["Trương", 20],
  ["Lâm", 12],
  ["Mai", 10],
  ["Đoàn", 10],
  ["Cao", 8],
  ["Châu", 6],
  ["Thái", 6],
  ["Tô", 5],
  ["Tạ", 4],
  ["Kiều", 3],
  ["Quách", 2],
  ["Khưu", 1],
  ["Nhan", 1],
  ["Ông", 1],
];

const WOMEN =
  "Thị,Thị Hồng,Thị Kim,Thị Mỹ,Thị Ngọc,Thị Thu,Thị Thanh,Thị Bích,Ngọc,Kim,Mỹ,Thanh,Thùy,Hồng,Bảo";
const MEN = "Văn,Văn,Văn,Minh,Hữu,Thanh,Quốc,Hoàng,Đức,Tấn,Công,Ngọc,Phước,Trọng,Thành,Chí,Nhật,Gia,Bá,Khánh";
const WOMEN_GIVEN =
  "Lan,Hoa,Hồng,Nhung,Hương,Mai,Thảo,Trang,Linh,Ngân,Phương,Hạnh,Tuyết,Nga,Loan,Yến,Nhi,Vy,Trinh,Diễm,Cúc,Huệ,Thu,Xuân,Đào,Liên,Như,Quyên,Oanh,Thúy,Hằng,Kiều,Duyên,Châu,My,Tiên,Giang,Ánh,Bé Ba,Út";
const MEN_GIVEN =
  "Hùng,Dũng,Tuấn,Minh,Nam,Long,Phong,Hải,Sơn,Bình,Khoa,Khang,Phúc,Thịnh,Tài,Lộc,Hậu,Nghĩa,Tín,Đạt,Huy,Duy,Kiệt,Toàn,Trung,Hiếu,Tâm,Nhân,Thắng,Vinh,Quân,Thiện,Bảo,Khải,Lâm,Đông,Tây,Tư,Sáu,Ú";

/**
 * Names as a province bears them: a few family names cover most people, given names are skewed too. The same
 * seed gives the same names. @example peopleNames(2, 1)[0]?.key → "nguyen thi hong nhung"
 */
export function peopleNames(count: number, seed: number): readonly PersonName[] {
  const random = xoroshiro128plus(seed);
  const below = (limit: number) => uniformInt(random, 0, limit - 1);
  const families = FAMILY.flatMap(([name, share]) => Array.from({ length: share }, () => name));
  /** Twice drawn, the smaller taken: the front of a list is met more often than its end. */
  const skewed = (list: readonly string[]) => list[Math.min(below(list.length), below(list.length))] ?? "";
  const lists = [
    { middle: WOMEN.split(","), given: WOMEN_GIVEN.split(",") },
    { middle: MEN.split(","), given: MEN_GIVEN.split(",") },
  ];
  return Array.from({ length: count }, () => {
    const { middle = [], given = [] } = lists[below(2)] ?? {};
    const name = `${families[below(families.length)] ?? ""} ${skewed(middle)} ${skewed(given)}`;
    return { name, key: searchKey(name) };
  });
}
