import { type RefusalDetails, codes, detail } from "../refusal-words.ts";

/** What happened and what to do now, where units are reorganised. */
export const reorganisationRefusals = {
  reorganisation_invalid: () => ({
    what: "Phương án sắp xếp chưa hợp lệ nên chưa lưu hay áp dụng gì.",
    wayOut: "Hãy sửa các điểm được nêu dưới phương án rồi thử lại.",
  }),
  reorganisation_two_spaces: (details: RefusalDetails) => ({
    what: `Dữ liệu của các đơn vị trong phương án lưu ở nhiều nơi${codes(details, "names", (names) => `: ${names}`)}.`,
    wayOut: "Hãy lập phương án riêng cho các đơn vị của mỗi nơi lưu dữ liệu.",
  }),
  reorganisation_changed: () => ({
    what: "Người khác vừa sửa phương án này.",
    wayOut: "Hãy mở lại để xem bản mới rồi làm tiếp.",
  }),
  reorganisation_settled: () => ({
    what: "Phương án này đã áp dụng hoặc đã hủy.",
    wayOut: "Nếu cần sắp xếp tiếp, hãy lập phương án mới.",
  }),
  reorganisation_not_due: (details: RefusalDetails) => ({
    what: `Chưa đến ngày hiệu lực${detail(details, "day", (day) => ` (${day})`)}.`,
    wayOut: "Phần mềm tự áp dụng vào 0 giờ ngày hiệu lực; trước ngày đó có thể sửa hoặc hủy.",
  }),
};
