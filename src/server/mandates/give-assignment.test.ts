import { randomUUID } from "node:crypto";
import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ, givePost } from "../../../test/kit/employ.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { aLodging } from "../../../test/kit/lodging.ts";
import { OTHER_UNIT, UNIT, accountId, train } from "../../../test/kit/mandate-forms.ts";
import { pdfText } from "../../../test/kit/pdf.ts";
import { type Desks, bringTo, openDesks, passed, returnForm } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

/** A procedure of civil status, one that the pilot's mandate excepts, and one of another field. */
const PROCEDURE = "2.000635";

let app: TestApp;
let head: Client;
let phuc: Client;
let desks: Desks;
let phucId: string;
beforeAll(async () => {
  app = await testApp();
  head = await app.signIn("hanh.head");
  phuc = await app.signIn("phuc.clerk", "Quầy 1");
  desks = await openDesks(app);
  phucId = await accountId(app, "phuc.clerk");
});
afterAll(() => app[Symbol.asyncDispose]());

const give = (changes: Record<string, unknown> = {}, by = head) =>
  by.send("POST", "/assignments", {
    unitId: UNIT,
    accountId: phucId,
    task: "receive",
    procedureCode: PROCEDURE,
    reason: "Quầy công chức đông người",
    standsBy: true,
    ...changes,
  });
const given = async (changes: Record<string, unknown> = {}) =>
  String(passed(await give(changes)).body["assignmentId"]);
const revoke = (id: string, by = head) => by.send("DELETE", `/assignments/${id}`);
const tryToReceive = async (code = PROCEDURE) => phuc.send("POST", "/dossiers", await aForm(phuc, code));
const assignments = async (by = head) =>
  (await by.get(`/unit-rights?unitId=${UNIT}`)).body["assignments"] as Record<string, unknown>[];
const count = async () =>
  Number((await app.owner.query("select count(*) from space_dong_thap.assignment")).rows[0]?.count);

describe("a task outside the list", () => {
  test("for a procedure is used from the next act, logged with its basis, counted, and over when it is taken back", async () => {
    expect((await tryToReceive()).body["code"]).toBe("mandate_missing");
    const id = await given();
    const { body } = passed(await tryToReceive());
    const { rows } = await app.owner.query(
      "select basis_kind, basis_id from space_dong_thap.dossier_event where dossier_id = $1",
      [body["dossierId"]],
    );
    expect(rows).toEqual([{ basis_kind: "assignment", basis_id: id }]);
    expect((await desks.officer.get(`/dossiers/${String(body["dossierId"])}`)).body).toMatchObject({
      events: [{ basis: { title: "Giao việc ngày 16/11/2026 của Trương Mỹ Hạnh" } }],
    });
    expect(await assignments()).toMatchObject([
      {
        id,
        clerk: "Trần Văn Phúc",
        task: "receive",
        subject: { kind: "procedure", code: PROCEDURE },
        reason: "Quầy công chức đông người",
        standsBy: true,
        validFrom: "2026-11-16",
        validTo: "2026-11-16",
        givenBy: "Trương Mỹ Hạnh",
        revokedAt: null,
        acts: 1,
      },
    ]);
    // What the clerk issues says as what and by whose order, within the sentence.
    const asked = await phuc.send("POST", "/lodgings", await aLodging(phuc, {}, PROCEDURE));
    const { dossierId, formIssueId } = passed(asked).body;
    const form = await desks.officer.get(`/dossiers/${String(dossierId)}/forms/${String(formIssueId)}`);
    const words = (await pdfText(form.bytes)).replace(/\s+/gu, " ");
    expect(words).toContain("Nhân viên bưu điện Theo giao việc ngày 16/11/2026 của Trương Mỹ Hạnh");
    expect((await tryToReceive("1.000894")).body["code"]).toBe("mandate_missing");
    passed(await revoke(id));
    expect((await tryToReceive()).body["code"]).toBe("mandate_missing");
    expect(await assignments()).toMatchObject([{ id, acts: 3, revokedAt: expect.any(String) }]);
    passed(await revoke(id)); // A second time changes nothing.
  });

  test("for one dossier lets the clerk hand out that result and no other", async () => {
    await givePost(app, "phuc.clerk", { role: "postalClerk", at: "post:30163:30148" });
    const officer = desks.officer;
    const [mine, other] = [await receive(officer), await receive(officer)].map(({ body }) =>
      String(body["dossierId"]),
    );
    if (!mine || !other) throw new Error("two dossiers were taken in");
    for (const id of [mine, other]) await bringTo(desks, id, "finished");
    await app.owner.query(
      `with stopped as (update space_dong_thap.mandate set status = 'suspended')
       update space_dong_thap.mandate_epoch set epoch = epoch + 1`,
    );
    const handOut = async (id: string) =>
      phuc.send("POST", `/dossiers/${id}/return`, await returnForm(phuc, id, 5));
    expect((await handOut(mine)).body["code"]).toBe("mandate_not_in_force");
    const assignment = await given({ task: "returnResult", procedureCode: undefined, dossierId: mine });
    expect((await handOut(other)).body["code"]).toBe("mandate_not_in_force");
    passed(await handOut(mine));
    const shown = (await assignments()).find(({ id }) => id === assignment);
    expect(shown).toMatchObject({
      subject: { kind: "dossier", code: expect.stringMatching(/^H20/) },
      acts: 1,
    });
  });

  test("needs the clerk's training for the field, unless the head stands by", async () => {
    const untrained = await give({ standsBy: false });
    expect(untrained).toMatchObject({
      status: 403,
      body: { code: "accreditation_missing", details: { field: "civilStatus", chosen: true } },
    });
    expect((await give({ standsBy: true })).status).toBe(200);
    await train(app, "phuc.clerk", "civilStatus");
    expect((await give({ standsBy: false })).status).toBe(200);
  });

  test.each([
    { validTo: "2026-11-16", status: 200 },
    { validTo: "2026-12-16", status: 200 },
    { validTo: "2026-12-17", status: 422 },
    { validTo: "2026-11-15", status: 422 },
  ])(
    "lasts from today to a day at most thirty days ahead: $validTo, $status",
    async ({ validTo, status }) => {
      const answer = await give({ validTo });
      expect(answer.status).toBe(status);
      if (status !== 200) expect(answer.body).toMatchObject({ code: "assignment_period_wrong" });
    },
  );

  test("is over on the day after its last one", async () => {
    for (const { id } of await assignments()) passed(await revoke(String(id)));
    const id = await given();
    passed(await tryToReceive());
    app.clock.advance(24 * 3_600_000);
    phuc = await app.signIn("phuc.clerk", "Quầy 1");
    head = await app.signIn("hanh.head");
    expect((await tryToReceive()).body["code"]).toBe("mandate_not_in_force");
    expect((await assignments()).map((one) => one["id"])).not.toContain(id);
  });
});

