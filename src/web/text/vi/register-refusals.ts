import { type RefusalDetails, codes, detail } from "../refusal-words.ts";

/** What happened and what to do now, at the registers and the slips with which dossiers change hands. */
export const registerRefusals = {
  register_year_running: (details: RefusalDetails) => ({
    what: `Năm${detail(details, "year", (year) => ` ${year}`)} chưa hết, sổ còn nhận thêm hồ sơ.`,
    wayOut: "Hãy khóa sổ từ ngày 01 tháng 01 năm sau; bây giờ vẫn in được sổ đang mở.",
  }),
  register_closed: () => ({
    what: "Sổ này, hoặc một lĩnh vực trong nhóm đã chọn, đã được khóa.",
    wayOut: "Hãy tải lại trang và mở sổ đã khóa trong danh sách.",
  }),
  register_empty: () => ({
    what: "Sổ này chưa có hồ sơ nào.",
    wayOut: "Hãy chọn lĩnh vực hoặc năm khác.",
  }),
  originals_unsaid: (details: RefusalDetails) => ({
    what: `Bộ phận Một cửa còn giữ bản chính của người dân${codes(details, "papers", (papers) => `: ${papers}`)}.`,
    wayOut: "Hãy đánh dấu bản chính nào trả lại cùng kết quả; bản chính không đánh dấu được ghi là giữ lại.",
  }),
  originals_not_held: () => ({
    what: "Bản chính này không còn ở đây, hoặc đã được trả lại.",
    wayOut: "Hãy tải lại trang để xem giấy tờ đang do ai giữ.",
  }),
  slip_dossier_unfit: () => ({
    what: "Có hồ sơ không còn ở bước này, hoặc đã nằm trong một phiếu khác.",
    wayOut: "Hãy tải lại danh sách rồi chọn lại.",
  }),
  unit_phone_invalid: () => ({
    what: "Đây không phải là số điện thoại.",
    wayOut: "Hãy ghi số cố định có mã vùng, số di động hoặc tổng đài, ví dụ 0277 3833 999.",
  }),
  slip_two_agencies: () => ({
    what: "Các hồ sơ đã chọn thuộc nhiều cơ quan hoặc nhiều Bộ phận Một cửa.",
    wayOut: "Hãy lập phiếu riêng cho từng cơ quan.",
  }),
};
