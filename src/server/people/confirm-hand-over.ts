import { countMoney, takeHandOver } from "#contract/hand-overs.ts";
import { checkCount, checkTaking, readCountTerms } from "#domain/people/counted-money.ts";
import type { Role } from "#domain/mandate/permission.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { writeCount, writeTaking } from "../ledgers/counted-money.ts";
import { isStoppedNow } from "../ledgers/successors.ts";
import { readerOf, takingFacts } from "./hand-over-facts.ts";
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

/** Who is stopped neither counts nor takes over, be it in the name of another post. */
async function isStopped(
  tx: Tx,
  { actor, reference, now }: Pick<Context<typeof takeHandOver>, "actor" | "reference" | "now">,
): Promise<boolean> {
  return isStoppedNow(tx, { reference, day: localTime(now).day }, actor.accountId);
}

/** Records cash that was counted. What it differs from the slips is shown and is nobody's debt. */
export const countMoneyRoute = bind(countMoney, (context) =>
  context.write(async (tx) => {
    const { actor, body, params, now, reference } = context;
    const record = await loadHandOver(tx, params.handOverId, readerOf(actor, reference));
    if (!record) return refuse("not_found");
    if (record.leaves || (await isStopped(tx, context))) return refuse("hand_over_not_yours");
    const latest = record.counts.length;
    const terms = readCountTerms(body);
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
    const { actor, body, params, now, deps, reference } = context;
    const record = await loadHandOver(tx, params.handOverId, readerOf(actor, reference));
    if (!record) return refuse("not_found");
    if (record.leaves || (await isStopped(tx, context))) return refuse("hand_over_not_yours");
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
