import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { describe, expect, test } from "vitest";
import { POSTGRES_15, startTestServer } from "#server/db/test-kit.ts";
import { receive } from "./kit/forms.ts";
import { signInOverHttp } from "./kit/http-client.ts";
import { dataFolder, freePort, postmasterOf, startProgram } from "./kit/started-program.ts";

/** The program as it is started by hand, with what can go wrong at that moment. */
describe("starting the program", () => {
  test("a first start opens the door, a second one finds the data, SIGINT and SIGTERM stop everything", async () => {
    using folder = dataFolder();
    const port = await freePort();
    const env = { DATA_DIR: folder.path, PORT: String(port) };
    const base = `http://127.0.0.1:${port}`;

    const first = startProgram(env);
    expect(await first.open, first.output()).toBe("open");
    expect(first.output()).toContain("lan.clerk");
    expect(await (await fetch(`${base}/ready`)).json()).toMatchObject({ status: "ready" });
    const clerk = await signInOverHttp(base, "lan.clerk", "Bình Tấn Quầy 1");
    const { body } = await receive(clerk as never);
    first.process.kill("SIGINT");
    expect(await first.ended).toBe(0);
    expect(postmasterOf(folder.path)).toBeUndefined();

    const second = startProgram(env);
    expect(await second.open, second.output()).toBe("open");
    expect(second.output()).not.toContain("Demo people loaded");
    const again = await clerk.get(`/dossiers?q=${String(body["code"])}`);
    expect(again.body["dossiers"]).toMatchObject([{ code: body["code"] }]);
    second.process.kill("SIGTERM");
    expect(await second.ended).toBe(0);
    expect(postmasterOf(folder.path)).toBeUndefined();
  });

  test("a Ctrl-C that arrives twice, from the terminal and from npm, stops the database too", async () => {
    using folder = dataFolder();
    const started = startProgram({ DATA_DIR: folder.path, PORT: String(await freePort()) });
    expect(await started.open, started.output()).toBe("open");
    started.process.kill("SIGINT");
    while (!started.output().includes("Stopping"))
      await once(started.process.stdout ?? started.process, "data");
    started.process.kill("SIGINT");
    expect(await started.ended).toBe(0);
    expect(postmasterOf(folder.path)).toBeUndefined();
  });

  test("of two first starts at the same moment one opens and the other says who holds the folder", async () => {
    using folder = dataFolder();
    const starts = [
      startProgram({ DATA_DIR: folder.path, PORT: String(await freePort()) }),
      startProgram({ DATA_DIR: folder.path, PORT: String(await freePort()) }),
    ];
    const outcomes = await Promise.all(starts.map((started) => started.open));
    expect(outcomes.filter((outcome) => outcome === "open")).toHaveLength(1);
    const loser = starts[outcomes.indexOf("open") === 0 ? 1 : 0];
    expect(await loser?.ended).toBe(1);
    expect(sentence(loser?.output())).toMatch(/^motcua: The data folder .* is in use by process \d+: /);
    const winner = starts[outcomes.indexOf("open")];
    winner?.process.kill("SIGTERM");
    expect(await winner?.ended).toBe(0);
  });

  test("a taken port is one sentence, and the database is not left running", async () => {
    using folder = dataFolder();
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const address = taken.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const started = startProgram({ DATA_DIR: folder.path, PORT: String(port) });
    expect(await started.open).toBe(1);
    expect(sentence(started.output())).toMatch(
      new RegExp(`^motcua: Port ${port} .* is taken by another program: `),
    );
    expect(postmasterOf(folder.path)).toBeUndefined();
    taken.close();
  });

  test("an unreachable database is one sentence without its password", async () => {
    using folder = dataFolder();
    const started = startProgram({
      DATA_DIR: folder.path,
      PORT: String(await freePort()),
      DATABASE_URL: `postgresql://motcua:s3cret-word@127.0.0.1:${await freePort()}/motcua`,
    });
    expect(await started.open).toBe(1);
    expect(sentence(started.output())).toMatch(/^motcua: .*[.]$/);
    expect(started.output()).not.toContain("s3cret-word");
  });

  test("a setting that cannot be meant is one sentence", async () => {
    using folder = dataFolder();
    const started = startProgram({ DATA_DIR: folder.path, PORT: "eighty" });
    expect(await started.open).toBe(1);
    expect(sentence(started.output())).toBe('motcua: PORT must be a number from 0 to 65535, not "eighty".');
  });

  test("an unknown command prints how to use it and exits with 2", async () => {
    const started = startProgram({}, ["strat"]);
    expect(await started.open).toBe(2);
    expect(started.output()).toContain("motcua COMMAND");
  });
});

describe("on a PostgreSQL 15 outside", () => {
  test("the program starts on DATABASE_URL, backs up, and the backup is restored and verified elsewhere", async () => {
    using folder = dataFolder();
    using other = dataFolder();
    const server = await startTestServer(POSTGRES_15);
    try {
      const { host, port: databasePort, user } = server.server.superuser;
      const url = (name: string) =>
        `postgresql://${user}@localhost:${databasePort}/${name}?host=${encodeURIComponent(String(host))}`;
      await makeDatabase(server.server.superuser, "outside");
      const port = await freePort();
      const env = { DATA_DIR: folder.path, PORT: String(port), DATABASE_URL: url("outside") };
      const started = startProgram(env);
      expect(await started.open, started.output()).toBe("open");
      const clerk = await signInOverHttp(`http://127.0.0.1:${port}`, "lan.clerk", "Bình Tấn Quầy 1");
      const { body } = await receive(clerk as never);

      const file = `${folder.path}-backup.motcua`;
      const saved = startProgram(env, ["backup", file]);
      expect(await saved.ended, saved.output()).toBe(0);
      started.process.kill("SIGTERM");
      expect(await started.ended).toBe(0);
      expect(existsSync(`${folder.path}/postgres`)).toBe(false);

      // Restored into an embedded PostgreSQL 18: the way from one major to the next.
      const target = { DATA_DIR: other.path, PORT: String(await freePort()) };
      const restored = startProgram(target, ["restore", file]);
      expect(await restored.ended, restored.output()).toBe(0);
      expect(readFileSync(`${other.path}/keys/key-ring.json`, "utf8")).toBe(
        readFileSync(`${folder.path}/keys/key-ring.json`, "utf8"),
      );
      const reopened = startProgram(target);
      expect(await reopened.open, reopened.output()).toBe("open");
      const officer = await signInOverHttp(
        `http://127.0.0.1:${target.PORT}`,
        "duc.officer",
        "Bình Thành Quầy 1",
      );
      const found = (await officer.get(`/dossiers?q=${String(body["code"])}`)).body["dossiers"] as {
        dossierId: string;
      }[];
      const dossier = await officer.get(`/dossiers/${found[0]?.dossierId ?? ""}`);
      expect(dossier.body["applicant"]).toMatchObject({
        name: "Nguyễn Thị Hồng Nhung",
        number: "087190001234",
      });
      reopened.process.kill("SIGTERM");
      expect(await reopened.ended).toBe(0);
    } finally {
      await server.stop();
    }
  });
});

/** The last line of what a failing start printed: the sentence for the person. */
function sentence(output = ""): string {
  return output.trim().split("\n").at(-1) ?? "";
}

async function makeDatabase(superuser: import("pg").ClientConfig, name: string): Promise<void> {
  const { Client } = (await import("pg")).default;
  const client = new Client(superuser);
  await client.connect();
  try {
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
}
