import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Wanted, actUnder, confirm, resultsOf, takeIn } from "../../../test/kit/assist.ts";
import { employ, givePost } from "../../../test/kit/employ.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type Desks, bringTo, openDesks, passed, returnForm } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
let head: Client;
let second: Client;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  head = await app.signIn("hanh.head");
  await employ(app, "minh.officer", [{ role: "oneStopOfficer", at: "unit:commune:30163" }]);
  second = await app.signIn("minh.officer");
  await actUnder(app, "assist");
});
afterAll(() => app[Symbol.asyncDispose]());

const view = async (dossierId: string, by = desks.clerk) => (await by.get(`/dossiers/${dossierId}`)).body;
const typesOf = (dossier: Record<string, unknown>) =>
  (dossier["events"] as { type: string }[]).map(({ type }) => type);
const ask = (by: Client, dossiers: readonly Wanted[]) => by.send("POST", "/confirmations", { dossiers });

describe("a clerk whose acts are confirmed", () => {
  test("takes in with a code, a time and a due date that hold; the dossier waits", async () => {
    const { body } = await receive(desks.clerk);
    expect(body).toMatchObject({ status: "awaitingConfirmation", version: 1 });
    expect(body["code"]).toMatch(/^H20\.\d{3}-261116-\d{4}$/);
    const dossier = await view(String(body["dossierId"]));
    expect(dossier).toMatchObject({
      dueAt: body["dueAt"],
      receiptDue: "counter",
      statuses: { business: "awaitingConfirmation", national: 1 },
      events: [{ type: "dossier.takenIn", basis: { kind: "mandate" } }],
    });
    await confirm(desks.officer, [{ dossierId: String(body["dossierId"]), version: 1 }]);
    const confirmed = await view(String(body["dossierId"]));
    expect(confirmed).toMatchObject({
      dueAt: body["dueAt"],
      receivedAt: dossier["receivedAt"],
      statuses: { business: "received", national: 2 },
      events: [{}, { type: "dossier.confirmed", basis: { kind: "office" } }],
    });
  });

  test("is told before anything is typed", async () => {
    const preview = await desks.clerk.get("/procedures/2.000635/intake-preview");
    expect(preview.body["permit"]).toMatchObject({ allowed: true, awaitsConfirmation: true, refusal: null });
    const own = await desks.officer.get("/procedures/2.000635/intake-preview");
    expect(own.body["permit"]).toMatchObject({ allowed: true, awaitsConfirmation: false });
  });

  test("guides as before: a guidance has no effect that anybody would confirm", async () => {
    await app.owner.query(
      `with changed as (update space_dong_thap.mandate set tasks = tasks || '{guide}')
       update space_dong_thap.mandate_epoch set epoch = epoch + 1`,
    );
    const guided = await desks.clerk.send("POST", "/guidance", {
      procedureCode: "2.000635",
      minutes: 10,
      outcome: "answered",
    });
    expect(guided.status).toBe(200);
  });

  test("chooses with the citizen how Mẫu 01 comes; a message needs a phone number", async () => {
    const { phone: _, ...applicant } = (await aForm(desks.clerk))["applicant"] as Record<string, unknown>;
    const silent = { ...(await aForm(desks.clerk)), applicant, receiptDelivery: "message" };
    expect(await desks.clerk.send("POST", "/dossiers", silent)).toMatchObject({
      status: 422,
      body: { code: "party_invalid", details: { problems: ["applicant.phone=text_empty"] } },
    });
    const { dossierId } = await takeIn(desks.clerk, { receiptDelivery: "post" });
    expect(await view(dossierId)).toMatchObject({ receiptDue: "post" });
  });

  test("cannot confirm, and a dossier that waits cannot be sent on", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    expect((await ask(desks.clerk, [{ dossierId, version: 1 }])).body["code"]).toBe("permission_missing");
    const forwarded = await desks.officer.send("POST", `/dossiers/${dossierId}/forwarding`, { version: 1 });
    expect(forwarded.body["code"]).toBe("move_not_allowed");
    expect((await view(dossierId, desks.officer))["acts"]).toMatchObject([
      { move: "confirm", permit: { allowed: true } },
      { move: "handBack", permit: { allowed: true } },
    ]);
    expect((await view(dossierId))["acts"]).toMatchObject([
      { move: "confirm", permit: { allowed: false, refusal: { code: "act_reserved_to_state" } } },
      { move: "handBack", permit: { allowed: false } },
    ]);
  });
});

