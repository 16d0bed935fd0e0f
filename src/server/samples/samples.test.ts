import { chooseSample } from "#domain/mandate/sampling.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import { UNIT, accountId, bringToForce, mandateOfPilot } from "../../../test/kit/mandate-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { employ } from "../../../test/kit/employ.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { drawSpace, rankOf } from "./draw-samples.ts";

const DAY_MS = 86_400_000;

let app: TestApp;
let lan: Client;
let head: Client;
let duc: Client;
beforeAll(async () => {
  app = await testApp();
  lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  await dayOfWork(25);
});
afterAll(() => app[Symbol.asyncDispose]());

/** Some dossiers received by the clerk; then it is the next day's morning. */
async function dayOfWork(dossiers: number): Promise<void> {
  for (let at = 0; at < dossiers; at += 1) await receive(lan);
  app.clock.advance(DAY_MS);
  lan = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  head = await app.signIn("hanh.head");
  duc = await app.signIn("duc.officer");
}

const draw = async (by: Client) => passed(await by.send("POST", "/sample-draws")).body;
interface Sample {
  readonly dossierId: string;
  readonly seq: number;
  readonly clerk: string;
  readonly verdict: Record<string, unknown> | null;
}
const list = async (by: Client, state = "waiting") =>
  passed(await by.get(`/samples?state=${state}`)).body as unknown as {
    samples: readonly Sample[];
    waiting: number;
    judged: number;
    wrong: number;
  };
const judge = (
  by: Client,
  { dossierId, seq }: Pick<Sample, "dossierId" | "seq">,
  body: Record<string, unknown>,
) => by.send("POST", `/samples/${dossierId}/${seq}/verdict`, body);
const rows = async <Row>(statement: string) =>
  (
    (await app.owner.query(`set search_path to space_dong_thap, nation; ${statement}`)) as unknown as {
      rows: Row[];
    }[]
  )[1]?.rows ?? [];

describe("the draw of a day", () => {
  test("takes a twentieth of each clerk's acts once the day is over, and the same day never again", async () => {
    expect(await draw(head)).toEqual({ days: 1, chosen: 2 });
    expect(await draw(duc)).toEqual({ days: 0, chosen: 0 });
    const { samples, waiting } = await list(duc);
    expect(samples).toHaveLength(2);
    expect(waiting).toBe(2);
    expect(samples[0]).toMatchObject({ clerk: "Nguyễn Thị Lan", type: "dossier.received", verdict: null });
  });

  test("can be counted again by anybody who has its seed, which was not there before", async () => {
    const [drawn] = await rows<{ seed: Buffer; day: string; drawn_at: string; acts: number }>(
      "select seed, acts, day::text from sample_draw",
    );
    expect(drawn).toMatchObject({ acts: 25, day: "2026-11-16" });
    const acts = await rows<{ dossier_id: string; seq: number; actor_id: string }>(
      "select dossier_id, seq, actor_id from dossier_event where basis_kind = 'mandate'",
    );
    const again = chooseSample(
      acts.map(({ dossier_id: dossierId, seq, actor_id: accountOf }) => ({
        dossierId,
        accountId: accountOf,
        postOfficeId: "",
        rank: rankOf(drawn?.seed ?? Buffer.alloc(0), { dossierId, seq }),
      })),
    );
    const { samples } = await list(head);
    expect(again.map(({ dossierId }) => dossierId).toSorted()).toEqual(
      samples.map(({ dossierId }) => dossierId).toSorted(),
    );
  });

  test("is made by the hourly round too, and by two at once only once", async () => {
    await dayOfWork(3);
    const { deps } = app.program;
    const [space] = deps.reference.current().spaces;
    if (!space) throw new Error("there is a space");
    await Promise.all([
      drawSpace(deps.db, space, app.clock.now()),
      drawSpace(deps.db, space, app.clock.now()),
      draw(head),
    ]);
    expect((await list(head)).waiting).toBe(3);
    expect(await rows("select from sample_draw")).toHaveLength(2);
  });

  test("takes nothing of a day that is not over, nor of what civil servants or freer mandates did", async () => {
    await receive(lan);
    expect(await draw(head)).toEqual({ days: 0, chosen: 0 });
    const officer = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
    await receive(officer);
    await app.owner.query("update space_dong_thap.mandate set autonomy = 'independent'");
    app.clock.advance(DAY_MS);
    head = await app.signIn("hanh.head");
    expect(await draw(head)).toEqual({ days: 0, chosen: 0 });
    await app.owner.query("update space_dong_thap.mandate set autonomy = 'supervised'");
    expect(await draw(head)).toEqual({ days: 1, chosen: 1 });
  });
});

