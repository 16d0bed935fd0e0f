import path from "node:path";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take long, in seconds on two cores, as a whole gate once measured them. What starts last and takes two
 * minutes is waited for by everybody; a fresh checkout remembers no times, and the size of a file says little.
 */
export const SECONDS: Readonly<Record<string, number>> = {
  "test/walks.test.ts": 117,
  "test/demo-reset.test.ts": 108,
  "test/journeys/papers.test.ts": 93,
  "test/journeys/turns.test.ts": 90,
  "test/durability.test.ts": 87,
  "test/journeys/errand.test.ts": 82,
  "test/access.test.ts": 76,
  "test/journeys/catalogue.test.ts": 59,
  "test/journeys/steps.test.ts": 54,
  "test/journeys/mandates.test.ts": 52,
  "test/journeys/places.test.ts": 51,
  "test/journeys/queue.test.ts": 49,
  "test/journeys/people.test.ts": 47,
  "test/generated.test.ts": 47,
  "test/journeys/programmes.test.ts": 46,
  "test/demo-province.test.ts": 44,
  "test/journeys/proposals.test.ts": 43,
  "src/server/catalogue/publish-version.test.ts": 40,
  "src/server/db/database.test.ts": 40,
  "test/start.test.ts": 39,
  "test/journeys/confirmation.test.ts": 37,
  "test/journeys/lodging.test.ts": 36,
  "test/journeys/stories.test.ts": 33,
  "test/journeys/sites.test.ts": 29,
  "test/journeys/reorganisation.test.ts": 29,
  "test/journeys/other-turns.test.ts": 27,
  "src/server/notices/send-receipt.test.ts": 26,
  "src/server/jobs/job-runner.test.ts": 26,
  "src/server/people/confirm-hand-over.test.ts": 25,
  "test/journeys/group.test.ts": 25,
  "test/journeys/not-ones-work.test.ts": 25,
  "src/server/carriers/poll-spaces.test.ts": 24,
  "test/journeys/postal.test.ts": 24,
  "test/journeys/calendars.test.ts": 24,
  "src/server/catalogue/import-catalogue.test.ts": 24,
  "src/server/db/backup.test.ts": 23,
  "test/journeys/notices.test.ts": 20,
  "src/server/print/printer.test.ts": 20,
  "test/demo-stories.test.ts": 20,
  "src/server/people/hand-over.test.ts": 19,
  "src/server/custody/stopped-holder.test.ts": 18,
  "src/server/dossier-import/import-dossiers.test.ts": 18,
  "src/server/notices/notice-order.test.ts": 18,
  "src/server/ledgers/cash-alone.test.ts": 17,
  "src/server/carriers/poll-carrier.test.ts": 16,
  "src/server/print/form.test.ts": 16,
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
