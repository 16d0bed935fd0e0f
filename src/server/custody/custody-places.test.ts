import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeContainer, refOf, sign } from "../../../test/kit/custody.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
let head: Client;
const who = { officer: "", head: "", approver: "" };
const UNIT = referenceId("unit:commune:30163");

beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  head = await app.signIn("hanh.head");
  const me = async (client: Client) => String((await client.get("/session")).body["accountId"]);
  who.officer = await me(desks.officer);
  who.head = await me(head);
  who.approver = await me(desks.approver);
});
afterAll(() => app[Symbol.asyncDispose]());

interface Place {
  readonly placeId: string;
  readonly code: string;
  readonly name: string;
  readonly responsible: { readonly accountId: string; readonly name: string };
  readonly belongsTo: { readonly name: string };
  readonly things: number;
  readonly version: number;
}

let opened = 0;
async function openShelf(by: Client, form: Record<string, unknown> = {}) {
  opened += 1;
  const body = { kind: "shelf", name: `Kệ ${opened}`, belongsTo: UNIT, ...form };
  return by.send("POST", "/custody/places", body);
}

async function places(by: Client, query = ""): Promise<readonly Place[]> {
  return passed(await by.get(`/custody/places${query}`)).body["places"] as Place[];
}

async function placeOf(by: Client, placeId: unknown): Promise<Place | undefined> {
  return (await places(by)).find((place) => place.placeId === placeId);
}

/** A packet of the officer's, on a shelf. */
async function putOn(placeId: unknown) {
  const packet = await makeContainer(desks.officer);
  const to = { kind: "place", id: placeId };
  const put = { things: [refOf(packet)], to, signature: await sign(desks.officer) };
  passed(await desks.officer.send("POST", "/custody/placing", put));
  return packet;
}

/** What the head's authenticator shows, one that was not used yet. */
async function nextCode(): Promise<string> {
  app.clock.advance(30_000);
  return app.codeOf("hanh.head");
}

async function pass(by: Client, placeId: unknown, changes: Record<string, unknown> = {}) {
  const body = {
    version: 1,
    to: who.head,
    signature: await sign(by),
    receiverSignature: await sign(by),
    receiverCode: await nextCode(),
    ...changes,
  };
  return by.send("POST", `/custody/places/${String(placeId)}/charge`, body);
}

