import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { bringTo, openDesks, returnForm } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

const COUNTER = "counter:30163:30148:1";

describe("a counter that is closed while somebody sits there", () => {
  let app: TestApp;
  let admin: Client;

  beforeAll(async () => {
    app = await testApp();
    await employ(app, "quan.admin", [{ role: "administrator", at: "unit:commune:30163" }]);
    admin = await app.signIn("quan.admin");
  });
  afterAll(() => app[Symbol.asyncDispose]());

  async function setLastDay(validTo: string | null): Promise<void> {
    const url = `/places/${encodeURIComponent(COUNTER)}`;
    const { body } = await admin.get(url);
    const { name, validFrom, values } = body["place"] as Record<string, unknown>;
    const form = { seen: body["seen"], name, validFrom, validTo, values, reason: "Sửa phòng" };
    expect((await admin.send("PUT", url, form)).status).toBe(200);
  }

  test("takes nothing in, says so, and everything goes on at another counter and after it has opened again", async () => {
    const desks = await openDesks(app);
    const { clerk } = desks;
    const finished = String((await receive(clerk)).body["dossierId"]);
    await bringTo(desks, finished, "finished");
    const form = await returnForm(clerk, finished, 5);
    const draft = await clerk.send("PUT", "/drafts/0195f3a4-0000-7000-8000-000000000001", {
      version: 0,
      title: "Nháp",
      content: {},
    });
    expect(draft.status).toBe(200);
    await setLastDay("2026-11-15");

    const refused = await clerk.send("POST", "/dossiers", await aForm(clerk));
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "counter_closed", details: { counter: "Quầy 1 – Bưu điện" } },
    });
    expect(await clerk.get("/procedures/2.000635/intake-preview")).toMatchObject({
      body: { code: "counter_closed" },
    });
    expect(await clerk.send("POST", `/dossiers/${finished}/return`, form)).toMatchObject({
      body: { code: "counter_closed" },
    });
    expect((await clerk.get("/session")).body).toMatchObject({
      counterClosed: true,
      counter: { label: "Quầy 1 – Bưu điện" },
    });
    expect((await clerk.get(`/dossiers/${finished}`)).status).toBe(200);
    expect(JSON.stringify((await clerk.get("/drafts")).body)).toContain("Nháp");
    const { counters } = (await clerk.get("/counters")).body as { counters: { id: string; label: string }[] };
    expect(counters.map(({ label }) => label)).toEqual(["Quầy 2 – Bưu điện"]);

    const seated = await clerk.send("PUT", "/session/counter", { counterId: counters[0]?.id });
    expect(seated.status).toBe(200);
    expect((await receive(clerk)).status).toBe(200);
    expect((await clerk.send("POST", `/dossiers/${finished}/return`, form)).status).toBe(200);

    await setLastDay(null);
    const again = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    expect((await receive(again)).status).toBe(200);
  });

  test("cannot be chosen", async () => {
    const clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 2");
    const { counters } = (await clerk.get("/counters")).body as { counters: { id: string; label: string }[] };
    const id = counters.find(({ label }) => label.startsWith("Quầy 1"))?.id;
    await setLastDay("2026-11-15");
    expect(await clerk.send("PUT", "/session/counter", { counterId: id })).toMatchObject({
      body: { code: "outside_jurisdiction" },
    });
  });

  test.each(["reception_point", "one_stop_unit", "agency", "post_office"])(
    "is not offered either when its %s was closed by a file that nobody checked",
    async (table) => {
      await using other = await testApp();
      await other.owner.query(`update nation.${table} set valid_to = '2026-11-15'`);
      await other.owner.query("update nation.reference_epoch set epoch = epoch + 1");
      const clerk = await other.signIn("lan.clerk");
      expect((await clerk.get("/counters")).body["counters"]).toEqual([]);
    },
  );
});
