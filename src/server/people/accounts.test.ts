import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { aForm } from "../../../test/kit/forms.ts";
import { hold } from "../../../test/kit/hold.ts";
import { accountId } from "../../../test/kit/mandate-forms.ts";
import {
  aCivilServant,
  aPerson,
  aPost,
  create,
  endContract,
  versionOf,
} from "../../../test/kit/people-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { instant } from "#domain/shared/instant.ts";
import { codeAt } from "../keys/one-time-code.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app[Symbol.asyncDispose]());
beforeEach(async () => {
  app.clock.advance(60_000);
  admin = await app.signIn("quyen.admin");
});

let made = 0;
/** Somebody whom no other test knows. */
const fresh = (changes: Record<string, unknown> = {}) => {
  made += 1;
  return aPerson({
    username: `nguoi.${made}`,
    identityNumber: `0871950${String(10_000 + made)}`,
    ...changes,
  });
};
const make = (changes: Record<string, unknown> = {}, by = admin) =>
  by.send("POST", "/people", fresh(changes));
const freshId = async (changes: Record<string, unknown> = {}) =>
  String(passed(await make(changes)).body["accountId"]);
interface Slip {
  readonly username: string;
  readonly password: string;
  readonly secret: string;
  readonly qr: string;
}
const slipOf = (reply: Reply) => passed(reply).body["slip"] as Slip;
const signIn = (slip: Slip, changes: Record<string, unknown> = {}) => {
  app.clock.advance(30_000);
  return signInNow(slip, changes);
};
const signInNow = ({ username, password, secret }: Slip, changes: Record<string, unknown> = {}) => {
  const code = codeAt(secret, app.clock.now());
  return app.anonymous.send("POST", "/session", { username, password, code, ...changes });
};
/** How many statements wait for a row that somebody else holds. */
const blocked = async () => {
  const { rows } = await app.owner.query<{ n: number }>(
    "select count(*)::integer as n from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0",
  );
  return rows[0]?.n;
};
const OWN = "mat-khau-rieng-cua-toi";

