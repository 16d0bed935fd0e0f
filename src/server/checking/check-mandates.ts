import { EVENT_OF_MOVE, type MandateEventType } from "#domain/mandate/mandate-event.ts";
import { MANDATE_MOVES, type MandateStatus, statusAfter } from "#domain/mandate/mandate-life.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { type Finding, type SpaceCheck, shown } from "./finding.ts";
import { folded } from "./load-histories.ts";

/** A mandate has the status that its events lead to, and as many events as its version says, without a gap. */
export const checkMandates: SpaceCheck = async (tx) => {
  const mandates = await tx.selectFrom("mandate").select(["id", "status", "version"]).orderBy("id").execute();
  const events = await tx
    .selectFrom("mandate_event")
    .select(["mandate_id", "seq", "type"])
    .orderBy("mandate_id")
    .orderBy("seq")
    .execute();
  const eventsOf = groupBy(events, (event) => event.mandate_id);
  return mandates.flatMap(({ id, status, version }): readonly Finding[] => {
    const own = eventsOf.get(id) ?? [];
    const { states, problem } = folded(() => statusOf(own.map(({ type }) => type as MandateEventType)));
    const gap = own.some(({ seq }, index) => seq !== index + 1);
    const ledger = `${problem ?? shown(states)} after ${own.length} events${gap ? " with a gap" : ""}`;
    const projection = `${status} after ${version} events`;
    return ledger === projection ? [] : [{ subject: `mandate ${id}`, ledger, projection }];
  });
};

/** @throws when an event cannot follow the one before */
function statusOf(types: readonly MandateEventType[]): MandateStatus | null {
  return types.reduce<MandateStatus | null>((status, type) => {
    if (type === "mandate.granted") return "inForce";
    if (type === "mandate.drafted" || type === "mandate.changed") return "drafted";
    const move = MANDATE_MOVES.find((one) => EVENT_OF_MOVE[one] === type);
    const next = move && status && statusAfter(status, move);
    if (!next) throw new Error(`${type} cannot follow ${shown(status)}`);
    return next;
  }, null);
}
