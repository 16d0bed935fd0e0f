import { once } from "node:events";
import { readdirSync } from "node:fs";
import path from "node:path";
import { joinEmbedded } from "#server/db/embedded/start-embedded.ts";
import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { readResetArgs, runResetDemo } from "../cli/reset-demo.ts";
import { receive } from "./kit/forms.ts";
import { signInOverHttp } from "./kit/http-client.ts";
import { type Started, dataFolder, freePort, processTree, startProgram } from "./kit/started-program.ts";

const SMALL = ["--yes", "--dossiers", "40", "--seed", "7", "--now", "2026-11-16T15:00:00+07:00"];

/** A data folder with one program at a time. */
async function installation(folder: string) {
  const port = await freePort();
  const env = { DATA_DIR: folder, PORT: String(port) };
  return {
    base: `http://127.0.0.1:${port}`,
    start: (more: Record<string, string> = {}) => startProgram({ ...env, ...more }),
    reset: (...args: string[]) => startProgram(env, ["demo", "reset", ...args]),
  };
}

async function stop(started: Started): Promise<void> {
  started.process.kill("SIGTERM");
  expect(await started.ended, started.output()).toBe(0);
}

/** Waits until a program said something, and kills it and all that it started without warning. */
async function killWhen(started: Started, said: RegExp): Promise<void> {
  while (!said.test(started.output())) await once(started.process.stdout ?? started.process, "data");
  for (const pid of processTree(started.process.pid ?? 0)) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It ended by itself in the same moment.
    }
  }
  await started.ended;
}

/** What the database of a running program says. */
async function ask(folder: string, sql: string): Promise<readonly Record<string, unknown>[]> {
  const server = joinEmbedded(folder);
  const client = new Client({ ...server?.superuser, database: "motcua" });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Those of the province; the stories of the years before come on top. */
const DOSSIERS =
  "select count(*)::integer as n from space_dong_thap.dossier where received_at > '2025-07-01T12:00:00+07:00'";

describe("resetting the demo", () => {
  test("needs a yes, a demo that stands still, and builds the province anew with what was asked for", {
    timeout: 300_000,
  }, async () => {
    using folder = dataFolder();
    const here = await installation(folder.path);
    const before = here.reset(...SMALL);
    expect(await before.ended).toBe(1);
    expect(before.output()).toContain("There is no database in");

    const first = here.start();
    expect(await first.open, first.output()).toBe("open");
    const clerk = await signInOverHttp(here.base, "lan.clerk", "Bình Tấn Quầy 1");
    const { body } = await receive(clerk as never);
    const meanwhile = here.reset(...SMALL);
    expect(await meanwhile.ended).toBe(1);
    expect(meanwhile.output()).toMatch(/^motcua: The data folder .* is in use by process \d+: .*\.\n$/);
    await stop(first);

    const unasked = here.reset();
    expect(await unasked.ended).toBe(1);
    expect(unasked.output()).toBe(
      "motcua: This deletes all 1 dossiers, the accounts, mandates and files, and builds the demo anew: add --yes if that is meant.\n",
    );

    const done = here.reset(...SMALL);
    expect(await done.ended, done.output()).toBe(0);
    expect(done.output()).toContain(
      "Demo: 40 of 40 dossiers\nThe demo province is new: 40 dossiers, seed 7.",
    );

    const again = here.start();
    expect(await again.open, again.output()).toBe("open");
    expect(again.output()).not.toContain("Demo");
    expect(await ask(folder.path, DOSSIERS)).toEqual([{ n: 70 }]);
    const officer = await signInOverHttp(here.base, "duc.officer", "Bình Thành Quầy 1");
    const old = await officer.get(`/dossiers?q=${String(body["code"])}`);
    expect((old.body["dossiers"] as { dossierId: string }[]).map(({ dossierId }) => dossierId)).not.toContain(
      body["dossierId"],
    );
    await stop(again);
  });

  test("a real installation is left alone", async () => {
    using folder = dataFolder();
    const here = await installation(folder.path);
    const real = here.start({ DEMO: "0" });
    expect(await real.open, real.output()).toBe("open");
    await stop(real);
    const refused = here.reset(...SMALL);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toBe(
      "motcua: This installation is not a demo, so nothing was changed: only a demo can be reset.\n",
    );
  });

  test("a first start killed in the middle is mended by a reset, a reset killed in the middle by the next start", {
    timeout: 300_000,
  }, async () => {
    using folder = dataFolder();
    const here = await installation(folder.path);
    await killWhen(here.start({ DEMO: "province" }), /Demo: \d+ of 400/);
    const mended = here.reset(...SMALL);
    expect(await mended.ended, mended.output()).toBe(0);

    await killWhen(here.reset(...SMALL, "--seed", "8"), /Demo: \d+ of 40/);
    const finished = here.start({ DEMO: "province" });
    expect(await finished.open, finished.output()).toBe("open");
    expect(finished.output()).toContain("it is built anew");
    expect(finished.output()).toContain("Demo: 40 of 40 dossiers");
    expect(await ask(folder.path, DOSSIERS)).toEqual([{ n: 70 }]);
    expect(await filesMissing(folder.path)).toEqual([]);
    await stop(finished);
  });

  test.each([
    {
      args: ["--dossiers", "3"],
      says: /from \d+ to \d+ dossiers, not 3\./,
      because: "some states would be missing",
    },
    {
      args: ["--dossiers", "many"],
      says: /--dossiers must be a whole number, not "many"\./,
      because: "a word",
    },
    { args: ["--now", "yesterday"], says: /The clock of a demo is a moment from/, because: "no moment" },
    { args: ["--seed=-1"], says: /--seed must be a whole number, not "-1"\./, because: "below nought" },
  ])("$args cannot be meant: $because", async ({ args, says }) => {
    const read = readResetArgs(args);
    expect(read).toBeDefined();
    await expect(runResetDemo(read ?? { yes: false }, () => undefined)).rejects.toThrow(says);
  });

  test.each([["--force"], ["now"], ["--seed"], ["--yes", "please"]])("%s is not what it takes", (...args) => {
    expect(readResetArgs(args)).toBeUndefined();
  });
});

/** Files that dossiers name and the disk does not have. */
async function filesMissing(folder: string): Promise<readonly unknown[]> {
  const named = await ask(
    folder,
    "select distinct encode(sha256, 'hex') as name from space_dong_thap.file where purpose <> 'receipt'",
  );
  const there = readdirSync(path.join(folder, "files"), { recursive: true }).map((file) =>
    path.basename(String(file)),
  );
  return named.filter(({ name }) => !there.includes(String(name)));
}
