import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readDueDateArgs } from "../cli/move-due-dates.ts";
import type { Connection } from "./kit/servers.ts";
import { startProgram } from "./kit/started-program.ts";
import { openDesks, passed } from "./kit/steps.ts";
import { type TestApp, testApp } from "./kit/test-app.ts";
import { receivedInDecember } from "./kit/turns.ts";

/** The command as it is typed, in a process of its own, beside a program that runs. */
const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-dates-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const addressOf = ({ user, password, host, port, database }: Connection) =>
  `postgres://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${database}`;

async function run(app: TestApp, ...options: string[]) {
  const env = {
    DATABASE_URL: addressOf(app.database.owner),
    DATABASE_APP_URL: addressOf(app.database.app),
    DATA_DIR: path.join(folder, "data"),
  };
  const started = startProgram(env, ["due-dates", ...options]);
  return { code: await started.ended, output: started.output() };
}

/** Several processes one after the other, each of which loads the whole program. */
const SLOW = 150_000;

describe("motcua due-dates", () => {
  test(
    "says which dates a new day off moves, and moves them in the name of an administrator",
    async () => {
      await using app = await testApp();
      const desks = await openDesks(app);
      const id = await receivedInDecember(app, desks);
      const admin = await app.signIn("quyen.admin");
      const content = {
        kind: "days",
        from: "2026-12-10",
        to: "2026-12-10",
        name: "Nghỉ theo quyết định của tỉnh",
        openForIntake: false,
        countsForDeadline: false,
        sessions: null,
      };
      const decision = { number: "12/QĐ-UBND", issuedOn: "2026-12-07", signer: "Nguyễn Văn Bình" };
      passed(
        await admin.send("POST", "/calendar-entries", {
          placeKind: "space",
          placeId: "dong-thap",
          content,
          decision,
        }),
      );

      const dry = await run(app);
      expect(dry.output).toMatch(
        /moves {2}17:00 14\/12\/2026 -> 17:00 15\/12\/2026 {2}10\/12\/2026 Quyết định số 12/,
      );
      expect(dry).toMatchObject({
        code: 0,
        output: expect.stringContaining('"moves":1,"settles":0,"kept":0,"moved":false'),
      });
      const nobody = await run(app, "--move", "--by", "lan.clerk");
      expect(nobody).toMatchObject({ code: 1, output: expect.stringContaining("no date was moved") });
      expect((await run(app, "--move", "--by", "quyen.admin")).output).toContain('"moved":true');
      const { rows } = await app.owner.query(
        `select d.due_at, a.username from space_dong_thap.dossier d
         join space_dong_thap.dossier_event e on e.dossier_id = d.id and e.type = 'dossier.dueDateMoved'
         join nation.account a on a.id = e.actor_id where d.id = $1`,
        [id],
      );
      expect(rows).toEqual([{ due_at: new Date("2026-12-15T10:00:00Z"), username: "quyen.admin" }]);
      expect((await run(app)).output).toContain('"moves":0');
    },
    SLOW,
  );

  test.each([
    { args: [], is: { by: null } },
    { args: ["--move", "--by", "quyen.admin"], is: { by: "quyen.admin" } },
    { args: ["--move"], is: undefined },
    { args: ["--move", "--by", "a", "b"], is: undefined },
    { args: ["--by", "a", "--move"], is: undefined },
  ])("takes $args as $is", ({ args, is }) => {
    expect(readDueDateArgs(args)).toEqual(is);
  });
});
