import type { TakingFacts } from "#domain/people/counted-money.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { Reference } from "../units/reference.ts";
import type { HandOverRecord, Reader } from "./hand-over-store.ts";

/**
 * Those who order and keep hand-overs read all of them; others what came to them or to the unit that they head, and the
 * record of what was taken from themselves or their office: nothing is counted behind anybody's back.
 */
export function readerOf({ accountId, roles, headOf, posts }: Actor, reference: Reference): Reader {
  const counters = posts.flatMap(
    ({ postOfficeId }) => reference.countersOfOffice.get(postOfficeId ?? "") ?? [],
  );
  const served = new Set<string>(counters.map(({ unit }) => unit.id));
  return {
    accountId,
    all: roles.includes("programmeOfficer") || roles.includes("administrator"),
    unitIds: [...headOf.keys()],
    servedUnitIds: [...reference.units.keys()].filter((id) => served.has(reference.heirOf(id))),
  };
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
