import type { FormSet, IssuedForm } from "#domain/dossier/issued-form.ts";
import { instant } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import type { FormContent, FormData } from "./form-data.ts";
import { FULL_RECEIPT } from "./sample-receipt.ts";

const CONTENT: Readonly<Record<IssuedForm, FormContent>> = {
  mau02: {
    reason:
      "Bản sao giấy chứng nhận quyền sử dụng đất bị mờ ở trang 2; chưa có văn bản thỏa thuận của người thừa kế.",
    papers: [
      { name: "Giấy chứng nhận quyền sử dụng đất", originals: 1, copies: 2 },
      { name: "Văn bản thỏa thuận phân chia di sản, có chứng thực", originals: 1, copies: 0 },
      { name: "Tờ khai theo mẫu, ghi rõ nơi cư trú", originals: 0, copies: 0 },
    ],
    answerBy: plainDate("2026-12-07"),
    legalBasis: null,
  },
  mau03: {
    reason:
      "Thủ tục này do Ủy ban nhân dân tỉnh giải quyết; đề nghị nộp tại Trung tâm Phục vụ hành chính công tỉnh.",
  },
  mau04: {
    reason: "Cơ quan thuế chưa xác định xong nghĩa vụ tài chính.",
    dueAt: instant("2026-11-25T17:00:00+07:00"),
    newDueAt: instant("2026-12-02T11:30:00+07:00"),
  },
  mau05: {
    reason: "Người nộp xin rút hồ sơ để nộp tại nơi cư trú mới; chưa có kết quả giải quyết.",
    onRequest: true,
    askedAt: instant("2026-11-21T09:00:00+07:00"),
  },
};

/** A believable form of each kind, in a set. */
export function sampleForm(form: IssuedForm, formSet: FormSet = "TT03_2025"): FormData {
  const { applicant, ...head } = {
    governingBody: FULL_RECEIPT.governingBody,
    unitName: FULL_RECEIPT.unitName,
    unitSign: "TTPVHCC",
    place: FULL_RECEIPT.place,
    dossierCode: FULL_RECEIPT.dossierCode,
    applicant: FULL_RECEIPT.recipient,
  };
  return {
    form,
    formSet,
    paperSize: "A5",
    copies: 1,
    ...head,
    number: 7,
    issuedAt: instant("2026-11-22T09:15:00+07:00"),
    applicant,
    request: { procedureName: "Đăng ký biến động quyền sử dụng đất do thừa kế", procedureCode: "1.012753" },
    agencyName: "Ủy ban nhân dân xã Bình Thành",
    receivedAt: form === "mau03" ? null : instant("2026-11-20T08:05:00+07:00"),
    content: CONTENT[form],
    officer: {
      name: "Trần Quốc Đạt",
      role: "Công chức một cửa",
      basisNote: "Của Trung tâm Phục vụ hành chính công xã Bình Thành",
    },
    submitterName: "Nguyễn Thị Ánh Tuyết",
    contact: { name: "Trung tâm Phục vụ hành chính công xã Bình Thành" },
    trackUrl: FULL_RECEIPT.trackUrl,
    trackSecret: FULL_RECEIPT.trackSecret,
  };
}
