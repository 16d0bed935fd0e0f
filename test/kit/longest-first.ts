import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take long, in seconds on two cores, as a whole gate once measured them. What starts last and takes two
 * minutes is waited for by everybody; a fresh checkout remembers no times, and the size of a file says little.
 */
export const SECONDS: Readonly<Record<string, number>> = {
  "test/durability.test.ts": 222,
  "test/demo-reset.test.ts": 200,
  "test/journeys/errand.test.ts": 158,
  "test/journeys/catalogue.test.ts": 115,
  "test/journeys/proposals.test.ts": 104,
  "test/journeys/mandates.test.ts": 103,
  "test/journeys/confirmation.test.ts": 98,
  "test/start.test.ts": 91,
  "test/journeys/people.test.ts": 90,
  "test/journeys/places.test.ts": 78,
  "test/journeys/demo-sign-in.test.ts": 75,
  "test/catalogue-import.test.ts": 74,
  "test/import-dossiers.test.ts": 73,
  "test/journeys/programmes.test.ts": 69,
  "test/journeys/stories.test.ts": 69,
  "test/access.test.ts": 68,
  "test/import-places.test.ts": 67,
  "test/journeys/sites.test.ts": 57,
  "test/journeys/reorganisation.test.ts": 56,
  "test/demo-province.test.ts": 56,
  "src/server/catalogue/publish-version.test.ts": 51,
  "test/demo-stories.test.ts": 43,
  "src/server/catalogue/import-catalogue.test.ts": 42,
  "test/generated.test.ts": 41,
  "src/server/db/database.test.ts": 40,
  "test/journeys/old-address.test.ts": 38,
  "test/journeys/not-ones-work.test.ts": 36,
  "src/server/people/hand-over.test.ts": 33,
  "test/journeys/imported-dossier.test.ts": 30,
  "test/journeys/guidance.test.ts": 28,
  "src/server/dossier-import/import-dossiers.test.ts": 27,
  "src/server/people/confirm-hand-over.test.ts": 26,
  "src/server/db/backup.test.ts": 26,
  "src/server/print/printer.test.ts": 24,
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
