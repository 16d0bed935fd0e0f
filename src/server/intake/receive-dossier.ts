import { receiveDossier } from "#contract/intake.ts";
import { bindOpening } from "../http/context.ts";
import { counterOf } from "../ledgers/actor.ts";
import { namedRecord } from "../ledgers/hand-over-records.ts";
import { receiptOpening } from "./receipt-opening.ts";

/**
 * Takes a dossier in at the counter: decides the right to do so, gives code and due date, writes the
 * dossier, its people, its papers with their first holder, the event and the outbox in one statement.
 */
export const receiveDossierRoute = bindOpening(receiveDossier, async (context) => {
  const seat = counterOf(context.actor);
  if (!seat.ok) return seat;
  const { body, now } = context;
  const broughtBy = await namedRecord(context.read, seat.value, { now, id: body.handOverRecordId });
  if (!broughtBy.ok) return broughtBy;
  const at = { ...context, counter: seat.value, broughtBy: broughtBy.value };
  return context.open((facts) => receiptOpening(at, body, facts));
});