describe("confirming", () => {
  test("many at once: one that changed meanwhile is told, and the others go through", async () => {
    const waiting = [await takeIn(desks.clerk), await takeIn(desks.clerk), await takeIn(desks.clerk)];
    const [first, changed, last] = waiting.map(({ dossierId }) => ({ dossierId, version: 1 }));
    if (!first || !changed || !last) throw new Error("three were taken in");
    passed(
      await head.send("POST", `/dossiers/${changed.dossierId}/hand-back`, {
        version: 1,
        words: "Thiếu chữ ký",
      }),
    );
    const none = { dossierId: "00000000-0000-4000-8000-000000000000", version: 1 };
    const answer = resultsOf(passed(await ask(head, [last, changed, none, first])));
    expect(answer).toMatchObject([
      { dossierId: last.dossierId, status: "received", version: 2, refusal: null },
      { dossierId: changed.dossierId, status: null, refusal: { code: "dossier_changed" } },
      { refusal: { code: "not_found" } },
      { dossierId: first.dossierId, status: "received", refusal: null },
    ]);
    expect(typesOf(await view(changed.dossierId))).toEqual(["dossier.takenIn", "dossier.handedBack"]);
  });

  test("by two officers at once: each dossier is confirmed once, and the slower one is told", async () => {
    const taken = await Promise.all([1, 2, 3, 4].map(() => takeIn(desks.clerk)));
    const dossiers = taken.map(({ dossierId }) => ({ dossierId, version: 1 }));
    const answers = await Promise.all([ask(desks.officer, dossiers), ask(second, dossiers.toReversed())]);
    const results = answers.flatMap((answer) => resultsOf(passed(answer)));
    for (const { dossierId } of dossiers) {
      const both = results
        .filter((one) => one.dossierId === dossierId)
        .map((one) => one.refusal?.code ?? "ok");
      expect(both.toSorted()).toEqual(["dossier_changed", "ok"]);
      expect(typesOf(await view(dossierId))).toEqual(["dossier.takenIn", "dossier.confirmed"]);
    }
  });

  test("nobody confirms an own act, not even with a post of the state by now", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    await givePost(app, "lan.clerk", { role: "oneStopOfficer", at: "unit:commune:30163" });
    const promoted = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
    const [own] = resultsOf(passed(await ask(promoted, [{ dossierId, version: 1 }])));
    expect(own?.refusal?.code).toBe("same_person_forbidden");
    await app.owner.query(
      "delete from nation.staff_post where role = 'oneStopOfficer' and account_id = (select id from nation.account where username = 'lan.clerk')",
    );
    await confirm(desks.officer, [{ dossierId, version: 1 }]);
  });

  test("nor what the person put before the officer again for a colleague", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    passed(
      await desks.officer.send("POST", `/dossiers/${dossierId}/hand-back`, {
        version: 1,
        words: "Sai ngày sinh",
      }),
    );
    passed(
      await desks.officer.send("POST", `/dossiers/${dossierId}/resubmission`, {
        version: 2,
        words: "Đã sửa",
      }),
    );
    const [own] = resultsOf(passed(await ask(desks.officer, [{ dossierId, version: 3 }])));
    expect(own?.refusal?.code).toBe("same_person_forbidden");
    await confirm(second, [{ dossierId, version: 3 }]);
  });

  test("an officer of another unit sees nothing of it", async () => {
    await employ(app, "khac.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    const other = await app.signIn("khac.officer");
    const { dossierId } = await takeIn(desks.clerk);
    const [answer] = resultsOf(passed(await ask(other, [{ dossierId, version: 1 }])));
    expect(answer?.refusal?.code).toBe("not_found");
  });

  test("a suspension in between stops the clerk and not the confirmation: the act was right when it was done", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    await app.owner.query(
      `with changed as (update space_dong_thap.mandate set status = 'suspended')
       update space_dong_thap.mandate_epoch set epoch = epoch + 1`,
    );
    const refused = await desks.clerk.send("POST", "/dossiers", await aForm(desks.clerk));
    expect(refused.body["code"]).toBe("mandate_not_in_force");
    await confirm(desks.officer, [{ dossierId, version: 1 }]);
    await app.owner.query(
      `with changed as (update space_dong_thap.mandate set status = 'inForce')
       update space_dong_thap.mandate_epoch set epoch = epoch + 1`,
    );
  });

  test("a dossier that is named three times is confirmed and answered once", async () => {
    const [one, other] = [await takeIn(desks.clerk), await takeIn(desks.clerk)];
    const wanted = [one, other, one, one].map(({ dossierId }) => ({ dossierId, version: 1 }));
    const answers = resultsOf(passed(await ask(desks.officer, wanted)));
    expect(answers.map(({ dossierId, version }) => [dossierId, version])).toEqual([
      [one.dossierId, 2],
      [other.dossierId, 2],
    ]);
  });

  test("the same request twice is answered alike and done once", async () => {
    const { dossierId } = await takeIn(desks.clerk);
    const once = { dossiers: [{ dossierId, version: 1 }] };
    const key = "confirm-once-0001";
    const [one, two] = [
      await desks.officer.send("POST", "/confirmations", once, { key }),
      await desks.officer.send("POST", "/confirmations", once, { key }),
    ];
    expect(resultsOf(two)).toEqual(resultsOf(one));
    expect((await view(dossierId))["version"]).toBe(2);
  });
});

