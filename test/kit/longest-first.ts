import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take long, in seconds on two cores, as a whole gate once measured them. What starts last and takes two
 * minutes is waited for by everybody; a fresh checkout remembers no times, and the size of a file says little.
 */
export const SECONDS: Readonly<Record<string, number>> = {
  "test/journeys/reorganisation.test.ts": 157,
  "test/demo-reset.test.ts": 141,
  "test/durability.test.ts": 206,
  "test/journeys/mandates.test.ts": 113,
  "test/journeys/errand.test.ts": 92,
  "test/journeys/catalogue.test.ts": 85,
  "test/start.test.ts": 75,
  "test/import-places.test.ts": 69,
  "test/import-dossiers.test.ts": 67,
  "test/journeys/guidance.test.ts": 63,
  "test/catalogue-import.test.ts": 63,
  "test/journeys/places.test.ts": 60,
  "test/journeys/people.test.ts": 47,
  "test/journeys/proposals.test.ts": 44,
  "test/journeys/sites.test.ts": 44,
  "src/server/db/database.test.ts": 38,
  "test/journeys/programmes.test.ts": 37,
  "test/journeys/stories.test.ts": 36,
  "test/journeys/old-address.test.ts": 33,
  "src/server/people/hand-over.test.ts": 33,
  "test/access.test.ts": 32,
  "test/journeys/confirmation.test.ts": 31,
};

/** What a file is expected to take where nobody measured it: with a browser or a process, with a database, with neither. */
const BY_FOLDER = [
  { folder: "test/", seconds: 25 },
  { folder: "src/server/", seconds: 8 },
] as const;

/** @example secondsOf("src/domain/calendar/due-date.test.ts") → 1 */
export function secondsOf(file: string): number {
  return SECONDS[file] ?? BY_FOLDER.find(({ folder }) => file.startsWith(folder))?.seconds ?? 1;
}

/** Starts the longest file first, so that the workers end together. A class, because vitest makes it with `new`. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const { root } = this.ctx.config;
    const seconds = ({ moduleId }: TestSpecification) => secondsOf(path.relative(root, moduleId));
    return files.toSorted((one, other) => seconds(other) - seconds(one));
  }
}
