/**
 * Groups of fields as the one-stop units of 2018 to 2021 named them. Ministries were re-drawn in March 2025,
 * so a transfer decision of that time that says "Lao động – Thương binh và Xã hội" means several fields of today.
 */
export const FIELD_GROUPS = {
  justice: "Tư pháp",
  cultureInformation: "Văn hóa và Thông tin",
  labourSocial: "Lao động – Thương binh và Xã hội",
  health: "Y tế",
  education: "Giáo dục và Đào tạo",
  business: "Tài chính – Kế hoạch",
  police: "Công an",
} as const;

export type FieldGroup = keyof typeof FIELD_GROUPS;

export interface ProcedureField {
  /** The name of today, as the national catalogue writes it. */
  readonly name: string;
  /** The historic group whose decisions cover this field. */
  readonly group: FieldGroup;
}

/** Our own stable codes of fields (lĩnh vực); the national `G15-…` codes are not used as keys because they are re-issued. */
export const PROCEDURE_FIELDS = {
  civilStatus: { name: "Hộ tịch", group: "justice" },
  certification: { name: "Chứng thực", group: "justice" },
  adoption: { name: "Nuôi con nuôi", group: "justice" },
  grassrootsMediation: { name: "Hòa giải ở cơ sở", group: "justice" },
  socialProtection: { name: "Bảo trợ xã hội", group: "labourSocial" },
  povertyReduction: { name: "Giảm nghèo", group: "labourSocial" },
  peopleOfMerit: { name: "Người có công", group: "labourSocial" },
  employment: { name: "Việc làm", group: "labourSocial" },
  labour: { name: "Lao động, tiền lương", group: "labourSocial" },
  children: { name: "Trẻ em", group: "labourSocial" },
  population: { name: "Dân số", group: "health" },
  foodSafety: { name: "An toàn thực phẩm", group: "health" },
  medicalCare: { name: "Khám bệnh, chữa bệnh", group: "health" },
  healthInsurance: { name: "Thực hiện chính sách BHYT", group: "health" },
  education: { name: "Giáo dục và Đào tạo", group: "education" },
  grassrootsCulture: { name: "Văn hóa cơ sở", group: "cultureInformation" },
  information: { name: "Báo chí, xuất bản và thông tin điện tử", group: "cultureInformation" },
  library: { name: "Thư viện", group: "cultureInformation" },
  sport: { name: "Thể dục, thể thao", group: "cultureInformation" },
  residence: { name: "Đăng ký, quản lý cư trú", group: "police" },
  householdBusiness: { name: "Thành lập và hoạt động của hộ kinh doanh", group: "business" },
  cooperativeGroup: { name: "Tổ hợp tác, hợp tác xã", group: "business" },
} as const satisfies Readonly<Record<string, ProcedureField>>;

export type FieldCode = keyof typeof PROCEDURE_FIELDS;

/** True when the text is one of our field codes. @example isFieldCode("civilStatus") → true */
export function isFieldCode(text: string): text is FieldCode {
  return Object.hasOwn(PROCEDURE_FIELDS, text);
}

/**
 * The fields of today that a historic group covers, for a mandate that names the group.
 * @example fieldsOfGroup("health") → ["population", "foodSafety", "medicalCare", "healthInsurance"]
 */
export function fieldsOfGroup(group: FieldGroup): readonly FieldCode[] {
  return Object.keys(PROCEDURE_FIELDS)
    .filter(isFieldCode)
    .filter((code) => PROCEDURE_FIELDS[code].group === group);
}
