import type { BulkMove, QueueRow, WorkList } from "#contract/queue.ts";
import { MACHINE } from "#domain/dossier/dossier-machine.ts";

/** What is done at each desk with many dossiers at once; the first leads on. */
export const BULK_MOVES_OF: Readonly<Record<WorkList, readonly BulkMove[]>> = {
  oneStop: ["forward"],
  case: ["take", "sendToDesk"],
  approval: ["approve"],
  returning: [],
  lodged: [],
  supplement: [],
  unit: [],
  agency: ["assign"],
};

/** The rows from whose state the move can be made: the others are left out before anything is sent. */
export function rowsFor(move: BulkMove, rows: readonly QueueRow[]): readonly QueueRow[] {
  return rows.filter(({ status }) => MACHINE[status][move] !== undefined);
}
