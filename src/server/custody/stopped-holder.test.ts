import { referenceId } from "#server/units/reference-table.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { type Ref, accept, makeContainer, offer, pack, refOf, sign } from "../../../test/kit/custody.ts";
import { employ } from "../../../test/kit/employ.ts";
import { receive } from "../../../test/kit/forms.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { OFFICE, accountId, aDecision } from "../../../test/kit/mandate-forms.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
let kiet: Client;
let binh: Client;
const who = { clerk: "", officer: "", binh: "", phuc: "", kiet: "", head: "" };
const UNIT = referenceId("unit:commune:30163");

beforeEach(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  desks = await openDesks(app);
  binh = await app.signIn("binh.courier");
  who.clerk = await accountId(app, "lan.clerk");
  who.phuc = await accountId(app, "phuc.clerk");
  who.officer = await accountId(app, "duc.officer");
  who.binh = await accountId(app, "binh.courier");
  who.kiet = await accountId(app, "kiet.programme");
  who.head = await accountId(app, "hanh.head");
  return () => app[Symbol.asyncDispose]();
});

const suspend = (targetId: string, changes: Record<string, unknown> = {}) =>
  kiet.send("POST", "/suspensions", {
    target: "account",
    targetId,
    decision: aDecision("611/QĐ-UBND"),
    reason: "Kiểm tra đột xuất",
    ...changes,
  });

/** The papers of a new dossier at the clerk's counter. */
async function papers(): Promise<{ readonly dossierId: string; readonly refs: readonly Ref[] }> {
  const dossierId = String(passed(await receive(desks.clerk, {})).body["dossierId"]);
  const { rows } = await app.owner.query<{ id: string }>(
    "select id from space_dong_thap.item where dossier_id = $1 and holder_kind = 'counter' order by position",
    [dossierId],
  );
  return { dossierId, refs: rows.map(({ id }) => ({ thing: "item", id })) };
}

async function packetOf(refs: readonly Ref[]): Promise<Ref> {
  const packet = await makeContainer(desks.clerk);
  passed(await pack(desks.clerk, packet, refs));
  return packet;
}

async function holderOf({ thing, id }: Ref): Promise<string> {
  const { rows } = await app.owner.query<{ kind: string; id: string }>(
    `select holder_kind as kind, holder_id as id from space_dong_thap.${thing} where id = $1`,
    [id],
  );
  return `${rows[0]?.kind} ${rows[0]?.id}`;
}

async function stateOf(manifestId: unknown): Promise<string | undefined> {
  const { rows } = await app.owner.query<{ state: string }>(
    "select state from space_dong_thap.manifest where id = $1",
    [manifestId],
  );
  return rows[0]?.state;
}

const agree = async () => expect((await disagreements(app)).found).toEqual([]);

