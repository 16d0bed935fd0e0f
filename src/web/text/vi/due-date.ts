import type { DayReason } from "#domain/calendar/explained-day.ts";
import type { DueDateRule } from "#domain/calendar/due-date-settings.ts";
import type { TimeLimitUnit } from "#domain/calendar/time-limit.ts";
import type { Mark } from "#domain/calendar/work-calendar.ts";

const limits: Record<TimeLimitUnit, (amount: number) => string> = {
  workingDay: (amount) => `${amount} ngày làm việc`,
  calendarDay: (amount) => `${amount} ngày`,
  workingHour: (amount) => `${amount} giờ làm việc`,
  sameDay: () => "giải quyết trong ngày",
  calendarMonth: (amount) => `${amount} tháng`,
};

const reasons: Record<DayReason, string> = {
  workingDay: "ngày làm việc",
  weeklyDayOff: "nghỉ cuối tuần",
  holiday: "nghỉ lễ, Tết",
  compensatoryDayOff: "nghỉ bù",
  swappedDayOff: "nghỉ hoán đổi",
  makeUpDay: "ngày làm bù",
  proposedHoliday: "ngày nghỉ đang được đề xuất",
  servedHoliday: "ngày nghỉ nhưng cơ quan vẫn làm việc",
  localOpening: "cơ quan mở cửa thêm",
  localClosing: "cơ quan không làm việc",
  dayOfReceipt: "ngày tiếp nhận hồ sơ",
  receivedAfterHours: "tiếp nhận sau giờ làm việc",
  receivedAfterCutOff: "tiếp nhận sau giờ chốt nhận trong ngày",
  calendarDay: "tính theo ngày liên tục",
  endMovedHere: "hạn cuối rơi vào ngày nghỉ hoặc lúc tạm dừng nên chuyển sang ngày này",
  clockStopped: "thời hạn tạm dừng",
  dayOfNewStart: "ngày nhận đủ giấy tờ bổ sung hoặc giải quyết lại",
  newStartAfterHours: "tính lại từ sau giờ làm việc của ngày này",
};

const rules: Record<DueDateRule, string> = {
  dayOfReceiptNotCounted: "Ngày tiếp nhận không tính; ngày thứ nhất là ngày làm việc tiếp theo.",
  dayOfReceiptCounted: "Ngày tiếp nhận được tính là ngày thứ nhất.",
  onlyWorkingDaysCount: "Chỉ tính ngày làm việc, không tính ngày nghỉ.",
  everyCalendarDayCounts: "Tính mọi ngày liên tục, kể cả ngày nghỉ.",
  monthEndsOnSameDate: "Thời hạn tính theo tháng kết thúc vào ngày có cùng số trong tháng cuối.",
  endMovesToWorkingDay: "Ngày cuối rơi vào ngày nghỉ thì chuyển sang ngày làm việc tiếp theo.",
  sameDayCutOff: "Nhận trước giờ chốt thì trả trong ngày, nhận sau thì trả ngày làm việc tiếp theo.",
  onlyWorkingHoursCount: "Chỉ tính giờ làm việc.",
  dueAtEndOfHours: "Hẹn trả vào lúc hết giờ làm việc của ngày cuối.",
  dueAtSetMinute: "Hẹn trả vào giờ do cơ quan đặt.",
  stopsAreLeftOut: "Thời gian thời hạn tạm dừng không tính; những khoảng trùng nhau chỉ trừ một lần.",
  supplementCountsAnew: "Khi nhận đủ giấy tờ bổ sung, thời hạn tính lại từ đầu.",
  reopeningCountsAnew: "Kết quả có sai sót được giải quyết lại, thời hạn tính lại từ đầu.",
};

/** How sure a rule is; what was read in its source needs no remark. */
const marks: Record<Mark, string | null> = {
  sourced: null,
  recalled: "chưa đối chiếu văn bản",
  inference: "cách áp dụng này chưa được cơ quan xác nhận",
  undecided: "chờ quyết định",
};

/** Words about due dates, for citizens and staff alike. */
export const dueDate = {
  why: "Vì sao là ngày này?",
  fromOldSystem: "Ngày hẹn lấy từ hệ thống cũ, nơi hồ sơ đã được tiếp nhận.",
  limit: "Thời hạn giải quyết",
  limits,
  received: "Tiếp nhận",
  anew: {
    supplement: "Tính lại từ đầu, khi nhận đủ giấy tờ bổ sung",
    reopening: "Tính lại từ đầu, khi giải quyết lại kết quả có sai sót",
  },
  dueBefore: "Ngày hẹn tính theo thời hạn",
  due: "Hẹn trả",
  extendedTo: "Đã gia hạn đến",
  extendedBy: (issued: string, from: string, to: string) =>
    `Gia hạn một lần: văn bản xin lỗi và hẹn lại ngày trả kết quả (Mẫu 04) ngày ${issued} thay ngày hẹn ${from} bằng ${to}.`,
  daysTitleBefore: "Cách tính từng ngày của ngày hẹn theo thời hạn, trước khi gia hạn",
  movedFrom: (before: string) => `Ngày hẹn cũ ${before} được dời vì lịch làm việc thay đổi:`,
  hoursChanged: "giờ làm việc đã đổi",
  takenBack: (name: string | null, reason: string) =>
    `${name === null ? "giờ làm việc riêng" : `“${name}”`} đã được rút lại: ${reason}`,
  daysTitle: "Cách tính từng ngày",
  counted: "Được tính",
  notCounted: "Không tính",
  nthDay: (nth: number) => `ngày thứ ${nth}`,
  nthDays: (first: number, last: number) => `ngày thứ ${first} đến ${last}`,
  until: (from: string, to: string) => `${from} đến ${to}`,
  worked: (hours: number) => `${String(hours).replace(".", ",")} giờ`,
  undecided: "chờ quyết định chính thức",
  provisional: "Tạm tính",
  provisionalBecause: (days: string) =>
    `Ngày hẹn là tạm tính: lịch nghỉ ngày ${days} chưa có quyết định chính thức. Khi có quyết định, ngày hẹn có thể thay đổi.`,
  reasons,
  rulesTitle: "Quy tắc đã áp dụng",
  rules,
  source: "Nguồn",
  marks,
  daysLeft: (days: number) => `Còn ${days} ngày`,
  dueToday: "Hẹn trả hôm nay",
  overdue: (days: number) => `Quá hạn ${days} ngày lịch`,
  overdueToday: "Quá giờ hẹn hôm nay",
};

export type DueDateText = typeof dueDate;
