import type { RefusalCode } from "#contract/refusals.ts";
import { type RefusalDetails, type RefusalSentence, codes, detail, minutes } from "../refusal-words.ts";
import { dates } from "./dates.ts";
import { calendarRefusals } from "./calendar-refusals.ts";
import { linkedRefusals } from "./linked-refusals.ts";
import { stepRefusals } from "./step-refusals.ts";
import { lists } from "./lists.ts";
import { groupRefusals } from "./group-refusals.ts";
import { incidentRefusals } from "./incident-refusals.ts";
import { mailRunRefusals } from "./mail-run-refusals.ts";
import { custodyRefusals } from "./custody-refusals.ts";
import { paperRefusals } from "./paper-refusals.ts";
import { postalRefusals } from "./postal-refusals.ts";
import { peopleRefusals } from "./people-refusals.ts";
import { programmeRefusals } from "./programme-refusals.ts";
import { places } from "./places.ts";
import { siteRefusals } from "./site-refusals.ts";
import { registerRefusals } from "./register-refusals.ts";
import { reorganisationRefusals } from "./reorganisation-refusals.ts";
import { noticeRefusals } from "./notice-refusals.ts";
import { turnRefusals } from "./turn-refusals.ts";

type Sentences = Readonly<Record<RefusalCode, (details: RefusalDetails) => RefusalSentence>>;

const decision = (details: RefusalDetails) => detail(details, "decision", (text) => ` số ${text}`);
const work = (details: RefusalDetails) =>
  detail(details, "act", (act) => lists.acts[act as keyof typeof lists.acts] ?? "làm việc này") ||
  "làm việc này";
const task = (details: RefusalDetails) =>
  detail(details, "task", (key) => lists.tasks[key as keyof typeof lists.tasks] ?? "") || "việc này";

const fileProblem = (details: RefusalDetails) =>
  detail(
    details,
    "problem",
    (problem) => places.fileProblems[problem as keyof typeof places.fileProblems] ?? "",
  );

const askHead = "Hãy nhờ công chức một cửa làm việc này, hoặc báo trưởng bộ phận một cửa.";