describe("whoever is stopped with packets in hand", () => {
  test("leaves them to the successor, without a signature; the papers in them go along", async () => {
    const { refs } = await papers();
    const packet = await packetOf(refs);
    passed(await suspend(who.clerk, { successorId: who.phuc }));
    expect(await holderOf(packet)).toBe(`person ${who.phuc}`);
    expect(await holderOf(refs[0] ?? packet)).toBe(`container ${packet.id}`);
    const { rows } = await app.owner.query(
      `select e.type, a.type as act, e.actor_id as by from space_dong_thap.custody_entry e
       join space_dong_thap.custody_act a on a.id = e.act_id where e.thing_id = $1 order by e.seq`,
      [packet.id],
    );
    expect(rows.at(-1)).toEqual({ type: "succeeded", act: "succeeded", by: who.kiet });
    const phuc = await app.signIn("phuc.clerk");
    passed(await phuc.send("POST", `/custody/containers/${packet.id}/sealing`, { seal: "KT-001" }));
    await agree();
  });

  test("and without a successor to the unit of the dossier", async () => {
    const packet = await packetOf((await papers()).refs);
    passed(await suspend(who.clerk));
    expect(await holderOf(packet)).toBe(`unit ${UNIT}`);
    // Whoever takes over for the unit finds it on the record, to fetch it and to look at its label and seal.
    const head = await app.signIn("hanh.head");
    const [latest] = passed(await head.get("/hand-overs")).body["handOvers"] as { handOverId: string }[];
    const { body } = passed(await head.get(`/hand-overs/${latest?.handOverId}`));
    expect(body["containers"]).toMatchObject([{ containerId: packet.id, kind: "packet", seal: null }]);
    await agree();
  });

  test("a courier's bag is the office's until somebody takes it", async () => {
    const bag = await makeContainer(desks.clerk, "bag");
    passed(await pack(desks.clerk, bag, [await packetOf((await papers()).refs)]));
    const offered = passed(await offer(desks.clerk, [bag], { kind: "person", id: who.binh }));
    passed(await accept(binh, String(offered.body["manifestId"]), 1));
    passed(await suspend(who.binh));
    expect(await holderOf(bag)).toBe(`postOffice ${OFFICE}`);
    expect(
      (await binh.send("POST", `/custody/containers/${bag.id}/sealing`, { seal: "KT-002" })).body["code"],
    ).toBe("right_suspended");
    await agree();
  });

  test("another courier is offered for what a courier carries, and for nothing of a clerk", async () => {
    const tam = await accountId(app, "tam.courier");
    const offeredFor = async (targetId: string) => {
      const { body } = await kiet.get(`/suspension-preview?target=account&targetId=${targetId}`);
      return (body["successors"] as { id: string }[]).map(({ id }) => id);
    };
    const bag = await makeContainer(binh, "bag");
    expect(await offeredFor(who.binh)).toEqual(expect.arrayContaining([tam, who.clerk]));
    expect(await offeredFor(who.clerk)).not.toContain(tam);
    passed(await suspend(who.binh, { successorId: tam }));
    expect(await holderOf(bag)).toBe(`person ${tam}`);
    await agree();
  });

  test("what was offered is taken back first, and goes on", async () => {
    const packet = await packetOf((await papers()).refs);
    const { refs } = await papers();
    const [paper] = refs;
    if (!paper) throw new Error("there is a paper");
    const first = passed(await offer(desks.clerk, [packet], { kind: "person", id: who.binh })).body;
    const second = passed(await offer(desks.clerk, [paper], { kind: "unit", id: UNIT })).body;
    passed(await suspend(who.clerk, { successorId: who.phuc }));
    expect(await stateOf(first["manifestId"])).toBe("withdrawn");
    expect(await stateOf(second["manifestId"])).toBe("withdrawn");
    expect(await holderOf(packet)).toBe(`person ${who.phuc}`);
    expect(await holderOf(paper)).toBe(`person ${who.phuc}`);
    expect((await accept(binh, String(first["manifestId"]), 1)).body["code"]).toBe("manifest_settled");
    await agree();
  });

  test("a paper of the own counter that a colleague offered is taken back too", async () => {
    const { refs } = await papers();
    const [paper] = refs;
    if (!paper) throw new Error("there is a paper");
    await employ(app, "mai.clerk", [{ role: "postalClerk", at: "post:30163:30148" }]);
    const mai = await app.signIn("mai.clerk", "Bình Tấn Quầy 1");
    const offered = passed(await offer(mai, [paper], { kind: "unit", id: UNIT })).body;
    passed(await suspend(who.clerk, { successorId: who.phuc }));
    expect(await stateOf(offered["manifestId"])).toBe("withdrawn");
    expect(await holderOf(paper)).toBe(`person ${who.phuc}`);
    await agree();
  });

  test("what others offered and others hold stays as it is", async () => {
    const packet = await makeContainer(desks.officer);
    const offered = passed(await offer(desks.officer, [packet], { kind: "person", id: who.binh })).body;
    passed(await suspend(who.clerk));
    expect(await stateOf(offered["manifestId"])).toBe("offered");
    expect(await holderOf(packet)).toBe(`person ${who.officer}`);
  });
});

