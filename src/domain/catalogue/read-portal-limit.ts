import { TIME_LIMIT_MAX, type TimeLimit, type TimeLimitUnit } from "../calendar/time-limit.ts";
import { equalData } from "../shared/equal-data.ts";
import type { PortalChannel } from "./portal-record.ts";
import { cleanLine } from "./portal-text.ts";
import type { WarningKind } from "./warnings.ts";

/** A limit that was read, or null and why. A warning may also stand beside a limit. */
export interface ReadLimit {
  readonly limit: TimeLimit | null;
  readonly warning?: { readonly kind: WarningKind; readonly words: string };
}

/** The units as the portal writes them. "Ngày" counts every day: the portal has "Ngày làm việc" for the other. */
const UNITS: Readonly<Record<string, TimeLimitUnit>> = {
  "ngày làm việc": "workingDay",
  ngày: "calendarDay",
  "giờ làm việc": "workingHour",
  giờ: "workingHour",
  tháng: "calendarMonth",
};

/** A whole text that says one limit and nothing else: no case, no stage, no second number. */
const PLAIN_LIMIT =
  /^(?:[-+*•]\s*)?(?:thời hạn(?: giải quyết)?\s*:?\s*)?(?:(?:trong thời hạn|trong vòng|trong)\s*)?(?:(?:không quá|tối đa)\s*)?(\d{1,6})\s*(?:\([^)\d]*\)\s*)?(ngày làm việc|ngày|giờ làm việc|tháng)(?:,?\s*(?:kể\s*)?từ (?:ngày|khi|lúc)\s[^\d;:]*)?[.;]?$/iu;

const SAME_DAY =
  /^(?:[-+*•]\s*)?(?:thời hạn(?: giải quyết)?\s*:?\s*)?(?:(?:giải quyết|thực hiện|trả kết quả)\s*)?(?:ngay\s*)?trong ngày(?: làm việc)?(?:\s(?:tiếp )?nhận (?:được |đủ )?hồ sơ[^\d;:]*)?[.;]?$/iu;

/** A longer text says more than one limit. */
const PLAIN_LENGTH_MAX = 400;

/** Words that make a limit depend on something. */
const DEPENDS = /trường hợp|đối với|phức tạp|gia hạn|kéo dài|xác minh|nếu /iu;

/**
 * The time limit of one entry of a record, from its figure and its text. Sure are: a whole number with a unit of the
 * portal, and a text that is one plain limit. Where both speak and differ, neither is taken.
 * Source: Cổng Dịch vụ công quốc gia, Cách thức thực hiện; a figure without a unit occurs with different meanings.
 * @example readPortalLimit({ amount: 3, unit: "Ngày làm việc" }, "") → { limit: { amount: 3, unit: "workingDay" } }
 */
export function readPortalLimit(given: PortalChannel["limit"], text: string): ReadLimit {
  const told = limitOfText(text);
  if (given) return limitOfFigure(given, told, text);
  if (told) return bounded(told, text);
  return unread(text === "" ? "limitMissing" : "limitNotUnderstood", text);
}

function limitOfFigure(
  { amount, unit }: NonNullable<PortalChannel["limit"]>,
  told: TimeLimit | undefined,
  text: string,
): ReadLimit {
  const unitName = cleanLine(unit ?? "").toLowerCase();
  const words = `${amount} ${cleanLine(unit ?? "")}`.trim();
  if (unitName === "") {
    return told?.amount === amount ? bounded(told, text) : unread("limitUnitMissing", words);
  }
  const stated = statedLimit(amount, unitName);
  if (!stated) return unread("limitNotUnderstood", words);
  if (told && !equalData(told, stated)) return unread("limitContradicted", `${words} / ${text}`);
  const read = bounded(stated, words);
  return read.limit && unitName === "giờ" ? { ...read, warning: { kind: "limitHours", words } } : read;
}

function statedLimit(amount: number, unitName: string): TimeLimit | undefined {
  const unit = Object.hasOwn(UNITS, unitName) ? UNITS[unitName] : undefined;
  return unit === undefined || !isCountable(amount) ? undefined : { amount, unit };
}

const isCountable = (amount: number) => Number.isSafeInteger(amount) && amount >= 1;

function unread(kind: WarningKind, words: string): ReadLimit {
  return { limit: null, warning: { kind, words } };
}

function bounded(limit: TimeLimit, words: string): ReadLimit {
  return limit.amount > TIME_LIMIT_MAX[limit.unit] ? unread("limitTooLong", words) : { limit };
}

/** The limit that a text says plainly, or undefined. */
function limitOfText(text: string): TimeLimit | undefined {
  const line = cleanLine(text);
  if (line.length > PLAIN_LENGTH_MAX || DEPENDS.test(line)) return undefined;
  if (SAME_DAY.test(line)) return { amount: 1, unit: "sameDay" };
  const [, amount, unitName] = PLAIN_LIMIT.exec(line) ?? [];
  const unit = UNITS[unitName?.toLowerCase() ?? ""];
  return amount === undefined || unit === undefined || Number(amount) < 1
    ? undefined
    : { amount: Number(amount), unit };
}