describe("a result that is returned by a clerk whose acts are confirmed", () => {
  let dossierId: string;
  beforeAll(async () => {
    await actUnder(app, "supervised");
    dossierId = String((await receive(desks.clerk)).body["dossierId"]);
    await bringTo(desks, dossierId, "finished");
    await actUnder(app, "assist");
    const form = await returnForm(desks.clerk, dossierId, 5);
    expect(passed(await desks.clerk.send("POST", `/dossiers/${dossierId}/return`, form)).body["status"]).toBe(
      "returnAwaitingConfirmation",
    );
  });

  test("is in the citizen's hands at once, and counts as returned when it is confirmed", async () => {
    const waiting = await view(dossierId);
    expect(waiting).toMatchObject({
      statuses: { business: "returnAwaitingConfirmation", delivery: "handedOver", national: 9 },
      collection: { collector: "applicant" },
    });
    expect((waiting["items"] as { kind: string; holder: unknown }[]).at(-1)).toMatchObject({
      kind: "result",
      holder: { kind: "citizen" },
    });
  });

  test("cannot be handed back, since the citizen has it: words can be said, and are shown to the clerk", async () => {
    const words = "Chữ ký không giống trên thẻ";
    const back = await desks.officer.send("POST", `/dossiers/${dossierId}/hand-back`, { version: 6, words });
    expect(back.body["code"]).toBe("move_not_allowed");
    passed(await desks.officer.send("POST", `/dossiers/${dossierId}/remark`, { version: 6, words }));
    const listed = await desks.clerk.get("/awaited-confirmations");
    expect(
      (listed.body["rows"] as Record<string, unknown>[]).find((row) => row["dossierId"] === dossierId),
    ).toMatchObject({ act: "returnResult", words, own: true });
    passed(
      await desks.clerk.send("POST", `/dossiers/${dossierId}/remark`, {
        version: 7,
        words: "Đã đối chiếu lại",
      }),
    );
    await confirm(desks.officer, [{ dossierId, version: 8 }]);
    expect(await view(dossierId)).toMatchObject({ statuses: { business: "returned", national: 10 } });
  });
});

test("the projections agree with the ledgers", async () => {
  const { dossiers, found } = await disagreements(app);
  expect(dossiers).toBeGreaterThan(10);
  expect(found).toEqual([]);
});