describe("whoever is stopped with a shelf in charge", () => {
  async function shelfOf(by: Client, belongsTo = UNIT): Promise<string> {
    const body = { kind: "shelf", name: "Kệ trả kết quả", belongsTo };
    return String(passed(await by.send("POST", "/custody/places", body)).body["placeId"]);
  }
  async function chargeOf(placeId: string): Promise<readonly string[]> {
    const { rows } = await app.owner.query<{ reason: string; responsible: string }>(
      `select reason, responsible_id as responsible from space_dong_thap.custody_charge where place_id = $1 order by seq`,
      [placeId],
    );
    return rows.map(({ reason, responsible }) => `${reason} ${responsible}`);
  }

  test("the successor answers for it from then on; what lies there stays", async () => {
    const placeId = await shelfOf(desks.clerk);
    const packet = await makeContainer(desks.clerk);
    const put = {
      things: [refOf(packet)],
      to: { kind: "place", id: placeId },
      signature: await sign(desks.clerk),
    };
    passed(await desks.clerk.send("POST", "/custody/placing", put));
    passed(await suspend(who.clerk, { successorId: who.phuc }));
    expect(await chargeOf(placeId)).toEqual([`opened ${who.clerk}`, `succeeded ${who.phuc}`]);
    expect(await holderOf(packet)).toBe(`place ${placeId}`);
    const phuc = await app.signIn("phuc.clerk");
    passed(await phuc.send("POST", `/custody/containers/${packet.id}/end`, {}));
    await agree();
  });

  test("and without a successor the head of the unit", async () => {
    const placeId = await shelfOf(desks.clerk);
    passed(await suspend(who.clerk));
    expect(await chargeOf(placeId)).toEqual([`opened ${who.clerk}`, `succeeded ${who.head}`]);
    await agree();
  });

  test("whoever orders it is told before of packets in hand and places in charge", async () => {
    const told = async (targetId: string, target = "account") =>
      (await kiet.get(`/suspension-preview?target=${target}&targetId=${targetId}`)).body["inHand"];
    expect(await told(who.clerk)).toMatchObject({ containers: 0, custodyPlaces: 0 });
    await shelfOf(desks.clerk);
    await makeContainer(desks.clerk);
    await makeContainer(binh);
    expect(await told(who.clerk)).toMatchObject({ containers: 1, custodyPlaces: 1 });
    expect(await told(who.binh)).toMatchObject({ containers: 1, custodyPlaces: 0 });
    expect(await told(OFFICE, "postOffice")).toMatchObject({ containers: 2, custodyPlaces: 1 });
  });

  test("a record says so even when nothing else was in hand", async () => {
    await shelfOf(desks.clerk);
    const { handOverId } = passed(await suspend(who.clerk, { successorId: who.phuc })).body;
    expect(passed(await kiet.get(`/hand-overs/${String(handOverId)}`)).body).toMatchObject({
      successor: "Trần Văn Phúc",
      lines: [],
    });
  });
});

describe("a post office that is stopped", () => {
  test("with nothing but an empty packet in hand has a record all the same", async () => {
    await makeContainer(desks.clerk);
    const { handOverId } = passed(await suspend(OFFICE, { target: "postOffice" })).body;
    expect(handOverId).not.toBeNull();
    await agree();
  });

  test("leaves packets at its counters, with its clerks, its couriers and itself to the units", async () => {
    const inHand = await packetOf((await papers()).refs);
    const atOffice = await packetOf((await papers()).refs);
    const offered = passed(await offer(desks.clerk, [atOffice], { kind: "postOffice", id: OFFICE })).body;
    passed(await accept(binh, String(offered["manifestId"]), 1));
    expect(await holderOf(atOffice)).toBe(`postOffice ${OFFICE}`);
    passed(await suspend(OFFICE, { target: "postOffice" }));
    expect(await holderOf(inHand)).toBe(`unit ${UNIT}`);
    expect(await holderOf(atOffice)).toBe(`unit ${UNIT}`);
    await agree();
  });
});
