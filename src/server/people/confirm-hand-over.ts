import { countMoney, takeHandOver } from "#contract/hand-overs.ts";
import { checkCount, checkTaking } from "#domain/people/counted-money.ts";
import type { Role } from "#domain/mandate/permission.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { bind } from "../http/context.ts";
import { writeCount, writeTaking } from "../ledgers/counted-money.ts";
import { isLeaver, readerOf, takingFacts } from "./hand-over-facts.ts";
import { loadHandOver } from "./hand-over-store.ts";
import { officeOf } from "./jurisdiction.ts";

/** By which post somebody counts or takes over: who orders hand-overs first, who works with the dossiers last. */
const ROLES: readonly Role[] = [
  "programmeOfficer",
  "administrator",
  "unitHead",
  "oneStopOfficer",
  "postalClerk",
  "caseOfficer",
];

/** Records cash that was counted. What it differs from the slips is shown and is nobody's debt. */
export const countMoneyRoute = bind(countMoney, (context) =>
  context.write(async (tx) => {
    const { actor, body, params, now } = context;
    const record = await loadHandOver(tx, params.handOverId, readerOf(actor));
    if (!record) return refuse("not_found");
    if (isLeaver(record, actor)) return refuse("hand_over_not_yours");
    const latest = record.counts.length;
    const terms = { witness: tidyText(body.witness), reason: tidyText(body.reason) };
    const checked = checkCount(terms, { counter: actor.fullName, seen: body.seen, latest });
    if (!checked.ok) return checked;
    const seq = latest + 1;
    const act = {
      handOverId: record.handOverId,
      actorId: actor.accountId,
      basis: officeOf(actor, ROLES),
      now,
    };
    const reason = latest === 0 ? null : terms.reason;
    const count = { seq, amount: body.amount, witness: terms.witness, reason };
    return (await writeCount(tx, act, count)) ? done({ seq }) : refuse("hand_over_counted_meanwhile");
  }),
);

/** The successor, or the head of a unit that took over, says that dossiers, papers and the counted cash have come. */
export const takeHandOverRoute = bind(takeHandOver, (context) =>
  context.write(async (tx) => {
    const { actor, body, params, now, deps } = context;
    const record = await loadHandOver(tx, params.handOverId, readerOf(actor));
    if (!record) return refuse("not_found");
    if (isLeaver(record, actor)) return refuse("hand_over_not_yours");
    const taker = { accountId: actor.accountId, headOf: [...actor.headOf.keys()], seen: body.seen };
    const checked = checkTaking(takingFacts(record), taker);
    if (!checked.ok) return checked;
    const act = {
      handOverId: record.handOverId,
      actorId: actor.accountId,
      basis: officeOf(actor, ROLES),
      now,
    };
    const taking = { unitIds: checked.value, count: body.seen, newId: deps.newId };
    return (await writeTaking(tx, act, taking)) ? done({}) : refuse("hand_over_taken_already");
  }),
);
