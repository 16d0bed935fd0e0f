import { RATING, type RatingLevel } from "#domain/dossier/rating.ts";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import { hold } from "../../../test/kit/hold.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { slipOf } from "../../../test/kit/track-secret.ts";
import { openSite } from "../main.ts";
import { rateDossier, trackDossier } from "./track-dossier.ts";

const DAY_MS = 86_400_000;

interface Slip {
  readonly dossierId: string;
  readonly code: string;
  readonly secret: string;
}

let app: TestApp;
let desks: Desks;
let ended: Slip;
beforeAll(async () => {
  app = await testApp({ site: await openSite() });
  desks = await openDesks(app);
  ended = await slip();
  await bringTo(desks, ended.dossierId, "returned");
});
afterAll(() => app[Symbol.asyncDispose]());
// Nobody is stopped for what the tests before have tried.
beforeEach(() => app.clock.advance(16 * 60_000));

/** A dossier that was just taken in, with what its citizen holds. */
async function slip(): Promise<Slip> {
  const { body } = await receive(desks.clerk);
  const dossierId = String(body["dossierId"]);
  return { dossierId, ...(await slipOf(app, dossierId)) };
}

const by = ({ code, secret }: Slip, address = "203.0.113.7") => ({
  code,
  secret,
  address,
  now: app.clock.now(),
  requestId: "r",
});
const rate = (of: Slip, level: RatingLevel) => rateDossier(app.program.deps, { ...by(of), level });
const seen = async (of: Slip) => {
  const found = await trackDossier(app.program.deps, by(of));
  return found.ok ? found.value.rating : found.code;
};
const rows = async ({ dossierId }: Slip) =>
  (
    await app.owner.query<Record<string, unknown>>(
      "select seq, level from space_dong_thap.rating where dossier_id = $1 order by seq",
      [dossierId],
    )
  ).rows;
const post = (fields: Readonly<Record<string, string>>, query = "") =>
  app.program.app.inject({
    method: "POST",
    url: `/rating${query}`,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams(fields).toString(),
  });

describe("the answer about the service", () => {
  test("is asked for when the result was handed over, and not before", async () => {
    const underWay = await slip();
    expect(await seen(underWay)).toBeNull();
    expect(await rate(underWay, "satisfied")).toMatchObject({ ok: true, value: { outcome: "closed" } });
    await bringTo(desks, underWay.dossierId, "finished");
    expect(await seen(underWay)).toBeNull();
    expect(await rows(underWay)).toEqual([]);
    expect(await seen(ended)).toEqual({ level: null, until: "2026-12-16", isOpen: true });
  });

  test("may be changed: the newest counts, the earlier ones stay, and the same again adds nothing", async () => {
    for (const level of ["satisfied", "notSatisfied", "notSatisfied", "verySatisfied"] as const)
      expect(await rate(ended, level)).toMatchObject({
        ok: true,
        value: { outcome: "kept", dossier: { rating: { level } } },
      });
    expect(await rows(ended)).toEqual([
      { seq: 1, level: "satisfied" },
      { seq: 2, level: "notSatisfied" },
      { seq: 3, level: "verySatisfied" },
    ]);
    expect(await seen(ended)).toMatchObject({ level: "verySatisfied" });
  });

  test("given twice at once is kept twice in some order, and never lost or broken", async () => {
    const before = (await rows(ended)).length;
    const held = await hold(app.owner, "select from dossier where id = $1 for no key update", [
      ended.dossierId,
    ]);
    const both = Promise.all([rate(ended, "satisfied"), rate(ended, "notSatisfied")]);
    try {
      await held.untilWaiting(2);
    } finally {
      await held.release();
    }
    const answers = await both;
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    const kept = await rows(ended);
    expect(new Set(kept.slice(before).map(({ level }) => level))).toEqual(
      new Set(["notSatisfied", "satisfied"]),
    );
    expect(await seen(ended)).toMatchObject({ level: kept.at(-1)?.["level"] });
  });

  test("is kept with the place, the field and the day of the intake, and with nobody's name", async () => {
    const { rows: kept } = await app.owner.query(
      `select r.*, d.received_at = r.received_at as same from space_dong_thap.rating r
       join space_dong_thap.dossier d on d.id = r.dossier_id
         and d.counter_id = r.counter_id and d.received_at_unit_id = r.unit_id and d.field_code = r.field_code
         and d.procedure_code = r.procedure_code
       where d.id = $1 and r.seq = 1`,
      [ended.dossierId],
    );
    expect(kept).toMatchObject([{ same: true, field_code: "civilStatus", procedure_code: "2.000635" }]);
    expect(Object.keys(kept[0] ?? {}).filter((name) => /account|name|words|note/.test(name))).toEqual([]);
  });
});

