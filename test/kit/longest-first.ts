import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take long, in seconds on two cores, as a whole gate once measured them. What starts last and takes two
 * minutes is waited for by everybody; a fresh checkout remembers no times, and the size of a file says little.
 */
export const SECONDS: Readonly<Record<string, number>> = {
  "test/journeys/errand.test.ts": 125,
  "test/journeys/catalogue.test.ts": 102,
  "test/journeys/turns.test.ts": 94,
  "test/journeys/confirmation.test.ts": 90,
  "test/journeys/mandates.test.ts": 73,
  "test/demo-reset.test.ts": 68,
  "test/walks.test.ts": 67,
  "test/journeys/steps.test.ts": 60,
  "test/journeys/proposals.test.ts": 54,
  "test/journeys/places.test.ts": 53,
  "test/journeys/queue.test.ts": 52,
  "test/durability.test.ts": 52,
  "test/journeys/programmes.test.ts": 48,
  "test/journeys/people.test.ts": 47,
  "test/journeys/lodging.test.ts": 46,
  "test/journeys/stories.test.ts": 44,
  "test/journeys/sites.test.ts": 39,
  "test/start.test.ts": 35,
  "test/access.test.ts": 35,
  "test/journeys/reorganisation.test.ts": 34,
  "test/journeys/other-turns.test.ts": 33,
  "test/journeys/not-ones-work.test.ts": 28,
  "test/demo-province.test.ts": 27,
  "test/journeys/notices.test.ts": 26,
  "test/journeys/demo-sign-in.test.ts": 25,
  "test/demo-stories.test.ts": 25,
  "test/journeys/group.test.ts": 24,
  "test/journeys/calendars.test.ts": 24,
  "test/journeys/old-address.test.ts": 23,
  "test/generated.test.ts": 22,
  "test/journeys/registers.test.ts": 20,
  "src/server/people/confirm-hand-over.test.ts": 20,
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
