import type { TurnView } from "#contract/dossier-parts.ts";
import type { ClockStopReason } from "#domain/calendar/clock-stop.ts";

const faults: Readonly<Record<NonNullable<TurnView["fault"]>, string>> = {
  agency: "Cơ quan giải quyết",
  desk: "Bộ phận Một cửa",
  post: "Bưu điện",
  citizen: "Người nộp (thông tin đã khai có sai sót)",
};

/** What each form is called where it is printed or opened. */
const forms = {
  supplement: "phiếu yêu cầu bổ sung",
  refusal: "phiếu từ chối tiếp nhận",
  apology: "văn bản xin lỗi",
  stop: "thông báo dừng giải quyết",
};

const others = {
  title: "Việc khác",
  count: (open: number, all: number) => (open === all ? `${all} việc` : `làm được ${open} trong ${all} việc`),
  atCounter: "Hồ sơ này được tiếp nhận, yêu cầu bổ sung hoặc từ chối ở quầy.",
  toCounter: "Mở ở quầy",
  ofPost: (posts: readonly string[]) => `Việc của ${posts.join(" hoặc ")}:`,
  ofPostElsewhere: (posts: readonly string[]) => `Việc của ${posts.join(" hoặc ")} ở nơi có thẩm quyền:`,
};

const printing = {
  print: (form: string) => `In ${form}`,
  open: (form: string) => `Mở ${form}`,
  newTab: "mở trong thẻ mới",
  give: "In ra, ký và đưa cho người nộp, hoặc gửi bản điện tử.",
};

const supplement = {
  papers: "Giấy tờ cần bổ sung",
  paper: (nth: number) => `Giấy tờ ${nth}`,
  name: "Tên giấy tờ, nội dung cần hoàn thiện",
  toShow: (name: string) => `${name} (xuất trình)`,
  originals: "Bản chính",
  copies: "Bản sao",
  originalsOf: (nth: number) => `Bản chính của giấy tờ ${nth}`,
  copiesOf: (nth: number) => `Bản sao của giấy tờ ${nth}`,
  remove: (nth: number) => `Bỏ giấy tờ ${nth}`,
  add: "Thêm giấy tờ",
  rowsHint: "Enter ở tên giấy tờ: sang dòng tiếp theo, hoặc thêm dòng mới.",
  rowsMissing: "Ghi ít nhất một giấy tờ.",
  countMissing: "Ghi số bản chính hoặc bản sao.",
  reason: "Lý do",
  reasonHint: "In trên phiếu cho người nộp: ghi đủ và rõ để chỉ phải bổ sung một lần.",
  answerBy: "Bổ sung chậm nhất ngày",
  answerByHint:
    "Từ bây giờ đến khi nhận đủ giấy tờ, thời hạn tạm dừng; nhận đủ thì thời hạn tính lại từ đầu.",
  basis: "Căn cứ pháp lý cho lần yêu cầu này",
  basisHint: "Pháp luật chỉ cho yêu cầu một lần; ghi điều, khoản của văn bản cho phép yêu cầu lần nữa.",
  basisMissing: "Ghi căn cứ pháp lý.",
  again: (nth: number) => `Đây là lần yêu cầu thứ ${nth}`,
  againNote: "Hồ sơ yêu cầu bổ sung quá một lần bị tính là chậm khi thống kê.",
  submit: "Yêu cầu bổ sung",
};

const receiving = {
  papers: "Giấy tờ nhận được",
  asked: (day: string) =>
    `Đã yêu cầu những giấy tờ dưới đây, chậm nhất ${day}. Sửa lại cho đúng với giấy tờ đã nhận.`,
  note: "Ghi chú",
  submit: "Nhận bổ sung",
  effect: "Thời hạn tính lại từ đầu, kể từ lúc này.",
};