describe("who may answer", () => {
  test("only who has both codes; wrong ones get the same answer as in the look-up, and change nothing", async () => {
    const before = await rows(ended);
    for (const wrong of [
      { ...ended, secret: "0000000000" },
      { ...ended, code: ended.code.replace(/\d{4}$/, "9999") },
    ])
      expect(await rate(wrong, "notSatisfied")).toEqual({ ok: false, code: "track_not_found", details: {} });
    expect(await rows(ended)).toEqual(before);
  });

  test("tries to answer count together with those to look: nobody guesses here what is locked there", async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      const input = by({ ...ended, secret: `WRONG${tries}` }, `203.0.113.${tries}`);
      await (tries % 2 === 0
        ? trackDossier(app.program.deps, input)
        : rateDossier(app.program.deps, { ...input, level: "satisfied" }));
    }
    expect(await rate(ended, "satisfied")).toMatchObject({ ok: false, code: "too_many_requests" });
    expect(await seen(ended)).toBe("too_many_requests");
  });

  test("no transaction of the staff sees a row, whatever its scope; the role can change none", async () => {
    expect((await rows(ended)).length).toBeGreaterThan(0);
    const role = new Client(app.database.app);
    await role.connect();
    try {
      await role.query("set search_path to space_dong_thap, nation");
      const count = async () => (await role.query("select count(*)::integer as n from rating")).rows;
      const { rows: scopes } = await app.owner.query<{ scope: string }>(
        "select array_agg(distinct one)::text as scope from space_dong_thap.dossier, unnest(scope) as one",
      );
      await role.query("select set_config('motcua.scope', $1, false)", [scopes[0]?.scope]);
      expect(await count()).toEqual([{ n: 0 }]);
      await role.query("select set_config('motcua.dossier', $1, false)", [ended.dossierId]);
      expect(await count()).toEqual([{ n: (await rows(ended)).length }]);
      for (const statement of [
        "update rating set level = 'satisfied'",
        "delete from rating",
        "truncate rating",
      ])
        await expect(role.query(statement)).rejects.toMatchObject({ code: "42501" });
    } finally {
      await role.end();
    }
  });
});

