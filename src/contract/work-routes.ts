import { exportBoard, readBoard } from "./board.ts";
import { keepPresence } from "./presence.ts";
import { assignDossier, exportQueue, listCaseOfficers, listQueue, moveDossiers } from "./queue.ts";

/** Routes of open work: its lists, what is done with many at once, the board, and who has a dossier open. */
export const WORK_ROUTES = {
  listQueue,
  exportQueue,
  readBoard,
  exportBoard,
  moveDossiers,
  assignDossier,
  listCaseOfficers,
  keepPresence,
} as const;
