import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { readPlaceArgs } from "../cli/import-places.ts";
import type { Connection } from "./kit/servers.ts";
import { startProgram } from "./kit/started-program.ts";
import { type TestApp, testApp } from "./kit/test-app.ts";

/** The command as it is typed, in a process of its own, beside a program that runs. */
const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-units-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const addressOf = ({ user, password, host, port, database }: Connection) =>
  `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;

async function run(app: TestApp, content: string | Buffer, ...options: string[]) {
  const file = path.join(folder, "places.csv");
  writeFileSync(file, content);
  const started = startProgram(
    {
      DATABASE_URL: addressOf(app.database.owner),
      DATABASE_APP_URL: addressOf(app.database.app),
      DATA_DIR: path.join(folder, "data"),
    },
    ["units", "import", file, ...options],
  );
  const code = await started.ended;
  return { code, output: started.output() };
}

/** Several processes one after the other, each of which loads the whole program. */
const SLOW = 150_000;

describe("motcua units import", () => {
  test(
    "a dry run says what would be done, the import does it, and the running program has it",
    async () => {
      await using app = await testApp();
      const file = "Khóa;Tên;Địa chỉ;Từ ngày\npost:new:1;Bưu điện Mới;Ấp 1;01/01/2026\n";
      const dry = await run(app, file, "--kind", "postOffice", "--dry-run");
      expect(dry.output).toContain("line 2  post:new:1  created");
      expect(dry).toMatchObject({ code: 0, output: expect.stringContaining('"created":1') });
      const { rows: none } = await app.owner.query(
        "select 1 from nation.post_office where key = 'post:new:1'",
      );
      expect(none).toEqual([]);

      const done = await run(app, file, "--kind", "postOffice");
      expect(done.code).toBe(0);
      const { rows } = await app.owner.query(
        `select name, changed_here, c.basis_kind, c.actor_id from nation.post_office p
       join nation.reference_change c on c.row_key = p.key where key = 'post:new:1'`,
      );
      expect(rows).toEqual([
        { name: "Bưu điện Mới", changed_here: true, basis_kind: "rule", actor_id: null },
      ]);
      const again = await run(app, file, "--kind", "postOffice");
      expect(again.output).toContain(
        '{"read":1,"created":0,"changed":0,"unchanged":1,"refused":0,"dryRun":false}',
      );
    },
    SLOW,
  );

  test(
    "a file with wrong rows, or none at all, changes nothing and says where",
    async () => {
      await using app = await testApp();
      const wrong = await run(app, "key;name\npost:30130;\nfoo;Tên\n", "--kind", "postOffice");
      expect(wrong.code).toBe(1);
      expect(wrong.output).toContain("line 2  post:30130  name: must not be empty");
      expect(wrong.output).toContain("line 3  foo  key: the key does not have the shape");
      expect(wrong.output).toContain("2 rows are wrong; nothing was changed");
      const forged = await run(app, 'key;name\n"x\u001b[2J\nline 9";Tên\n', "--kind", "postOffice");
      expect(forged.output).toContain("  x\\u001b[2J\\u000aline 9  key: the key does not have the shape");
      expect(forged.output).not.toContain("\u001b");
      const one = await run(app, "key;name\npost:30130;\n", "--kind", "postOffice");
      expect(one.output).toContain("1 row is wrong; nothing was changed");
      const broken = await run(app, 'key;name\npost:1;"a\n', "--kind", "postOffice");
      expect(broken.code).toBe(1);
      expect(broken.output).toMatch(/line 2: is broken as a CSV.*nothing was changed/);
    },
    SLOW,
  );

  test(
    "a fault of the register is a sentence with the way out, and an unknown kind is told the known ones",
    async () => {
      await using app = await testApp();
      const circle =
        "code;name;kind;parent;validFrom;validTo;successors\n39991;Xã A;commune;82;2027-01-01;2027-01-31;39992\n39992;Xã B;commune;82;2027-01-01;2027-01-31;39991\n";
      const { code, output } = await run(app, circle, "--kind", "administrativeUnits");
      expect(code).toBe(1);
      expect(output).toContain(
        "by these successors a unit becomes itself again: take out the one that leads back",
      );
      expect(output).not.toMatch(/succession circle|succession_circle/);
      const unknown = await run(app, circle, "--kind", "shop");
      expect(unknown.code).toBe(1);
      expect(unknown.output.trim()).toBe(
        'motcua: --kind "shop" is not known; the kinds are agency, oneStopUnit, postOffice, receptionPoint, counter, administrativeUnits. Nothing was changed.',
      );
    },
    SLOW,
  );

  test.each([
    { content: gzipSync("key;name\n"), says: "is packed with gzip: unpack it and try again" },
    { content: Buffer.alloc(20 * 1024 * 1024 + 1, "\n"), says: "is larger than 20 MB" },
    { content: Buffer.alloc(1_000_000), says: "is not a text in UTF-8 or UTF-16" },
    { content: Buffer.alloc(5_000_000, "x"), says: "has columns that this kind does not have" },
    { content: Buffer.alloc(5_000_000, "\n"), says: "is empty" },
  ])(
    "a file that is no list of places is refused in one short sentence: $says",
    async ({ content, says }) => {
      await using app = await testApp();
      const { code, output } = await run(app, content, "--kind", "counter");
      expect(code).toBe(1);
      expect(output).toContain(says);
      expect(output.trim()).toMatch(/^motcua: .*othing was changed\.$/);
      expect(output.length).toBeLessThan(600);
    },
    SLOW,
  );

  test.each([
    { args: ["a.csv", "--kind", "counter"], reads: { file: "a.csv", kind: "counter", dryRun: false } },
    {
      args: ["--dry-run", "a.csv", "--kind", "administrativeUnits"],
      reads: { file: "a.csv", kind: "administrativeUnits", dryRun: true },
    },
    { args: ["a.csv"], reads: undefined },
    { args: ["a.csv", "--kind", "shop"], reads: { file: "a.csv", kind: "shop", dryRun: false } },
    { args: ["a.csv", "--kind"], reads: undefined },
    { args: ["--kind", "counter"], reads: undefined },
    { args: ["a.csv", "--kind", "counter", "b.csv"], reads: undefined },
  ])("$args", ({ args, reads }) => {
    expect(readPlaceArgs(args)).toEqual(reads);
  });
});
