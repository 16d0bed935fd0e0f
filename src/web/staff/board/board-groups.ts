import type { BoardView } from "#contract/board.ts";
import type { QueueFilter } from "#contract/queue.ts";
import { DUE_BUCKETS, type DueBucket } from "#domain/dossier/work-due.ts";
import type { Words } from "#web/text/words.ts";

/** The columns of the board: by how near the date is, and what stands. */
export const COLUMNS = [...DUE_BUCKETS, "standing"] as const satisfies readonly (DueBucket | "standing")[];
export type Column = (typeof COLUMNS)[number];

export type Counts = BoardView["total"];

/** All open work of a line. */
export function openOf(counts: Counts): number {
  return COLUMNS.reduce((sum, column) => sum + counts[column], 0);
}

/** The question that lists exactly what a column counts. */
export function filterOf(column: Column, line: QueueFilter): QueueFilter {
  return column === "standing" ? { ...line, clock: "standing" } : { ...line, due: column };
}

/** What a list is called, from its question alone. @example "Phạm Thu Hà, quá hạn" */
export function titleOf(filter: QueueFilter, board: BoardView, { dates, lists, work }: Words): string {
  const words = work.board;
  if (filter.day !== undefined) return dates.day(filter.day);
  const column = filter.due ?? "standing";
  return `${lineName(filter, board, { lists, words })}, ${words.columns[column].toLowerCase()}`;
}

function lineName(
  { holder, place, status, step }: QueueFilter,
  board: BoardView,
  { lists, words }: { readonly lists: Words["lists"]; readonly words: Words["work"]["board"] },
): string {
  if (holder === "nobody") return words.nobody;
  if (holder !== undefined) return board.officers.find((row) => row.accountId === holder)?.name ?? "";
  if (place !== undefined) return board.places.find((row) => row.placeId === place)?.name ?? "";
  if (status !== undefined) return lists.businessStatuses[status].plain;
  return step ?? words.total;
}
