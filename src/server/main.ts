import { fileURLToPath, pathToFileURL } from "node:url";
import type { CitizenRenderer } from "#contract/track.ts";
import { pino, destination, type Logger } from "pino";
import { settleDemo } from "../../db/demo/settle-demo.ts";
import { type Config, readConfig } from "./config.ts";
import type { Database } from "./db/database.ts";
import { migrate } from "./db/migrate.ts";
import { StartFailure, explainDiskFull } from "./db/start-failure.ts";
import type { AppOptions } from "./http/app.ts";
import type { KeyRing } from "./keys/key-ring.ts";
import { readNoticeSettings } from "./notice-settings.ts";
import { openConfigured } from "./open-configured.ts";
import { type Program, openProgram } from "./program.ts";
import { settleInstallation } from "./units/installation.ts";
import { schemasOfSpaces, storeReference } from "./units/store-reference.ts";

const DIST = fileURLToPath(new URL("../../dist/web/", import.meta.url));

export interface Running {
  readonly address: string;
  /** Ends everything in order: requests, jobs, connections, the embedded database. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the whole program: database, schema, reference data, the demo where nothing is yet, and the door.
 * @throws StartFailure with one sentence when it cannot; then nothing of it runs any more.
 */
export async function start(env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<Running> {
  const config = readConfig(env);
  const database = await openConfigured(config);
  try {
    const program = await prepare({ config, env }, database, say);
    try {
      await listen(program, config);
    } catch (error) {
      await program.close();
      throw error;
    }
    return {
      address: config.publicUrl,
      stop: async () => {
        await program.close();
        await database.stop();
      },
    };
  } catch (error) {
    await database.stop();
    throw explainDiskFull(error, database.dataDir);
  }
}

async function prepare(
  { config, env }: { readonly config: Config; readonly env: NodeJS.ProcessEnv },
  database: Database & { readonly ring: KeyRing },
  say: (line: string) => void,
): Promise<Program> {
  say(`Data folder: ${database.dataDir}`);
  const applied = await fillDatabase(database);
  if (applied > 0) say(`Database migrated: ${applied} step(s).`);
  const isDemo = await settleInstallation(database.ownerConfig, database.ring, config.demo !== "none");
  if (isDemo) {
    const place = { ...database, publicUrl: config.publicUrl };
    await settleDemo(place, config.demo === "people" ? "people" : "province", say);
  }
  return openProgram({
    // A demo tells its invented citizens in files, where no setting says otherwise.
    config: isDemo ? { ...config, notices: readNoticeSettings(env, "file") } : config,
    database,
    ring: database.ring,
    log: createLog(database.dataDir, say),
    jobs: config.jobs,
    site: await openSite(),
  });
}

/** Schema and reference data of this program's version. @returns how many migrations were new */
export async function fillDatabase({ ownerConfig, appRole }: Database): Promise<number> {
  const applied = await migrate(ownerConfig, { spaces: await schemasOfSpaces(ownerConfig), appRole });
  await storeReference(ownerConfig);
  return applied.length;
}

/** The built web, as the server serves it: it is loaded by its place and never imported. */
export async function openSite(): Promise<NonNullable<AppOptions["site"]>> {
  const { renderCitizenPage } = (await import(
    pathToFileURL(`${DIST}citizen/render.js`).href
  )) as CitizenRenderer;
  return {
    renderer: { renderCitizenPage },
    fontFolder: fileURLToPath(
      new URL("files", import.meta.resolve("@fontsource/be-vietnam-pro/package.json")),
    ),
    staffFolder: `${DIST}staff`,
    courierFolder: `${DIST}courier`,
  };
}

/** Lines are written together, a second late at most: a write for each would cost a request a twentieth of its time. */
const LOG_BUFFER = { sync: false, minLength: 4096, periodicFlush: 1000 };

/** Structured lines: on standard output for a collector, in a file where a person looks at the terminal. */
function createLog(dataDir: string, say: (line: string) => void): Logger {
  if (!process.stdout.isTTY) return pino({ base: null }, destination({ dest: 1, ...LOG_BUFFER }));
  const file = `${dataDir}/motcua.log`;
  say(`Log: ${file}`);
  return pino({ base: null }, destination({ dest: file, ...LOG_BUFFER }));
}

async function listen({ app }: Program, { host, port }: Config): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EADDRINUSE") {
      throw new StartFailure(
        `Port ${port} on ${host} is taken by another program: stop it, or set PORT to another one.`,
      );
    }
    if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") {
      throw new StartFailure(`This machine has no address ${host}: set HOST to one that it has.`);
    }
    if (code === "EACCES")
      throw new StartFailure(`This user may not listen on port ${port}: set PORT to one above 1023.`);
    throw error;
  }
}
