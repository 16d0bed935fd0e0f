import type { DossierView } from "#contract/dossiers.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";

/** A row of the list of papers, as it is being filled in. */
export interface PaperLine {
  readonly id: number;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  /** It is only to be shown: no sheet of it is asked for. */
  readonly shown?: boolean;
}

/** As many rows as the contract takes. */
export const PAPERS_MAX = 30;

const EMPTY: PaperLine = { id: 1, name: "", originals: 1, copies: 0 };

/**
 * The rows that a request begins with: the papers of the list that were not handed in, else an empty one. Of what is only
 * to be shown no original is asked for: its row says so in words and counts none.
 * @example a dossier without its "Giấy chứng sinh" → that paper, one original
 */
export function linesMissing(
  items: DossierView["items"],
  toShow: (name: string) => string,
): readonly PaperLine[] {
  const missing = items.filter(
    ({ kind, originals, copies, shown }) => kind === "paper" && originals + copies === 0 && !shown,
  );
  return linesWanted(
    missing.map(({ name, toShow: isToShow }) => ({ name, originals: 1, copies: 0, toShow: isToShow })),
    toShow,
  );
}

/** Rows of papers as the procedure wants them; {@link linesMissing} says how one that is only to be shown stands there. */
export function linesWanted(
  papers: readonly (Omit<PaperLine, "id" | "shown"> & { readonly toShow: boolean })[],
  toShow: (name: string) => string,
): readonly PaperLine[] {
  return linesOf(
    papers.map(({ name, originals, copies, toShow: isToShow }) =>
      isToShow ? { name: toShow(name), originals: 0, copies: 0, shown: true } : { name, originals, copies },
    ),
  );
}

/** The rows of what comes to stay, as they were asked for: what was only to be shown is no sheet to be kept. */
export function linesToStay(papers: readonly Omit<PaperLine, "id">[]): readonly PaperLine[] {
  return linesOf(papers.filter(({ originals, copies }) => originals + copies > 0));
}

/** Rows of papers that are known already; one empty row when there is none. */
export function linesOf(papers: readonly Omit<PaperLine, "id">[]): readonly PaperLine[] {
  if (papers.length === 0) return [EMPTY];
  return papers.slice(0, PAPERS_MAX).map((paper, index) => ({ ...paper, id: index + 1 }));
}

/** The rows with an empty one behind the last; as they were when there are as many as can be. */
export function withRow(lines: readonly PaperLine[]): readonly PaperLine[] {
  if (lines.length >= PAPERS_MAX) return lines;
  return [...lines, { ...EMPTY, id: Math.max(0, ...lines.map(({ id }) => id)) + 1 }];
}

/** The rows without one of them; the last one is emptied instead, so that there is always a place to write. */
export function withoutRow(lines: readonly PaperLine[], id: number): readonly PaperLine[] {
  const left = lines.filter((line) => line.id !== id);
  return left.length === 0 ? [EMPTY] : left;
}

/** What is wrong with a row: `rows` when there is none at all, `count`, or nothing. An empty row beside a filled one is nothing at all. */
export function problemOf(line: PaperLine, lines: readonly PaperLine[]): "rows" | "count" | undefined {
  if (tidyText(line.name) === "") {
    if (filled(lines).length === 0) return line.id === lines[0]?.id ? "rows" : undefined;
    return undefined;
  }
  return line.originals + line.copies === 0 && !line.shown ? "count" : undefined;
}

/** The papers as they are sent. */
export function papersOf(lines: readonly PaperLine[]): readonly Omit<PaperLine, "id">[] {
  return filled(lines).map(({ name, originals, copies }) => ({ name: tidyText(name), originals, copies }));
}

/** Whether the rows can be sent. */
export function areComplete(lines: readonly PaperLine[]): boolean {
  return filled(lines).length > 0 && lines.every((line) => problemOf(line, lines) === undefined);
}

function filled(lines: readonly PaperLine[]): readonly PaperLine[] {
  return lines.filter(({ name }) => tidyText(name) !== "");
}
