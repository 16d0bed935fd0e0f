import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type Ref,
  accept,
  holderOf,
  makeContainer,
  offer,
  pack,
  papersAtCounter,
  refOf,
  sealedPacketOf,
  sign,
  keepFile,
} from "../../../test/kit/custody.ts";
import { receive } from "../../../test/kit/forms.ts";
import { read, squeezed } from "../../../test/kit/pdf-words.ts";
import { type Desks, bringTo, openDesks, passed, returnForm } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

const DRIVER = { name: "Trần Văn Tài", paper: "CCCD 087085004321", phone: "0912 345 678" };

let app: TestApp;
let desks: Desks;
let courier: Client;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  courier = await app.signIn("binh.courier");
});
afterAll(() => app[Symbol.asyncDispose]());

const hand = async (things: readonly Ref[]) =>
  desks.clerk.send("POST", "/custody/hand-overs", {
    things: things.map(refOf),
    receiver: DRIVER,
    signature: await sign(desks.clerk),
    receiverSignature: await sign(desks.clerk),
  });
const take = async (by: Client, codes: readonly string[], changes: Record<string, unknown> = {}) =>
  by.send("POST", "/custody/takings", {
    codes,
    giverSignature: await sign(by),
    signature: await sign(by),
    ...changes,
  });
const meOf = async (by: Client) => String((await by.get("/session")).body["accountId"]);

describe("what somebody without an account has brought", () => {
  test("is taken over by whoever it is brought to, with two signatures and a record that names him", async () => {
    const packet = await sealedPacketOf(app, desks.clerk);
    const other = await makeContainer(desks.clerk, "bag");
    passed(await hand([packet, other]));
    // Nobody of the agency could see them before: the label in hand is what tells them.
    const taker = await app.signIn("ha.case");
    expect((await taker.get(`/custody/things/container/${packet.id}`)).status).toBe(404);
    const taken = passed(await take(taker, [packet.code, ` ${other.code.toLowerCase()} `])).body;
    expect(taken).toMatchObject({ accepted: 2, number: expect.stringMatching(/^BK-2026-/) });
    expect(await holderOf(app, packet)).toBe(`person ${await meOf(taker)}`);
    const { body } = passed(await taker.get(`/custody/manifests/${String(taken["manifestId"])}`));
    expect(body).toMatchObject({
      manifest: { from: { kind: "outsider", name: DRIVER.name }, state: "accepted" },
      outsider: { name: DRIVER.name, paper: DRIVER.paper },
    });
    const paper = passed(
      await taker.get(`/custody/manifests/${String(taken["manifestId"])}/print?paper=record`),
    );
    expect(read(paper.bytes)).toContain(squeezed(DRIVER.paper));
  });

  test("is taken from nobody else, not twice, not with one signature, and not by a label that nobody knows", async () => {
    const packet = await sealedPacketOf(app, desks.clerk);
    expect((await take(courier, [packet.code])).body["code"]).toBe("not_with_outsider");
    passed(await hand([packet]));
    const signature = await sign(courier);
    const one = await take(courier, [packet.code], { giverSignature: signature, signature });
    expect(one.body["code"]).toBe("one_signature_enough");
    expect((await take(courier, [packet.code, packet.code])).body["code"]).toBe("thing_named_twice");
    expect((await take(courier, ["B000"])).body["code"]).toBe("not_found");
    const another = await sealedPacketOf(app, desks.clerk);
    passed(await hand([another]));
    expect((await take(courier, [packet.code, another.code])).body["code"]).toBe("things_of_several");
    const answers = await Promise.all([take(courier, [packet.code]), take(desks.officer, [packet.code])]);
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409]);
  });

  test("was never loose papers: those go to nobody outside", async () => {
    const [paper] = await papersAtCounter(app, desks.clerk);
    expect((await hand(paper ? [paper] : [])).body["code"]).toBe("item_needs_packet");
  });
});

describe("the papers of a bag", () => {
  test("name every packet in it, as it was signed", async () => {
    const [one, two] = [await sealedPacketOf(app, desks.clerk), await sealedPacketOf(app, desks.clerk)];
    const bag = await makeContainer(desks.clerk, "bag");
    passed(await pack(desks.clerk, bag, [one, two]));
    const to = { kind: "person", id: await meOf(courier) };
    const manifestId = String(passed(await offer(desks.clerk, [bag], to)).body["manifestId"]);
    const print = async (paper: string) =>
      read(passed(await desks.clerk.get(`/custody/manifests/${manifestId}/print?paper=${paper}`)).bytes);
    for (const word of [one.code, two.code, one.seal, "Tổng cộng: 1 dòng"])
      expect(await print("manifest")).toContain(squeezed(word));
    passed(await accept(courier, manifestId, 1));
    for (const word of [one.code, two.code]) expect(await print("record")).toContain(squeezed(word));
  });

  test("say what the receiver did not find, and put nothing into the giver's mouth", async () => {
    const [one, two] = [await sealedPacketOf(app, desks.clerk), await sealedPacketOf(app, desks.clerk)];
    const to = { kind: "person", id: await meOf(courier) };
    const manifestId = String(passed(await offer(desks.clerk, [one, two], to)).body["manifestId"]);
    const differences = [
      {
        kind: "sealDiffers",
        position: 1,
        note: "Đọc được NP-9",
        photoFileId: await keepFile(courier, "photo"),
      },
      { kind: "missing", position: 2, note: "Không có" },
    ];
    passed(await accept(courier, manifestId, 1, { differences }));
    const print = async (paper: string) =>
      read(passed(await desks.clerk.get(`/custody/manifests/${manifestId}/print?paper=${paper}`)).bytes);
    const list = await print("manifest");
    for (const word of ["Thiếu, không nhận", "1 trong 2 dòng"]) expect(list).toContain(squeezed(word));
    expect(list).not.toContain(squeezed("là đề nghị bàn giao"));
    const record = await print("record");
    expect(record).toContain(squeezed("Có sai lệch"));
    expect(record).not.toContain(squeezed("Còn niêm phong, không mở"));
    expect(record).not.toContain(squeezed("Hai bên đã kiểm đếm và xác nhận"));
  });
});

describe("an act of the dossier", () => {
  test("a result that went back to the agency is returned to nobody before it is fetched", async () => {
    const dossierId = String(passed(await receive(desks.clerk, {})).body["dossierId"]);
    await bringTo(desks, dossierId, "finished");
    const { rows } = await app.owner.query<{ id: string; agency: string }>(
      "select i.id, d.deciding_agency_id as agency from space_dong_thap.item i join space_dong_thap.dossier d on d.id = i.dossier_id where d.id = $1 and i.kind = 'result'",
      [dossierId],
    );
    const [row] = rows;
    const result: Ref = { thing: "item", id: row?.id ?? "" };
    const back = passed(await offer(desks.officer, [result], { kind: "agency", id: row?.agency ?? "" }));
    passed(await accept(desks.approver, String(back.body["manifestId"]), 1));
    const form = await returnForm(desks.clerk, dossierId, 5);
    const returned = await desks.clerk.send("POST", `/dossiers/${dossierId}/return`, form);
    expect(returned.body["code"]).toBe("result_in_container");
  });
});
