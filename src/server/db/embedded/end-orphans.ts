import fs from "node:fs";
import path from "node:path";

/**
 * Ends the processes of a server that was killed and that did not end with it: one that waits for another which is
 * gone waits for ever, and its memory keeps every new server out. They can do nothing any more that counts; what they
 * had not committed is rolled back by the recovery. For the holder of the data folder alone, when no server runs there.
 * @returns how many were ended
 */
export function endOrphans(cluster: string): number {
  const home = fs.realpathSync(cluster);
  const orphans = fs
    .readdirSync("/proc")
    .map(Number)
    .filter((pid) => Number.isInteger(pid) && pid > 0 && isServerProcessIn(pid, home));
  for (const pid of orphans) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself a moment ago.
    }
  }
  return orphans.length;
}

/** A server process stands in its data folder, and stays named after its program. */
function isServerProcessIn(pid: number, home: string): boolean {
  try {
    const program = path.basename(fs.readlinkSync(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, "");
    return program === "postgres" && fs.readlinkSync(`/proc/${pid}/cwd`) === home;
  } catch {
    return false; // It has ended, or is another user's.
  }
}
