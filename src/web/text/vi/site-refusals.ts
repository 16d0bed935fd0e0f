import { type RefusalDetails, detail } from "../refusal-words.ts";
import { dates } from "./dates.ts";

/** What the server refuses about openings, surveys and findings of sites. */
export const siteRefusals = {
  opening_invalid: () => ({
    what: "Thông tin khai trương có chỗ chưa đúng.",
    wayOut: "Hãy xem các ô được đánh dấu, sửa rồi ghi lại.",
  }),
  site_opened_already: () => ({
    what: "Điểm này đã được ghi khai trương.",
    wayOut: "Hãy tải lại trang điểm phục vụ; nếu bản ghi cũ sai thì rút lại trước rồi ghi bản mới.",
  }),
  survey_invalid: () => ({
    what: "Phiếu khảo sát có chỗ chưa đúng.",
    wayOut: "Hãy xem các mục được đánh dấu, sửa rồi gửi lại.",
  }),
  checklist_unknown: () => ({
    what: "Phần mềm không còn mẫu khảo sát này.",
    wayOut: "Hãy tải lại trang để làm theo mẫu đang dùng.",
  }),
  site_photo_unknown: () => ({
    what: "Có ảnh chưa được lưu trên máy chủ.",
    wayOut: "Hãy bỏ ảnh đó rồi chụp hoặc chọn lại.",
  }),
  withdrawn_already: () => ({
    what: "Bản ghi này đã được rút lại trước đó.",
    wayOut: "Hãy tải lại trang để xem ai rút và vì sao.",
  }),
  finding_not_open: () => ({
    what: "Tồn tại này đang chờ kiểm tra hoặc đã khép lại.",
    wayOut: "Hãy tải lại trang để xem tình trạng mới nhất.",
  }),
  finding_not_resolved: () => ({
    what: "Tồn tại này không còn chờ kiểm tra.",
    wayOut: "Hãy tải lại trang để xem tình trạng mới nhất.",
  }),
  finding_verified_by_resolver: () => ({
    what: "Người báo đã khắc phục không được tự kiểm tra.",
    wayOut: "Hãy nhờ người khác trong đoàn khảo sát kiểm tra.",
  }),
  resolution_day_wrong: (details: RefusalDetails) => ({
    what: `Ngày khắc phục phải từ ngày khảo sát${detail(details, "surveyedOn", (day) => ` (${dates.shortDay(day)})`)} đến hôm nay.`,
    wayOut: "Hãy sửa lại ngày.",
  }),
  verdict_words_missing: () => ({
    what: "Không chấp nhận thì phải nói còn thiếu gì.",
    wayOut: "Hãy ghi vài chữ để bộ phận một cửa biết cần làm thêm gì.",
  }),
};
