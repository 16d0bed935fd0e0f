import fs from "node:fs";
import path from "node:path";
import { StartFailure } from "./start-failure.ts";

/** Where a restore puts everything together before it gets its place. */
export const RESTORING = "restoring";

/**
 * Refuses a data folder in which a restore was killed: to start there would mix an empty database with keys
 * and files of another one. The backup file still holds everything.
 */
export function refuseHalfRestored(dataDir: string): void {
  if (!fs.existsSync(path.join(dataDir, RESTORING))) return;
  throw new StartFailure(
    `A restore into ${dataDir} was interrupted: remove that folder (and drop an external database), then run "motcua restore FILE" again.`,
  );
}
