import { errorCode } from "#server/db/start-failure.ts";

/**
 * Lets a command go on when nobody takes its output any more, as behind `… | head` or on a full disk: what it says
 * then is lost, what it does is done to its end. A reader who went away wanted no more, and the exit code tells what
 * was done; of a disk that took no more, one sentence tells, and the exit code is 1.
 */
export function outliveReaders(): void {
  process.stdout.on("error", (error: Error) => {
    const code = errorCode(error);
    if (code === "EPIPE" || process.exitCode === 1) return;
    process.exitCode = 1;
    process.stderr.write(
      `motcua: what it says could not be written to its end (${code || String(error)}).\n`,
    );
  });
  process.stderr.on("error", () => undefined); // There is nowhere left to say it.
}
