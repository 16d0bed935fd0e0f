import type { WorkCalendar } from "../calendar/work-calendar.ts";
import { type Dong, dong } from "../shared/money.ts";
import { type PlainDate, addDays, addMonths } from "../shared/plain-date.ts";
import type { Result } from "../shared/result.ts";
import { postalDueOn } from "./postal-deadlines.ts";

/** What went wrong with a shipment. */
export const POSTAL_INCIDENTS = ["lost", "damaged", "delayed", "complaint"] as const;
export type PostalIncident = (typeof POSTAL_INCIDENTS)[number];

const COMPLAINT_MONTHS = 6;
const ANSWER_DAYS = { withinProvince: 5, betweenProvinces: 7 } as const;
const PAYMENT_DAYS = 30;
const LEAST_TIMES_POSTAGE = 4;

/**
 * The last day on which a complaint is taken: six months from the end of the time that the whole journey had.
 *
 * @rule POSTAL-CLAIM-01
 * @example lastDayToComplain(plainDate("2026-08-31")) → "2027-02-28"
 */
export function lastDayToComplain(journeyDueOn: PlainDate): PlainDate {
  return addMonths(journeyDueOn, COMPLAINT_MONTHS);
}

/**
 * By when a complaint is answered: five working days within a province, seven between provinces, the day of the complaint
 * not counted.
 *
 * @rule POSTAL-CLAIM-01
 */
export function answerDueOn(
  complainedOn: PlainDate,
  way: keyof typeof ANSWER_DAYS,
  calendar: WorkCalendar,
): Result<PlainDate, "calendar_not_published"> {
  return postalDueOn(complainedOn, ANSWER_DAYS[way], calendar);
}

/**
 * By when a compensation is paid: thirty days after the written finding of liability; after that interest is due.
 *
 * @rule POSTAL-CLAIM-01
 */
export function paymentDueOn(foundLiableOn: PlainDate): PlainDate {
  return addDays(foundLiableOn, PAYMENT_DAYS);
}

export interface Claim {
  readonly incident: Exclude<PostalIncident, "complaint">;
  /** What was paid for the carriage, in đồng. */
  readonly postage: Dong;
  /** What having the papers made again costs, in đồng; 0 where none was. */
  readonly reissueCosts: Dong;
  /** Whether the operator was found to be at fault, in writing. */
  readonly operatorAtFault: boolean;
}

/** What is owed and why; the lines add up to `least`. Who is owed more by contract gets more. */
export interface Compensation {
  readonly lines: readonly {
    readonly key: "fourTimesPostage" | "postageBack" | "reissue";
    readonly amount: Dong;
  }[];
  readonly least: Dong;
}

/**
 * The least compensation: for what was lost or spoilt by the operator's fault all costs of having the papers made again,
 * and four times the postage, the postage itself in it; for what came late the postage. Indirect loss is not compensated.
 *
 * @rule POSTAL-CLAIM-01
 * @example leastCompensation({ incident: "lost", postage: dong(26000), reissueCosts: dong(50000), operatorAtFault: true }).least → 154,000
 */
export function leastCompensation({ incident, postage, reissueCosts, operatorAtFault }: Claim): Compensation {
  const lines: Compensation["lines"][number][] = [];
  if (operatorAtFault && incident === "delayed") lines.push({ key: "postageBack", amount: postage });
  if (operatorAtFault && incident !== "delayed") {
    lines.push({ key: "fourTimesPostage", amount: dong(postage * LEAST_TIMES_POSTAGE) });
    lines.push({ key: "reissue", amount: reissueCosts });
  }
  return { lines, least: dong(lines.reduce((sum, { amount }) => sum + amount, 0)) };
}