describe("the page", () => {
  let underWay: Slip;
  beforeAll(async () => {
    desks = await openDesks(app);
    underWay = await slip();
  });
  const fields = () => ({ code: ended.code, secret: ended.secret });

  test("has three buttons of one form without script, thanks after one was pressed, and marks it", async () => {
    const page = await app.program.app.inject({ url: `/t/${ended.code}/${ended.secret}` });
    expect(
      [...page.body.matchAll(/<button [^>]*value="(\w+)"[^>]* name="level"/g)].map(([, level]) => level),
    ).toEqual(["verySatisfied", "satisfied", "notSatisfied"]);
    const { statusCode, body, headers } = await post({ ...fields(), level: "notSatisfied" });
    expect(statusCode).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(body).toContain("Cảm ơn ông/bà.");
    expect(body).toContain("Ông/bà đã trả lời: Chưa hài lòng.");
    expect(body).toMatch(/value="notSatisfied" aria-pressed="true"/);
    expect(body).not.toContain("<script");
  });

  test("answers in the language of the form", async () => {
    expect((await post({ ...fields(), level: "satisfied" }, "?lang=en")).body).toContain("Thank you.");
  });

  test.each([
    { changes: { level: "superb" }, status: 400, because: "no such level" },
    { changes: { level: "" }, status: 400, because: "no level" },
    { changes: { secret: " " }, status: 400, because: "no secret" },
    { changes: { secret: "0000000000" }, status: 404, because: "a wrong secret" },
    { changes: { code: "<script>" }, status: 404, because: "no code of ours" },
  ])("$because is a page with $status, and nothing is kept", async ({ changes, status }) => {
    const before = await rows(ended);
    const { statusCode, body } = await post({ ...fields(), level: "verySatisfied", ...changes });
    expect(statusCode).toBe(status);
    expect(body).toContain("Chưa mở được hồ sơ");
    expect(body).not.toContain("<script");
    expect(await rows(ended)).toEqual(before);
  });

  test("says that an answer comes too early, and keeps none", async () => {
    const { statusCode, body } = await post({
      code: underWay.code,
      secret: underWay.secret,
      level: "satisfied",
    });
    expect([statusCode, body.includes("không được ghi nhận")]).toEqual([409, true]);
    expect(await rows(underWay)).toEqual([]);
  });

  test("opened without a form leads to the look-up", async () => {
    const { statusCode, headers } = await app.program.app.inject({ url: "/rating?lang=en" });
    expect([statusCode, headers.location]).toEqual([303, "/track?lang=en"]);
  });

  test("each answer is written down as one look at the dossier, without what was answered", async () => {
    await post({ ...fields(), level: "satisfied" });
    const { rows: lines } = await app.owner.query(
      "select account_id, outcome from space_dong_thap.access_log where route = 'POST /rating' and dossier_id = $1 order by at desc, id desc limit 1",
      [ended.dossierId],
    );
    expect(lines).toEqual([{ account_id: null, outcome: "ok" }]);
    expect(app.logged.join("\n")).not.toContain(ended.secret);
  });
});

describe("the figures of a unit", () => {
  const rating = async () => {
    const head = await app.signIn("hanh.head");
    return (passed(await head.get("/unit-figures")).body["total"] as { rating: unknown }).rating;
  };

  test("say how many answered, and from five answers on how many were satisfied", async () => {
    app.clock.advance(200 * DAY_MS);
    desks = await openDesks(app);
    const slips: Slip[] = [];
    for (let count = 0; count < RATING.leastAnswers; count += 1) slips.push(await slip());
    for (const one of slips) await bringTo(desks, one.dossierId, "returned");
    expect(await rating()).toBeNull();
    const [first, ...others] = slips;
    if (first) await rate(first, "notSatisfied");
    const levels = ["satisfied", "verySatisfied", "notSatisfied", "satisfied"] as const;
    for (const [at, one] of others.slice(0, -1).entries()) await rate(one, levels[at] ?? "satisfied");
    expect(await rating()).toEqual({ answers: RATING.leastAnswers - 1, satisfied: null });
    const last = others.at(-1);
    if (last) await rate(last, "satisfied");
    expect(await rating()).toEqual({ answers: 5, satisfied: 3 });
    if (first) await rate(first, "satisfied");
    expect(await rating()).toEqual({ answers: 5, satisfied: 4 });
  });

  test("are kept with a proposal as they were then, and told by field and procedure", async () => {
    const head = await app.signIn("hanh.head");
    const { fields } = passed(await head.get("/unit-figures")).body as unknown as {
      fields: {
        id: string;
        figures: { rating: unknown };
        procedures: { id: string; figures: { rating: unknown } }[];
      }[];
    };
    const counted = { answers: 5, satisfied: 4 };
    const civilStatus = fields.find(({ id }) => id === "civilStatus");
    expect(civilStatus?.figures.rating).toEqual(counted);
    expect(civilStatus?.procedures.find(({ id }) => id === "2.000635")?.figures.rating).toEqual(counted);
  });
});

describe("when the days are over", () => {
  test("an answer is refused after thirty days, and what was said before stays to be read", async () => {
    desks = await openDesks(app);
    const late = await slip();
    await bringTo(desks, late.dossierId, "returned");
    await rate(late, "satisfied");
    app.clock.advance((RATING.days + 1) * DAY_MS);
    expect(await rate(late, "notSatisfied")).toMatchObject({ ok: true, value: { outcome: "closed" } });
    expect(await seen(late)).toMatchObject({ level: "satisfied", isOpen: false });
  });
});
