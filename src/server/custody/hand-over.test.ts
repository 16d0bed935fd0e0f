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
  refOf,
  sealedPacketOf,
  sign,
} from "../../../test/kit/custody.ts";
import { receive } from "../../../test/kit/forms.ts";
import { type Desks, bringTo, openDesks, passed, returnForm } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
let binh: Client;
let tam: Client;
const who = { clerk: "", officer: "", caseOfficer: "", binh: "", tam: "" };
const OFFICE = { kind: "postOffice", id: referenceId("post:30163:30148") };
const UNIT = { kind: "unit", id: referenceId("unit:commune:30163") };

beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  binh = await app.signIn("binh.courier");
  tam = await app.signIn("tam.courier");
  const me = async (client: Client) => String((await client.get("/session")).body["accountId"]);
  who.clerk = await me(desks.clerk);
  who.officer = await me(desks.officer);
  who.caseOfficer = await me(desks.caseOfficer);
  who.binh = await me(binh);
  who.tam = await me(tam);
});
afterAll(() => app[Symbol.asyncDispose]());

const papers = () => papersAtCounter(app, desks.clerk);
const sealedPacket = () => sealedPacketOf(app, desks.clerk);
const holder = (ref: Ref) => holderOf(app, ref);

async function tasks(manifestId: string): Promise<readonly string[]> {
  const { rows } = await app.owner.query<{ kind: string }>(
    "select kind from space_dong_thap.custody_task where manifest_id = $1 order by kind",
    [manifestId],
  );
  return rows.map(({ kind }) => kind);
}

const person = (id: string) => ({ kind: "person", id });

describe("only acceptance moves the holder", () => {
  test("a sealed packet is offered to the courier, who accepts it; the papers in it go with it", async () => {
    const packet = await sealedPacket();
    const offered = passed(await offer(desks.clerk, [packet], person(who.binh)));
    expect(await holder(packet)).toBe(`person ${who.clerk}`);
    const manifestId = String(offered.body["manifestId"]);
    const accepted = passed(await accept(binh, manifestId, 1));
    expect(accepted.body).toEqual({ manifestId, accepted: 1, tasks: 0, competing: false });
    expect(await holder(packet)).toBe(`person ${who.binh}`);
    const { rows } = await app.owner.query<{ kind: string }>(
      "select holder_kind as kind from space_dong_thap.item where holder_id = $1",
      [packet.id],
    );
    expect(rows.map(({ kind }) => kind)).not.toEqual([]);
    const signed = await app.owner.query(
      `select s.signer_id from space_dong_thap.manifest m
       join space_dong_thap.custody_signature s on s.id in (m.offer_signature_id, m.accept_signature_id) where m.id = $1`,
      [manifestId],
    );
    expect(signed.rows.map((row: { signer_id: string }) => row.signer_id).toSorted()).toEqual(
      [who.clerk, who.binh].toSorted(),
    );
  });

  test("the numbers of a year follow each other without a gap", async () => {
    const numbers: string[] = [];
    for (const packet of [await sealedPacket(), await sealedPacket()])
      numbers.push(String(passed(await offer(desks.clerk, [packet], OFFICE)).body["number"]));
    const [one, other] = numbers.map((number) => Number(number.slice(-6)));
    expect(numbers[0]).toMatch(/^BK-2026-\d{6}$/);
    expect((other ?? 0) - (one ?? 0)).toBe(1);
  });

  test("whoever it is not offered to does not accept it, be it of the same house", async () => {
    const offered = passed(await offer(desks.clerk, [await sealedPacket()], person(who.binh)));
    const manifestId = String(offered.body["manifestId"]);
    expect((await accept(tam, manifestId, 1)).body["code"]).toBe("manifest_not_yours");
    expect((await accept(desks.caseOfficer, manifestId, 1)).body["code"]).toBe("not_found");
  });

  test("the giver withdraws an offer and the addressee refuses one: everything stays where it was", async () => {
    for (const [by, state] of [
      [desks.clerk, "withdrawn"],
      [binh, "refused"],
    ] as const) {
      const packet = await sealedPacket();
      const offered = passed(await offer(desks.clerk, [packet], person(who.binh)));
      const url = `/custody/manifests/${String(offered.body["manifestId"])}`;
      const ended = passed(await by.send("POST", `${url}/settlement`, { reason: "Nhầm người nhận" }));
      expect(ended.body["state"]).toBe(state);
      expect(await holder(packet)).toBe(`person ${who.clerk}`);
      expect((await accept(binh, String(offered.body["manifestId"]), 1)).body["code"]).toBe(
        "manifest_settled",
      );
      passed(await offer(desks.clerk, [packet], OFFICE));
    }
  });

  test("an answer that was lost comes again: the same key gives the same answer, and nothing is written twice", async () => {
    const packet = await sealedPacket();
    const offered = passed(await offer(desks.clerk, [packet], person(who.binh)));
    const url = `/custody/manifests/${String(offered.body["manifestId"])}/acceptance`;
    const body = { counted: 1, signature: await sign(binh) };
    const [first, second] = [
      await binh.send("POST", url, body, { key: "lost-answer" }),
      await binh.send("POST", url, body, { key: "lost-answer" }),
    ];
    expect(second.body).toEqual(first.body);
    const entries = await app.owner.query("select 1 from space_dong_thap.custody_entry where thing_id = $1", [
      packet.id,
    ]);
    expect(entries.rowCount).toBe(3); // born, sealed, handed over
  });

  test("an office's bag is taken by one of its couriers in person", async () => {
    const packet = await sealedPacket();
    const offered = passed(await offer(desks.officer, [await handedToOfficer(packet)], OFFICE));
    passed(await accept(tam, String(offered.body["manifestId"]), 1, { inPerson: true }));
    expect(await holder(packet)).toBe(`person ${who.tam}`);
  });
});

