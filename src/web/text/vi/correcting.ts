import type { ClosingPart, PartyPart } from "#domain/dossier/corrected-field.ts";
import type { AuthorisationField } from "#domain/person/authorisation.ts";

const partyParts: Record<PartyPart, string> = {
  kind: "cá nhân hay tổ chức",
  name: "tên",
  number: "số định danh, mã số",
  birthDate: "ngày sinh",
  sex: "giới tính",
  address: "địa chỉ",
  commune: "mã xã, phường",
  phone: "số điện thoại",
  email: "thư điện tử",
  legalRepresentative: "người đại diện",
  branchName: "chi nhánh",
};

const authorisationParts: Record<AuthorisationField, string> = {
  number: "số văn bản",
  date: "ngày lập",
  certifiedBy: "nơi chứng thực",
  relation: "quan hệ",
  scope: "phạm vi ủy quyền",
};

const closingParts: Record<ClosingPart, string> = {
  missingPapersReason: "lý do nhận khi còn thiếu giấy tờ",
  dossierSets: "số bộ hồ sơ",
  returnMethod: "cách nhận kết quả",
  receiptDelivery: "cách giao giấy tiếp nhận",
  remarks: "ghi chú",
  assistedWriting: "ghi thay người không viết",
};

/** Words of putting a dossier right that was handed back, and of reading what was put right. */
export const correcting = {
  title: (code: string) => `Sửa hồ sơ ${code}`,
  formLabel: "Tờ sửa hồ sơ",
  askedFor: "Công chức đề nghị sửa",
  fixedTitle: "Không sửa được thủ tục, cách nộp và trường hợp",
  fixed:
    "Nhận nhầm thủ tục thì nhận hồ sơ mới theo thủ tục đúng, rồi mở hồ sơ này và chọn “Trả hồ sơ cho người nộp”.",
  toDossier: "Mở hồ sơ này",
  papersHint:
    "Thêm giấy tờ là giấy vừa nhận, quầy này giữ từ bây giờ. Giảm số lượng hoặc bỏ một dòng chỉ để sửa chỗ ghi nhầm; công chức thấy chỗ đã giảm. Giấy đã giữ thì không trả ở đây.",
  answerTitle: "5. Trả lời công chức và trình lại",
  answer: "Đã sửa gì",
  answerHint: "Công chức đọc được lời này cùng danh sách chỗ đã sửa.",
  answerShort: "Viết ít nhất 3 ký tự.",
  submit: "Sửa và trình lại",
  unchanged: "Chưa sửa chỗ nào so với hồ sơ đã ghi.",
  reload: "Tải lại hồ sơ, bỏ những gì vừa sửa",
  doneTitle: "Đã sửa; hồ sơ chờ công chức xác nhận lại",
  doneHint: "In phiếu mới có ghi “đã sửa”, giao cho người nộp và thu lại phiếu cũ.",
  print: "In phiếu đã sửa",
  changedTitle: "Quầy đã sửa",
  said: "Lời nhắn:",
  changed: (fields: readonly string[]) => `Đã sửa: ${fields.join(", ")}`,
  change: (field: string, before: string, after: string) => `${field}: ${before} → ${after}`,
  nothing: "để trống",
  added: (name: string, amount: string) => `Thêm giấy tờ: ${name} (${amount})`,
  struck: (name: string, amount: string) => `Bỏ giấy tờ ghi nhầm: ${name} (${amount})`,
  altered: (name: string, before: string, after: string) => `Giấy tờ ${name}: ${before} → ${after}`,
  renamed: (before: string, after: string) => `${before} (nay ghi là ${after})`,
  papers: "giấy tờ",
  applicant: (part: string) => `${part} người đề nghị`,
  submitter: (part: string) => `${part} người nộp`,
  authorisation: (part: string) => `${part} trên giấy ủy quyền`,
  partyParts,
  authorisationParts,
  closingParts,
};