describe("an account that is made", () => {
  test("opens the door once an own password is set, and not by the first one again", async () => {
    const slip = slipOf(await make());
    expect(slip.password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect(slip.qr).toContain("<svg");
    expect((await signIn(slip)).body["code"]).toBe("password_change_needed");
    for (const newPassword of ["ngan", slip.password])
      expect((await signIn(slip, { newPassword })).body["code"]).toBe("password_too_weak");
    expect((await signIn(slip, { password: "sai", newPassword: OWN })).body["code"]).toBe("sign_in_failed");
    passed(await signIn(slip, { newPassword: OWN }));
    expect((await signIn(slip)).body["code"]).toBe("sign_in_failed");
    passed(await signIn({ ...slip, password: OWN }));
  });

  test("is answered with the same slip when the line was lost, and no secret of it is kept", async () => {
    const form = fresh();
    const key = "slip-once-more";
    const first = slipOf(await admin.send("POST", "/people", form, { key }));
    expect(slipOf(await admin.send("POST", "/people", form, { key }))).toEqual(first);
    const { rows } = await app.owner.query(
      `select i::text from space_dong_thap.idempotency i union all select a::text from nation.account a
       union all select e::text from nation.account_event e`,
    );
    const kept = JSON.stringify(rows) + app.logged.join("\n");
    for (const secret of [first.password, first.secret, String(form["identityNumber"])])
      expect(kept).not.toContain(secret);
  });

  test("has its history: made, and the first post", async () => {
    const id = await freshId();
    expect((await admin.get(`/people/${id}`)).body).toMatchObject({
      person: { state: "inForce", employerKind: "post" },
      version: 2,
      numberKnown: true,
      mustChangePassword: true,
      history: [
        { type: "account.postGiven", by: "Đặng Thị Mỹ Quyên", reason: "Tuyển mới" },
        { type: "account.created" },
      ],
    });
  });

  const foreign = { placeKind: "agency", placeId: "01900000-0000-7000-8000-00000000dead" };
  test.each([
    {
      because: "the name to sign in with has a space",
      changes: { username: "Lan Nguyen" },
      problem: "username_shape",
    },
    { because: "the name is blank", changes: { fullName: " " }, problem: "full_name_missing" },
    {
      because: "the personal number cannot be one",
      changes: { identityNumber: "số 1" },
      problem: "number_unreadable",
    },
    { because: "it ends before it begins", changes: { validTo: "2026-10-31" }, problem: "period_reversed" },
    {
      because: "the post is for the state's people",
      changes: { post: aPost({ role: "caseOfficer", ...foreign }) },
      problem: "role_not_of_employer",
    },
    {
      because: "a civil servant serves no counter of the post",
      changes: { employerKind: "state" },
      problem: "role_not_of_employer",
    },
    {
      because: "a clerk of the post works at an office",
      changes: { post: aPost(foreign) },
      problem: "role_not_at_place",
    },
    {
      because: "the post outlasts the contract",
      changes: { validTo: "2026-12-31" },
      problem: "post_outside_contract",
    },
  ])("is refused when $because", async ({ changes, problem }) => {
    const { body } = await make(changes);
    expect(body).toMatchObject({
      code: "account_invalid",
      details: { problems: expect.arrayContaining([problem]) },
    });
  });

  test("is refused for a name that somebody has, and for a place of nobody", async () => {
    expect((await make({ username: "LAN.clerk" })).body["code"]).toBe("username_taken");
    const post = aPost({ placeId: "01900000-0000-7000-8000-00000000dead" });
    expect((await make({ post })).body["code"]).toBe("outside_jurisdiction");
  });
});

describe("one person has one employer", () => {
  const identityNumber = "087192005555";
  test("so that a second contract waits until the first has ended, also when two make it at once", async () => {
    const first = await create(admin, fresh({ identityNumber }));
    const second = aCivilServant({ username: "hai.noi", identityNumber: " 087 192.005.555 " });
    expect((await admin.send("POST", "/people", second)).body).toMatchObject({
      code: "clerk_two_employers",
      details: { until: "" },
    });
    passed(await endContract(admin, first, { lastDay: "2026-11-10" }));
    const from = {
      validFrom: "2026-11-11",
      post: { ...(second["post"] as object), validFrom: "2026-11-11" },
    };
    const held = await hold(
      app.owner,
      `select pg_advisory_xact_lock(hashtextextended(encode(number_index, 'hex'), 0)) from nation.account where id = '${first}'`,
    );
    const both = Promise.all(
      ["hai.noi", "hai.noi.2"].map((username) =>
        admin.send("POST", "/people", { ...second, ...from, username }),
      ),
    );
    await held.untilWaiting(2);
    await held.release();
    const codes = (await both).map(({ status, body }) => (status === 200 ? "made" : String(body["code"])));
    expect(codes.toSorted()).toEqual(["clerk_two_employers", "made"]);
    // And the first contract cannot grow into the second.
    const extension = {
      version: await versionOf(admin, first),
      lastDay: "2026-12-31",
      reason: "Gia hạn",
    };
    expect((await admin.send("POST", `/people/${first}/contract-extension`, extension)).body["code"]).toBe(
      "clerk_two_employers",
    );
  });
});

describe("the end of a contract", () => {
  test("now ends the open session with the next request, and the door stays shut; extended it opens", async () => {
    const slip = slipOf(await make());
    const cookie = String(passed(await signIn(slip, { newPassword: OWN })).headers["set-cookie"]).split(
      ";",
    )[0];
    const ask = () =>
      app.program.app.inject({ method: "GET", url: "/api/v1/session", headers: { cookie: cookie ?? "" } });
    expect((await ask()).statusCode).toBe(200);
    const id = await accountId(app, slip.username);
    passed(await endContract(admin, id));
    expect((await ask()).statusCode).toBe(401);
    expect((await signIn({ ...slip, password: OWN })).body["code"]).toBe("sign_in_failed");
    expect((await endContract(admin, id)).body["code"]).toBe("contract_over");
    const extend = async (lastDay: string | null) =>
      admin.send("POST", `/people/${id}/contract-extension`, {
        version: await versionOf(admin, id),
        lastDay,
        reason: "Ký tiếp",
      });
    expect((await extend("2026-11-15")).body["code"]).toBe("contract_end_not_later");
    passed(await extend(null));
    passed(await signIn({ ...slip, password: OWN }));
  });

  test("also stops an intake of a clerk whom the process remembers", async () => {
    const slip = slipOf(await make());
    const opened = passed(await signIn(slip, { newPassword: OWN }));
    const cookie = String(opened.headers["set-cookie"]).split(";")[0] ?? "";
    const act = (method: "PUT" | "POST", url: string, payload: object) =>
      app.program.app.inject({
        method,
        url: `/api/v1${url}`,
        payload,
        headers: { cookie, "idempotency-key": `remembered-${url.length}-${method}` },
      });
    await act("PUT", "/session/counter", { counterId: referenceId("counter:30163:30148:1") });
    const form = await aForm(admin);
    await act("POST", "/dossiers", form);
    passed(await endContract(admin, await accountId(app, slip.username)));
    expect((await act("POST", "/dossiers", { ...form, remarks: "Lần hai" })).statusCode).toBe(401);
  });

  test("on a day to come leaves everything as it is until then", async () => {
    const slip = slipOf(await make());
    const id = await accountId(app, slip.username);
    passed(await endContract(admin, id, { lastDay: "2026-11-30" }));
    passed(await signIn(slip, { newPassword: OWN }));
    expect((await admin.get(`/people/${id}`)).body).toMatchObject({
      person: { state: "ending", validTo: "2026-11-30" },
      posts: [{ validTo: "2026-11-30", ended: false }],
    });
    expect((await endContract(admin, id, { lastDay: "2026-10-01" })).body["code"]).toBe(
      "contract_end_too_early",
    );
    expect((await endContract(admin, id, { lastDay: "2026-11-20", now: true })).body["code"]).toBe(
      "contract_end_not_now",
    );
  });

  test("today leaves the last day whole: an act before midnight counts, one after it is refused", async () => {
    await using own = await testApp();
    const quyen = await own.signIn("quyen.admin");
    const lan = await own.signIn("lan.clerk", "Bình Tấn Quầy 1");
    const id = await accountId(own, "lan.clerk");
    const form = await aForm(lan);
    const ended = await endContract(quyen, id, { lastDay: "2026-11-16" });
    expect(passed(ended).body["handOverId"]).toBeNull();
    own.clock.set(instant("2026-11-16T23:58:00+07:00"));
    const late = await own.signIn("lan.clerk", "Bình Tấn Quầy 1");
    passed(await late.send("POST", "/dossiers", form));
    own.clock.set(instant("2026-11-17T00:00:00+07:00"));
    expect((await late.send("POST", "/dossiers", { ...form, remarks: "Sau nửa đêm" })).status).toBe(401);
    expect((await late.get("/session")).status).toBe(401);
  });
});

test("an own password is refused when the account was given new credentials in between", async () => {
  const slip = slipOf(await make());
  const id = await accountId(app, slip.username);
  const held = await app.owner.connect();
  let signing: ReturnType<typeof signIn>;
  try {
    await held.query("begin");
    await held.query("update nation.account set version = version + 1 where id = $1", [id]);
    signing = signIn(slip, { newPassword: OWN });
    await expect.poll(blocked, { timeout: 20_000 }).toBe(1);
  } finally {
    await held.query("commit");
    held.release();
  }
  expect((await signing).body["code"]).toBe("sign_in_failed");
  expect((await admin.get(`/people/${id}`)).body).toMatchObject({ mustChangePassword: true });
});

test("after a reset the new authenticator's code counts in the same half minute", async () => {
  const old = slipOf(await make());
  passed(await signIn(old, { newPassword: OWN }));
  const id = await accountId(app, old.username);
  const reset = { version: await versionOf(admin, id), reason: "Mất điện thoại" };
  const slip = slipOf(await admin.send("POST", `/people/${id}/credentials`, reset));
  passed(await signInNow(slip, { newPassword: `${OWN}-2` }));
});

test("a reset ends every session, and the old authenticator opens nothing any more", async () => {
  const old = slipOf(await make());
  passed(await signIn(old, { newPassword: OWN }));
  const id = await accountId(app, old.username);
  const reset = { version: await versionOf(admin, id), reason: "Mất điện thoại" };
  const slip = slipOf(await admin.send("POST", `/people/${id}/credentials`, reset));
  expect(slip).not.toMatchObject({ password: old.password });
  expect((await signIn({ ...old, password: OWN })).body["code"]).toBe("sign_in_failed");
  expect((await signIn(slip)).body["code"]).toBe("password_change_needed");
  passed(await signIn(slip, { newPassword: `${OWN}-2` }));
});

describe("posts", () => {
  const give = async (id: string, changes: Record<string, unknown> = {}) =>
    admin.send("POST", `/people/${id}/posts`, {
      ...aPost(changes),
      version: await versionOf(admin, id),
      reason: "Kiêm nhiệm",
    });

  test("one person serves several offices of the one employer, and each of their counters", async () => {
    const slip = slipOf(await make());
    const id = await accountId(app, slip.username);
    passed(await give(id, { placeId: referenceId("post:30130"), validFrom: "2026-11-16" }));
    const { posts } = (await admin.get(`/people/${id}`)).body as unknown as {
      posts: { counters: string[] }[];
    };
    expect(posts).toHaveLength(2);
    expect(posts.every(({ counters }) => counters.length > 0)).toBe(true);
    const opened = passed(await signIn(slip, { newPassword: OWN }));
    const cookie = String(opened.headers["set-cookie"]).split(";")[0] ?? "";
    const counters = await app.program.app.inject({
      method: "GET",
      url: "/api/v1/counters",
      headers: { cookie },
    });
    expect(counters.json<{ counters: unknown[] }>().counters.length).toBeGreaterThanOrEqual(2);
  });

  test.each([
    { because: "it is held already", changes: {}, code: "account_invalid", problem: "post_held_already" },
    {
      because: "it is one of the state's",
      changes: { role: "approver", placeKind: "agency", placeId: referenceId("agency:commune:30163") },
      code: "account_invalid",
      problem: "role_not_of_employer",
    },
    {
      because: "it begins before the contract",
      changes: { placeId: referenceId("post:30130"), validFrom: "2026-10-01" },
      code: "account_invalid",
      problem: "post_outside_contract",
    },
  ])("one is refused when $because", async ({ changes, code, problem }) => {
    expect((await give(await freshId(), changes)).body).toMatchObject({
      code,
      details: { problems: [problem] },
    });
  });
});
