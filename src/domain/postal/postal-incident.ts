import { type Dong, dong } from "../shared/money.ts";
import { type PlainDate, addDays } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import { type Claim, type PostalIncident, lastDayToComplain, paymentDueOn } from "./postal-claims.ts";
import type { PostalLeg, Quote } from "./tariff.ts";

/** Who brought it up: the citizen on the dossier's page, a clerk for a citizen, or the post that noticed it itself. */
export const INCIDENT_SOURCES = ["citizen", "counter", "post"] as const;
export type IncidentSource = (typeof INCIDENT_SOURCES)[number];

export const INCIDENT_STATES = [
  "opened",
  "answered",
  "liable",
  "offered",
  "paid",
  "closed",
  "withdrawn",
] as const;
export type IncidentState = (typeof INCIDENT_STATES)[number];

export const ANSWER_OUTCOMES = ["accepted", "declined"] as const;
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

/** What the written finding says that the operator answers for. */
export const FOUND_FAULTS = ["lost", "damaged", "delayed", "none"] as const;
export type FoundFault = Claim["incident"] | "none";

export const INCIDENT_ENTRY_TYPES = [
  "opened",
  "answered",
  "liabilityFound",
  "offered",
  "paid",
  "reissued",
  "withdrawn",
  "closed",
] as const;

/** One thing that happened in an incident: days, sums and closed lists. What somebody typed is kept sealed beside it. */
export type IncidentEntry =
  | {
      readonly type: "opened";
      readonly kind: PostalIncident;
      readonly source: IncidentSource;
      readonly on: PlainDate;
      /** Computed when it was opened, by the calendar of then; null where no answer is owed or no calendar reached so far. */
      readonly answerDueOn: PlainDate | null;
    }
  | { readonly type: "answered"; readonly on: PlainDate; readonly outcome: AnswerOutcome }
  | { readonly type: "liabilityFound"; readonly on: PlainDate; readonly found: FoundFault }
  | {
      readonly type: "offered";
      readonly on: PlainDate;
      readonly postage: Dong;
      readonly costs: readonly Dong[];
      readonly least: Dong;
      readonly amount: Dong;
    }
  | { readonly type: "paid"; readonly on: PlainDate; readonly amount: Dong }
  | { readonly type: "reissued"; readonly on: PlainDate; readonly dossierId: string; readonly code: string }
  | { readonly type: "withdrawn"; readonly on: PlainDate }
  | { readonly type: "closed"; readonly on: PlainDate };
export type IncidentEntryType = IncidentEntry["type"];

type EntryOf<Type extends IncidentEntryType> = Extract<IncidentEntry, { type: Type }>;

/** Where an incident stands: what was done of it, and what is owed next. */
export interface IncidentStanding {
  readonly opened: EntryOf<"opened">;
  readonly answer: EntryOf<"answered"> | null;
  readonly finding: EntryOf<"liabilityFound"> | null;
  readonly offer: EntryOf<"offered"> | null;
  readonly payment: EntryOf<"paid"> | null;
  readonly reissue: EntryOf<"reissued"> | null;
  readonly state: IncidentState;
  /** Nothing comes after but a link to what was made again. */
  readonly live: boolean;
  /** Thirty days after a finding that says that the operator answers for it; null before and without fault. */
  readonly paymentDueOn: PlainDate | null;
  /** The last day of what is owed next; null while nothing with a clock is. */
  readonly nextDueOn: PlainDate | null;
}

/**
 * Where an incident stands by its entries, the first of which opened it.
 *
 * @rule POSTAL-CLAIM-01
 * @example foldIncident([opened, answered]).state → "answered"
 */
export function foldIncident(
  entries: readonly [EntryOf<"opened">, ...(readonly IncidentEntry[])],
): IncidentStanding {
  const [opened] = entries;
  const last = <Type extends IncidentEntryType>(type: Type) =>
    (entries.findLast((entry) => entry.type === type) as EntryOf<Type> | undefined) ?? null;
  const acts = {
    opened,
    answer: last("answered"),
    finding: last("liabilityFound"),
    offer: last("offered"),
    payment: last("paid"),
    reissue: last("reissued"),
  };
  const ended = last("closed") ?? last("withdrawn");
  const state = ended?.type ?? stateOf(acts);
  const { finding } = acts;
  const payBy = finding && finding.found !== "none" ? paymentDueOn(finding.on) : null;
  return {
    ...acts,
    state,
    live: ended === null,
    paymentDueOn: payBy,
    nextDueOn: ended === null ? soonest(acts, payBy) : null,
  };
}

type Acts = Pick<IncidentStanding, "opened" | "answer" | "finding" | "offer" | "payment">;

function stateOf({ answer, finding, offer, payment }: Acts): IncidentState {
  if (payment) return "paid";
  if (offer) return "offered";
  if (finding && finding.found !== "none") return "liable";
  return answer ? "answered" : "opened";
}

