import type { MovedUnit, ReorganisationPreview } from "#contract/reorganisations.ts";
import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { MANDATE_STATUSES } from "#domain/mandate/mandate-life.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Words } from "#web/text/words.ts";

/** So much of something, below the place where it goes. */
interface PlanLine {
  readonly what: string;
  readonly count: number;
  /** The count with its unit, where the number alone would not say it. */
  readonly counted?: string;
}

export interface Destination {
  readonly goes: string;
  readonly lines: readonly PlanLine[];
}

/** What is open at a unit by where it goes: each place once, one line for one thing, and none for nothing. */
export function destinationsOf(unit: MovedUnit, text: Words): readonly Destination[] {
  const open = everyLine(unit, text).filter(({ count, counted }) => count > 0 || counted !== undefined);
  return [...groupBy(open, ({ goes }) => goes)].map(([goes, lines]) => ({
    goes,
    lines: [...groupBy(lines, ({ what }) => what).values()].map((same) => ({
      ...same[0],
      count: same.reduce((sum, { count }) => sum + count, 0),
    })),
  }));
}

function everyLine(unit: MovedUnit, text: Words): readonly (PlanLine & { readonly goes: string })[] {
  const { details } = text.reorganisation;
  const { heirName } = unit;
  return [
    ...unit.dossiers.map(({ status, count }) => ({
      what: `${details.dossiers}: ${dossierStatus(status, text)}`,
      count,
      goes: heirName,
    })),
    { what: details.deciding, count: unit.deciding, goes: unit.agencyHeirName ?? unit.agencyName },
    ...unit.papers.map(({ holder, heir, count }) => ({ what: details.papersAt(holder), count, goes: heir })),
    ...unit.mandates.map(({ status, count }) => ({
      what: `${details.mandates}: ${mandateStatus(status, text)}`,
      count,
      goes: heirName,
    })),
    { what: details.assignments, count: unit.assignments, goes: heirName },
    { what: details.posts, count: unit.posts, goes: heirName },
    ...unit.points.map((point) => ({
      what: details.point(point.name),
      count: point.counters,
      counted: details.counters(point.counters),
      goes: point.heirName ?? details.closes,
    })),
  ];
}

/** What somebody must settle or tell people of, each thing once: what the plan warns of, what closes, who moves. */
export function mattersOf({ warnings, units, heirs }: ReorganisationPreview, text: Words): readonly string[] {
  const { warnings: warned, matters } = text.reorganisation;
  const split = units.length === 1 && heirs.length > 1;
  const found = [
    ...warnings.map(({ warning, names }) => warned[warning](names)),
    ...units.flatMap(({ points }) =>
      points
        .filter(({ heirName }) => heirName === null)
        .map(({ name, counters }) => matters.closes(name, counters)),
    ),
    ...units
      .filter(({ sessions }) => sessions > 0)
      .map(({ name, sessions }) => matters.sessions(name, sessions)),
    ...units
      .filter(({ posts }) => split && posts > 0)
      .map(({ posts, heirName }) => matters.splitPosts(posts, heirName)),
  ];
  return [...new Set(found)];
}

function dossierStatus(status: string, { lists }: Words): string {
  const known = BUSINESS_STATUSES.find((one) => one === status);
  return known ? lists.businessStatuses[known].plain : status;
}

function mandateStatus(status: string, { mandates }: Words): string {
  const known = MANDATE_STATUSES.find((one) => one === status);
  return known ? mandates.statuses[known] : status;
}