/** The clerk's packet, in the officer's hands. */
async function handedToOfficer(packet: Ref): Promise<Ref> {
  const offered = passed(await offer(desks.clerk, [packet], person(who.officer)));
  passed(await accept(desks.officer, String(offered.body["manifestId"]), 1));
  return packet;
}

describe("what differs is recorded at that moment, and becomes a task", () => {
  test("a packet that is not there stays with the giver", async () => {
    const [there, gone] = [await sealedPacket(), await sealedPacket()];
    const offered = passed(await offer(desks.clerk, [there, gone], person(who.binh)));
    const manifestId = String(offered.body["manifestId"]);
    const accepted = passed(
      await accept(binh, manifestId, 1, {
        differences: [{ kind: "missing", position: 2, note: "Không có trong túi" }],
      }),
    );
    expect(accepted.body).toMatchObject({ accepted: 1, tasks: 1 });
    expect([await holder(there), await holder(gone)]).toEqual([`person ${who.binh}`, `person ${who.clerk}`]);
    expect(await tasks(manifestId)).toEqual(["missing"]);
  });

  test("torn, with another seal, and one too many: each with its photo, the holder moves all the same", async () => {
    const [torn, other] = [await sealedPacket(), await sealedPacket()];
    const offered = passed(await offer(desks.clerk, [torn, other], person(who.binh)));
    const manifestId = String(offered.body["manifestId"]);
    const differences = [
      { kind: "torn", position: 1, note: "Rách mép", photoFileId: await keepFile(binh, "photo") },
      { kind: "sealDiffers", position: 2, note: "Số khác", photoFileId: await keepFile(binh, "photo") },
      { kind: "extra", scanned: "B00000000X", note: "Không có trong bảng kê" },
    ];
    passed(await accept(binh, manifestId, 3, { differences }));
    expect(await tasks(manifestId)).toEqual(["extra", "sealDiffers", "torn"]);
    expect(await holder(torn)).toBe(`person ${who.binh}`);
  });

  test("two couriers take the same bag without a network: the first that is recorded has it, the other is a task", async () => {
    const packet = await sealedPacket();
    const offered = passed(await offer(await officerWith(packet), [packet], OFFICE));
    const manifestId = String(offered.body["manifestId"]);
    const takenAt = app.clock.now();
    passed(await accept(binh, manifestId, 1, { inPerson: true, takenAt }));
    const second = passed(await accept(tam, manifestId, 1, { inPerson: true, takenAt }));
    expect(second.body).toMatchObject({ accepted: 0, competing: true });
    expect(await holder(packet)).toBe(`person ${who.binh}`);
    const { rows } = await app.owner.query<Record<string, string>>(
      "select kind, claimed_id, signature_id from space_dong_thap.custody_task where manifest_id = $1",
      [manifestId],
    );
    expect(rows).toEqual([{ kind: "competing", claimed_id: who.tam, signature_id: expect.any(String) }]);
  });

  test.each([
    { more: { counted: 2 }, code: "count_differs", because: "two were counted of one line" },
    { more: { counted: 0 }, code: "count_differs", because: "none was counted" },
    {
      more: { counted: 1, differences: [{ kind: "torn", position: 2, note: "?" }] },
      code: "difference_without_line",
      because: "there is no second line",
    },
    {
      more: { counted: 2, differences: [{ kind: "extra", note: "?" }] },
      code: "difference_without_line",
      because: "nothing was scanned",
    },
    {
      more: { counted: 1, differences: [{ kind: "torn", position: 1, note: "?", photoFileId: OFFICE.id }] },
      code: "file_missing",
      because: "the photo never came",
    },
  ])("$code: $because", async ({ more, code }) => {
    const packet = await sealedPacket();
    const offered = passed(await offer(desks.clerk, [packet], person(who.binh)));
    const { counted, ...rest } = more;
    const answer = await accept(binh, String(offered.body["manifestId"]), counted, rest);
    expect(answer.body["code"]).toBe(code);
    expect(await holder(packet)).toBe(`person ${who.clerk}`);
  });
});

