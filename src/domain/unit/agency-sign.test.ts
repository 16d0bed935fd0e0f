import { expect, test } from "vitest";
import { agencySign } from "./agency-sign.ts";

test.each([
  { kind: "communeCommittee", name: "Ủy ban nhân dân xã Bình Thành", sign: "UBND" },
  { kind: "provincialCommittee", name: "Ủy ban nhân dân tỉnh Đồng Tháp", sign: "UBND" },
  { kind: "provincialDepartment", name: "Sở Tư pháp tỉnh Đồng Tháp", sign: "STP" },
  { kind: "provincialDepartment", name: "Sở Giáo dục và Đào tạo tỉnh Đồng Tháp", sign: "SGDĐT" },
  { kind: "provincialDepartment", name: "Sở Văn hóa, Thể thao và Du lịch tỉnh Đồng Tháp", sign: "SVHTTDL" },
  { kind: "provincialBody", name: "Bảo hiểm xã hội tỉnh Đồng Tháp", sign: "BHXH" },
  { kind: "provincialBody", name: "Công an tỉnh Đồng Tháp", sign: "CA" },
])("$name signs $sign", ({ kind, name, sign }) => {
  expect(agencySign({ kind, name })).toBe(sign);
});