describe("looking at what was drawn", () => {
  test("says once whether it was right; what was wrong is said in words, and kept sealed", async () => {
    duc = await app.signIn("duc.officer");
    head = await app.signIn("hanh.head");
    const [first, second] = (await list(duc)).samples;
    if (!first || !second) throw new Error("some were drawn");
    passed(await judge(duc, first, { verdict: "right" }));
    expect(
      (await judge(head, first, { verdict: "wrong", kind: "papers", words: "Thiếu" })).body["code"],
    ).toBe("sample_judged_already");
    for (const body of [{ verdict: "wrong" }, { verdict: "wrong", kind: "papers", words: "  " }])
      expect((await judge(duc, second, body)).body["code"]).toBe("sample_reason_missing");
    const words = "Thiếu giấy chứng sinh của cháu Nhung";
    passed(await judge(duc, second, { verdict: "wrong", kind: "papers", words }));
    expect((await list(head, "wrong")).samples).toMatchObject([
      {
        dossierId: second.dossierId,
        verdict: { verdict: "wrong", kind: "papers", words, by: "Lê Minh Đức" },
      },
    ]);
    expect(await list(head, "judged")).toMatchObject({ waiting: 2, judged: 2, wrong: 1 });
    const kept = await rows<{ words_sealed: Buffer | null }>("select words_sealed from sample_verdict");
    expect(kept.map((row) => row.words_sealed?.includes("Nhung") ?? false)).toEqual([false, false]);
  });

  test("is not for whoever did the act, nor for anybody of another unit, nor for the post", async () => {
    const [sample] = (await list(head)).samples;
    if (!sample) throw new Error("one is left");
    await app.owner.query(
      `insert into nation.staff_post (id, account_id, role, one_stop_unit_id, valid_from)
       values (gen_random_uuid(), $1, 'oneStopOfficer', $2, '2025-07-01')`,
      [await accountId(app, "lan.clerk"), UNIT],
    );
    const both = await app.signIn("lan.clerk");
    expect((await judge(both, sample, { verdict: "right" })).body["code"]).toBe("sample_own_act");
    await employ(app, "khoa.head", [{ role: "unitHead", at: "unit:commune:30130" }]);
    const elsewhere = await app.signIn("khoa.head");
    expect((await judge(elsewhere, sample, { verdict: "right" })).body["code"]).toBe("not_found");
    expect(await list(elsewhere)).toMatchObject({ samples: [], waiting: 0 });
    const clerk = await app.signIn("phuc.clerk");
    expect((await clerk.get("/samples?state=waiting")).body["code"]).toBe("permission_missing");
    const kiet = await app.signIn("kiet.programme");
    expect((await kiet.get("/samples?state=waiting")).body["code"]).toBe("permission_missing");
  });

  test("gives each clerk and each mandate a rate with its 95 % interval", async () => {
    head = await app.signIn("hanh.head");
    const { body } = await head.get("/sample-results");
    expect(body).toMatchObject({
      percent: 5,
      least: 1,
      clerks: [{ name: "Nguyễn Thị Lan", drawn: 4, judged: 2, wrong: 1 }],
      mandates: [{ id: await mandateOfPilot(app), drawn: 4, judged: 2, wrong: 1 }],
      kinds: [{ kind: "papers", count: 1 }],
    });
    const [clerk] = body["clerks"] as { low: number; high: number }[];
    expect([clerk?.low, clerk?.high].map((one) => one?.toFixed(2))).toEqual(["0.09", "0.91"]);
    expect(await head.get("/sample-results?from=2026-11-18&to=2026-11-18")).toMatchObject({
      body: { clerks: [{ drawn: 1, judged: 0 }], kinds: [] },
    });
  });

  test("shows the province how often a mandate was wrong, in numbers alone", async () => {
    const thao = await app.signIn("thao.programme");
    const { body } = await thao.get(`/mandates/${await mandateOfPilot(app)}/figures`);
    expect(body).toMatchObject({
      samples: { drawn: 4, judged: 2, wrong: 1 },
      now: { figures: { judged: 2, wrong: 1 } },
    });
    const kiet = await app.signIn("kiet.programme");
    const other = await bringToForce(kiet, thao, { fieldCodes: ["sport"], exceptProcedureCodes: [] });
    expect((await thao.get(`/mandates/${other}/figures`)).body["samples"]).toMatchObject({
      drawn: 0,
      judged: 0,
    });
  });
});

describe("what the application may do with what was drawn", () => {
  test.each(["sample_draw", "act_sample", "sample_verdict"])(
    "%s is added to and never changed",
    async (table) => {
      const { rows: grants } = await app.owner.query<{ privilege_type: string }>(
        "select privilege_type from information_schema.role_table_grants where table_name = $1 and grantee = $2",
        [table, app.database.app.user],
      );
      expect(grants.map((row) => row.privilege_type).toSorted()).toEqual(["INSERT", "SELECT"]);
    },
  );
});
