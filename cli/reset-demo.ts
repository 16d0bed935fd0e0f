import { existsSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { type Config, readConfig } from "#server/config.ts";
import type { Database } from "#server/db/database.ts";
import { StartFailure } from "#server/db/start-failure.ts";
import { fillDatabase } from "#server/main.ts";
import { openConfigured } from "#server/open-configured.ts";
import { schemasOfSpaces } from "#server/units/store-reference.ts";
import { DEFAULT_BUILDING, buildProvince, checkBuilding } from "../db/demo/province/build-province.ts";
import { type Building, asOwner } from "../db/demo/province/wipe-space.ts";

export interface ResetArgs {
  readonly yes: boolean;
  readonly seed?: string | undefined;
  readonly dossiers?: string | undefined;
  /** The demo's clock; left out, that of the machine. @example "2026-11-23T09:30:00+07:00" */
  readonly now?: string | undefined;
}

/** The arguments of the command, or undefined when they are not what it takes. */
export function readResetArgs(args: readonly string[]): ResetArgs | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        yes: { type: "boolean", default: false },
        seed: { type: "string" },
        dossiers: { type: "string" },
        now: { type: "string" },
      },
    });
    return values;
  } catch {
    return undefined;
  }
}

/**
 * Builds the demo province anew, in place of everything that people did in a demo installation. Killed in the
 * middle it is finished by the next start, or by running it again.
 * @throws StartFailure with one sentence: not a demo, the program runs, nobody said yes, a value that cannot be meant
 */
export async function runResetDemo(args: ResetArgs, say: (line: string) => void): Promise<void> {
  const building = readBuildingArgs(args);
  const config = readConfig(process.env);
  if (config.databaseUrl === undefined && !existsSync(path.join(config.dataDir, "postgres"))) {
    throw new StartFailure(`There is no database in ${config.dataDir}: the program was never started there.`);
  }
  const database = await openConfigured(config);
  try {
    const { dossiers } = await standingDemo(database, config);
    if (!args.yes) await askFirst(dossiers);
    await fillDatabase(database);
    await buildProvince({ ...database, publicUrl: config.publicUrl }, building, say);
    say(
      `The demo province is new: ${building.dossiers} dossiers, seed ${building.seed}. Start the program to see it.`,
    );
  } finally {
    await database.stop();
  }
}

function readBuildingArgs({ seed, dossiers, now }: ResetArgs): Building {
  const building = {
    seed: seed === undefined ? DEFAULT_BUILDING.seed : wholeNumber("--seed", seed),
    dossiers: dossiers === undefined ? DEFAULT_BUILDING.dossiers : wholeNumber("--dossiers", dossiers),
    now: now ?? null,
  };
  const problem = checkBuilding(building);
  if (problem !== undefined) throw new StartFailure(problem);
  return building;
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d{1,9}$/.test(text))
    throw new StartFailure(`${name} must be a whole number, not ${JSON.stringify(text)}.`);
  return Number(text);
}

/** What would be lost. @throws StartFailure when this is no demo, or somebody is at work in it */
async function standingDemo(
  { ownerConfig, appRole, kind }: Database,
  { databaseUrl }: Config,
): Promise<{ readonly dossiers: number }> {
  return asOwner(ownerConfig, async (client) => {
    const ask = async <T>(sql: string, values: unknown[] = []): Promise<T | undefined> =>
      (await client.query<{ answer: T }>(sql, values)).rows[0]?.answer;
    const there = await ask<boolean>("select to_regclass('nation.installation') is not null as answer");
    const isDemo =
      there === true ? await ask<boolean>("select demo as answer from nation.installation") : false;
    if (isDemo !== true) {
      throw new StartFailure(
        "This installation is not a demo, so nothing was changed: only a demo can be reset.",
      );
    }
    // On a server of somebody else the program may run with another data folder, which no lock of ours shows.
    const others = await ask<number>(
      "select count(*)::integer as answer from pg_stat_activity where usename = $1 and datname = current_database()",
      [appRole],
    );
    if (kind === "external" && databaseUrl !== undefined && (others ?? 0) > 0) {
      throw new StartFailure("A program works with this database: stop it first, then reset the demo.");
    }
    let dossiers = 0;
    for (const schema of await schemasOfSpaces(ownerConfig))
      dossiers += (await ask<number>(`select count(*)::integer as answer from ${schema}.dossier`)) ?? 0;
    return { dossiers };
  });
}

async function askFirst(dossiers: number): Promise<void> {
  const loss = `all ${dossiers} dossiers, the accounts, mandates and files`;
  if (!process.stdin.isTTY) {
    throw new StartFailure(`This deletes ${loss}, and builds the demo anew: add --yes if that is meant.`);
  }
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(
    `This deletes ${loss}, and builds the demo anew. Type "yes" to go on: `,
  );
  terminal.close();
  if (answer.trim().toLowerCase() !== "yes") throw new StartFailure("Nothing was changed.");
}
