import type { FormSet } from "#domain/dossier/issued-form.ts";
import type { UnitForm } from "#domain/dossier/register.ts";
import { instant } from "#domain/shared/instant.ts";
import type { ListData } from "./list-data.ts";
import { FULL_RECEIPT } from "./sample-receipt.ts";

const UNIT = "Trung tâm Phục vụ hành chính công xã Bình Thành";
const AGENCY = "Ủy ban nhân dân xã Bình Thành";

const HEADINGS: Readonly<Record<UnitForm, ListData["heading"]>> = {
  register: {
    fields: "Chứng thực; Hộ tịch",
    year: "2026",
    volume: "01",
    closed: "lúc 08:00 02/01/2027, từ số 01 đến số 03",
  },
  dossierHandOver: { from: UNIT, to: AGENCY, count: "03", at: "09:15 22/11/2026" },
  resultHandOver: { from: AGENCY, to: UNIT, count: "03", at: "09:15 22/11/2026" },
};

/** Everything that a row of any list can say. */
export function sampleRow(index: number): Readonly<Record<string, string>> {
  const number = String(index + 1).padStart(2, "0");
  return {
    number,
    code: `000.00.01.H20-261120-00${number}`,
    procedure: "Đăng ký khai sinh có yếu tố nước ngoài",
    applicant: "Nguyễn Thị Ánh Tuyết",
    address: "Số 12, ấp Bình Chánh, xã Bình Thành, tỉnh Đồng Tháp",
    contact: "Số 12, ấp Bình Chánh, xã Bình Thành, tỉnh Đồng Tháp; 0912 345 678",
    agency: AGENCY,
    sets: "01",
    received: "08:05 20/11/2026",
    due: "17:00 25/11/2026",
    returned: "10:00 25/11/2026",
    method: "Qua bưu chính công ích",
    signed: "Đã ký",
    note: "Gia hạn một lần",
    originals: "1",
    copies: "2",
    outcome: "Đã giải quyết",
    fee: "X",
    postal: "X",
  };
}

/** A believable list of each kind. */
export function sampleList(form: UnitForm, formSet: FormSet = "TT03_2025"): ListData {
  return {
    form,
    formSet,
    paperSize: "A4",
    copies: form === "register" ? 1 : 2,
    governingBody: FULL_RECEIPT.governingBody,
    unitName: UNIT,
    place: "Bình Thành",
    number: 7,
    issuedAt: instant("2027-01-02T08:00:00+07:00"),
    heading: HEADINGS[form],
    rows: [0, 1, 2].map(sampleRow),
    signers: form === "register" ? { head: "Hồ Thị Hạnh" } : { giver: "Trần Quốc Đạt" },
  };
}
