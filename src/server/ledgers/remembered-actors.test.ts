import { randomUUID } from "node:crypto";
import { instant } from "#domain/shared/instant.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import type { Actor } from "./actor.ts";
import { rememberActors } from "./remembered-actors.ts";

describe("who asked a moment ago is remembered", () => {
  const tokenHash = Buffer.from("a token's hash");
  const actor = { session: { tokenHash, referenceEpoch: 7 } } as unknown as Actor;
  const kept = instant("2026-11-16T16:59:30.000Z"); // 23:59:30 in Việt Nam.

  test.each([
    { asked: "2026-11-16T16:59:30.000Z", epoch: 7, found: true, because: "it was kept just now" },
    { asked: "2026-11-16T16:59:59.999Z", epoch: 7, found: true, because: "it is younger than a minute" },
    { asked: "2026-11-16T16:59:29.999Z", epoch: 7, found: false, because: "the clock was set back" },
    {
      asked: "2026-11-16T17:00:00.000Z",
      epoch: 7,
      found: false,
      because: "another day has begun in Việt Nam",
    },
    { asked: "2026-11-16T16:59:40.000Z", epoch: 8, found: false, because: "the reference data have changed" },
  ])("$asked, epoch $epoch: $found, because $because", ({ asked, epoch, found }) => {
    const actors = rememberActors();
    actors.keep(actor, kept);
    expect(actors.of(tokenHash, instant(asked), epoch)).toBe(found ? actor : undefined);
  });

  test("for a minute and no longer", () => {
    const actors = rememberActors();
    const noon = instant("2026-11-16T05:00:00.000Z");
    actors.keep(actor, noon);
    expect(actors.of(tokenHash, instant("2026-11-16T05:01:00.000Z"), 7)).toBe(actor);
    expect(actors.of(tokenHash, instant("2026-11-16T05:01:00.001Z"), 7)).toBeUndefined();
    expect(actors.of(Buffer.from("another token"), noon, 7)).toBeUndefined();
  });
});

describe("a remembered session", () => {
  let app: TestApp;
  let clerk: Client;
  beforeEach(async () => {
    app = await testApp();
    clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    await receive(clerk); // From here on it is remembered.
  });
  afterEach(() => app[Symbol.asyncDispose]());
  const lan = "(select id from nation.account where username = 'lan.clerk')";
  const dossiers = async () =>
    Number((await app.owner.query("select count(*) from space_dong_thap.dossier")).rows[0]?.count);

  test.each([
    {
      because: "it was deleted",
      change: `delete from nation.session where account_id = ${lan}`,
      status: 401,
      code: "not_signed_in",
    },
    {
      because: "its account's sessions were revoked",
      change: `update nation.account set revocation_epoch = revocation_epoch + 1 where id = ${lan}`,
      status: 401,
      code: "not_signed_in",
    },
    {
      because: "its account has ended",
      change: `update nation.account set valid_to = '2026-11-15' where id = ${lan}`,
      status: 401,
      code: "not_signed_in",
    },
    {
      because: "its person's post has ended",
      change: `update nation.staff_post set valid_to = '2026-11-15' where account_id = ${lan}`,
      status: 403,
      code: "permission_missing",
    },
    {
      because: "it left its counter",
      change: `update nation.session set counter_id = null where account_id = ${lan}`,
      status: 409,
      code: "counter_not_chosen",
    },
  ])("takes nothing more in from the moment when $because", async ({ change, status, code }) => {
    const form = await aForm(clerk);
    const before = await dossiers();
    await app.owner.query(change);
    expect(await clerk.send("POST", "/dossiers", form)).toMatchObject({ status, body: { code } });
    expect(await dossiers()).toBe(before);
  });

  test("writes at the counter where the person sits now", async () => {
    const { rows } = await app.owner.query<{ id: string }>(
      `update nation.session set counter_id = (select id from nation.counter c
         where c.post_office_id = (select post_office_id from nation.counter where id = counter_id) and c.id <> counter_id limit 1)
       where account_id = ${lan} returning counter_id as id`,
    );
    expect(rows[0]?.id).toBeTruthy();
    const { body } = await receive(clerk);
    const written = await app.owner.query("select counter_id from space_dong_thap.dossier where id = $1", [
      body["dossierId"],
    ]);
    expect(written.rows).toEqual([{ counter_id: rows[0]?.id }]);
  });

  test("finds its counter closed by another process", async () => {
    const form = await aForm(clerk);
    await app.owner.query(
      `update nation.counter set valid_to = '2026-11-15'
       where id in (select counter_id from nation.session where account_id = ${lan})`,
    );
    await app.owner.query("update nation.reference_epoch set epoch = epoch + 1");
    const answer = await clerk.send("POST", "/dossiers", form);
    expect(answer).toMatchObject({ status: 409, body: { code: "counter_closed" } });
  });

  test("goes on when the reference data have moved meanwhile", async () => {
    await app.owner.query("update nation.reference_epoch set epoch = epoch + 1");
    expect((await receive(clerk)).status).toBe(200);
  });

  test("answers the same key as before while it is in force, and not a word after", async () => {
    const form = await aForm(clerk);
    const key = randomUUID();
    const send = () => clerk.send("POST", "/dossiers", form, { key });
    const first = await send();
    expect(first.status).toBe(200);
    expect((await send()).body).toEqual(first.body);
    // The form would be refused by now, and was answered before.
    await app.owner.query("update nation.procedure_version set valid_to = '2026-11-15' where id = $1", [
      form["procedureVersionId"],
    ]);
    await app.owner.query("update nation.reference_epoch set epoch = epoch + 1");
    expect((await send()).body).toEqual(first.body);
    await app.owner.query(`delete from nation.session where account_id = ${lan}`);
    expect((await send()).status).toBe(401);
  });
});
