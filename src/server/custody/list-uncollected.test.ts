import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ref, makeContainer, offer, pack, refOf, sign } from "../../../test/kit/custody.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo } from "../../../test/kit/turns.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  await goTo(app, "12-01 08:00");
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

interface Waiting {
  readonly dossierId: string;
  readonly applicantName: string;
  readonly unitName: string;
  readonly agencyId: string;
  readonly days: number;
  readonly reminders: number;
  readonly remindedAt: string | null;
  readonly shelf: string | null;
  readonly things: readonly (Ref & { readonly holder: { readonly kind: string } })[];
}

async function waiting(by: Client, dossierId: string): Promise<Waiting | undefined> {
  const { body } = passed(await by.get("/custody/uncollected"));
  return (body["results"] as Waiting[]).find((one) => one.dossierId === dossierId);
}

async function finished(): Promise<string> {
  const id = String(passed(await receive(desks.officer, await aForm(desks.officer))).body["dossierId"]);
  await bringTo(desks, id, "finished");
  return id;
}

async function aShelf(): Promise<{ readonly id: string; readonly label: string }> {
  const form = { kind: "shelf", name: "Kệ trả kết quả", belongsTo: referenceId("unit:commune:30163") };
  const { placeId, code } = passed(await desks.officer.send("POST", "/custody/places", form)).body;
  return { id: String(placeId), label: `Kệ trả kết quả (${String(code)})` };
}

async function put(things: readonly Ref[], shelf: string) {
  const to = { kind: "place", id: shelf };
  const body = { things: things.map(refOf), to, signature: await sign(desks.officer) };
  passed(await desks.officer.send("POST", "/custody/placing", body));
}

test("a result waits with its days, its reminders and the shelf where it lies, until it is given out", async () => {
  const id = await finished();
  const first = await waiting(desks.officer, id);
  expect(first).toMatchObject({ days: 0, reminders: 0, remindedAt: null, shelf: null });
  expect(first?.things).toHaveLength(1);
  expect(first?.applicantName).not.toBe("");
  expect(first?.unitName).not.toBe("");

  const shelf = await aShelf();
  await put(first?.things ?? [], shelf.id);
  await app.owner.query(
    `insert into space_dong_thap.notice (id, dossier_id, seq, kind, channel, state, sent_at, recipient_sealed, created_at,
       attempts, scope, unit_id)
     select gen_random_uuid(), id, 5, 'resultReminder', 'sms', 'sent', '2026-12-10T02:00:00Z', '', now(), 1, scope,
       received_at_unit_id
     from space_dong_thap.dossier where id = $1`,
    [id],
  );
  await goTo(app, "12-17 08:00");
  expect(await waiting(desks.officer, id)).toMatchObject({
    days: 16,
    reminders: 1,
    remindedAt: "2026-12-10T02:00:00.000Z",
    shelf: shelf.label,
    things: [{ holder: { kind: "place" } }],
  });
  const queue = passed(await desks.officer.get("/queues/returning")).body["dossiers"] as {
    dossierId: string;
    shelf: string | null;
  }[];
  expect(queue.find(({ dossierId }) => dossierId === id)?.shelf).toBe(shelf.label);
});

test("a result in a packet on a shelf is found on the shelf", async () => {
  const id = await finished();
  const things = (await waiting(desks.officer, id))?.things ?? [];
  const shelf = await aShelf();
  const packet = await makeContainer(desks.officer);
  // What lies with the unit is taken in hand first: a packet is packed by whoever holds both.
  await put(things, shelf.id);
  await put([packet], shelf.id);
  passed(await pack(desks.officer, packet, things));
  expect((await waiting(desks.officer, id))?.shelf).toBe(shelf.label);
});

test("nobody came: it goes back to the agency by an offer, like everything else", async () => {
  const id = await finished();
  const { agencyId, things } = (await waiting(desks.officer, id)) ?? { agencyId: "", things: [] };
  // The list names the agency that decided, so that nobody has to look for it.
  expect(agencyId).toBe(referenceId("agency:commune:30163"));
  passed(await offer(desks.officer, things, { kind: "agency", id: agencyId }));
});

test("people of another unit, and agencies, are shown nothing of it", async () => {
  const id = await finished();
  expect(await waiting(desks.officer, id)).toBeDefined();
  expect(await waiting(desks.caseOfficer, id)).toBeUndefined();
});

test("pages follow each other by the date they were due", async () => {
  const { body } = passed(await desks.officer.get("/custody/uncollected"));
  const results = body["results"] as { dossierId: string }[];
  expect(new Set(results.map(({ dossierId }) => dossierId)).size).toBe(results.length);
  expect(body["next"]).toBeNull();
});
