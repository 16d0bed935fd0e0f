import { PILOT_FIELDS, PILOT_POST_OFFICE, PILOT_UNIT } from "../people.ts";

/** The four groups of the pilot: culture and information, labour and social affairs, health, education. */
export const FOUR_GROUPS = [
  "grassrootsCulture",
  "library",
  "sport",
  "socialProtection",
  "povertyReduction",
  "peopleOfMerit",
  "children",
  "population",
  "education",
] as const;
/** Of the eleven fields of the provincial centre those that the catalogue has. */
export const PROVINCE_FIELDS = [
  "education",
  "grassrootsCulture",
  "library",
  "sport",
  "socialProtection",
  "peopleOfMerit",
  "employment",
  "labour",
  "children",
  "information",
  "foodSafety",
] as const;
export const WARD_FIELDS = [
  "civilStatus",
  "certification",
  "education",
  "population",
  "householdBusiness",
] as const;

/** What a decision of the demo hands to a post office. */
export interface HandOver {
  readonly office: string;
  readonly unit: string;
  readonly number: string;
  readonly title: string;
  readonly fields: readonly string[];
  readonly tasks: readonly ("guide" | "receive" | "enterData" | "digitise" | "returnResult")[];
  readonly autonomy: "assist" | "supervised" | "independent";
  /** When the phase began, unless the demo's clock stands before it. */
  readonly since: string;
  /** How many working days before the demo's now it was suspended. */
  readonly suspendedBefore?: number;
}

const WHOLE = ["guide", "receive", "enterData", "digitise", "returnResult"] as const;

/**
 * The phases as the articles tell them, in today's units: the communes of Thanh Bình one after the other, the
 * provincial centre, wards with a counter of the post's own, one office that only returns results. All invented.
 */
export const HAND_OVERS: readonly HandOver[] = [
  {
    office: PILOT_POST_OFFICE,
    unit: PILOT_UNIT,
    number: "268/QĐ-UBND",
    title: "Giao Bưu điện Văn hóa xã Bình Tấn hỗ trợ tiếp nhận hồ sơ và trả kết quả",
    fields: PILOT_FIELDS,
    tasks: WHOLE,
    autonomy: "supervised",
    since: "2025-07-01",
  },
  {
    office: "post:30157",
    unit: "unit:commune:30157",
    number: "269/QĐ-UBND",
    title: "Giai đoạn 1: giao Bưu điện Văn hóa xã Tân Thạnh tiếp nhận hồ sơ và trả kết quả",
    fields: FOUR_GROUPS,
    tasks: WHOLE,
    autonomy: "independent",
    since: "2025-07-01",
  },
  {
    office: "post:30130",
    unit: "unit:commune:30130",
    number: "415/QĐ-UBND",
    title: "Giai đoạn 2: Bưu điện Thanh Bình hỗ trợ công chức, từng việc do công chức xác nhận",
    fields: FOUR_GROUPS,
    tasks: WHOLE,
    autonomy: "assist",
    since: "2025-10-01",
  },
  {
    office: "post:province:82",
    unit: "unit:province:82",
    number: "502/QĐ-UBND",
    title: "Chuyển giao 11 lĩnh vực tại Trung tâm Phục vụ hành chính công tỉnh cho Bưu điện tỉnh",
    fields: PROVINCE_FIELDS,
    tasks: WHOLE,
    autonomy: "independent",
    since: "2025-12-01",
  },
  {
    office: "post:29869",
    unit: "unit:commune:29869",
    number: "78/QĐ-UBND",
    title: "Bố trí nhân viên Bưu điện Cao Lãnh tại quầy riêng của phường Cao Lãnh",
    fields: WARD_FIELDS,
    tasks: WHOLE,
    autonomy: "supervised",
    since: "2026-02-02",
  },
  {
    office: "post:28261",
    unit: "unit:commune:28261",
    number: "113/QĐ-UBND",
    title: "Giao Bưu điện Mỹ Tho hướng dẫn và trả kết quả giải quyết thủ tục hành chính",
    fields: [...WARD_FIELDS, "socialProtection"],
    tasks: ["guide", "returnResult"],
    autonomy: "supervised",
    since: "2026-03-02",
  },
  {
    office: "post:29905",
    unit: "unit:commune:29905",
    number: "164/QĐ-UBND",
    title: "Giai đoạn 3: giao Bưu điện Sa Đéc tiếp nhận hồ sơ và trả kết quả",
    fields: WARD_FIELDS,
    tasks: WHOLE,
    autonomy: "supervised",
    since: "2026-04-01",
    suspendedBefore: 9,
  },
];

/** No mandate reaches marriage: both must come and sign before a civil servant. */
export const NEVER_HANDED_OVER = ["1.000894"] as const;