describe("a place for papers", () => {
  test("is opened in the charge of whoever opens it, with a label that was made or that hangs there", async () => {
    const { body } = passed(await openShelf(desks.officer));
    expect(body["code"]).toMatch(/^K\d{8}$/);
    expect(await placeOf(desks.officer, body["placeId"])).toMatchObject({
      responsible: { accountId: who.officer },
      things: 0,
      version: 1,
    });
    const named = passed(await openShelf(desks.officer, { code: " ke-a1 " }));
    expect(named.body["code"]).toBe("KE-A1");
    expect((await openShelf(desks.officer, { code: "KE-A1" })).body["code"]).toBe("label_used");
    expect((await openShelf(desks.officer, { code: "Kệ!" })).body["code"]).toBe("label_unreadable");
  });

  test("belongs where this person works, and is seen there alone", async () => {
    const elsewhere = await openShelf(desks.approver, { belongsTo: UNIT });
    expect(elsewhere.body["code"]).toBe("outside_jurisdiction");
    const { body } = passed(await openShelf(desks.officer));
    expect(await placeOf(head, body["placeId"])).toBeDefined();
    expect(await placeOf(desks.approver, body["placeId"])).toBeUndefined();
  });

  test("goes into another's charge with both signatures; what lies there stays", async () => {
    const { placeId } = passed(await openShelf(desks.officer)).body;
    const packet = await putOn(placeId);
    expect((await pass(desks.officer, placeId)).body).toEqual({ placeId, version: 2 });
    expect(await placeOf(head, placeId)).toMatchObject({ responsible: { accountId: who.head }, things: 1 });
    const { rows } = await app.owner.query(
      `select c.reason, c.responsible_id, g.signer_id as giver, r.signer_id as receiver
       from space_dong_thap.custody_charge c
       left join space_dong_thap.custody_signature g on g.id = c.giver_signature_id
       left join space_dong_thap.custody_signature r on r.id = c.receiver_signature_id
       where c.place_id = $1 order by c.seq`,
      [placeId],
    );
    expect(rows).toEqual([
      { reason: "opened", responsible_id: who.officer, giver: null, receiver: null },
      { reason: "agreed", responsible_id: who.head, giver: who.officer, receiver: who.head },
    ]);
    const back = { things: [refOf(packet)], to: { kind: "person", id: who.officer } };
    const taken = await desks.officer.send("POST", "/custody/placing", {
      ...back,
      signature: await sign(desks.officer),
    });
    expect(taken.body["code"]).toBe("not_holder");
    // Its label leads to the place.
    const { code } = (await placeOf(head, placeId)) ?? {};
    const found = passed(await head.get(`/custody/things?q=${String(code).toLowerCase()}`)).body;
    expect(found).toMatchObject({ placeId, manifest: null, things: [] });
    // The way keeps who answered when, and names the passing with both signatures.
    const way = passed(await head.get(`/custody/things/container/${packet.id}`)).body["chain"];
    const steps = (way as { type: string; to: { responsible: unknown } | null; signatures: unknown[] }[])
      .slice(-2)
      .map(({ type, to, signatures }) => [type, to?.responsible, signatures.length]);
    expect(steps).toEqual([
      ["placed", "Lê Minh Đức", 1],
      ["passed", "Trương Mỹ Hạnh", 2],
    ]);
  });

  test("is passed by whoever answers for it, to whoever works there, once, with two signatures of their own", async () => {
    const { placeId } = passed(await openShelf(desks.officer)).body;
    expect((await pass(head, placeId)).body["code"]).toBe("not_holder");
    expect((await pass(desks.officer, placeId, { to: who.officer })).body["code"]).toBe(
      "one_signature_enough",
    );
    expect((await pass(desks.officer, placeId, { to: who.approver })).body["code"]).toBe("receiver_unknown");
    const signature = await sign(desks.officer);
    const twice = { signature, receiverSignature: signature };
    expect((await pass(desks.officer, placeId, twice)).body["code"]).toBe("file_missing");
    expect((await pass(desks.officer, placeId, { version: 7 })).body["code"]).toBe("custody_place_changed");
    expect((await pass(desks.approver, placeId)).body["code"]).toBe("not_found");
    passed(await pass(desks.officer, placeId));
    expect((await pass(desks.officer, placeId)).body["code"]).toBe("not_holder");
  });

  test("is taken over by nobody who is not there: a scribble of the giver's needs the taker's own code, once", async () => {
    const { placeId } = passed(await openShelf(desks.officer)).body;
    const used = await nextCode();
    passed(
      await pass(desks.officer, (await openShelf(desks.officer)).body["placeId"], { receiverCode: used }),
    );
    for (const receiverCode of [used, "000000"])
      expect((await pass(desks.officer, placeId, { receiverCode })).body["code"]).toBe("receiver_code_wrong");
    expect(await placeOf(desks.officer, placeId)).toMatchObject({
      responsible: { accountId: who.officer },
      version: 1,
    });
    // Guessing ends: after five wrong ones not even the right one counts for a while.
    for (let guesses = 0; guesses < 3; guesses += 1)
      await pass(desks.officer, placeId, { receiverCode: "000001" });
    expect((await pass(desks.officer, placeId)).body["code"]).toBe("receiver_code_wrong");
    app.clock.advance(15 * 60_000);
    passed(await pass(desks.officer, placeId));
  });

  test("is closed when nothing lies there and nothing is on its way there", async () => {
    const { placeId } = passed(await openShelf(desks.officer)).body;
    const packet = await putOn(placeId);
    const close = (version: number) =>
      desks.officer.send("POST", `/custody/places/${String(placeId)}/closing`, { version });
    expect((await close(1)).body["code"]).toBe("custody_place_not_empty");
    const to = { kind: "person", id: who.officer };
    const put = { things: [refOf(packet)], to, signature: await sign(desks.officer) };
    passed(await desks.officer.send("POST", "/custody/placing", put));
    expect((await close(2)).body["code"]).toBe("custody_place_changed");
    passed(await close(1));
    expect(await placeOf(desks.officer, placeId)).toBeUndefined();
    expect((await places(desks.officer, "?closed=true")).map((place) => place.placeId)).toContain(placeId);
    const late = { things: [refOf(packet)], to: { kind: "place", id: placeId } };
    const refused = await desks.officer.send("POST", "/custody/placing", {
      ...late,
      signature: await sign(desks.officer),
    });
    expect(refused.body["code"]).toBe("two_signatures_needed");
  });

  test("is closed or filled, when both are asked at once: nothing lies in a closed place", async () => {
    for (let round = 0; round < 6; round += 1) {
      const { placeId } = passed(await openShelf(desks.officer)).body;
      const packet = await makeContainer(desks.officer);
      const to = { kind: "place", id: placeId };
      const put = { things: [refOf(packet)], to, signature: await sign(desks.officer) };
      const [closed, filled] = await Promise.all([
        desks.officer.send("POST", `/custody/places/${String(placeId)}/closing`, { version: 1 }),
        desks.officer.send("POST", "/custody/placing", put),
      ]);
      expect([closed.status, filled.status].filter((status) => status === 200)).toHaveLength(1);
    }
  });
});
