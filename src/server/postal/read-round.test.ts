import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accept, keepFile, makeContainer, offer, pack, papersAtCounter } from "../../../test/kit/custody.ts";
import { employ } from "../../../test/kit/employ.ts";
import { CITIZEN, type PostalDesk, postalDesk, shipmentsOf } from "../../../test/kit/postal.ts";
import { bringTo, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { addMilliseconds } from "#domain/shared/instant.ts";
import type { RoundStopView } from "#contract/rounds.ts";

let app: TestApp;
let desk: PostalDesk;
let courierId: string;
beforeAll(async () => {
  app = await testApp();
  desk = await postalDesk(app);
  courierId = String(
    (await app.owner.query("select id from nation.account where username = 'tho.courier'")).rows[0].id,
  );
});
afterAll(() => app[Symbol.asyncDispose]());

async function roundOf(by: Client): Promise<readonly RoundStopView[]> {
  return (passed(await by.get("/postal/round")).body as unknown as { stops: RoundStopView[] }).stops;
}

const stopOf = async (shipmentId: string) =>
  (await roundOf(desk.courier)).find((stop) => stop.shipmentId === shipmentId);

/** A result in a packet that the courier has in hand. */
async function inHand(citizen: Readonly<Record<string, unknown>> = CITIZEN): Promise<string> {
  const dossierId = await desk.received();
  const shipmentId =
    shipmentsOf(passed(await desk.order(dossierId, { citizen, codAmount: 8000 })))[0]?.shipmentId ?? "";
  await bringTo(desk.desks, dossierId, "finished");
  await app.owner.query("update space_dong_thap.shipment set told_at = ordered_at where id = $1", [
    shipmentId,
  ]);
  const { rows } = await app.owner.query<{ id: string }>(
    "select id from space_dong_thap.item where dossier_id = $1 and kind = 'result'",
    [dossierId],
  );
  const packet = await makeContainer(desk.desks.officer);
  passed(await pack(desk.desks.officer, packet, [{ thing: "item", id: rows[0]?.id ?? "" }]));
  const offered = passed(await offer(desk.desks.officer, [packet], { kind: "person", id: courierId }));
  passed(await accept(desk.courier, String(offered.body["manifestId"]), 1));
  return shipmentId;
}

async function packetOf(shipmentId: string) {
  const { packet } = (await desk.desks.clerk.get(`/postal/shipments/${shipmentId}`)).body as {
    packet: { id: string };
  };
  return { thing: "container", id: packet.id } as const;
}

const POINT = { latitude: 10.46, longitude: 105.63, accuracyMetres: 12 };

describe("the round of a courier", () => {
  test("has what is to be fetched, with the door and nothing to collect that was paid", async () => {
    const shipmentId = await desk.ordered();
    expect(await stopOf(shipmentId)).toMatchObject({
      task: "collect",
      name: CITIZEN.name,
      address: CITIZEN.address,
      phone: "0912345678",
      commune: "Xã Bình Thành",
      collect: { fees: 0, postage: 0 },
      point: null,
    });
    // What is counted at the door is what the citizen has of the dossier's papers: not what lies at the counter already.
    expect((await stopOf(shipmentId))?.papers).toEqual([]);
    const move = (kind: string, holder: string) =>
      app.owner.query(
        `update space_dong_thap.item i set holder_kind = ${kind}, holder_id = ${holder}
         from space_dong_thap.shipment s, space_dong_thap.custody_entry e
         where s.id = $1 and i.dossier_id = s.dossier_id and i.position = 0 and e.thing_id = i.id and e.type = 'born'`,
        [shipmentId],
      );
    await move("'citizen'", "null");
    const { papers = [] } = (await stopOf(shipmentId)) ?? {};
    await move("e.to_kind", "e.to_id");
    expect(papers).toHaveLength(1);
    expect(papers.every(({ name, originals, copies }) => name !== "" && originals + copies > 0)).toBe(true);
  });

  test("says beside the stops what goes on by a bảng kê, and what waits for a signature", async () => {
    const beside = async () => {
      const { carried, offered } = passed(await desk.courier.get("/postal/round")).body as {
        carried: { code: string; sheets: number }[];
        offered: number;
      };
      return { carried: carried.map(({ code, sheets }) => `${code} ${sheets}`), offered };
    };
    await inHand();
    const before = await beside();
    const papers = await papersAtCounter(app, desk.desks.clerk);
    const packet = await makeContainer(desk.desks.clerk);
    passed(await pack(desk.desks.clerk, packet, papers));
    const given = passed(await offer(desk.desks.clerk, [packet], { kind: "person", id: courierId }));
    expect(await beside()).toEqual({ ...before, offered: before.offered + 1 });
    passed(await accept(desk.courier, String(given.body["manifestId"]), 1));
    const { rows } = await app.owner.query<{ sheets: number }>(
      "select sum(originals + copies)::int as sheets from space_dong_thap.item where holder_id = $1",
      [packet.id],
    );
    expect(await beside()).toEqual({
      carried: [...before.carried, `${packet.code} ${rows[0]?.sheets}`].toSorted(),
      offered: before.offered,
    });
  });

  test("has a result only while its packet is in this courier's hands, with what the citizen pays", async () => {
    const shipmentId = await inHand();
    expect(await stopOf(shipmentId)).toMatchObject({
      task: "deliver",
      collect: { fees: 8000, postage: 26_000 },
    });
    expect((await stopOf(shipmentId))?.packetCode).toMatch(/^B/);
    await employ(app, "sau.courier", [{ role: "courier", at: "post:30163:30148" }]);
    const another = await app.signIn("sau.courier");
    expect((await roundOf(another)).map((stop) => stop.shipmentId)).not.toContain(shipmentId);
    const signatureFileId = await keepFile(desk.courier, "signature");
    passed(
      await desk.report(shipmentId, "delivered", {
        delivery: { taker: "recipient", name: CITIZEN.name, identityChecked: true },
        signatureFileId,
      }),
    );
    expect(await stopOf(shipmentId)).toBeUndefined();
    // Who took it, as the courier saw it, is there for whoever is asked later.
    const { body } = passed(await desk.desks.clerk.get(`/postal/shipments/${shipmentId}`));
    expect((body["events"] as Record<string, unknown>[]).at(-1)).toMatchObject({
      type: "delivered",
      by: "tho.courier",
      proof: { taker: "recipient", name: CITIZEN.name, identityChecked: true, papersRecovered: 0 },
      signatureFileId,
    });
  });

  test("has nothing of what is lost: nobody is to come to a door for it", async () => {
    const shipmentId = await inHand();
    passed(await desk.report(shipmentId, "lost"));
    expect(await stopOf(shipmentId)).toBeUndefined();
    const { body } = passed(await desk.desks.clerk.get(`/postal/shipments/${shipmentId}`));
    expect(body["afterAttempt"]).toBeNull();
  });

  test("is not said to be lost by who does not have it, nor visited before it was taken over", async () => {
    const shipmentId = await inHand();
    const muoi = await employ(app, "muoi.courier", [{ role: "courier", at: "post:30163:30148" }]);
    const another = await app.signIn("muoi.courier");
    const lost = await desk.report(shipmentId, "lost", {}, another);
    expect(lost.body["code"]).toBe("packet_elsewhere");
    const before = (milliseconds: number) => ({ at: addMilliseconds(app.clock.now(), -milliseconds) });
    expect((await desk.report(shipmentId, "accepted", before(3_600_000))).body["code"]).toBe(
      "report_too_early",
    );
    app.clock.advance(60_000);
    const [packet, officer] = [await packetOf(shipmentId), desk.desks.officer];
    const officerId = String((await officer.get("/session")).body["accountId"]);
    const back = passed(await offer(desk.courier, [packet], { kind: "person", id: officerId }));
    passed(await accept(officer, String(back.body["manifestId"]), 1));
    expect((await desk.report(shipmentId, "lost")).body["code"]).toBe("packet_elsewhere");
    const given = passed(await offer(officer, [packet], { kind: "person", id: muoi }));
    passed(await accept(another, String(given.body["manifestId"]), 1));
    const reason = { reason: "nobodyHome" };
    const tried = await desk.report(shipmentId, "attemptFailed", { ...reason, ...before(30_000) }, another);
    expect(tried.body["code"]).toBe("report_too_early");
    passed(await desk.report(shipmentId, "attemptFailed", reason, another));
    passed(await desk.report(shipmentId, "lost", {}, another));
  });

  test("says of what is wanted back that it goes to the unit", async () => {
    const shipmentId = await inHand();
    expect(await stopOf(shipmentId)).toMatchObject({ recalled: false });
    passed(await desk.desks.clerk.send("POST", `/postal/shipments/${shipmentId}/recall`, {}));
    expect(await stopOf(shipmentId)).toMatchObject({ recalled: true });
    // Nobody is sent to fetch at the agency what the courier still has.
    expect((await desk.report(shipmentId, "backAtAgency")).body["code"]).toBe("packet_still_out");
  });

  test("keeps what was fetched until it is brought in, of whoever fetched it", async () => {
    const shipmentId = await desk.ordered();
    passed(await desk.report(shipmentId, "pickedUp"));
    expect(await stopOf(shipmentId)).toMatchObject({ task: "bringIn", state: "pickedUp" });
  });

  test("says the day that was told to the citizen, and that it is due when it has come", async () => {
    const shipmentId = await inHand();
    passed(await desk.report(shipmentId, "attemptFailed", { reason: "nobodyHome", nextOn: "2026-11-17" }));
    expect(await stopOf(shipmentId)).toMatchObject({ attempts: 1, promisedOn: "2026-11-17" });
  });

  test("knows where a door is from an earlier visit to the same address, but not from a vague point", async () => {
    const door = (address: string) => ({ ...CITIZEN, address });
    const first = await inHand(door("Số 7, ấp Hạ, xã Bình Thành"));
    const vague = await inHand(door("Số 9, ấp Hạ, xã Bình Thành"));
    passed(await desk.report(first, "attemptFailed", { reason: "nobodyHome", point: POINT }));
    passed(
      await desk.report(vague, "attemptFailed", {
        reason: "nobodyHome",
        point: { ...POINT, accuracyMetres: 900 },
      }),
    );
    const again = await inHand(door("số 7, Ấp Hạ,  Xã Bình Thành."));
    expect((await stopOf(again))?.point).toEqual({ latitude: 10.46, longitude: 105.63 });
    expect((await stopOf(vague))?.point).toBeNull();
    const { rows } = await app.owner.query("select * from space_dong_thap.visit_point");
    expect(JSON.stringify(rows)).not.toContain("ấp Hạ");
  });

  test("is nobody's who brings nothing", async () => {
    expect((await desk.desks.officer.get("/postal/round")).body["code"]).toBe("permission_missing");
  });
});

describe("a photo in parts over a line that drops", () => {
  const PHOTO = Buffer.concat([
    Buffer.from("/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEB", "base64"),
    Buffer.alloc(700_000, 7),
  ]);
  const PART = 256 * 1024;
  const send = (id: string, from: number, by = desk.courier, bytes = PHOTO.length) =>
    by.send(
      "PUT",
      `/custody/uploads/${id}?purpose=photo&bytes=${bytes}&from=${from}`,
      PHOTO.subarray(from, from + PART),
      { type: "application/octet-stream" },
    );

  test("goes on where it stopped, whatever came twice or too early, and is one file", async () => {
    const id = randomUUID();
    expect(passed(await send(id, 0)).body).toEqual({ received: PART, fileId: null });
    expect(passed(await send(id, 0)).body, "the answer was lost, and it was sent again").toEqual({
      received: PART,
      fileId: null,
    });
    expect(passed(await send(id, 2 * PART)).body, "a gap").toEqual({ received: PART, fileId: null });
    expect(passed(await desk.courier.get(`/custody/uploads/${id}`)).body).toEqual({
      received: PART,
      fileId: null,
    });
    passed(await send(id, PART));
    const whole = passed(await send(id, 2 * PART)).body;
    expect(whole["received"]).toBe(PHOTO.length);
    const kept = await desk.courier.get(`/custody/files/${String(whole["fileId"])}`);
    expect(kept.bytes.equals(PHOTO)).toBe(true);
    expect(passed(await send(id, 2 * PART)).body["fileId"], "once whole it stays that file").toBe(
      whole["fileId"],
    );
    const { rows } = await app.owner.query(
      "select count(*)::int as n from space_dong_thap.custody_upload_part",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  test("two sendings of one part at once keep it once", async () => {
    const id = randomUUID();
    await Promise.all([send(id, 0), send(id, 0)]);
    expect((await desk.courier.get(`/custody/uploads/${id}`)).body).toEqual({ received: PART, fileId: null });
  });

  test("is nobody else's, and no larger than a file may be", async () => {
    const id = randomUUID();
    passed(await send(id, 0));
    expect((await desk.desks.officer.get(`/custody/uploads/${id}`)).status).toBe(404);
    expect((await send(id, PART, desk.desks.officer)).body["code"]).toBe("not_found");
    expect((await send(randomUUID(), 0, desk.courier, 21 * 1024 * 1024)).body["code"]).toBe(
      "input_too_large",
    );
  });

  test("that says it has no bytes is refused as empty", async () => {
    const path = `/custody/uploads/${randomUUID()}?purpose=photo&bytes=0&from=0`;
    const answer = await desk.courier.send("PUT", path, Buffer.alloc(0), {
      type: "application/octet-stream",
    });
    expect(answer.body["code"]).toBe("file_empty");
  });

  test("that is no picture is refused, and nothing of it stays", async () => {
    const id = randomUUID();
    const words = Buffer.from("không phải ảnh");
    const answer = await desk.courier.send(
      "PUT",
      `/custody/uploads/${id}?purpose=photo&bytes=${words.length}&from=0`,
      words,
      { type: "application/octet-stream" },
    );
    expect(answer.body["code"]).toBe("file_type_unknown");
    expect((await desk.courier.get(`/custody/uploads/${id}`)).status).toBe(404);
  });
});