const duty = {
  amount: "Số tiền (đồng)",
  amountHint: "Để trống khi cơ quan khác xác định số tiền.",
  amountProblem: "Ghi số tiền bằng chữ số, ví dụ 1.500.000.",
  reason: "Khoản phải nộp và lý do",
  answerBy: "Nộp chậm nhất ngày",
  effect: "Từ bây giờ đến khi ghi nhận đã nộp, thời hạn tạm dừng.",
  submit: "Yêu cầu nộp",
  proof: "Chứng từ đã nộp",
  proofHint: "Số, ngày của biên lai, giấy nộp tiền hoặc thông báo xác nhận.",
  proofMissing: "Ghi chứng từ đã nộp.",
  fulfilled: "Ghi nhận đã nộp",
  asked: (amount: string) => `Đã yêu cầu nộp ${amount}.`,
};

const withdrawal = {
  reason: "Lý do người nộp nêu",
  submit: "Ghi nhận yêu cầu rút",
  said: "Người nộp yêu cầu rút hồ sơ",
  acceptReason: "Lý do dừng giải quyết",
  acceptHint: "In trên thông báo dừng giải quyết. Chỉ dừng khi chưa có quyết định hoặc thông báo kết quả.",
  accept: "Dừng giải quyết",
  declineReason: "Vì sao không dừng",
  declineHint:
    "Người nộp được thông báo lý do này; chỉ nói đã có kết quả khi có quyết định hoặc thông báo kết quả.",
  decline: "Tiếp tục giải quyết",
};

const stop = {
  reason: "Lý do dừng",
  hint: "In trên thông báo dừng giải quyết gửi người nộp.",
  submit: "Dừng giải quyết",
  final: "Không mở lại được hồ sơ đã dừng; người nộp có thể nộp hồ sơ mới.",
};

const desk = {
  reason: "Lý do chuyển lại",
  hint: "Bộ phận Một cửa đọc được lý do này.",
  submit: "Chuyển lại một cửa",
};

const extension = {
  day: "Ngày hẹn trả mới",
  dayHint: (due: string, lastDay: string) =>
    `Ngày hẹn hiện tại: ${due}. Chỉ gia hạn một lần, chậm nhất ${lastDay}.`,
  lastDays: (day: string, working: string) => `${day} (ngày làm việc cuối cùng: ${working})`,
  dayNotLater: "Chọn một ngày sau ngày hẹn hiện tại.",
  reason: "Lý do",
  reasonHint: "In trên văn bản xin lỗi gửi người nộp.",
  submit: "Xin lỗi và gia hạn",
};

const apology = {
  day: "Dự kiến có kết quả ngày",
  dayHint: (due: string) => `Ngày hẹn theo luật vẫn là ${due}.`,
  dayNotLate: "Chọn một ngày sau ngày hẹn trả: chỉ xin lỗi khi hồ sơ đã hoặc sẽ trễ hẹn.",
  submit: "Xin lỗi người nộp",
};

const reopening = {
  fault: "Sai sót do ai",
  faultMissing: "Chọn sai sót do ai.",
  faultHint: "Bên có lỗi chịu chi phí làm lại và xin lỗi người nộp.",
  reason: "Sai sót ở đâu",
  step: "Làm lại từ bước",
  allSteps: "Tất cả các bước sau tiếp nhận",
  submit: "Làm lại kết quả",
};

const standingBecause: Readonly<Record<ClockStopReason, string>> = {
  supplement: "chờ người nộp bổ sung giấy tờ",
  financialDuty: "chờ người nộp thực hiện nghĩa vụ tài chính",
  consultation: "chờ cơ quan khác trả lời",
};