/** What happened and what to do now, for every refusal that the server can answer. */
export const refusals: Sentences = {
  ...custodyRefusals,
  ...postalRefusals,
  ...incidentRefusals,
  ...mailRunRefusals,
  ...paperRefusals,
  ...groupRefusals,
  ...calendarRefusals,
  ...turnRefusals,
  ...noticeRefusals,
  ...registerRefusals,
  ...linkedRefusals,
  ...stepRefusals,
  not_signed_in: () => ({
    what: "Phiên làm việc đã hết hạn.",
    wayOut: "Hãy đăng nhập lại; những gì đang gõ vẫn còn nguyên.",
  }),
  sign_in_failed: () => ({
    what: "Tên đăng nhập, mật khẩu hoặc mã 6 số chưa đúng.",
    wayOut: "Hãy kiểm tra lại; mã 6 số đổi sau mỗi 30 giây.",
  }),
  sign_in_code_used: () => ({
    what: "Mã 6 số này vừa được dùng rồi.",
    wayOut: "Hãy chờ mã tiếp theo (tối đa 30 giây) rồi nhập lại.",
  }),
  sign_in_locked: (details) => ({
    what: "Đã nhập sai nhiều lần nên tài khoản tạm khóa.",
    wayOut: `Hãy thử lại sau ${minutes(details, (count) => `${count} phút`, "ít phút")}.`,
  }),
  permission_missing: () => ({
    what: "Vị trí của ông/bà không có quyền làm việc này.",
    wayOut: "Nếu cần, hãy liên hệ người quản trị để được phân vị trí.",
  }),
  outside_jurisdiction: () => ({
    what: "Quầy hoặc đơn vị này không thuộc phạm vi của ông/bà.",
    wayOut: "Hãy chọn quầy khác, hoặc liên hệ trưởng bộ phận một cửa.",
  }),
  counter_not_chosen: () => ({
    what: "Ông/bà chưa chọn quầy.",
    wayOut: "Hãy chọn quầy đang ngồi rồi làm lại; nội dung đã gõ vẫn còn.",
  }),
  counter_closed: (details) => ({
    what: `Quầy đang ngồi${detail(details, "counter", (label) => ` (${label})`)} không mở hôm nay.`,
    wayOut: "Hãy chọn quầy khác ở thanh phía trên rồi gửi lại; nội dung đã gõ vẫn còn.",
  }),
  input_malformed: () => ({
    what: "Có mục trong biểu mẫu chưa đúng dạng.",
    wayOut: "Hãy xem lại các mục được đánh dấu rồi gửi lại.",
  }),
  text_unreadable: () => ({
    what: "Có ô chứa ký tự không đọc được, thường do dán từ nơi khác.",
    wayOut: "Chưa có gì được ghi. Hãy xóa đoạn vừa dán và gõ lại.",
  }),
  input_too_large: () => ({
    what: "Nội dung gửi lên lớn hơn mức cho phép.",
    wayOut: "Hãy rút gọn nội dung, hoặc dùng tệp không quá 20 MB.",
  }),
  not_found: () => ({
    what: "Không tìm thấy mục này, hoặc ông/bà không được xem.",
    wayOut: "Hãy quay lại danh sách và mở lại.",
  }),
  idempotency_key_missing: () => ({
    what: "Yêu cầu gửi lên thiếu mã chống gửi trùng.",
    wayOut: "Hãy tải lại trang rồi làm lại; nháp đã lưu vẫn còn.",
  }),
  idempotency_key_reused: () => ({
    what: "Lần gửi trước đã được nhận với nội dung khác.",
    wayOut: "Hãy tra cứu hồ sơ vừa gửi trước khi gửi lại.",
  }),
  too_many_requests: () => ({
    what: "Có quá nhiều yêu cầu trong thời gian ngắn.",
    wayOut: "Hãy chờ một phút rồi thử lại.",
  }),
  internal_error: () => ({
    what: "Phần mềm gặp lỗi.",
    wayOut: "Những gì đã gõ vẫn còn. Hãy thử lại; nếu vẫn vậy, báo người quản trị kèm mã yêu cầu.",
  }),
  storage_full: () => ({
    what: "Ổ đĩa của máy chủ đã đầy nên chưa ghi được gì.",
    wayOut: "Báo ngay người quản trị. Những gì đã gõ vẫn còn trên màn hình; có chỗ trống thì bấm gửi lại.",
  }),
  not_ready: () => ({
    what: "Hệ thống đang khởi động hoặc bảo trì.",
    wayOut: "Hãy chờ một phút rồi thử lại; những gì đã gõ vẫn còn.",
  }),
  unknown_procedure: () => ({
    what: "Không có thủ tục nào mang mã này.",
    wayOut: "Hãy tìm lại theo tên thủ tục.",
  }),
  procedure_not_valid: () => ({
    what: "Thủ tục này không còn hoặc chưa có hiệu lực hôm nay.",
    wayOut: "Hãy tìm thủ tục thay thế, hoặc hỏi cơ quan giải quyết.",
  }),
  procedure_version_changed: () => ({
    what: "Thủ tục vừa có phiên bản mới.",
    wayOut: "Hãy tải phiên bản mới; người đề nghị và ghi chú giữ nguyên, chỉ cần xem lại thành phần hồ sơ.",
  }),
  channel_not_offered: () => ({
    what: "Thủ tục này không nhận theo hình thức nộp đã chọn.",
    wayOut: "Hãy chọn hình thức nộp khác.",
  }),
  unknown_case: () => ({
    what: "Thời hạn của thủ tục này tùy theo trường hợp.",
    wayOut: "Hãy chọn trường hợp đúng với hồ sơ.",
  }),
  limit_not_published: () => ({
    what: "Thủ tục này chưa công bố thời hạn giải quyết.",
    wayOut: "Chưa hẹn được ngày trả. Hãy hỏi cơ quan giải quyết và báo người quản trị danh mục.",
  }),
  calendar_not_published: (details) => ({
    what: `Lịch làm việc${detail(details, "year", (year) => ` năm ${year}`)} chưa được công bố nên chưa tính được ngày hẹn.`,
    wayOut: "Hãy báo người quản trị cập nhật lịch.",
  }),
  deciding_agency_unknown: () => ({
    what: "Chưa xác định được cơ quan giải quyết thủ tục này cho đơn vị của quầy.",
    wayOut: "Chưa có gì được ghi. Hãy báo người quản trị bổ sung cơ quan giải quyết.",
  }),
  agency_code_unknown: () => ({
    what: "Chưa có mã định danh của cơ quan nên chưa cấp được mã hồ sơ.",
    wayOut: "Chưa có gì được ghi. Hãy báo người quản trị bổ sung mã định danh của cơ quan.",
  }),
  version_changed: () => ({
    what: "Người khác vừa công bố phiên bản mới hơn của thủ tục này.",
    wayOut: "Những gì đã sửa vẫn còn. Hãy xem bản mới, rồi quyết định công bố tiếp lên trên bản đó hay thôi.",
  }),
  valid_from_too_early: (details) => ({
    what: "Ngày bắt đầu có hiệu lực này sớm quá.",
    wayOut:
      detail(details, "earliest", (day) => `Hãy chọn từ ngày ${dates.shortDay(day)} trở đi.`) ||
      "Hãy chọn một ngày sau ngày bắt đầu của phiên bản mới nhất và không ở trong quá khứ.",
  }),
  content_invalid: (details) => ({
    what: `Có chỗ trong nội dung chưa đúng${codes(details, "faults", (faults) => `: ${faults}`)}.`,
    wayOut: "Hãy sửa những chỗ đó rồi công bố lại; những gì đã sửa vẫn còn.",
  }),
  nothing_changed: () => ({
    what: "Nội dung giống hệt phiên bản mới nhất nên không có gì để công bố.",
    wayOut: "Nếu nội dung đã đúng như nguồn, hãy đánh dấu “Đã xem, đúng như nguồn” ở từng cảnh báo.",
  }),
  version_begun: () => ({
    what: "Phiên bản này đã có hiệu lực nên không rút lại được.",
    wayOut: "Hãy khôi phục bản trước: công bố lại nội dung đó từ một ngày sắp tới.",
  }),
  withdrawal_not_possible: () => ({
    what: "Không rút lại được phiên bản này: đây là bản đi kèm phần mềm, hoặc là bản duy nhất của thủ tục.",
    wayOut: "Hãy sửa nội dung rồi công bố một phiên bản mới.",
  }),
  mandate_missing: (details) => ({
    what: `Bưu điện chưa được giao ${work(details)} tại bộ phận một cửa này.`,
    wayOut: askHead,
  }),
  mandate_not_in_force: (details) => ({
    what:
      details["status"] === "suspended"
        ? `Việc giao theo Quyết định${decision(details)} đang tạm dừng.`
        : `Việc giao theo Quyết định${decision(details)} chưa bắt đầu hoặc đã hết hiệu lực.`,
    wayOut: askHead,
  }),
  mandate_procedure_excluded: (details) => ({
    what: `Quyết định${decision(details)} không giao thủ tục này cho bưu điện.`,
    wayOut: askHead,
  }),
  mandate_task_excluded: (details) => ({
    what: `Quyết định${decision(details)} không giao ${task(details)} cho bưu điện.`,
    wayOut: askHead,
  }),
  accreditation_missing: (details) =>
    details["chosen"] === true
      ? {
          what: "Nhân viên được chọn chưa được công nhận tập huấn cho lĩnh vực này.",
          wayOut: "Hãy chọn người đã được công nhận, hoặc đánh dấu “Tôi trực tiếp có mặt hướng dẫn”.",
        }
      : {
          what: "Ông/bà chưa được công nhận tập huấn cho lĩnh vực này.",
          wayOut:
            "Hãy nhờ đồng nghiệp đã được công nhận, hoặc đăng ký lớp tập huấn với trưởng bộ phận một cửa.",
        },
  act_reserved_to_state: (details) => ({
    what: `Chỉ cán bộ, công chức mới được ${work(details)} (Nghị định 118/2025/NĐ-CP).`,
    wayOut: "Hãy chuyển việc này cho công chức có thẩm quyền.",
  }),
  post_missing: (details) => ({
    what: `Ông/bà không giữ vị trí được ${work(details)} tại đơn vị này.`,
    wayOut: "Hãy chuyển cho người giữ vị trí đó, hoặc liên hệ người quản trị.",
  }),
  same_person_forbidden: () => ({
    what: "Không ai được tự phê duyệt hoặc xác nhận việc mình đã làm.",
    wayOut: "Hãy chuyển cho người khác có cùng thẩm quyền.",
  }),
  mandate_counter_excluded: (details) => ({
    what: `Quyết định${decision(details)} chỉ giao việc này cho quầy khác.`,
    wayOut: "Hãy sang quầy được giao, hoặc báo trưởng bộ phận một cửa.",
  }),
  right_suspended: (details) => ({
    what: `Việc này đang tạm dừng theo quyết định${decision(details)}.`,
    wayOut: "Hãy chuyển người dân sang công chức một cửa; trưởng bộ phận một cửa biết lý do.",
  }),
  mandate_invalid: () => ({
    what: "Nội dung giao việc có chỗ chưa đúng.",
    wayOut: "Hãy xem các dòng được đánh dấu, sửa rồi lưu lại.",
  }),
  mandate_changed: () => ({
    what: "Có người vừa thay đổi quyết định giao việc này.",
    wayOut: "Hãy tải lại để xem bản mới nhất rồi quyết định.",
  }),
  mandate_contradicts: () => ({
    what: "Đã có quyết định khác giao cùng việc, cùng nơi với mức tự chủ khác.",
    wayOut: "Hãy chấm dứt hoặc sửa quyết định kia trước.",
  }),
  mandate_move_not_allowed: () => ({
    what: "Quyết định giao việc không còn ở bước này.",
    wayOut: "Hãy tải lại để xem bước hiện tại.",
  }),
  mandate_decided_by_drafter: () => ({
    what: "Người soạn không được tự duyệt hay từ chối.",
    wayOut: "Hãy nhờ đồng nghiệp có thẩm quyền xem xét.",
  }),
  mandate_decision_missing: () => ({
    what: "Bước này phải có quyết định làm căn cứ.",
    wayOut: "Hãy nhập số, ngày và cơ quan ban hành quyết định.",
  }),
  mandate_reason_missing: () => ({
    what: "Bước này phải nêu lý do.",
    wayOut: "Hãy viết lý do để người liên quan biết.",
  }),
  mandate_period_over: () => ({
    what: "Thời hạn giao việc đã hết.",
    wayOut: "Hãy soạn quyết định mới với thời hạn mới.",
  }),
  decision_unknown: () => ({
    what: "Không tìm thấy quyết định đã chọn.",
    wayOut: "Hãy nhập quyết định mới.",
  }),
  assignment_subject_missing: () => ({
    what: "Giao việc phải cho một hồ sơ hoặc một thủ tục.",
    wayOut: "Hãy chọn một trong hai.",
  }),
  assignment_period_wrong: () => ({
    what: "Ngày cuối đã qua hoặc quá xa.",
    wayOut: "Hãy chọn trong 30 ngày tới; dài hơn thì cần quyết định giao việc.",
  }),
  assignment_clerk_elsewhere: () => ({
    what: "Nhân viên này không phục vụ quầy nào của bộ phận.",
    wayOut: "Hãy chọn người đang phục vụ tại bộ phận một cửa.",
  }),
  suspension_target_unknown: () => ({
    what: "Không tìm thấy đối tượng cần tạm dừng.",
    wayOut: "Hãy tìm lại theo tên.",
  }),
  ...peopleRefusals,
  suspended_already: () => ({
    what: "Đối tượng này đang tạm dừng rồi.",
    wayOut: "Hãy xem quyết định tạm dừng trong danh sách.",
  }),
  sample_own_act: () => ({
    what: "Không ai hậu kiểm việc của chính mình.",
    wayOut: "Hãy để đồng nghiệp khác xem việc này.",
  }),
  sample_judged_already: () => ({
    what: "Việc này đã có người hậu kiểm.",
    wayOut: "Hãy tải lại danh sách để xem kết luận.",
  }),
  sample_reason_missing: () => ({
    what: "Chưa nêu sai ở đâu.",
    wayOut: "Hãy chọn loại sai và ghi rõ để người làm biết mà sửa.",
  }),
  guidance_subject_missing: () => ({
    what: "Chưa chọn thủ tục hoặc lĩnh vực đã hướng dẫn.",
    wayOut: "Hãy chọn một thủ tục, hoặc chỉ lĩnh vực.",
  }),
  ...programmeRefusals,
  ...siteRefusals,
  mandates_changed: () => ({
    what: "Quyền hạn vừa thay đổi trong lúc gửi.",
    wayOut: "Chưa có gì được ghi. Hãy gửi lại; hệ thống sẽ xét theo quyền hạn mới.",
  }),
  party_invalid: () => ({
    what: "Thông tin người đề nghị hoặc người nộp có mục chưa đúng.",
    wayOut: "Hãy sửa các mục được đánh dấu rồi gửi lại.",
  }),
  authorisation_missing: () => ({
    what: "Người nộp không phải người đề nghị nhưng chưa có giấy ủy quyền.",
    wayOut: "Hãy điền phần giấy ủy quyền, hoặc chọn người đề nghị tự nộp.",
  }),
  dossier_changed: () => ({
    what: "Hồ sơ vừa được người khác cập nhật.",
    wayOut: "Hãy xem lại hồ sơ mới nhất rồi làm tiếp.",
  }),
  move_not_allowed: (details) => ({
    what:
      detail(
        details,
        "status",
        (status) =>
          `Hồ sơ đang ở bước “${lists.businessStatuses[status as keyof typeof lists.businessStatuses]?.plain ?? status}” nên chưa làm được việc này.`,
      ) || "Bước hiện tại của hồ sơ chưa cho phép việc này.",
    wayOut: "Hãy tải lại hồ sơ để thấy bước hiện tại.",
  }),
  result_file_missing: () => ({
    what: "Chưa thấy tệp kết quả đính kèm.",
    wayOut: "Hãy đính kèm tệp kết quả rồi gửi lại.",
  }),
  signature_missing: () => ({
    what: "Chưa có chữ ký của người nhận kết quả.",
    wayOut: "Mời người nhận ký trên màn hình, hoặc quét giấy đã ký.",
  }),
  receipt_not_due: () => ({
    what: "Giấy tiếp nhận đã đến tay người dân, hoặc chưa có vì hồ sơ còn chờ xác nhận.",
    wayOut: "Hãy tải lại danh sách.",
  }),
  confirmation_period_wrong: () => ({
    what: "Khoảng ngày chọn kết thúc trước khi bắt đầu, hoặc dài hơn một năm.",
    wayOut: "Hãy chọn lại hai ngày.",
  }),
  identity_not_checked: () => ({
    what: "Chưa xác nhận đã đối chiếu giấy tờ của người nhận.",
    wayOut: "Hãy đối chiếu giấy tờ rồi đánh dấu xác nhận.",
  }),
  draft_changed: () => ({
    what: "Nháp này vừa được sửa ở cửa sổ khác.",
    wayOut: "Hãy chọn giữ bản đang gõ thành nháp mới, hoặc mở bản kia; không bản nào bị mất.",
  }),
  place_changed: () => ({
    what: "Có người vừa thay đổi trước ông/bà.",
    wayOut: "Đã tải bản mới nhất; hãy xem lại rồi lưu lần nữa. Những gì vừa gõ vẫn còn.",
  }),
  place_invalid: (details) => ({
    what: `Thông tin chưa hợp lệ${codes(details, "names", (names) => `: ${names}`)}.`,
    wayOut: "Hãy sửa các mục được đánh dấu rồi lưu lại.",
  }),
  place_needed: (details) => ({
    what: `Còn nơi khác phụ thuộc vào nơi này trong những ngày đó${codes(details, "names", (names) => `: ${names}`)}.`,
    wayOut: "Hãy đóng hoặc chuyển những nơi đó trước, hoặc chọn ngày khác.",
  }),
  ...reorganisationRefusals,
  period_reversed: () => ({
    what: "Ngày cuối trước ngày đầu.",
    wayOut: "Hãy chọn lại khoảng thời gian.",
  }),
  import_file_unusable: (details) => ({
    what: `Không đọc được tệp${detail(details, "line", (line) => ` (dòng ${line})`)}${codes(details, "names", (names) => `: ${names}`)}. ${fileProblem(details)}`.trim(),
    wayOut: "Hãy lưu bảng tính thành CSV (UTF-8), giữ dòng tiêu đề như tệp tải về, rồi chọn lại.",
  }),
  import_rows_refused: (details) => ({
    what: `Có ${detail(details, "rows", (rows) => rows) || "một số"} dòng chưa đúng nên chưa nhập gì.`,
    wayOut: "Hãy sửa các dòng được nêu trong tệp rồi nhập lại.",
  }),
  file_type_unknown: () => ({
    what: "Nội dung tệp không phải PDF, PNG hay JPEG.",
    wayOut: "Hãy chọn tệp PDF, hoặc ảnh PNG, JPEG.",
  }),
  file_empty: () => ({ what: "Tệp này rỗng.", wayOut: "Hãy quét hoặc lưu lại tệp rồi chọn lại." }),
  track_not_found: () => ({
    what: "Mã hồ sơ và mã tra cứu không khớp.",
    wayOut: "Hãy xem lại hai mã in trên giấy tiếp nhận, hoặc quét mã QR.",
  }),
};
