import { type RefusalDetails, codes } from "../refusal-words.ts";

/** What happened and what to do now, where the papers of a dossier are not what they should be. */
export const paperRefusals = {
  unknown_paper: () => ({
    what: "Danh mục giấy tờ của thủ tục đã thay đổi.",
    wayOut: "Hãy tải lại thủ tục và xem lại thành phần hồ sơ.",
  }),
  paper_listed_twice: (details: RefusalDetails) => ({
    what: `Có giấy tờ được ghi ở hai dòng${codes(details, "papers", (papers) => `: ${papers}`)}.`,
    wayOut: "Hãy gộp thành một dòng với đúng số bản chính, bản sao rồi gửi lại.",
  }),
  paper_not_of_dossier: () => ({
    what: "Có dòng nói về một giấy tờ không có trong hồ sơ này, hoặc đã bị gạch khỏi hồ sơ.",
    wayOut: "Hãy tải lại trang để xem giấy tờ hiện có của hồ sơ, rồi sửa lại.",
  }),
  papers_missing: (details: RefusalDetails) => ({
    what: `Thành phần hồ sơ còn thiếu${codes(details, "papers", (papers) => `: ${papers}`)}.`,
    wayOut: "Hãy bổ sung, hoặc ghi lý do vẫn tiếp nhận.",
  }),
  paper_held_by_other: () => ({
    what: "Có giấy tờ đang do người khác hoặc quầy khác giữ, nên chưa sửa được số bản của giấy tờ đó.",
    wayOut:
      "Nhờ người đang giữ sửa (xem mục Giấy tờ của hồ sơ), hoặc ngồi đúng quầy đang giữ rồi sửa lại. Các thông tin khác vẫn sửa được.",
  }),
  nothing_corrected: () => ({
    what: "Chưa có gì khác so với hồ sơ đã ghi.",
    wayOut: "Hãy sửa chỗ cần sửa; nếu hồ sơ đã đúng, dùng nút Trình lại ở trang hồ sơ.",
  }),
};