/** The clock that stands, on the staff's pages. */
const clock = {
  countsLate: "Tính là trễ hạn",
  countsLateBecause: (times: number) =>
    `Đã yêu cầu bổ sung ${times} lần: khi thống kê hồ sơ tính là trễ hạn, dù có kết quả trước ngày hẹn.`,
  standing: "Thời hạn tạm dừng",
  standingSince: (day: string, why: string) => `Thời hạn đang tạm dừng từ ${day}, vì ${why}.`,
  reasons: standingBecause,
  waiting: (why: string) => `Hồ sơ đang ${why}. Lúc này ông/bà chưa phải làm gì.`,
  answerBy: (day: string) => `Người nộp cần trả lời trước ${day}.`,
  answerLate: (day: string) => `Đã quá ngày phải trả lời: ${day}.`,
  lastDue: "Ngày hẹn trước khi tạm dừng",
  deskLimits: "Việc của bộ phận trước khi đến hẹn",
  deskDuties: {
    askSupplement: (by: string) => `Nếu còn thiếu giấy tờ: yêu cầu bổ sung chậm nhất ${by}.`,
    forward: (by: string) => `Chuyển hồ sơ đến nơi giải quyết chậm nhất ${by}.`,
  },
  deskDutyLate: "Đã quá thời điểm này; vẫn làm được, và nên nói rõ lý do.",
  anew: "Khi nhận đủ giấy tờ, thời hạn tính lại từ đầu.",
  runsOn: "Khi ghi nhận đã nộp, ngày hẹn lùi đúng bằng thời gian tạm dừng.",
  noDate: "Chưa hẹn",
  noDateBecause: "Hồ sơ chưa được tiếp nhận nên chưa có ngày hẹn trả.",
  extendedOnce: "Đã gia hạn một lần.",
  ended: "Hồ sơ đã kết thúc, ngày hẹn không còn áp dụng.",
};

/** Who pays for a result that is made again, by whose error it was. */
const payers: typeof faults = {
  agency: "Cơ quan giải quyết chịu chi phí làm lại; người dân không phải nộp thêm.",
  desk: "Bộ phận Một cửa chịu chi phí làm lại; người dân không phải nộp thêm.",
  post: "Bưu điện chịu chi phí làm lại; người dân không phải nộp thêm.",
  citizen: "Người nộp chịu chi phí làm lại; phí, lệ phí nộp như lần đầu.",
};

/** Originals of the citizen that were kept to be compared. */
const originals = {
  title: "Bản chính trả lại cho người dân",
  of: (name: string, count: number) => `${name} (${count} bản chính)`,
  hint: "Đánh dấu bản chính trao lại; người nhận ký. Bản sao cùng giấy tờ vẫn ở lại hồ sơ.",
  withResult:
    "Đánh dấu bản chính trao cùng kết quả. Bản chính không đánh dấu được ghi là giữ lại trong hồ sơ.",
  missing: "Đánh dấu ít nhất một bản chính.",
  none: "Không còn bản chính nào của người dân ở đây.",
  submit: "Trả bản chính",
  back: "bản chính đã trả",
};

/** What a step of the history set. */
const facts = {
  again: (nth: number, approver: string) =>
    `Lần yêu cầu bổ sung thứ ${nth}, người phê duyệt: ${approver}; hồ sơ tính là trễ hạn`,
  basis: (words: string) => `Căn cứ: ${words}`,
  due: (moment: string) => `Hẹn trả: ${moment}`,
  calendarChange: (decisions: string) => `Lịch làm việc thay đổi: ${decisions}`,
  answerBy: (moment: string) => `Người nộp trả lời chậm nhất: ${moment}`,
  amount: (amount: string) => `Số tiền: ${amount}`,
  manifest: (number: string) => `Biên bản giao nhận ${number}`,
  expectedOn: (day: string) => `Dự kiến có kết quả: ${day}`,
  fault: (whose: string, payer: string) => `Sai sót do: ${whose}. ${payer}`,
};

export type TurnForm = keyof typeof forms;

/** Words of the turns that a dossier can take. */
export const turns = {
  faults,
  forms,
  others,
  printing,
  supplement,
  receiving,
  duty,
  withdrawal,
  stop,
  desk,
  extension,
  apology,
  reopening,
  payers,
  originals,
  clock,
  facts,
  reasonShort: "Viết lý do, ít nhất 3 ký tự.",
  dayMissing: "Chọn một ngày.",
  dayPast: "Ngày này đã qua; chọn một ngày sau hôm nay.",
};
