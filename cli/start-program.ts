import { readConfig } from "#server/config.ts";
import { start } from "#server/main.ts";
import { openDemoCarrier } from "./demo-carrier.ts";
import { buildWeb } from "../tools/build-web.ts";

/** Builds the web where its sources changed, starts the program, and ends with it when it is told to stop. */
export async function runStart(say: (line: string) => void): Promise<void> {
  const carrier = await openDemoCarrier(process.env);
  try {
    await runUntilStopped(carrier.env, say);
  } finally {
    await carrier.stop();
  }
  process.exit(0); // Nothing is left to do; a stray timer must not hold the terminal.
}

async function runUntilStopped(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<void> {
  readConfig(env); // A setting that cannot be meant is said before anything is built.
  await buildWeb({ log: say });
  const stopping = onStopSignal(say);
  const running = await start(env, say);
  say(
    `Motcua is open at ${running.address}/ (citizens) and ${running.address}/staff/ (staff). Ctrl-C stops it.`,
  );
  await stopping.asked;
  say("Stopping …");
  await running.stop();
  say("Stopped.");
}

/** One Ctrl-C may come twice, from the terminal and again from npm; only a later one is a second one. */
const SECOND_SIGNAL_MS = 2000;

/** Ctrl-C or SIGTERM, also while starting; a second one ends the program at once. */
function onStopSignal(say: (line: string) => void): { readonly asked: Promise<void> } {
  let first: number | undefined;
  const asked = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.on(signal, () => {
        first ??= performance.now();
        if (performance.now() - first > SECOND_SIGNAL_MS) {
          say("Ended at once: the database may still be stopping, the next start sees to it.");
          process.exit(1);
        }
        resolve();
      });
    }
  });
  return { asked };
}
