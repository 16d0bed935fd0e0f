import { randomUUID } from "node:crypto";
import { referenceId } from "#server/units/reference-table.ts";
import { storeReference } from "#server/units/store-reference.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { aForm } from "../../../test/kit/forms.ts";
import { hold } from "../../../test/kit/hold.ts";
import { type Client, type Reply, type TestApp, testApp } from "../../../test/kit/test-app.ts";

const CODE = "2.000635";
const URL = `/catalogue/procedures/${CODE}`;

interface Content {
  readonly channels: readonly {
    readonly channel: string;
    readonly limits: readonly Record<string, unknown>[];
    readonly fees: readonly Record<string, unknown>[];
  }[];
  readonly papers: readonly Record<string, unknown>[];
  readonly personalPresence: boolean;
  readonly deciding: string;
  readonly name: string;
}
interface Version {
  readonly versionId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly origin: string;
  readonly publishedBy: string | null;
  readonly reason: string | null;
  readonly withdrawnAt: string | null;
  readonly openWarnings: number;
}

let app: TestApp;
let admin: Client;

beforeEach(async () => {
  app = await testApp();
  await employ(app, "quan.admin", [{ role: "administrator", at: "unit:commune:30163" }]);
  admin = await app.signIn("quan.admin");
});
afterEach(() => app[Symbol.asyncDispose]());

async function history(): Promise<{
  newestId: string;
  inForceId: string | null;
  versions: readonly Version[];
}> {
  return (await admin.get(URL)).body as never;
}

async function contentOf(versionId: string): Promise<Content> {
  return (await admin.get(`${URL}/versions/${versionId}`)).body["content"] as Content;
}

/** The body of a publication that mends nothing, from the newest version. */
async function aPublication(changes: Record<string, unknown> = {}): Promise<Record<string, unknown>> {
  const { newestId } = await history();
  const based = typeof changes["basedOnVersionId"] === "string" ? changes["basedOnVersionId"] : newestId;
  const { channels, papers, personalPresence, deciding } = await contentOf(based);
  const said = ({ mark: _mark, source: _source, ...rest }: Record<string, unknown>) => rest;
  return {
    seenVersionId: newestId,
    basedOnVersionId: based,
    mending: {
      channels: channels.map(({ channel, limits, fees }) => ({
        channel,
        limits: limits.map(said),
        fees: fees.map(said),
      })),
      papers,
      personalPresence,
      deciding,
    },
    validFrom: "2026-11-17",
    reason: "Đọc lại quyết định công bố",
    ...changes,
  };
}

async function publish(changes: Record<string, unknown> = {}, by = admin): Promise<Reply> {
  const publication = await aPublication(changes);
  const mending = publication["mending"] as Record<string, unknown>;
  // Unless the test says otherwise, the one change is that people must come themselves.
  if (!("mending" in changes)) publication["mending"] = { ...mending, personalPresence: true };
  return by.send("POST", `${URL}/versions`, publication);
}

