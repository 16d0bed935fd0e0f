import * as fc from "fast-check";
import { sql } from "kysely";
import { addMilliseconds } from "#domain/shared/instant.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { actUnder, takeIn } from "../../../test/kit/assist.ts";
import { offer } from "../../../test/kit/custody.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { aDecision, accountId } from "../../../test/kit/mandate-forms.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  await actUnder(app, "assist");
});
afterAll(() => app[Symbol.asyncDispose]());

type Body = Record<string, unknown>;
interface Form extends Body {
  readonly applicant: Body;
  readonly papers: readonly (Body & { readonly originals: number })[];
  readonly furtherPapers: readonly Body[];
}

async function handedBack() {
  const { dossierId } = await takeIn(desks.clerk);
  const words = { version: 1, words: "Sai số điện thoại" };
  passed(await desks.officer.send("POST", `/dossiers/${dossierId}/hand-back`, words));
  const { body } = await desks.clerk.get(`/dossiers/${dossierId}/correction`);
  return { dossierId, form: body["form"] as Form };
}

const correct = (dossierId: string, form: Body) =>
  desks.clerk.send("POST", `/dossiers/${dossierId}/correction`, { version: 2, words: "Đã sửa", ...form });

/** How many statements of the program wait for a lock. */
const waiting = async () => {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(app.program.deps.db);
  return rows[0]?.n;
};

/** Starts two acts on a dossier that somebody holds, the second when the first waits; then lets them go. */
async function whileHeld<One, Other>(
  dossierId: string,
  one: () => Promise<One>,
  other: () => Promise<Other>,
): Promise<readonly [One, Other]> {
  const held = await app.owner.connect();
  let both: readonly [Promise<One>, Promise<Other>];
  try {
    await held.query("begin");
    await held.query("select id from space_dong_thap.dossier where id = $1 for update", [dossierId]);
    const first = one();
    await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
    const second = other();
    await expect.poll(waiting, { timeout: 10_000 }).toBe(2);
    both = [first, second];
  } finally {
    await held.query("commit");
    held.release();
  }
  return [await both[0], await both[1]];
}

describe("acts on one dossier at the same moment", () => {
  test("of two clerks who put the same right, one is told that somebody was faster, not that nothing differs", async () => {
    const { dossierId, form } = await handedBack();
    const same = { ...form, applicant: { ...form.applicant, phone: "0987654001" } };
    const once = () => correct(dossierId, same);
    const answers = await whileHeld(dossierId, once, once);
    expect(answers.map(({ body }) => body["code"] ?? "ok")).toEqual(["ok", "dossier_changed"]);
  });

  test("a clerk who comes while another act is being written waits for it, and is told of it", async () => {
    const { dossierId, form } = await handedBack();
    const other = await app.owner.connect();
    const bump = "update space_dong_thap.dossier set version = version + $2 where id = $1";
    let late: ReturnType<typeof correct>;
    try {
      await other.query("begin");
      await other.query(bump, [dossierId, 1]);
      late = correct(dossierId, form); // By what stands there now it would correct nothing.
      await expect.poll(waiting, { timeout: 10_000 }).toBe(1);
    } finally {
      await other.query("commit");
      other.release();
    }
    expect((await late).body["code"]).toBe("dossier_changed");
    await app.owner.query(bump, [dossierId, -1]); // Put back: the row was moved beside the ledger.
  });

  test("a paper that comes in while its clerk is being stopped goes to the successor with the others", async () => {
    const { dossierId, form } = await handedBack();
    const kiet = await app.signIn("kiet.programme");
    const [targetId, successorId] = [await accountId(app, "lan.clerk"), await accountId(app, "phuc.clerk")];
    const furtherPapers = [{ name: "Giấy nộp thêm", originals: 1, copies: 0 }];
    const decision = aDecision("611/QĐ-UBND");
    const [put, stopped] = await whileHeld(
      dossierId,
      () => correct(dossierId, { ...form, furtherPapers }),
      () =>
        kiet.send("POST", "/suspensions", {
          target: "account",
          targetId,
          successorId,
          decision,
          reason: "Kiểm tra đột xuất",
        }),
    );
    passed(put);
    passed(stopped);
    passed(await kiet.send("POST", `/suspensions/${String(stopped.body["suspensionId"])}/lifting`));
    const { body } = await desks.officer.get(`/dossiers/${dossierId}`);
    expect(body["items"]).toContainEqual(
      expect.objectContaining({
        name: "Giấy nộp thêm",
        holder: expect.objectContaining({ kind: "person", name: "Trần Văn Phúc" }),
      }),
    );
    expect((await disagreements(app)).found).toEqual([]);
  });
});

describe("the moments of a dossier", () => {
  test("never run backwards, whatever the clock does between two acts", async () => {
    const hand = [desks.officer, "hand-back"] as const;
    const again = [desks.clerk, "resubmission"] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -90_000, max: 90_000 }), { maxLength: 6 }),
        async (turns) => {
          const { dossierId } = await takeIn(desks.clerk);
          const start = app.clock.now();
          for (const [index, turn] of turns.entries()) {
            app.clock.set(addMilliseconds(start, turn));
            const [by, act] = index % 2 === 0 ? hand : again;
            const form = { version: index + 1, words: "Xem lại" };
            passed(await by.send("POST", `/dossiers/${dossierId}/${act}`, form));
          }
          app.clock.set(start);
        },
      ),
      { numRuns: 12 },
    );
    expect((await disagreements(app)).found).toEqual([]);
  });
});

test("a paper that stands on an open bảng kê is neither struck nor recounted until it is answered", async () => {
  const { dossierId, form } = await handedBack();
  const { rows } = await app.owner.query<{ id: string }>(
    "select id from space_dong_thap.item where dossier_id = $1 and holder_kind = 'counter' order by position limit 1",
    [dossierId],
  );
  const to = { kind: "person", id: await accountId(app, "duc.officer") };
  const things = [{ thing: "item" as const, id: rows[0]?.id ?? "" }];
  const { manifestId } = passed(await offer(desks.clerk, things, to)).body;
  const papers = form.papers.map((paper) => ({ ...paper, originals: paper.originals + 1 }));
  expect((await correct(dossierId, { ...form, papers })).body["code"]).toBe("thing_offered");
  const withdrawn = { reason: "Ghi lại số tờ" };
  passed(await desks.clerk.send("POST", `/custody/manifests/${String(manifestId)}/settlement`, withdrawn));
  passed(await correct(dossierId, { ...form, papers }));
});
