import type { TakingFacts } from "#domain/people/counted-money.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { HandOverRecord, Reader } from "./hand-over-store.ts";

/**
 * Those who order and keep hand-overs read all of them; others what came to them or to the unit that they head, and the
 * record of what was taken from themselves: nothing is counted behind anybody's back.
 */
export function readerOf({ accountId, roles, headOf }: Actor): Reader {
  const all = roles.includes("programmeOfficer") || roles.includes("administrator");
  return all ? "all" : { accountId, unitIds: [...headOf.keys()] };
}

/** What the rules of counting and taking over ask of a hand-over. */
export function takingFacts(record: HandOverRecord): TakingFacts {
  return {
    successorId: record.successorId,
    unitIds: record.successorId === null ? record.unitIds : [],
    papers: record.papers > 0 || record.cashAlone,
    latestCount: record.counts.length,
    taken: record.takings,
  };
}

/** Whoever hands over counts nothing of it, though another post may still reach the record. */
export function isLeaver(record: HandOverRecord, { accountId }: Pick<Actor, "accountId">): boolean {
  return record.targetId === accountId;
}
