import { type Dong, dong } from "../shared/money.ts";
import type { PlainDate } from "../shared/plain-date.ts";
import { type Result, done, refuse } from "../shared/result.ts";
import { leastCompensation } from "./postal-claims.ts";
import {
  type AnswerOutcome,
  type FoundFault,
  type IncidentEntry,
  type IncidentStanding,
  nextIncidentStep,
} from "./postal-incident.ts";

/** What somebody wants to record of an incident, on the day on which it was done. */
export type IncidentAct = { readonly on: PlainDate } & (
  | { readonly type: "answer"; readonly outcome: AnswerOutcome }
  | { readonly type: "findLiability"; readonly found: FoundFault }
  | {
      readonly type: "offer";
      readonly postage: Dong;
      /** What having papers made again cost, one sum for each receipt. */
      readonly costs: readonly Dong[];
      readonly amount: Dong;
    }
  | { readonly type: "pay"; readonly amount: Dong }
  | { readonly type: "reissue"; readonly dossierId: string; readonly code: string }
  | { readonly type: "withdraw" }
  | { readonly type: "close" }
);

export type IncidentActType = IncidentAct["type"];
export type IncidentActOf<Type extends IncidentActType> = Extract<IncidentAct, { type: Type }>;

interface Refusals {
  readonly answer: "incident_answered";
  readonly findLiability: "liability_found";
  readonly offer: "liability_not_found" | "compensation_paid" | "compensation_below_least";
  readonly pay: "compensation_paid" | "compensation_not_offered" | "compensation_below_least";
  readonly reissue: never;
  readonly withdraw: "liability_found";
  readonly close: "incident_not_settled";
}
type Own<Type extends IncidentActType> = Result<IncidentEntry, Refusals[Type]>;

/** What an act may be refused for. */
export type IncidentRefusal<Type extends IncidentActType> =
  | "incident_ended"
  | "incident_day_wrong"
  | Refusals[Type];

/**
 * What an act adds to an incident. Each is recorded once but for the offer, which a later one replaces until it is paid; a
 * payment is not less than what was offered, and an offer not less than the least that is owed. What was found to be the
 * operator's fault is neither withdrawn nor closed before it is paid.
 *
 * @rule POSTAL-CLAIM-01
 */
export function decideIncident<Type extends IncidentActType>(
  standing: IncidentStanding,
  act: IncidentActOf<Type>,
  today: PlainDate,
): Result<IncidentEntry, IncidentRefusal<Type>> {
  if (!standing.live && !(act.type === "reissue" && standing.state === "closed"))
    return refuse("incident_ended");
  const from = firstDayOf(standing, act);
  if (act.on < from || act.on > today) return refuse("incident_day_wrong", { from, to: today });
  return RULES[act.type](standing, act);
}

/** The day before which an act cannot have been: a payment not before the finding that it follows. */
function firstDayOf({ opened, finding }: IncidentStanding, { type }: IncidentAct): PlainDate {
  return (type === "offer" || type === "pay") && finding && finding.on > opened.on ? finding.on : opened.on;
}

const RULES: {
  readonly [Type in IncidentActType]: (standing: IncidentStanding, act: IncidentActOf<Type>) => Own<Type>;
} = {
  answer: ({ answer }, { on, outcome }) =>
    answer ? refuse("incident_answered", { on: answer.on }) : done({ type: "answered", on, outcome }),
  findLiability: ({ finding }, { on, found }) =>
    finding ? refuse("liability_found", { on: finding.on }) : done({ type: "liabilityFound", on, found }),
  offer,
  pay,
  reissue: (_standing, { on, dossierId, code }) => done({ type: "reissued", on, dossierId, code }),
  withdraw: ({ finding }, { on }) =>
    finding && finding.found !== "none"
      ? refuse("liability_found", { on: finding.on })
      : done({ type: "withdrawn", on }),
  close: (standing, { on }) => {
    const next = nextIncidentStep(standing);
    return next === "close"
      ? done({ type: "closed", on })
      : refuse("incident_not_settled", { next: next ?? "" });
  },
};

function offer(
  { finding, payment }: IncidentStanding,
  { on, postage, costs, amount }: IncidentActOf<"offer">,
): Own<"offer"> {
  if (finding === null || finding.found === "none") return refuse("liability_not_found");
  if (payment) return refuse("compensation_paid", { on: payment.on });
  const { least } = leastCompensation({
    incident: finding.found,
    postage,
    reissueCosts: dong(costs.reduce((sum, cost) => sum + cost, 0)),
    operatorAtFault: true,
  });
  if (amount < least) return refuse("compensation_below_least", { least });
  return done({ type: "offered", on, postage, costs, least, amount });
}

function pay(
  { offer: offered, payment }: IncidentStanding,
  { on, amount }: IncidentActOf<"pay">,
): Own<"pay"> {
  if (payment) return refuse("compensation_paid", { on: payment.on });
  if (!offered) return refuse("compensation_not_offered");
  if (amount < offered.amount) return refuse("compensation_below_least", { least: offered.amount });
  return done({ type: "paid", on, amount });
}
