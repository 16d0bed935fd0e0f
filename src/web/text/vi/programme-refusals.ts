/** What happened and what to do now, for what a programme, a scan or a line of staff freed can be refused. */
export const programmeRefusals = {
  programme_changed: () => ({
    what: "Có người vừa thay đổi đề án này.",
    wayOut: "Hãy tải lại để xem bản mới nhất rồi ghi lại.",
  }),
  programme_invalid: () => ({
    what: "Nội dung đề án có chỗ chưa đúng.",
    wayOut: "Hãy xem các dòng được đánh dấu, sửa rồi lưu lại.",
  }),
  programme_reason_missing: () => ({
    what: "Sửa một mục đã có thì phải ghi lý do.",
    wayOut: "Hãy ghi lý do; bản trước vẫn nằm trong lịch sử.",
  }),
  phase_in_use: () => ({
    what: "Giai đoạn này đã có giao việc hoặc biên chế ghi theo.",
    wayOut: "Hãy để giai đoạn lại và đặt ngày cuối, hoặc chuyển các mục đó trước.",
  }),
  scan_known: () => ({
    what: "Bản chụp này đã có trong quyết định.",
    wayOut: "Không cần thêm lần nữa.",
  }),
  scan_of_another: () => ({
    what: "Bản chụp này do người khác thêm.",
    wayOut: "Người thêm bản chụp hoặc người quản lý đề án rút được.",
  }),
  scan_withdrawn: () => ({
    what: "Bản chụp này đã được rút.",
    wayOut: "Hãy tải lại trang để xem ai đã rút và vì sao.",
  }),
  freed_place_missing: () => ({
    what: "Chưa rõ biên chế thuộc đơn vị nào.",
    wayOut: "Hãy chọn một bộ phận một cửa hoặc một cơ quan.",
  }),
  freed_cause_missing: () => ({
    what: "Chưa rõ việc được chuyển theo giai đoạn hay lần giao việc nào.",
    wayOut: "Hãy chọn một giai đoạn hoặc một lần giao việc.",
  }),
  freed_day_ahead: () => ({
    what: "Ngày giải phóng biên chế ở trong tương lai.",
    wayOut: "Hãy ghi khi việc đã xảy ra, từ hôm nay trở về trước.",
  }),
};
