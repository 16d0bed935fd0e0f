import type { Figures, ProposalView } from "#contract/figures.ts";
import { harmlessCell } from "#domain/shared/csv-cell.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import type { Words } from "#web/text/words.ts";
import { errorCount, onTimeShare, ratingShare, receivedCount } from "../figure-words.ts";

export const COMPARED = [
  "place",
  "received",
  "onTime",
  "median",
  "errors",
  "rating",
  "trained",
  "proposedAt",
] as const;
export type ComparedBy = (typeof COMPARED)[number];

export interface Order {
  readonly by: ComparedBy;
  readonly down: boolean;
}

/** The figures that a proposal is decided on: those kept with it, or those of today where none were kept. */
export function decidedOn({ frozen, now }: ProposalView): Figures {
  return (frozen ?? now).figures;
}

export function placeOf({ mandate }: ProposalView, { mandates }: Words): string {
  return mandates.at(mandate.postOffice.name, mandate.unit.name);
}

/** The fields and single procedures of a proposal, by name. */
export function scopeOf({ mandate: { fields, procedures } }: ProposalView): string {
  return [...fields, ...procedures].map(({ name }) => name).join(", ");
}

/** Those that fit what is searched for, in an order; what has no figure comes last either way. */
export function comparedRows(
  proposals: readonly ProposalView[],
  find: string,
  { by, down }: Order,
): readonly ProposalView[] {
  const wanted = searchKey(find);
  const found = proposals.filter(({ mandate: { unit, postOffice, fields, procedures } }) =>
    searchKey(
      [unit, postOffice, ...fields, ...procedures].map(({ id, name }) => `${name} ${id}`).join(" "),
    ).includes(wanted),
  );
  return found.toSorted((a, b) => {
    const [left, right] = [measureOf(a, by), measureOf(b, by)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    const order =
      typeof left === "string"
        ? left.localeCompare(String(right), "vi", { numeric: true })
        : left - Number(right);
    return down ? -order : order;
  });
}

function measureOf(proposal: ProposalView, by: ComparedBy): number | string | null {
  const figures = decidedOn(proposal);
  switch (by) {
    case "place":
      return `${proposal.mandate.unit.name} ${proposal.mandate.postOffice.name}`;
    case "received":
      return receivedCount(figures);
    case "onTime":
      return onTimeShare(figures);
    case "median":
      return figures.medianMinutes;
    case "errors":
      return errorCount(figures);
    case "rating":
      return ratingShare(figures);
    case "trained":
      return proposal.clerks === 0 ? null : proposal.trained / proposal.clerks;
    case "proposedAt":
      return proposal.proposedAt;
  }
}

/**
 * The comparison as a file for a spreadsheet: numbers as numbers with the decimal comma, so that semicolons part the
 * cells; both moments side by side, cells that no spreadsheet runs, a mark of UTF-8 before it.
 */
export function comparedCsv(proposals: readonly ProposalView[], text: Words): string {
  const { figures: words, compare, panel } = text.proposals;
  const counted: readonly (readonly [string, (figures: Figures) => number | null])[] = [
    [words.received, receivedCount],
    [words.finished, ({ finished }) => finished],
    [words.onTime, ({ onTime }) => onTime],
    [`${words.median} (${words.minutes(0).replace("0", "").trim()})`, ({ medianMinutes }) => medianMinutes],
    [words.errors, errorCount],
    [words.ratingShare, percentSatisfied],
    [words.ratingAnswers, ({ rating }) => rating?.answers ?? null],
  ];
  const head = [
    compare.columns.place,
    compare.columns.what,
    ...counted.flatMap(([name]) => [`${name}, ${panel.frozen}`, `${name}, ${panel.now}`]),
    compare.columns.trained,
    compare.columns.proposedAt,
    text.proposals.why.label,
  ];
  const lines = proposals.map((proposal) => [
    placeOf(proposal, text),
    scopeOf(proposal),
    ...counted.flatMap(([, count]) => [
      proposal.frozen === null ? null : count(proposal.frozen.figures),
      count(proposal.now.figures),
    ]),
    compare.trained(proposal.trained, proposal.clerks),
    text.dates.shortMoment(proposal.proposedAt),
    proposal.why,
  ]);
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(";")).join("\r\n")}\r\n`;
}

/** With one decimal. */
function percentSatisfied(figures: Figures): number | null {
  const share = ratingShare(figures);
  return share === null ? null : Math.round(share * 1_000) / 10;
}

function cell(value: string | number | null): string {
  if (typeof value === "number") return String(value).replace(".", ",");
  return value === null ? "" : `"${harmlessCell(value).replaceAll('"', '""')}"`;
}
