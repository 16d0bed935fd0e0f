/**
 * Lets a command go on when nobody reads its output any more, as behind `… | head`: what it says then is lost, what
 * it does is done to its end, and its exit code tells that and nothing else.
 */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
    });
  }
}
