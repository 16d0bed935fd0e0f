import { once } from "node:events";
import { parseArgs } from "node:util";
import { type Instant, instant } from "#domain/shared/instant.ts";
import { servePost } from "#server/carriers/simulator/serve-post.ts";
import { systemClock } from "#server/clock.ts";

export interface SimulateArgs {
  readonly port: number;
  readonly adminPort: number;
  readonly seed: number;
  readonly speed: number;
  /** Where its clock begins; left out, now. */
  readonly startsAt?: Instant;
}

/** Undefined when these are not its arguments. @example readSimulateArgs(["--port", "4300", "--seed", "7"]) */
export function readSimulateArgs(args: readonly string[]): SimulateArgs | undefined {
  const text = (fallback: string) => ({ type: "string", default: fallback }) as const;
  const options = {
    port: text("4300"),
    "admin-port": text("0"),
    seed: text("1"),
    speed: text("60"),
    now: { type: "string" },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    const numbers = [values.port, values["admin-port"], values.seed, values.speed];
    if (!numbers.every((one) => /^\d{1,6}$/.test(one))) return undefined;
    const [port = 0, adminPort = 0, seed = 1, speed = 0] = numbers.map(Number);
    if (port > 65_535 || adminPort > 65_535) return undefined;
    return { port, adminPort, seed, speed, ...(values.now && { startsAt: instant(values.now) }) };
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A carrier that is none, until it is told to stop or the program that started it has ended: what it says first is a line of JSON with its two addresses. */
export async function runSimulateCarrier(args: SimulateArgs, say: (line: string) => void): Promise<void> {
  const now = systemClock.now;
  const { startsAt = now() } = args;
  const post = await servePost({ ...args, startsAt, now });
  say(JSON.stringify({ url: post.url, admin: post.admin }));
  const stopped = new AbortController();
  const { signal } = stopped;
  const told = ["SIGTERM", "SIGINT", ...(process.connected ? ["disconnect"] : [])];
  await Promise.race(told.map(async (what) => once(process, what, { signal })));
  stopped.abort();
  if (process.connected) process.disconnect();
  await post.close();
}