function soonest({ opened, answer, payment }: Acts, payBy: PlainDate | null): PlainDate | null {
  const owed = [answer ? null : opened.answerDueOn, payment ? null : payBy].filter((day) => day !== null);
  return owed.toSorted()[0] ?? null;
}

/** What is to be done next of an incident. */
export const INCIDENT_STEPS = ["answer", "findLiability", "offer", "pay", "close"] as const;
export type IncidentStep = (typeof INCIDENT_STEPS)[number];

/**
 * What is to be done next; null when it has ended. What the post noticed itself needs a finding and no answer; a claim
 * that was accepted is not closed before somebody has found in writing who answers for it.
 *
 * @rule POSTAL-CLAIM-01
 */
export function nextIncidentStep(standing: IncidentStanding): IncidentStep | null {
  const { opened, answer, finding, offer, payment, live } = standing;
  if (!live) return null;
  if (opened.source !== "post" && answer === null) return "answer";
  if (finding === null) return needsFinding(standing) ? "findLiability" : "close";
  if (finding.found === "none" || payment) return "close";
  return offer ? "pay" : "offer";
}

function needsFinding({ opened, answer }: IncidentStanding): boolean {
  if (opened.source === "post") return true;
  return answer?.outcome === "accepted" && opened.kind !== "complaint";
}

/** The shipment that somebody complains of. */
export interface ComplainedShipment {
  readonly orderedOn: PlainDate;
  /** The carrier took it at some time. */
  readonly taken: boolean;
  /** The last day of the time that the journey had; null where nobody could say. */
  readonly journeyDueOn: PlainDate | null;
}

/**
 * Whether an incident may be opened: not of a day before the order or to come, of loss, damage and delay only when the
 * carrier had it, and by a citizen within six months. Where the time of the journey is not known nobody is too late.
 *
 * @rule POSTAL-CLAIM-01
 */
export function mayOpenIncident(
  { kind, source, on }: Pick<EntryOf<"opened">, "kind" | "source" | "on">,
  { orderedOn, taken, journeyDueOn }: ComplainedShipment,
  today: PlainDate,
): Result<null, "incident_day_wrong" | "shipment_not_taken" | "complaint_too_late"> {
  if (on < orderedOn || on > today) return refuse("incident_day_wrong", { from: orderedOn, to: today });
  if (kind !== "complaint" && !taken) return refuse("shipment_not_taken");
  const until = journeyDueOn === null ? null : lastDayToComplain(journeyDueOn);
  if (source !== "post" && until !== null && on > until) return refuse("complaint_too_late", { until });
  return done(null);
}

/** How a clock stands: still running, run out, met, met too late. */
export const CLOCK_STATES = ["running", "late", "met", "metLate"] as const;

export interface IncidentClock {
  readonly dueOn: PlainDate;
  readonly doneOn: PlainDate | null;
  readonly state: (typeof CLOCK_STATES)[number];
}

/** The clocks of an incident on a day; null where one does not run. */
export interface IncidentClocks {
  readonly answer: IncidentClock | null;
  readonly payment: IncidentClock | null;
  /** From which day on interest is due for a payment that is late: how much, the contract and the law say. */
  readonly interestFrom: PlainDate | null;
}

/** @rule POSTAL-CLAIM-01 */
export function incidentClocks(standing: IncidentStanding, today: PlainDate): IncidentClocks {
  const { opened, answer, payment, paymentDueOn: payBy, live } = standing;
  const clock = (dueOn: PlainDate | null, doneOn: PlainDate | null): IncidentClock | null => {
    if (dueOn === null || (doneOn === null && !live)) return null;
    const late = (doneOn ?? today) > dueOn;
    if (doneOn === null) return { dueOn, doneOn, state: late ? "late" : "running" };
    return { dueOn, doneOn, state: late ? "metLate" : "met" };
  };
  const paying = clock(payBy, payment?.on ?? null);
  const isLate = paying?.state === "late" || paying?.state === "metLate";
  return {
    answer: clock(opened.answerDueOn, answer?.on ?? null),
    payment: paying,
    interestFrom: isLate ? addDays(paying.dueOn, 1) : null,
  };
}

/**
 * What the carriage of one way cost by the order's quote: of an order for both ways its part of the total, in whole đồng
 * rounded up, so that no compensation is too small.
 *
 * @rule POSTAL-CLAIM-01
 */
export function postageOf(quote: Pick<Quote, "lines" | "total">, leg: PostalLeg): Dong {
  const sum = (of: (line: Quote["lines"][number]) => boolean) =>
    quote.lines.reduce((total, line) => total + (of(line) ? line.amount : 0), 0);
  const all = sum((line) => "leg" in line);
  const own = sum((line) => "leg" in line && line.leg === leg);
  return dong(all === 0 ? quote.total : Math.ceil((quote.total * own) / all));
}
