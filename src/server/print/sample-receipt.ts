import { instant } from "#domain/shared/instant.ts";
import type { ReceiptData } from "./receipt-data.ts";

/** A believable receipt with what every slip says and nothing more: an organisation's dossier, one copy. */
export const PLAIN_RECEIPT: ReceiptData = {
  formSet: "TT03_2025",
  paperSize: "A5",
  copies: 1,
  governingBody: "UBND xã Bình Thành",
  unitName: "Trung tâm Phục vụ hành chính công xã Bình Thành",
  numberSuffix: "/TTPVHCC",
  place: "Bình Thành",
  dossierCode: "000.00.01.H20-261120-0001",
  recipient: {
    kind: "organisation",
    name: "Hợp tác xã Nông nghiệp Tân Bình",
    identityNumber: "1400567890",
    address: "Ấp Tân Hội, xã Tân Bình, tỉnh Đồng Tháp",
  },
  requestContent: { procedureName: "Đăng ký thành lập hợp tác xã", procedureCode: "2.002123" },
  papers: [
    { name: "Giấy đề nghị đăng ký theo mẫu", originals: 1, copies: 0, shownOnly: false },
    {
      name: "Điều lệ có chữ ký của người đại diện theo pháp luật",
      originals: 2,
      copies: 3,
      shownOnly: false,
    },
    { name: "Thẻ căn cước hoặc hộ chiếu của người nộp", originals: 1, copies: 0, shownOnly: true },
  ],
  dossierSets: 1,
  timeLimitText: "03 ngày làm việc",
  receivedAt: instant("2026-11-20T08:05:00+07:00"),
  dueAt: instant("2026-11-25T17:00:00+07:00"),
  dueProvisional: false,
  returnPlace: "Bưu cục Bình Thành, xã Bình Thành, tỉnh Đồng Tháp",
  feeNote: "Lệ phí 75.000 đ, đã thu",
  submitterName: "Nguyễn Thị Ánh Tuyết",
  receiverName: "Lê Văn Phước",
  receiverRole: "Nhân viên bưu điện",
  basisNote: "Theo Quyết định số 58/QĐ-UBND ngày 02/01/2026",
  trackUrl: "https://motcua.example.vn/t/000.00.01.H20-261120-0001?k=K7QM2XPDR4",
  trackSecret: "K7QM2XPDR4",
};

/** The same with every part that a slip can have: a person acts for the organisation, two copies. */
export const FULL_RECEIPT: ReceiptData = {
  ...PLAIN_RECEIPT,
  copies: 2,
  receiptNumber: "0123",
  recipient: {
    kind: "person",
    name: "Nguyễn Thị Ánh Tuyết",
    identityNumber: "087192004567",
    address: "Số 12, ấp Bình Chánh, xã Bình Thành, tỉnh Đồng Tháp",
    phone: "0912 345 678",
    email: "anh.tuyet@example.vn",
  },
  authorisedBy: {
    ...PLAIN_RECEIPT.recipient,
    phone: "0277 3833 999",
    email: "hop.tac.xa@example.vn",
    paper: "Giấy ủy quyền số 12 ngày 19/11/2026",
  },
  dueProvisional: true,
  dueNote: "lịch nghỉ bù chưa được công bố",
  registerBook: { book: "02", number: "1234" },
  originalsNote: "Bộ phận Một cửa giữ giấy tờ số 1 và số 2",
  remarks: "Gọi điện trước khi giao kết quả.",
};