describe("publishing a mended version", () => {
  test("the one before ends the day before, and the ledger says who did it, by which post and why", async () => {
    const before = await history();
    const answer = await publish();
    expect(answer).toMatchObject({ status: 200, body: { openWarnings: 0 } });
    const id = String(answer.body["versionId"]);
    const after = await history();
    expect(after).toMatchObject({ newestId: id, inForceId: before.newestId });
    expect(after.versions).toMatchObject([
      {
        versionId: id,
        validFrom: "2026-11-17",
        validTo: null,
        origin: "editor",
        publishedBy: "quan.admin",
        reason: "Đọc lại quyết định công bố",
      },
      { versionId: before.newestId, validTo: "2026-11-16", origin: "shipped", reason: null },
    ]);
    expect(await contentOf(id)).toEqual({
      ...(await contentOf(before.newestId)),
      personalPresence: true,
      mark: "undecided",
      source: expect.stringContaining("chưa có nguồn văn bản"),
    });
    const { rows } = await app.owner.query(
      `select row_key, before, after, basis_kind, basis_id, reason, account.username from nation.reference_change
       join nation.account on account.id = actor_id order by reference_change.id`,
    );
    const post = await app.owner.query(
      "select post.id from nation.staff_post as post join nation.account on account.id = account_id where username = 'quan.admin'",
    );
    const by = {
      basis_kind: "office",
      basis_id: post.rows[0]?.id,
      username: "quan.admin",
      reason: "Đọc lại quyết định công bố",
    };
    expect(rows).toMatchObject([
      { ...by, row_key: before.newestId, before: { validTo: null }, after: { validTo: "2026-11-16" } },
      { ...by, row_key: id, after: { code: CODE, changed: ["personalPresence", "source", "mark"] } },
    ]);
  });

  test("it is in force from its first day, and not before", async () => {
    const old = (await app.anonymous.get(`/procedures/${CODE}`)).body["versionId"];
    const id = (await publish()).body["versionId"];
    await history(); // What a signed-in person asks brings the process the new epoch.
    expect((await app.anonymous.get(`/procedures/${CODE}`)).body["versionId"]).toBe(old);
    app.clock.advance(86_400_000);
    const tomorrow = await app.anonymous.get(`/procedures/${CODE}`);
    expect(tomorrow.body).toMatchObject({ versionId: id, content: { personalPresence: true } });
  });

  test("from today on, an open form at a counter is told of it and a dossier keeps what it came in under", async () => {
    const clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    const form = await aForm(clerk, CODE);
    const received = await clerk.send("POST", "/dossiers", form);
    await publish({ validFrom: "2026-11-16" });
    const late = await clerk.send("POST", "/dossiers", form);
    expect(late).toMatchObject({ status: 409, body: { code: "procedure_version_changed" } });
    const { rows } = await app.owner.query(
      "select procedure_version_id from space_dong_thap.dossier where id = $1",
      [received.body["dossierId"]],
    );
    expect(rows).toEqual([{ procedure_version_id: form["procedureVersionId"] }]);
  });

  test("the next start of the program leaves it alone", async () => {
    const id = (await publish()).body["versionId"];
    expect(await storeReference(app.database.owner)).toEqual({ changed: 0 });
    expect(await history()).toMatchObject({
      newestId: id,
      versions: [{ validTo: null }, { validTo: "2026-11-16" }],
    });
  });

  test("an earlier version is restored by publishing its content again, with its own marks", async () => {
    const first = (await history()).newestId;
    await publish();
    const answer = await publish({
      basedOnVersionId: first,
      validFrom: "2026-11-18",
      mending: (await aPublication({ basedOnVersionId: first }))["mending"],
    });
    expect(answer.status).toBe(200);
    expect(await contentOf(String(answer.body["versionId"]))).toEqual(await contentOf(first));
  });

  test("sent twice it is published once", async () => {
    const publication = await aPublication();
    const mending = { ...(publication["mending"] as object), personalPresence: true };
    const send = () =>
      admin.send("POST", `${URL}/versions`, { ...publication, mending }, { key: "publish-1" });
    const [one, two] = [await send(), await send()];
    expect(two).toMatchObject({ status: 200, body: one.body });
    expect((await history()).versions).toHaveLength(2);
  });

  test.each([
    {
      because: "somebody published a newer version meanwhile",
      changes: { seenVersionId: randomUUID() },
      refusal: "version_changed",
    },
    {
      because: "a version that is to be restored is of another procedure",
      changes: { basedOnVersionId: referenceId("nothing") },
      refusal: "input",
    },
    {
      because: "it would begin in the past",
      changes: { validFrom: "2026-11-15" },
      refusal: "valid_from_too_early",
    },
    { because: "it says the same", changes: { same: true }, refusal: "nothing_changed" },
  ])("is refused when $because", async ({ changes, refusal }) => {
    const publication = await aPublication();
    const mending = { ...(publication["mending"] as object), personalPresence: true };
    const { same, ...others } = changes as { same?: boolean };
    const body = { ...publication, ...(same ? {} : { mending }), ...others };
    const answer = await admin.send("POST", `${URL}/versions`, body);
    expect(answer.body["code"]).toBe(refusal === "input" ? "not_found" : refusal);
    expect((await history()).versions).toHaveLength(1);
    const { rows } = await app.owner.query("select from nation.reference_change");
    expect(rows).toEqual([]);
  });

  test("is refused with the earliest day when the newest version has not had a day yet", async () => {
    await publish({ validFrom: "2027-01-01" });
    const answer = await publish({ validFrom: "2027-01-01", mending: (await aPublication())["mending"] });
    expect(answer).toMatchObject({
      status: 422,
      body: { code: "valid_from_too_early", details: { earliest: "2027-01-02" } },
    });
  });

  test("is refused with the faults when a part is wrong", async () => {
    const publication = await aPublication();
    const mending = publication["mending"] as Content;
    const papers = mending.papers.map((paper) => ({ ...paper, originals: 0, copies: 0 }));
    const answer = await admin.send("POST", `${URL}/versions`, {
      ...publication,
      mending: { ...mending, papers },
    });
    expect(answer).toMatchObject({ status: 422, body: { code: "content_invalid" } });
    expect(JSON.stringify(answer.body["details"])).toContain("asks for nothing");
  });

  test("a code that nobody knows is said as such", async () => {
    const publication = await aPublication();
    expect(await admin.get("/catalogue/procedures/9.999999")).toMatchObject({
      body: { code: "unknown_procedure" },
    });
    const answer = await admin.send("POST", "/catalogue/procedures/9.999999/versions", publication);
    expect(answer.body["code"]).toBe("unknown_procedure");
  });

  test("a mark cannot be sent along", async () => {
    const publication = await aPublication();
    const mending = publication["mending"] as Content;
    const [first, ...others] = mending.channels;
    const channels = [
      { ...first, limits: first?.limits.map((one) => ({ ...one, mark: "sourced" })) },
      ...others,
    ];
    const answer = await admin.send("POST", `${URL}/versions`, {
      ...publication,
      mending: { ...mending, channels },
    });
    expect(answer.body["code"]).toBe("input_malformed");
  });
});

