import type { Applicants } from "./invent-party.ts";

/** How a procedure comes up at the counters of the demo. */
export interface MixEntry {
  readonly code: string;
  /** How often, compared with the others at the same level. */
  readonly weight: number;
  readonly applicants: Applicants;
  /** The case of the time limit, where it is not the usual one. */
  readonly case?: string;
  /** What the number of the result ends with. @example "TLKT-BS" */
  readonly resultMark: string;
  /** Why it was refused, when it was. */
  readonly refusedBecause: string;
}

const ADULT = { ages: [18, 70] } as const;
const YOUNG_PARENT = { ages: [21, 41] } as const;
const OLD = { ages: [75, 92] } as const;
const NOT_FOUND = "Không tìm thấy thông tin trong sổ gốc và cơ sở dữ liệu hộ tịch điện tử.";
const NOT_ENTITLED = "Không đủ điều kiện hưởng theo quy định, đã giải thích bằng văn bản.";

/**
 * What a commune's counter sees, by weight: certification and civil status make up most, then social protection,
 * household business and schools. The order follows the sources on volumes; the figures are guessed for the demo.
 */
const COMMUNE_MIX: readonly MixEntry[] = [
  entry("2.000815", 20, ADULT, "CT", "Bản chính bị tẩy xóa, không chứng thực được."),
  entry("2.000635", 14, ADULT, "TLKT-BS", NOT_FOUND),
  entry("1.001193", 11, YOUNG_PARENT, "GKS", "Việc sinh đã được đăng ký tại nơi khác."),
  entry("1.004873", 9, { ages: [20, 55] }, "XNTTHN", "Thông tin hôn nhân khác với cơ sở dữ liệu."),
  entry("1.000656", 5, { ages: [25, 65] }, "TLKT", "Việc tử đã được đăng ký tại nơi khác."),
  entry("2.000884", 6, ADULT, "CTCK", "Người yêu cầu không minh mẫn lúc ký."),
  entry("2.001035", 4, { ages: [25, 75] }, "CTGD", "Tài sản đang có tranh chấp."),
  entry("1.000894", 4, { ages: [20, 36] }, "GCNKH", "Một bên chưa đủ tuổi kết hôn."),
  entry("1.014027", 6, OLD, "QĐ-TCXH", NOT_ENTITLED),
  entry("1.001699", 3, { ages: [20, 80] }, "XNKT", NOT_ENTITLED),
  entry("1.001653", 1.5, { ages: [20, 80] }, "XNKT", NOT_ENTITLED),
  entry("1.004884", 2.5, ADULT, "GKS-ĐKL", NOT_FOUND),
  { ...entry("1.004859", 2, ADULT, "CCHT", NOT_FOUND), case: "correction" },
  entry("1.001022", 1, YOUNG_PARENT, "NCMC", "Chứng cứ về quan hệ cha, con chưa đủ."),
  entry("1.000689", 2.5, YOUNG_PARENT, "GKS", "Việc sinh đã được đăng ký tại nơi khác."),
  entry("1.004772", 1, ADULT, "GKS", NOT_FOUND),
  entry("1.004837", 0.6, { ages: [28, 65] }, "GH", "Người giám hộ không đủ điều kiện."),
  entry("1.005461", 0.6, { ages: [30, 65] }, "TLKT", NOT_FOUND),
  entry("2.000720", 2, { ages: [24, 60] }, "HKD", "Tên hộ kinh doanh trùng trong địa bàn."),
  entry("1.001570", 1, { ages: [24, 60] }, "HKD", "Thông báo gửi sau ngày tạm ngừng."),
  entry("1.001266", 1.5, { ages: [24, 70] }, "HKD", "Còn nghĩa vụ thuế chưa hoàn thành."),
  entry("1.014034", 1, { ages: [24, 60] }, "HKD", "Thông tin khác với cơ sở dữ liệu đăng ký."),
  entry("2.002481", 3, { ages: [32, 48] }, "CTHS", "Trường nơi đến không còn chỗ."),
  entry("3.000467", 2, { ages: [17, 45] }, "BSVB", NOT_FOUND),
  entry("3.000468", 0.6, { ages: [17, 45] }, "CSVB", "Giấy tờ hộ tịch khác với văn bằng."),
  entry("2.000908", 1, ADULT, "BS", NOT_FOUND),
  entry("1.011607", 2, { ages: [30, 75] }, "HNCN", "Chưa đạt mức thiếu hụt theo chuẩn."),
  entry("2.001088", 1, { ages: [22, 38], sex: "female" }, "DS", NOT_ENTITLED),
  entry("2.000286", 0.6, { ages: [60, 85] }, "QĐ-BTXH", NOT_ENTITLED),
  entry("2.000424", 0.5, { ages: [40, 68] }, "HGV", "Tai nạn không xảy ra khi đang hòa giải."),
  organisations(
    "1.012971",
    0.8,
    ["Cơ sở mầm non độc lập {name}"],
    "QĐ-GDMN",
    "Phòng học chưa đạt diện tích.",
  ),
  organisations("1.003622", 0.8, ["Ban Quản lý đình {place}"], "LH", "Phương án an ninh chưa đủ."),
  organisations("2.002637", 0.8, ["Tổ hợp tác {name} {place}"], "THT", "Hợp đồng hợp tác thiếu chữ ký."),
  organisations(
    "1.013855",
    1.5,
    ["Quán ăn {name}", "Công ty TNHH Ẩm thực {name}"],
    "ATTP",
    "Bếp chưa theo nguyên tắc một chiều.",
  ),
];

const PROVINCE_MIX: readonly MixEntry[] = [
  organisations(
    "1.013855",
    55,
    [
      "Công ty TNHH Thực phẩm {name}",
      "Công ty TNHH MTV Suất ăn {name}",
      "Nhà hàng {name}",
      "Hợp tác xã Dịch vụ {name}",
    ],
    "ATTP",
    "Cơ sở chưa đạt khi thẩm định thực tế.",
  ),
  entry("2.000635", 25, ADULT, "TLKT-BS", NOT_FOUND),
  entry("2.000286", 20, { ages: [60, 85] }, "QĐ-BTXH", NOT_ENTITLED),
];

/** @example mixOf("unit:province:82") has what the provincial centre takes in */
export function mixOf(unit: string): readonly MixEntry[] {
  return unit.startsWith("unit:province:") ? PROVINCE_MIX : COMMUNE_MIX;
}

function entry(
  code: string,
  weight: number,
  applicants: Applicants,
  resultMark: string,
  refusedBecause: string,
): MixEntry {
  return { code, weight, applicants, resultMark, refusedBecause };
}

function organisations(
  code: string,
  weight: number,
  names: readonly string[],
  resultMark: string,
  refusedBecause: string,
): MixEntry {
  return entry(code, weight, { ages: [30, 62], organisations: names }, resultMark, refusedBecause);
}
