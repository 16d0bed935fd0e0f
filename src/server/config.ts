import type { TurnSettings } from "#domain/dossier/turn-settings.ts";
import type { WatchSettings } from "#domain/watch/watch.ts";
import { statSync } from "node:fs";
import path from "node:path";
import { StartFailure } from "./db/start-failure.ts";
import { type CarrierSettings, readCarrierSettings } from "./carrier-settings.ts";
import { type NoticeSettings, readNoticeSettings } from "./notice-settings.ts";
import { readTurnSettings } from "./turn-settings.ts";
import { readWatchSettings } from "./watch-settings.ts";

/** What the environment says; everything has a default but an address of a database outside. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAppUrl: string | undefined;
  /** Under which address people reach the program; from it come links, QR codes and the cookie's safety. */
  readonly publicUrl: string;
  /** How many proxies stand in front: that many last steps of X-Forwarded-For are believed, none without. */
  readonly trustProxy: number | false;
  /** What an empty database gets: the whole demo province, only its first people, or nothing of a demo. */
  readonly demo: "province" | "people" | "none";
  /** Off where several processes share a database and another one does what acts leave to be done. */
  readonly jobs: boolean;
  /** By what citizens are told; nothing of it unless it is said. */
  readonly notices: NoticeSettings;
  /** Who carries besides our own couriers; nobody unless it is said. */
  readonly carriers: CarrierSettings;
  /** From when on something is watched. */
  readonly watch: WatchSettings;
  /** How many dossiers of one visit the counter takes in at once. */
  readonly groupRowsMax: number;
  /** How far the days of turns may lie. */
  readonly turns: TurnSettings;
}

/**
 * Reads the environment.
 * @throws StartFailure with one sentence for a value that cannot be meant.
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const port = readPort(env["PORT"] || "3000");
  const host = env["HOST"] || "127.0.0.1";
  return {
    host,
    port,
    dataDir: path.resolve(env["DATA_DIR"] || defaultDataDir(process.cwd(), process.getuid?.() === 0)),
    databaseUrl: env["DATABASE_URL"] || undefined,
    databaseAppUrl: env["DATABASE_APP_URL"] || undefined,
    publicUrl: readPublicUrl(env["PUBLIC_URL"], host, port),
    trustProxy: readProxies(env["TRUST_PROXY"]),
    demo: readDemo(env["DEMO"]),
    jobs: env["JOBS"] !== "0",
    notices: readNoticeSettings(env),
    carriers: readCarrierSettings(env),
    watch: readWatchSettings(env),
    groupRowsMax: readGroupRows(env["GROUP_ROWS"]),
    turns: readTurnSettings(env),
  };
}

/** Where a service keeps its data by the rules of the file system (FHS 3.0, 5.8). */
const SYSTEM_DATA_DIR = "/var/lib/motcua";

/**
 * The data folder when none is named: `data` beside the program. Root's PostgreSQL runs as another user,
 * who cannot walk into a closed home such as /root; then it is the system's place for a service.
 * @example defaultDataDir("/root/motcua", true) → "/var/lib/motcua" where /root is closed
 */
export function defaultDataDir(cwd: string, isRoot: boolean): string {
  const beside = path.join(cwd, "data");
  if (!isRoot) return beside;
  for (let folder = cwd; folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return SYSTEM_DATA_DIR;
  }
  return beside;
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new StartFailure(`PORT must be a number from 0 to 65535, not ${JSON.stringify(text)}.`);
}

function readDemo(text: string | undefined): Config["demo"] {
  if (!text || text === "1" || text === "province") return "province";
  if (text === "people") return "people";
  if (text === "0") return "none";
  throw new StartFailure(`DEMO must be 0, people or province, not ${JSON.stringify(text)}.`);
}

function readProxies(text: string | undefined): number | false {
  if (!text || text === "0") return false;
  const count = Number(text);
  if (Number.isInteger(count) && count > 0 && count < 10) return count;
  throw new StartFailure(`TRUST_PROXY must be the number of proxies in front, not ${JSON.stringify(text)}.`);
}

/** So many rows a group has unless something else is said: one request, and one person who waits for it. */
export const GROUP_ROWS = 50;

function readGroupRows(text: string | undefined): number {
  if (!text) return GROUP_ROWS;
  const rows = Number(text);
  if (Number.isInteger(rows) && rows >= 1 && rows <= 200) return rows;
  throw new StartFailure(`GROUP_ROWS must be a number from 1 to 200, not ${JSON.stringify(text)}.`);
}

function readPublicUrl(text: string | undefined, host: string, port: number): string {
  if (!text) return `http://${nameOf(host)}:${port}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && ["http:", "https:"].includes(url.protocol)) return url.toString().replace(/\/+$/, "");
  throw new StartFailure(
    `PUBLIC_URL must be an address like https://motcua.example.vn, not ${JSON.stringify(text)}.`,
  );
}

/** A host as it stands in an address: one that listens everywhere has no name, one of IPv6 stands in brackets. */
function nameOf(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "localhost";
  return host.includes(":") ? `[${host}]` : host;
}