async function officerWith(packet: Ref): Promise<Client> {
  await handedToOfficer(packet);
  return desks.officer;
}

describe("an offer that cannot be made", () => {
  test.each<{
    make: () => Promise<readonly [readonly (Ref & { seal?: string })[], { kind: string; id: string }]>;
    code: string;
    because: string;
  }>([
    {
      make: async () => [[await sealedPacket()], person(who.clerk)],
      code: "one_signature_enough",
      because: "it would be offered to oneself",
    },
    {
      make: async () => [[{ ...(await sealedPacket()), seal: "XX-999" }], UNIT],
      code: "seal_differs",
      because: "the seal read is another one",
    },
    {
      make: async () => {
        const packet = await sealedPacket();
        return [[packet, packet], UNIT];
      },
      code: "thing_named_twice",
      because: "it was scanned twice",
    },
    {
      make: async () => [[{ thing: "container", id: UNIT.id }], UNIT],
      code: "not_found",
      because: "there is no such packet",
    },
    {
      make: async () => [[...(await papers()), await sealedPacket()], UNIT],
      code: "things_of_several",
      because: "the papers are at the counter, the packet in hand",
    },
    {
      make: async () => [await papers(), person(who.binh)],
      code: "item_needs_packet",
      because: "a courier carries packets",
    },
    {
      make: async () => [[await sealedPacket()], person(UNIT.id)],
      code: "receiver_unknown",
      because: "nobody of that name works here",
    },
    {
      make: async () => [[await sealedPacket()], { kind: "place", id: UNIT.id }],
      code: "receiver_unknown",
      because: "there is no such shelf",
    },
  ])("$code: $because", async ({ make, code }) => {
    const [things, to] = await make();
    expect((await offer(desks.clerk, things, to)).body["code"]).toBe(code);
  });

  test("what is offered to one is offered to no other, nor opened, nor packed", async () => {
    const packet = await sealedPacket();
    passed(await offer(desks.clerk, [packet], UNIT));
    expect((await offer(desks.clerk, [packet], person(who.binh))).body["code"]).toBe("thing_offered");
    const opened = await desks.clerk.send("POST", `/custody/containers/${packet.id}/opening`, {
      seal: packet.seal,
    });
    expect(opened.body["code"]).toBe("thing_offered");
    const bag = await makeContainer(desks.clerk, "bag");
    expect((await pack(desks.clerk, bag, [packet])).body["code"]).toBe("thing_offered");
  });

  test("a signature signs once: neither a second offer nor the other side", async () => {
    const signature = await sign(desks.clerk);
    const send = async () =>
      desks.clerk.send("POST", "/custody/manifests", {
        things: [refOf(await sealedPacket())],
        to: UNIT,
        signature,
      });
    passed(await send());
    expect((await send()).body["code"]).toBe("file_missing");
  });

  test("nobody acts with what somebody else drew or photographed", async () => {
    const packet = await sealedPacket();
    const named = { things: [refOf(packet)], to: person(who.officer) };
    const drawn = { ...named, signature: await sign(binh) };
    expect((await desks.clerk.send("POST", "/custody/manifests", drawn)).body["code"]).toBe("file_missing");
    const offered = passed(await offer(desks.clerk, [packet], person(who.binh)));
    const photoFileId = await keepFile(desks.clerk, "photo");
    const torn = { kind: "torn", position: 1, note: "Rách", photoFileId };
    const answer = await accept(binh, String(offered.body["manifestId"]), 1, { differences: [torn] });
    expect(answer.body["code"]).toBe("file_missing");
  });

  test("a clock that was set back takes nothing over before it was offered", async () => {
    const packet = await sealedPacket();
    const manifestId = String(
      passed(await offer(desks.clerk, [packet], person(who.binh))).body["manifestId"],
    );
    app.clock.advance(60_000);
    passed(await accept(binh, manifestId, 1, { takenAt: "1900-01-01T00:00:00.000Z" }));
    const { rows } = await app.owner.query(
      `select m.taken_at = m.offered_at and s.signed_at = m.offered_at as kept
       from space_dong_thap.manifest m join space_dong_thap.custody_signature s on s.id = m.accept_signature_id
       where m.id = $1`,
      [manifestId],
    );
    expect(rows).toEqual([{ kept: true }]);
  });

  test("two who pack into what the other packs do not wait for each other in a circle", async () => {
    for (let round = 0; round < 3; round += 1) {
      const [one, other] = [await makeContainer(desks.clerk, "bag"), await makeContainer(desks.clerk, "bag")];
      const answers = await Promise.all([pack(desks.clerk, one, [other]), pack(desks.clerk, other, [one])]);
      const statuses = new Set(answers.map(({ status }) => status));
      expect(statuses).toEqual(new Set([200, 409]));
    }
  });

  test("somebody else's papers are offered by nobody", async () => {
    const packet = await sealedPacket();
    expect((await offer(desks.officer, [packet], person(who.binh))).body["code"]).toBe("not_holder");
    expect((await offer(binh, [packet], UNIT)).body["code"]).toBe("not_holder");
  });
});

