import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Misbehaviour } from "#server/carriers/simulator/misbehaviour.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The simulator as an operator starts it, in a process of its own, and its switchboard. */
export interface SimulatedCarrier {
  /** Where it speaks the protocol; key and secret are `simulator`. */
  readonly url: string;
  readonly behave: (change: Partial<Misbehaviour>) => Promise<void>;
  /** Its clock goes on by so many minutes. */
  readonly step: (minutes: number) => Promise<void>;
  readonly happen: (orderNumber: string, code: string, message?: string) => Promise<void>;
  /** Nothing more happens to this order by itself. */
  readonly hold: (orderNumber: string) => Promise<void>;
  readonly forgetTokens: () => Promise<void>;
  readonly pid: number;
  [Symbol.asyncDispose](): Promise<void>;
}

/** @param startsAt where its clock begins, which stands still until it is told to go on */
export async function simulatedCarrier(seed: number, startsAt: string): Promise<SimulatedCarrier> {
  const args = [
    "--port",
    "0",
    "--admin-port",
    "0",
    "--seed",
    String(seed),
    "--speed",
    "0",
    "--now",
    startsAt,
  ];
  const child = spawn(process.execPath, ["cli/motcua.mjs", "simulate-carrier", ...args], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(child, "close");
  const [line] = (await once(child.stdout.setEncoding("utf8"), "data")) as [string];
  const { url, admin } = JSON.parse(line) as { url: string; admin: string };
  const tell = async (path: string, body: unknown) => {
    const answer = await fetch(admin + path, { method: "POST", body: JSON.stringify(body) });
    if (answer.status !== 200) throw new Error(`the simulator does not understand ${path}`);
    await answer.text();
  };
  return {
    url,
    pid: child.pid ?? -1,
    behave: (change) => tell("/behave", change),
    step: (minutes) => tell("/step", { minutes }),
    happen: (orderNumber, code, message = "") => tell("/happen", { orderNumber, code, message }),
    hold: (orderNumber) => tell("/hold", { orderNumber }),
    forgetTokens: () => tell("/forget-tokens", {}),
    [Symbol.asyncDispose]: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
