import { instant } from "#domain/shared/instant.ts";
import type { ControlSheetData, Hop } from "./control-sheet-data.ts";
import { FULL_RECEIPT } from "./sample-receipt.ts";

const UNIT = "Trung tâm Phục vụ hành chính công xã Bình Thành";
const AGENCY = "Ủy ban nhân dân xã Bình Thành";
const hop = (from: string, to: string, at: string, rest: Partial<Hop>): Hop => ({
  from,
  to,
  at: instant(at),
  giver: "",
  taker: "",
  result: null,
  note: "",
  ...rest,
});

/** A believable sheet of a dossier that went its whole way. */
export const CONTROL_SHEET: ControlSheetData = {
  formSet: "TT03_2025",
  paperSize: "A5",
  copies: 1,
  governingBody: FULL_RECEIPT.governingBody,
  unitName: UNIT,
  place: "Bình Thành",
  number: "1",
  asOf: instant("2026-11-25T10:00:00+07:00"),
  dossierCode: FULL_RECEIPT.dossierCode,
  agencyName: AGENCY,
  receivedAt: instant("2026-11-20T08:05:00+07:00"),
  dueAt: instant("2026-11-25T17:00:00+07:00"),
  hops: [
    hop("Người nộp hồ sơ", UNIT, "2026-11-20T08:05:00+07:00", { taker: "Lê Văn Phước" }),
    hop(UNIT, AGENCY, "2026-11-20T10:00:00+07:00", { giver: "Trần Quốc Đạt" }),
    hop(AGENCY, "Công chức chuyên môn", "2026-11-20T13:30:00+07:00", { taker: "Phạm Thị Hà" }),
    hop("Công chức chuyên môn", "Người phê duyệt", "2026-11-24T09:00:00+07:00", { giver: "Phạm Thị Hà" }),
    hop("Người phê duyệt", UNIT, "2026-11-24T15:00:00+07:00", { giver: "Võ Minh Thái", result: "early" }),
    hop(UNIT, "Người nộp hồ sơ", "2026-11-25T10:00:00+07:00", { giver: "Lê Văn Phước", note: "Trả kết quả" }),
  ],
  trackUrl: FULL_RECEIPT.trackUrl,
  trackSecret: FULL_RECEIPT.trackSecret,
};