describe("the common place of an office", () => {
  test("nobody puts something there alone: a colleague takes it over, and whoever takes it out signs", async () => {
    const packet = await sealedPacket();
    const offered = passed(await offer(desks.clerk, [packet], OFFICE));
    const manifestId = String(offered.body["manifestId"]);
    expect((await accept(desks.clerk, manifestId, 1)).body["code"]).toBe("manifest_not_yours");
    passed(await accept(binh, manifestId, 1));
    expect(await holder(packet)).toBe(`postOffice ${OFFICE.id}`);
    const take = { things: [refOf(packet)], to: person(who.tam), signature: await sign(tam) };
    passed(await tam.send("POST", "/custody/placing", take));
    expect(await holder(packet)).toBe(`person ${who.tam}`);
  });
});

describe("an act of the dossier waits for its papers", () => {
  test("a result in a packet is returned to nobody; out of it, it is", async () => {
    const dossierId = String(passed(await receive(desks.clerk, {})).body["dossierId"]);
    await bringTo(desks, dossierId, "finished");
    const { rows } = await app.owner.query<{ id: string }>(
      "select id from space_dong_thap.item where dossier_id = $1 and kind = 'result'",
      [dossierId],
    );
    const result: Ref = { thing: "item", id: rows[0]?.id ?? "" };
    const packet = await makeContainer(desks.officer);
    passed(await pack(desks.officer, packet, [result]));
    const hand = async () =>
      desks.clerk.send("POST", `/dossiers/${dossierId}/return`, await returnForm(desks.clerk, dossierId, 5));
    expect((await hand()).body["code"]).toBe("result_in_container");
    passed(await desks.officer.send("POST", `/custody/containers/${packet.id}/unpacking`, {}));
    const offered = passed(await offer(desks.officer, [result], person(who.clerk)));
    expect((await hand()).body["code"]).toBe("result_in_container");
    passed(await accept(desks.clerk, String(offered.body["manifestId"]), 1));
    passed(await hand());
    expect(await holder(result)).toBe("citizen null");
  });
});

describe("one person's places", () => {
  test("from the counter into the own hands with one signature, and not into another's", async () => {
    const things = await papers();
    const place = async (to: object) =>
      desks.clerk.send("POST", "/custody/placing", {
        things: things.map(refOf),
        to,
        signature: await sign(desks.clerk),
      });
    expect((await place(person(who.officer))).body["code"]).toBe("two_signatures_needed");
    expect((await place(OFFICE)).body["code"]).toBe("two_signatures_needed");
    passed(await place(person(who.clerk)));
    expect((await place(person(who.clerk))).body["code"]).toBe("placed_there_already");
  });
});
