import { createHash } from "node:crypto";
import { stableKey } from "#domain/catalogue/portal-keys.ts";

/** Fields of the provincial centre of Đồng Tháp in 2021: ministries were drawn anew in 2025, and so were the fields. */
const NAMES = [
  "Ngoại vụ",
  "Giáo dục và Đào tạo",
  "Văn hóa – Thể thao và Du lịch",
  "Lao động – Thương binh và Xã hội",
  "Khoa học và Công nghệ",
  "Thông tin và Truyền thông",
  "Công Thương",
  "Nông nghiệp và Phát triển nông thôn",
  "Tài chính",
  "Ban Quản lý Khu kinh tế",
  "An toàn vệ sinh thực phẩm (Sở Y tế)",
] as const;

const digest = (text: string) => createHash("sha256").update(text).digest("hex");

/** A field of then as a row of the catalogue; its code follows its name, as for any field that the house has none of. */
export const HISTORIC_FIELDS = NAMES.map((name) => {
  const told = `${name} (đến 6/2025)`;
  return { code: stableKey("field", told, digest), name: told, short: name };
});

/** @example historicField("Công Thương") → its code */
export function historicField(short: (typeof NAMES)[number]): string {
  return HISTORIC_FIELDS.find((field) => field.short === short)?.code ?? "";
}