describe("it is refused", () => {
  test.each([
    {
      because: "it is for nothing",
      changes: { procedureCode: undefined },
      code: "assignment_subject_missing",
    },
    {
      because: "it is for a dossier and a procedure",
      changes: { dossierId: randomUUID() },
      code: "assignment_subject_missing",
    },
    {
      because: "nobody knows the procedure",
      changes: { procedureCode: "9.999999" },
      code: "unknown_procedure",
    },
    {
      because: "there is no such dossier",
      changes: { procedureCode: undefined, dossierId: randomUUID() },
      code: "not_found",
    },
    { because: "it is another unit's", changes: { unitId: OTHER_UNIT }, code: "outside_jurisdiction" },
    {
      because: "there is no such clerk",
      changes: { accountId: randomUUID() },
      code: "assignment_clerk_elsewhere",
    },
    { because: "the post would appraise", changes: { task: "appraise" }, code: "input_malformed" },
    { because: "no reason is given", changes: { reason: "  " }, code: "input_malformed" },
  ])("when $because", async ({ changes, code }) => {
    const before = await count();
    expect((await give(changes)).body["code"]).toBe(code);
    expect(await count()).toBe(before);
  });

  test("for a clerk who serves other units only, and for a civil servant, who acts by an office", async () => {
    const elsewhere = await employ(app, "tuyet.clerk", [{ role: "postalClerk", at: "post:30130" }]);
    expect((await give({ accountId: elsewhere })).body["code"]).toBe("assignment_clerk_elsewhere");
    const officer = await accountId(app, "duc.officer");
    expect((await give({ accountId: officer })).body["code"]).toBe("assignment_clerk_elsewhere");
  });

  test("for a dossier that another unit took in", async () => {
    await employ(app, "mai.officer", [{ role: "oneStopOfficer", at: "unit:commune:30130" }]);
    const mai = await app.signIn("mai.officer");
    await mai.send("PUT", "/session/counter", { counterId: referenceId("counter:30130:1") });
    const dossierId = String((await receive(mai)).body["dossierId"]);
    expect((await give({ procedureCode: undefined, dossierId })).body["code"]).toBe("not_found");
    await employ(app, "vinh.head", [
      { role: "unitHead", at: "unit:commune:30130" },
      { role: "unitHead", at: "unit:commune:30163" },
    ]);
    const ofBoth = await app.signIn("vinh.head");
    const refused = await give({ procedureCode: undefined, dossierId }, ofBoth);
    expect(refused.body["code"]).toBe("not_found");
  });

  test("to be given or taken back by the province, or by another unit's head", async () => {
    const kiet = await app.signIn("kiet.programme");
    expect((await give({}, kiet)).body["code"]).toBe("permission_missing");
    await employ(app, "khoa.head", [{ role: "unitHead", at: "unit:commune:30130" }]);
    const khoa = await app.signIn("khoa.head");
    expect((await give({}, khoa)).body["code"]).toBe("outside_jurisdiction");
    const id = await given();
    expect((await revoke(id, khoa)).body["code"]).toBe("outside_jurisdiction");
    expect((await revoke(randomUUID())).body["code"]).toBe("not_found");
  });
});
