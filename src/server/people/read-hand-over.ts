import { type HandOverRow, type HandOverView, listHandOvers, readHandOver } from "#contract/hand-overs.ts";
import { awaitedTakers, checkTaking } from "#domain/people/counted-money.ts";
import { instant, localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { Reference } from "../units/reference.ts";
import { readerOf, takingFacts } from "./hand-over-facts.ts";
import {
  type ContainerRow,
  type HandOverRecord,
  type LineRow,
  type PostOfPerson,
  findHandOvers,
  loadContainers,
  loadHandOver,
  loadLines,
  loadPosts,
} from "./hand-over-store.ts";

/** Hand-overs, the last first; those that wait for this person are marked. */
export const listHandOversRoute = bind(listHandOvers, async ({ query, actor, reference, read }) => {
  const after = unpackCursor(query.after, [CURSOR_MOMENT, CURSOR_ID]);
  const found = await read((tx) => findHandOvers(tx, readerOf(actor, reference), after, PAGE_ROWS + 1));
  const page = found.slice(0, PAGE_ROWS);
  const end = page.at(-1);
  return done({
    handOvers: page.map((record) => rowOf(record, actor, reference)),
    next: end && found.length > PAGE_ROWS ? packCursor([end.at, end.handOverId]) : null,
  });
});

function rowOf(record: HandOverRecord, actor: Actor, reference: Reference): HandOverRow {
  const { handOverId, cause, from, successor, at, dossiers, cashAlone, counts } = record;
  return {
    handOverId,
    cause,
    from,
    successor,
    at,
    dossiers,
    fees: feesOf(record),
    cashAlone,
    counted: counts.at(-1)?.amount ?? null,
    awaited: awaitedNames(record, reference),
    mine: isAwaited(record, actor),
  };
}

/** The record as it is printed: codes of dossiers, never whose they are. */
export const readHandOverRoute = bind(readHandOver, async ({ params, actor, reference, read }) => {
  const found = await read(async (tx) => {
    const record = await loadHandOver(tx, params.handOverId, readerOf(actor, reference));
    if (!record) return undefined;
    const people = [record.targetId, record.actorId, record.successorId ?? record.actorId];
    return {
      record,
      lines: await loadLines(tx, record.handOverId),
      containers: await loadContainers(tx, record),
      posts: await loadPosts(tx, people, localTime(record.at).day),
    };
  });
  if (!found) return refuse("not_found");
  const { record, lines, containers, posts } = found;
  const { handOverId, cause, from, successor, reason, by, decision, at, papers, drafts, cashAlone } = record;
  return done({
    handOverId,
    cause,
    from,
    fromPosts: postsOf(posts, record.targetId),
    successor,
    successorPosts: postsOf(posts, record.successorId),
    reason,
    by,
    byPosts: postsOf(posts, record.actorId),
    decision,
    unit: unitOf(record, posts, reference),
    at,
    papers,
    drafts,
    fees: feesOf(record),
    cashAlone,
    lines: lines.map((line) => lineView(line, reference)),
    containers: containers.map((container) => containerView(container, reference)),
    counts: countViews(record),
    takings: takingViews(record, reference),
    awaited: awaitedNames(record, reference),
    may: { count: !record.leaves, take: isAwaited(record, actor) },
  });
});

function feesOf({ feeSum, unfixed }: HandOverRecord): HandOverView["fees"] {
  return { sum: feeSum, unfixed };
}

function countViews({ counts, feeSum }: HandOverRecord): HandOverView["counts"] {
  return counts.map((count) => ({
    ...count,
    difference: count.amount - feeSum,
    at: instant(count.at),
  }));
}

function takingViews({ takings }: HandOverRecord, { units }: Reference): HandOverView["takings"] {
  return takings.map(({ by, unitId, count, at }) => ({
    by,
    unit: unitId === null ? null : (units.get(unitId)?.name ?? ""),
    count: count === 0 ? null : count,
    at: instant(at),
  }));
}

function awaitedNames(record: HandOverRecord, { units }: Reference): string[] {
  return awaitedTakers(takingFacts(record)).map((one) =>
    one === null ? (record.successor ?? "") : (units.get(one)?.name ?? ""),
  );
}

/** Whether it waits for this person, be it that the cash must be counted first. */
function isAwaited(record: HandOverRecord, actor: Actor): boolean {
  if (record.leaves) return false;
  const taker = {
    accountId: actor.accountId,
    headOf: [...actor.headOf.keys()],
    seen: record.counts.length,
  };
  const checked = checkTaking(takingFacts(record), taker);
  return checked.ok || checked.code === "hand_over_count_missing";
}

function containerView(
  { toId, personName, ...container }: ContainerRow,
  { units, agencies, postOfficeNames }: Reference,
) {
  const place = units.get(toId)?.name ?? agencies.get(toId)?.name ?? postOfficeNames.get(toId);
  return { ...container, to: personName ?? place ?? "" };
}

function lineView({ toId, personName, ...line }: LineRow, { units, agencies }: Reference) {
  return {
    ...line,
    paperNames: [...line.paperNames],
    to: personName ?? units.get(toId)?.name ?? agencies.get(toId)?.name ?? "",
  };
}

function postsOf(posts: readonly PostOfPerson[], accountId: string | null): HandOverView["fromPosts"] {
  return posts.filter((post) => post.accountId === accountId).map(({ role, place }) => ({ role, place }));
}

/**
 * The unit in whose name the paper is written: the one that took over, else the one where whoever hands over worked;
 * null when it is not one alone.
 */
function unitOf(
  { unitIds, targetId }: HandOverRecord,
  posts: readonly PostOfPerson[],
  { units, countersOfOffice }: Reference,
): HandOverView["unit"] {
  const worked = [targetId, ...posts.flatMap((post) => (post.accountId === targetId ? [post.placeId] : []))];
  const behind = worked.flatMap((placeId) => [
    ...(units.has(placeId) ? [placeId] : []),
    ...(countersOfOffice.get(placeId) ?? []).map(({ unit }) => unit.id),
  ]);
  const [only, ...others] = new Set<string>(unitIds.length > 0 ? unitIds : behind);
  const unit = only === undefined || others.length > 0 ? undefined : units.get(only);
  return unit ? { governingBody: unit.governingBody, name: unit.name, place: unit.place } : null;
}
