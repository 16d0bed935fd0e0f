import { expect, test } from "vitest";
import { joinEmbedded } from "#server/db/embedded/start-embedded.ts";
import { SPACES } from "#server/units/store-reference.ts";
import { Client } from "pg";
import { aForm } from "./kit/forms.ts";
import { type HttpClient, signInOverHttp } from "./kit/http-client.ts";
import { dataFolder, freePort, postmasterOf, processTree, startProgram } from "./kit/started-program.ts";

const ROUNDS = 20;
const WRITERS = 16;
/** How many dossiers are acknowledged before the blow falls: it falls while sixteen writers are at work. */
const RECEIPTS_A_ROUND = 24;

/**
 * Twenty times the program is killed without warning under sixteen writers, alternately alone and with its
 * database. Whatever a clerk was told was received is there afterwards, exactly once.
 */
test("after kill -9, also of the whole tree, every acknowledged code is found exactly once", {
  timeout: 480_000,
}, async () => {
  using folder = dataFolder();
  const port = await freePort();
  const base = `http://127.0.0.1:${port}`;
  const start = () => startProgram({ DATA_DIR: folder.path, PORT: String(port) });
  const acknowledged: string[] = [];

  let running = start();
  expect(await running.open, running.output()).toBe("open");
  const clerk = await signInOverHttp(base, "lan.clerk", "Bình Tấn Quầy 1");
  const form = await aForm(clerk as never);

  for (let round = 0; round < ROUNDS; round += 1) {
    const before = acknowledged.length;
    const enough = () => acknowledged.length - before >= RECEIPTS_A_ROUND;
    const writers = Array.from({ length: WRITERS }, () => writeUntilKilled(clerk, form, acknowledged));
    await until(enough);
    const pid = running.process.pid ?? 0;
    const victims = round % 2 === 0 ? [pid] : [...processTree(pid), ...treeOfDatabase(folder.path)];
    for (const victim of victims) killNow(victim);
    await Promise.all(writers);
    await running.ended;
    running = start();
    expect(await running.open, running.output()).toBe("open");
  }

  const found = await codesInDatabase(folder.path);
  const counts = new Map<string, number>();
  for (const code of found) counts.set(code, (counts.get(code) ?? 0) + 1);
  expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS * RECEIPTS_A_ROUND);
  expect(acknowledged.filter((code) => counts.get(code) !== 1)).toEqual([]);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);

  running.process.kill("SIGTERM");
  expect(await running.ended).toBe(0);
  expect(postmasterOf(folder.path)).toBeUndefined();
});

async function writeUntilKilled(
  clerk: HttpClient,
  form: Record<string, unknown>,
  acknowledged: string[],
): Promise<void> {
  for (;;) {
    try {
      const { status, body } = await clerk.send("POST", "/dossiers", form);
      if (status !== 200) throw new Error(`a writer was refused: ${JSON.stringify(body)}`);
      acknowledged.push(String(body["code"]));
    } catch (error) {
      if (error instanceof TypeError) return; // The line dropped: nothing was acknowledged.
      throw error;
    }
  }
}

function treeOfDatabase(dataDir: string): number[] {
  const postmaster = postmasterOf(dataDir);
  return postmaster === undefined ? [] : processTree(postmaster);
}

function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended with its parent a moment ago.
  }
}

/** Waits for a fact by looking again at each turn of the event loop's timers. */
async function until(fact: () => boolean): Promise<void> {
  await new Promise<void>((resolve) => {
    const look = setInterval(() => {
      if (!fact()) return;
      clearInterval(look);
      resolve();
    }, 5);
  });
}

async function codesInDatabase(dataDir: string): Promise<string[]> {
  const server = joinEmbedded(dataDir);
  if (!server) throw new Error("the database of the started program runs");
  const client = new Client({ ...server.superuser, database: "motcua" });
  await client.connect();
  try {
    const { rows } = await client.query<{ code: string }>(`select code from ${SPACES[0].schema}.dossier`);
    return rows.map((row) => row.code);
  } finally {
    await client.end();
  }
}
