/** One province as the personal number (số định danh cá nhân) names it: by its code before the mergers of 2025. */
export interface IdentityProvince {
  readonly code: string;
  readonly name: string;
  /** `sourced`: read in a public validator; `recalled`: known, not read in a source. */
  readonly mark: "sourced" | "recalled";
}

/**
 * The 63 provinces before 1/7/2025. Numbers given out then keep these codes; codes of countries (births
 * abroad) and codes given later are not here, so an unknown code can only warn.
 */
export const IDENTITY_PROVINCES: readonly IdentityProvince[] = [
  { code: "001", name: "Hà Nội", mark: "sourced" },
  { code: "002", name: "Hà Giang", mark: "sourced" },
  { code: "004", name: "Cao Bằng", mark: "sourced" },
  { code: "006", name: "Bắc Kạn", mark: "sourced" },
  { code: "008", name: "Tuyên Quang", mark: "sourced" },
  { code: "010", name: "Lào Cai", mark: "sourced" },
  { code: "011", name: "Điện Biên", mark: "sourced" },
  { code: "012", name: "Lai Châu", mark: "sourced" },
  { code: "014", name: "Sơn La", mark: "sourced" },
  { code: "015", name: "Yên Bái", mark: "sourced" },
  { code: "017", name: "Hòa Bình", mark: "sourced" },
  { code: "019", name: "Thái Nguyên", mark: "sourced" },
  { code: "020", name: "Lạng Sơn", mark: "sourced" },
  { code: "022", name: "Quảng Ninh", mark: "sourced" },
  { code: "024", name: "Bắc Giang", mark: "sourced" },
  { code: "025", name: "Phú Thọ", mark: "sourced" },
  { code: "026", name: "Vĩnh Phúc", mark: "sourced" },
  { code: "027", name: "Bắc Ninh", mark: "sourced" },
  { code: "030", name: "Hải Dương", mark: "sourced" },
  { code: "031", name: "Hải Phòng", mark: "sourced" },
  { code: "033", name: "Hưng Yên", mark: "sourced" },
  { code: "034", name: "Thái Bình", mark: "sourced" },
  { code: "035", name: "Hà Nam", mark: "recalled" },
  { code: "036", name: "Nam Định", mark: "recalled" },
  { code: "037", name: "Ninh Bình", mark: "recalled" },
  { code: "038", name: "Thanh Hóa", mark: "recalled" },
  { code: "040", name: "Nghệ An", mark: "recalled" },
  { code: "042", name: "Hà Tĩnh", mark: "recalled" },
  { code: "044", name: "Quảng Bình", mark: "recalled" },
  { code: "045", name: "Quảng Trị", mark: "recalled" },
  { code: "046", name: "Thừa Thiên Huế", mark: "recalled" },
  { code: "048", name: "Đà Nẵng", mark: "recalled" },
  { code: "049", name: "Quảng Nam", mark: "recalled" },
  { code: "051", name: "Quảng Ngãi", mark: "recalled" },
  { code: "052", name: "Bình Định", mark: "recalled" },
  { code: "054", name: "Phú Yên", mark: "recalled" },
  { code: "056", name: "Khánh Hòa", mark: "recalled" },
  { code: "058", name: "Ninh Thuận", mark: "recalled" },
  { code: "060", name: "Bình Thuận", mark: "recalled" },
  { code: "062", name: "Kon Tum", mark: "recalled" },
  { code: "064", name: "Gia Lai", mark: "recalled" },
  { code: "066", name: "Đắk Lắk", mark: "recalled" },
  { code: "067", name: "Đắk Nông", mark: "recalled" },
  { code: "068", name: "Lâm Đồng", mark: "recalled" },
  { code: "070", name: "Bình Phước", mark: "recalled" },
  { code: "072", name: "Tây Ninh", mark: "recalled" },
  { code: "074", name: "Bình Dương", mark: "recalled" },
  { code: "075", name: "Đồng Nai", mark: "recalled" },
  { code: "077", name: "Bà Rịa - Vũng Tàu", mark: "recalled" },
  { code: "079", name: "Thành phố Hồ Chí Minh", mark: "recalled" },
  { code: "080", name: "Long An", mark: "recalled" },
  { code: "082", name: "Tiền Giang", mark: "recalled" },
  { code: "083", name: "Bến Tre", mark: "recalled" },
  { code: "084", name: "Trà Vinh", mark: "recalled" },
  { code: "086", name: "Vĩnh Long", mark: "recalled" },
  { code: "087", name: "Đồng Tháp", mark: "recalled" },
  { code: "089", name: "An Giang", mark: "recalled" },
  { code: "091", name: "Kiên Giang", mark: "recalled" },
  { code: "092", name: "Cần Thơ", mark: "recalled" },
  { code: "093", name: "Hậu Giang", mark: "recalled" },
  { code: "094", name: "Sóc Trăng", mark: "recalled" },
  { code: "095", name: "Bạc Liêu", mark: "recalled" },
  { code: "096", name: "Cà Mau", mark: "recalled" },
];

/** The province that a personal number's first three digits name, or undefined (births abroad, later codes). */
export function identityProvince(code: string): IdentityProvince | undefined {
  return IDENTITY_PROVINCES.find((province) => province.code === code);
}
