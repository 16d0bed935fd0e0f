import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { readConfig } from "#server/config.ts";
import { StartFailure } from "#server/db/start-failure.ts";

const COMMAND = fileURLToPath(new URL("./motcua.mjs", import.meta.url));
/** A day of the carrier's in twenty-four minutes: a parcel is there while somebody still looks. */
const SPEED = "60";

export interface DemoCarrier {
  /** The environment with which the program reaches the carrier. */
  readonly env: NodeJS.ProcessEnv;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the carrier that is none where `MOTCUA_CARRIER_URL` is `simulator`: a process of its own, at a free port, which ends
 * with this one also when this one is killed. Otherwise the environment stays as it is.
 * @throws StartFailure without a demo, where a carrier that is none would lose real parcels; or when it does not start
 */
export async function openDemoCarrier(env: NodeJS.ProcessEnv): Promise<DemoCarrier> {
  if (env["MOTCUA_CARRIER_URL"] !== "simulator") return { env, stop: () => Promise.resolve() };
  if (readConfig({ ...env, MOTCUA_CARRIER_URL: "off" }).demo === "none")
    throw new StartFailure("MOTCUA_CARRIER_URL=simulator is for a demo only: nothing is really carried.");
  const child = spawn(process.execPath, [COMMAND, "simulate-carrier", "--port", "0", "--speed", SPEED], {
    // By the channel it knows that this process lives.
    stdio: ["ignore", "pipe", "inherit", "ipc"],
  });
  const ended = once(child, "close");
  const said = once(child.stdout?.setEncoding("utf8") ?? child, "data");
  const first: unknown[] = await Promise.race([said, ended]);
  const [line] = first;
  if (typeof line !== "string") throw new StartFailure("The simulated carrier did not start.");
  const { url } = JSON.parse(line) as { url: string };
  return {
    env: {
      ...env,
      MOTCUA_CARRIER_URL: url,
      MOTCUA_CARRIER_DIALECT: "simulator",
      MOTCUA_CARRIER_KEY: "simulator",
      MOTCUA_CARRIER_SECRET: "simulator",
      MOTCUA_CARRIER_CUSTOMER: env["MOTCUA_CARRIER_CUSTOMER"] || "DEMO",
    },
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
}
