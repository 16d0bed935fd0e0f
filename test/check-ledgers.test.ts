import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readCheckArgs } from "../cli/check-ledgers.ts";
import { receive } from "./kit/forms.ts";
import type { Connection } from "./kit/servers.ts";
import { startProgram } from "./kit/started-program.ts";
import { type TestApp, testApp } from "./kit/test-app.ts";

/** The command as it is typed, in a process of its own, beside a program that runs. */
const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-check-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const addressOf = ({ user, password, host, port, database }: Connection) =>
  `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;

async function run(app: TestApp, ...options: string[]) {
  const env = {
    DATABASE_URL: addressOf(app.database.owner),
    DATABASE_APP_URL: addressOf(app.database.app),
    DATA_DIR: path.join(folder, "data"),
  };
  const started = startProgram(env, ["check-ledgers", ...options]);
  return { code: await started.ended, output: started.output() };
}

/** Several processes one after the other, each of which loads the whole program. */
const SLOW = 150_000;

describe("motcua check-ledgers", () => {
  test(
    "says that all agrees, and ends with 1 and a line for each row that does not",
    async () => {
      await using app = await testApp({ inventsRows: true });
      const clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
      const { code } = (await receive(clerk)).body;
      await receive(clerk);

      expect(await run(app)).toMatchObject({
        code: 0,
        output: expect.stringContaining('{"spaces":1,"dossiers":2,"findings":0}'),
      });

      await app.owner.query(
        "update space_dong_thap.dossier set business_status = 'processing' where code = $1",
        [code],
      );
      const broken = await run(app);
      expect(broken.code).toBe(1);
      expect(broken.output).toContain(
        `dong-thap  ${String(code)}  states  ledger: business received  projection: business processing\n`,
      );
      expect(broken.output).toContain('{"spaces":1,"dossiers":2,"findings":1}');

      const json = await run(app, "--json", "--messages-since", "2026-11-01");
      expect(json.code).toBe(1);
      const lines = json.output.split("\n").filter((line) => line.startsWith("{"));
      expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
        {
          space: "dong-thap",
          check: "states",
          subject: code,
          ledger: "business received",
          projection: "business processing",
        },
        { spaces: 1, dossiers: 2, findings: 1 },
      ]);
    },
    SLOW,
  );

  test.each([
    { args: [], is: { json: false } },
    { args: ["--json"], is: { json: true } },
    { args: ["--messages-since", "2026-11-01"], is: { json: false, messagesSince: "2026-11-01" } },
    { args: ["--messages-since", "yesterday"], is: undefined },
    { args: ["--messages-since"], is: undefined },
    { args: ["--mend"], is: undefined },
    { args: ["H20.11"], is: undefined },
  ])("takes $args as $is", ({ args, is }) => {
    expect(readCheckArgs(args)).toEqual(is);
  });
});
