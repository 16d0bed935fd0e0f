import path from "node:path";
import { StartFailure } from "./db/start-failure.ts";

/** What the environment says; everything has a default but an address of a database outside. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  /** Under which address people reach the program; from it come links, QR codes and the cookie's safety. */
  readonly publicUrl: string;
  /** How many proxies in front are trusted to say who calls. */
  readonly trustProxy: boolean;
  /** Whether an empty database gets the demo province. */
  readonly demo: boolean;
}

/**
 * Reads the environment.
 * @throws StartFailure with one sentence for a value that cannot be meant.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = Number(env["PORT"] ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartFailure(`PORT must be a number from 0 to 65535, not ${JSON.stringify(env["PORT"])}.`);
  }
  const host = env["HOST"] || "127.0.0.1";
  return {
    host,
    port,
    dataDir: path.resolve(env["DATA_DIR"] || "data"),
    databaseUrl: env["DATABASE_URL"] || undefined,
    databaseAppUrl: env["DATABASE_APP_URL"] || undefined,
    publicUrl: readPublicUrl(env["PUBLIC_URL"], host, port),
    trustProxy: env["TRUST_PROXY"] === "1",
    demo: env["DEMO"] !== "0",
  };
}

function readPublicUrl(text: string | undefined, host: string, port: number): string {
  if (!text) return `http://${host === "0.0.0.0" || host === "::" ? "localhost" : host}:${port}`;
  try {
    return new URL(text).toString().replace(/\/+$/, "");
  } catch {
    throw new StartFailure(
      `PUBLIC_URL must be an address like https://motcua.example.vn, not ${JSON.stringify(text)}.`,
    );
  }
}
