import type { Mark } from "./work-calendar.ts";

/** What an agency may set differently, because the law leaves it open or our knowledge of it is not certain. */
export interface DueDateSettings {
  /** Whether the day of receipt is the first counted day. */
  readonly dayOfReceiptCounts: boolean;
  /** Whether a limit in calendar days or months that ends on a day off moves to the next working day. */
  readonly endMovesToWorkingDay: boolean;
  /** The last minute of the day at which a dossier with a same-day limit is still due on that day. */
  readonly sameDayCutOffMinute: number;
  /** The minute of the due day at which the result is due; null is the end of the working hours. */
  readonly dueMinute: number | null;
}

export const DEFAULT_DUE_DATE_SETTINGS: DueDateSettings = {
  dayOfReceiptCounts: false,
  endMovesToWorkingDay: true,
  sameDayCutOffMinute: 900,
  dueMinute: null,
};

/** The rules that a due date may rest on, by code. */
export const DUE_DATE_RULES = [
  "dayOfReceiptNotCounted",
  "dayOfReceiptCounted",
  "onlyWorkingDaysCount",
  "everyCalendarDayCounts",
  "monthEndsOnSameDate",
  "endMovesToWorkingDay",
  "sameDayCutOff",
  "onlyWorkingHoursCount",
  "dueAtEndOfHours",
  "dueAtSetMinute",
  "stopsAreLeftOut",
  "supplementCountsAnew",
  "reopeningCountsAnew",
] as const;
export type DueDateRule = (typeof DUE_DATE_RULES)[number];

/** Where a rule was read, and how sure it is that it governs dossiers. */
export interface RuleSource {
  readonly source: string;
  readonly mark: Mark;
}

/** The Civil Code's text was read; that it governs the limits of dossiers is our reasoning, hence the mark. */
export const RULE_SOURCES: Readonly<Record<DueDateRule, RuleSource>> = {
  dayOfReceiptNotCounted: { source: "Bộ luật Dân sự 2015, Điều 147 khoản 2", mark: "inference" },
  dayOfReceiptCounted: { source: "Cài đặt của cơ quan", mark: "inference" },
  onlyWorkingDaysCount: { source: "Bộ luật Lao động 2019, Điều 111 và Điều 112", mark: "inference" },
  everyCalendarDayCounts: { source: "Bộ luật Dân sự 2015, Điều 145 khoản 2", mark: "inference" },
  monthEndsOnSameDate: { source: "Bộ luật Dân sự 2015, Điều 148 khoản 3", mark: "inference" },
  endMovesToWorkingDay: { source: "Bộ luật Dân sự 2015, Điều 148 khoản 5", mark: "inference" },
  sameDayCutOff: {
    source: "Nghị định 61/2018/NĐ-CP, Điều 18; thủ tục tư pháp công bố trên Cổng Dịch vụ công quốc gia",
    mark: "sourced",
  },
  onlyWorkingHoursCount: { source: "Quyết định 3142/QĐ-BGDĐT năm 2025", mark: "sourced" },
  dueAtEndOfHours: { source: "Giờ làm việc do địa phương quy định", mark: "recalled" },
  dueAtSetMinute: { source: "Cài đặt của cơ quan", mark: "inference" },
  stopsAreLeftOut: {
    source: "Thời gian chờ công dân hoặc cơ quan khác không tính vào thời hạn giải quyết",
    mark: "inference",
  },
  supplementCountsAnew: { source: "Nghị định 61/2018/NĐ-CP, Điều 19 khoản 4", mark: "sourced" },
  reopeningCountsAnew: { source: "Nghị định 61/2018/NĐ-CP, Điều 21", mark: "inference" },
};
