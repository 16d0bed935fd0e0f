import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Ref,
  accept,
  holderOf,
  keepFile,
  makeContainer,
  offer,
  pack,
  papersAtCounter,
  sealedPacketOf,
} from "../../../test/kit/custody.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
let binh: Client;
const who = { clerk: "", binh: "" };
const UNIT = { kind: "unit", id: referenceId("unit:commune:30163") };

beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  binh = await app.signIn("binh.courier");
  who.clerk = String((await desks.clerk.get("/session")).body["accountId"]);
  who.binh = String((await binh.get("/session")).body["accountId"]);
});
afterAll(() => app[Symbol.asyncDispose]());

const papers = () => papersAtCounter(app, desks.clerk);
const sealedPacket = () => sealedPacketOf(app, desks.clerk);
const holder = (ref: Ref) => holderOf(app, ref);
const person = (id: string) => ({ kind: "person", id });

describe("packets, bags and seals", () => {
  test("a packet in a bag goes with the bag; out of it, it is in the hands of whoever has the bag", async () => {
    const packet = await sealedPacket();
    const bag = await makeContainer(desks.clerk, "bag");
    passed(await pack(desks.clerk, bag, [packet]));
    const offered = passed(await offer(desks.clerk, [bag], person(who.binh)));
    passed(await accept(binh, String(offered.body["manifestId"]), 1));
    passed(await binh.send("POST", `/custody/containers/${bag.id}/unpacking`, {}));
    expect(await holder(packet)).toBe(`person ${who.binh}`);
    passed(await binh.send("POST", `/custody/containers/${bag.id}/end`, {}));
    expect((await pack(binh, bag, [packet])).body["code"]).toBe("container_ended");
  });

  test("a seal that differs opens nothing without a photo, and is a task with one", async () => {
    const packet = await sealedPacket();
    const open = (body: object) => desks.clerk.send("POST", `/custody/containers/${packet.id}/opening`, body);
    expect((await open({ seal: "SAI-SỐ" })).body["code"]).toBe("seal_unreadable");
    expect((await open({ seal: "SAI-001" })).body["code"]).toBe("seal_differs");
    const photoFileId = await keepFile(desks.clerk, "photo");
    const opened = passed(await open({ seal: "SAI-001", differs: { note: "Số trên bì khác", photoFileId } }));
    expect(opened.body["taskId"]).toEqual(expect.any(String));
    expect((await open({ seal: "SAI-001" })).body["code"]).toBe("container_open");
  });

  test("a torn packet is closed anew with an inventory record; a seal is used once", async () => {
    const packet = await sealedPacket();
    const other = await sealedPacket();
    const rewrap = async (seal: string) =>
      desks.clerk.send("POST", `/custody/containers/${packet.id}/rewrapping`, {
        seal,
        note: "Bì rách, đủ 3 tờ",
        photoFileId: await keepFile(desks.clerk, "photo"),
      });
    expect((await rewrap(other.seal)).body["code"]).toBe("seal_used");
    passed(await rewrap(`${packet.seal}-2`));
    passed(await rewrap(`${packet.seal}-3`));
    const torn = await app.owner.query<{ open: boolean }>(
      "select settled_at is null as open from space_dong_thap.custody_task where thing_id = $1 order by recorded_at, id",
      [packet.id],
    );
    // What was found last answers what was noted before.
    expect(torn.rows.map(({ open }) => open)).toEqual([false, true]);
    const { rows } = await app.owner.query<{ type: string; seal: string }>(
      "select type, seal from space_dong_thap.custody_entry where thing_id = $1 and seq > 1 order by seq",
      [packet.id],
    );
    expect(rows).toEqual([
      { type: "sealed", seal: packet.seal },
      { type: "opened", seal: packet.seal },
      { type: "sealed", seal: `${packet.seal}-2` },
      { type: "opened", seal: `${packet.seal}-2` },
      { type: "sealed", seal: `${packet.seal}-3` },
    ]);
  });

  test("sheets that are fewer than went in are a task; the paper comes out all the same", async () => {
    const packet = await makeContainer(desks.clerk);
    const [first, ...others] = await papers();
    passed(await pack(desks.clerk, packet, [first as Ref, ...others]));
    const counts = [{ id: (first as Ref).id, originals: 0, copies: 0 }];
    const out = passed(
      await desks.clerk.send("POST", `/custody/containers/${packet.id}/unpacking`, { counts }),
    );
    expect(out.body).toMatchObject({ unpacked: others.length + 1, tasks: 1 });
    expect(await holder(first as Ref)).toBe(`person ${who.clerk}`);
  });

  test.each([
    { act: "sealing", body: { seal: "NP-1" }, code: "container_empty", because: "nothing is in it" },
    { act: "opening", body: { seal: "NP-1" }, code: "container_open", because: "it was never closed" },
    {
      act: "unpacking",
      body: { things: [{ thing: "item", id: UNIT.id }] },
      code: "thing_not_inside",
      because: "it is not in it",
    },
  ])("$code: $because", async ({ act, body, code }) => {
    const packet = await makeContainer(desks.clerk);
    expect(
      (await desks.clerk.send("POST", `/custody/containers/${packet.id}/${act}`, body)).body["code"],
    ).toBe(code);
  });

  test("what is packed comes out by unpacking alone", async () => {
    const packet = await makeContainer(desks.clerk);
    const things = await papers();
    passed(await pack(desks.clerk, packet, things));
    expect((await offer(desks.clerk, things, UNIT)).body["code"]).toBe("thing_inside");
    expect((await desks.clerk.send("POST", `/custody/containers/${packet.id}/end`, {})).body["code"]).toBe(
      "container_not_empty",
    );
    const bag = await makeContainer(desks.clerk, "bag");
    expect((await pack(desks.clerk, packet, [bag])).body["code"]).toBe("bag_in_packet");
    expect((await pack(desks.clerk, packet, [packet])).body["code"]).toBe("thing_named_twice");
  });

  test("a courier who may not read the papers in a packet counts them, and cannot put it away with them", async () => {
    const packet = await sealedPacket();
    const offered = passed(await offer(desks.clerk, [packet], person(who.binh)));
    passed(await accept(binh, String(offered.body["manifestId"]), 1));
    const { body } = passed(await binh.get(`/custody/things/container/${packet.id}`));
    expect(body["contents"]).toEqual([]);
    expect((body["view"] as { originals: number }).originals).toBeGreaterThan(0);
    passed(await binh.send("POST", `/custody/containers/${packet.id}/opening`, { seal: packet.seal }));
    const ended = await binh.send("POST", `/custody/containers/${packet.id}/end`, {});
    expect(ended.body["code"]).toBe("container_not_empty");
    passed(await binh.send("POST", `/custody/containers/${packet.id}/sealing`, { seal: `${packet.seal}-B` }));
  });

  test("a label that was printed before names the packet, once", async () => {
    const make = (body: object) =>
      desks.clerk.send("POST", "/custody/containers", { kind: "packet", ...body });
    const first = passed(await make({}));
    expect((await make({ code: first.body["code"] })).body["code"]).toBe("container_code_used");
    expect((await make({ code: "B12345678" })).body["code"]).toBe("container_code_unreadable");
    const { code } = (await make({ kind: "bag" })).body;
    expect((await make({ code })).body["code"]).toBe("container_code_unreadable");
  });
});
