import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { receive } from "../../../test/kit/forms.ts";
import { hold } from "../../../test/kit/hold.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type Desks, bringTo, openDesks, returnForm } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const newDossier = async () => String((await receive(desks.clerk)).body["dossierId"]);
const eventsOf = async (dossierId: string) =>
  (
    await app.owner.query<{ type: string }>(
      "select type from space_dong_thap.dossier_event where dossier_id = $1 order by seq",
      [dossierId],
    )
  ).rows.map((row) => row.type);
const HOLD = "select from dossier where id = $1 for update";

describe("of two at once", () => {
  test("one sends the dossier on and the other is told that it has changed", async () => {
    const id = await newDossier();
    const held = await hold(app.owner, HOLD, [id]);
    const forward = () => desks.officer.send("POST", `/dossiers/${id}/forwarding`, { version: 1 });
    const both = Promise.all([forward(), forward()]);
    await held.untilWaiting(2); // Both have read version 1 and wait to write: the race is certain.
    await held.release();
    const answers = await both;
    expect(answers.map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect(answers.find((one) => one.status === 409)?.body["code"]).toBe("dossier_changed");
    expect(await eventsOf(id)).toEqual(["dossier.received", "dossier.forwarded"]);
  });

  test("one hands the result out, and the paper leaves the house once", async () => {
    const id = await newDossier();
    await bringTo(desks, id, "finished");
    const form = await returnForm(desks.clerk, id, 5);
    const held = await hold(app.owner, HOLD, [id]);
    const handOut = () => desks.clerk.send("POST", `/dossiers/${id}/return`, form);
    const both = Promise.all([handOut(), handOut()]);
    await held.untilWaiting(2);
    await held.release();
    expect((await both).map((one) => one.status).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const { rows } = await app.owner.query(
      "select type from space_dong_thap.custody_entry where dossier_id = $1 and signature_file_id is not null",
      [id],
    );
    expect(rows).toEqual([{ type: "handedOver" }]);
  });
});

describe("a move", () => {
  test("from a version that is no longer the last is refused with the one that is", async () => {
    const id = await newDossier();
    await bringTo(desks, id, "forwarded");
    const refused = await desks.caseOfficer.send("POST", `/dossiers/${id}/taking`, { version: 1 });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "dossier_changed", details: { version: 2 } },
    });
  });

  test("that the state does not allow is refused with the state", async () => {
    const id = await newDossier();
    const refused = await desks.caseOfficer.send("POST", `/dossiers/${id}/taking`, { version: 1 });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: "move_not_allowed", details: { status: "received", move: "take" } },
    });
  });

  test("of a dossier that is not there is not found", async () => {
    const nowhere = "/dossiers/01900000-0000-7000-8000-000000000000/forwarding";
    expect(await desks.officer.send("POST", nowhere, { version: 1 })).toMatchObject({
      status: 404,
      body: { code: "not_found" },
    });
  });

  test("names the post it rests on, and keeps the note sealed", async () => {
    const id = await newDossier();
    const note = "Gửi kèm bản chụp sổ hộ tịch";
    await desks.officer.send("POST", `/dossiers/${id}/forwarding`, { version: 1, note });
    const { events } = (await desks.officer.get(`/dossiers/${id}`)).body as { events: unknown[] };
    expect(events[1]).toMatchObject({
      seq: 2,
      type: "dossier.forwarded",
      actor: "Lê Minh Đức",
      note,
      basis: { kind: "office" },
    });
    const { rows } = await app.owner.query(
      "select sealed from space_dong_thap.event_note where dossier_id = $1",
      [id],
    );
    expect(String((rows[0] as { sealed: Buffer }).sealed)).not.toContain("sổ hộ tịch");
  });

  test("that is refused writes nothing", async () => {
    const id = await newDossier();
    await desks.officer.send("POST", `/dossiers/${id}/forwarding`, { version: 7 });
    expect(await eventsOf(id)).toEqual(["dossier.received"]);
  });
});

test("after all this every projection is what its ledger says", async () => {
  const { dossiers, found } = await disagreements(app);
  expect(dossiers).toBeGreaterThan(5);
  expect(found).toEqual([]);
});
