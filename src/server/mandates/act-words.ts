import type { DossierEventType } from "#domain/dossier/dossier-event.ts";

/** What was done, as a file names it to people who do not know the names of the ledger. */
export const ACT_WORDS: Readonly<Record<DossierEventType, string>> = {
  "dossier.received": "Tiếp nhận hồ sơ",
  "dossier.takenIn": "Nhận hồ sơ, chờ công chức xác nhận",
  "dossier.confirmed": "Công chức xác nhận",
  "dossier.handedBack": "Công chức trả lại quầy để sửa",
  "dossier.corrected": "Quầy sửa hồ sơ và trình lại",
  "dossier.resubmitted": "Quầy trình lại",
  "dossier.withdrawn": "Người nộp nhận lại hồ sơ",
  "dossier.receiptDelivered": "Đã giao giấy tiếp nhận",
  "dossier.handedOver": "Trao kết quả, chờ công chức xác nhận",
  "dossier.remarked": "Trao đổi về việc trả kết quả",
  "dossier.forwarded": "Chuyển hồ sơ đến cơ quan giải quyết",
  "dossier.taken": "Công chức chuyên môn nhận giải quyết",
  "dossier.outcomeRecorded": "Trình kết quả để phê duyệt",
  "dossier.sentBack": "Trả lại để hoàn thiện kết quả",
  "dossier.approved": "Phê duyệt kết quả",
  "dossier.returned": "Trả kết quả cho người dân",
  "dossier.imported": "Tiếp nhận hồ sơ ở hệ thống cũ",
  "dossier.pastStepImported": "Bước xử lý ở hệ thống cũ",
  "dossier.custodyPassed": "Bàn giao giấy tờ cho người nhận việc",
  "dossier.reassigned": "Chuyển công chức khác giải quyết",
};
