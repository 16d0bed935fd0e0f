import fs from "node:fs";
import path from "node:path";
import type { ClientConfig } from "pg";
import { StartFailure, explainFolderError } from "../start-failure.ts";
import { findBinaries, platformPackage } from "./binaries.ts";
import { SUPERUSER, ensureCluster } from "./cluster.ts";
import { PORT, adoptPostmaster, findPostmaster, startPostmaster, stopPostmaster } from "./postmaster.ts";
import { canEnter, chooseRunAs } from "./run-as.ts";
import { socketFolder } from "./socket-folder.ts";

/** A running PostgreSQL of our own. */
export interface EmbeddedServer {
  /** Superuser, on the database `postgres`. */
  readonly superuser: ClientConfig;
  readonly host: string;
  readonly port: number;
  /** Fast shutdown; resolves when the server is gone. A second call does nothing. */
  stop(): Promise<void>;
}

export interface EmbeddedPlace {
  /** The data folder, which the caller holds (`takeDataFolder`). */
  readonly dataFolder: string;
  /** Where postgres, run and postgres.log lie: the data folder, or a folder in it during a restore. */
  readonly base: string;
  /** The npm package with the binaries; this machine's by default. */
  readonly packageName: string | undefined;
}

/**
 * Starts PostgreSQL on `<base>/postgres` (made on the first start), listening on a private unix socket only,
 * or takes over the server that lived on when its program was killed.
 * @throws StartFailure with one sentence
 */
export async function startEmbedded(place: EmbeddedPlace): Promise<EmbeddedServer> {
  const cluster = path.join(place.base, "postgres");
  try {
    const running = fs.existsSync(cluster) ? await adoptPostmaster(cluster) : null;
    const { pid, socketFolder: socket } = running ?? (await startFresh(place, cluster));
    let stopped: Promise<void> | undefined;
    const stop = () => (stopped ??= stopPostmaster(cluster, pid));
    return { ...reach(socket), stop };
  } catch (error) {
    throw explainFolderError(error, place.base);
  }
}

/** The server that another process of ours runs on this folder, to be used and left alone; null when none. */
export function joinEmbedded(base: string): EmbeddedServer | null {
  const running = findPostmaster(path.join(base, "postgres"));
  return running === null ? null : { ...reach(running.socketFolder), stop: () => Promise.resolve() };
}

function startFresh(place: EmbeddedPlace, cluster: string) {
  const who = chooseRunAs(cluster);
  if (!canEnter(who, place.base)) {
    throw new StartFailure(
      `The database runs as user ${who.name}, who may not enter ${place.base}: set DATA_DIR to a folder outside of closed ones, or open its parents with chmod o+x.`,
    );
  }
  const packageName = place.packageName ?? platformPackage();
  const binaries = findBinaries(packageName, who, path.join(place.dataFolder, "binaries"));
  ensureCluster(cluster, binaries, who);
  const socket = socketFolder(place.base, who);
  const logFile = path.join(place.base, "postgres.log");
  return startPostmaster({ cluster, socketFolder: socket, logFile, binaries, who });
}

function reach(host: string): Pick<EmbeddedServer, "superuser" | "host" | "port"> {
  const superuser = { host, port: PORT, user: SUPERUSER, password: "", database: "postgres", ssl: false };
  return { superuser, host, port: PORT };
}