test("of two editors at the same moment one publishes, and the other is told", async () => {
  await employ(app, "khoa.admin", [{ role: "administrator", at: "unit:commune:30163" }]);
  const other = await app.signIn("khoa.admin");
  const held = await hold(app.owner, "select from nation.procedure_version where code = $1 for update", [
    CODE,
  ]);
  const both = [publish({}, admin), publish({ validFrom: "2026-11-20" }, other)];
  await held.untilWaiting(2);
  await held.release();
  const answers = await Promise.all(both);
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)?.body["code"]).toBe("version_changed");
  expect((await history()).versions).toHaveLength(2);
});

describe("withdrawing a version that has not begun", () => {
  const withdraw = (versionId: string) =>
    admin.send("POST", `${URL}/versions/${versionId}/withdrawal`, { reason: "Công bố nhầm" });

  test("it never was in force, the one before lasts on, and its day is free again", async () => {
    const first = (await history()).newestId;
    const second = String((await publish({ validFrom: "2026-12-01" })).body["versionId"]);
    expect(await withdraw(second)).toMatchObject({ status: 200, body: { newestId: first } });
    const after = await history();
    expect(after.versions).toMatchObject([
      {
        versionId: second,
        validFrom: "2026-12-01",
        validTo: "2026-11-30",
        reason: "Đọc lại quyết định công bố",
      },
      { versionId: first, validTo: null, withdrawnAt: null },
    ]);
    expect(after.versions[0]?.withdrawnAt).not.toBeNull();
    app.clock.set("2026-12-01T03:00:00.000Z" as never);
    expect((await app.anonymous.get(`/procedures/${CODE}`)).body["versionId"]).toBe(first);
    app.clock.set("2026-11-16T03:00:00.000Z" as never);
    admin = await app.signIn("quan.admin");
    expect(await publish({ validFrom: "2026-12-01" })).toMatchObject({ status: 200 });
    expect(await storeReference(app.database.owner)).toEqual({ changed: 0 });
  });

  test("an earlier last day of the one before comes back as it was", async () => {
    const first = (await history()).newestId;
    await app.owner.query(
      "update nation.procedure_version set valid_to = '2027-06-30', changed_here = true where id = $1",
      [first],
    );
    const second = String((await publish({ validFrom: "2026-12-01" })).body["versionId"]);
    await withdraw(second);
    expect((await history()).versions[1]).toMatchObject({ versionId: first, validTo: "2027-06-30" });
  });

  test("one that has begun is not withdrawn", async () => {
    const id = String((await publish({ validFrom: "2026-11-16" })).body["versionId"]);
    expect(await withdraw(id)).toMatchObject({ status: 409, body: { code: "version_begun" } });
  });

  test("one that is not the newest is not withdrawn", async () => {
    const { newestId } = await history();
    await publish({ validFrom: "2026-12-01" });
    expect(await withdraw(newestId)).toMatchObject({ status: 409, body: { code: "version_changed" } });
  });

  test("one that the program ships, or that stands alone, is not withdrawn", async () => {
    const { newestId } = await history();
    await app.owner.query("update nation.procedure_version set valid_from = '2027-01-01' where id = $1", [
      newestId,
    ]);
    expect(await withdraw(newestId)).toMatchObject({
      status: 409,
      body: { code: "withdrawal_not_possible" },
    });
    await app.owner.query("update nation.procedure_version set origin = 'portal' where id = $1", [newestId]);
    expect(await withdraw(newestId)).toMatchObject({
      status: 409,
      body: { code: "withdrawal_not_possible" },
    });
  });
});
