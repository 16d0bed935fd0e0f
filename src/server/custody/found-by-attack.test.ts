import { randomUUID } from "node:crypto";
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
import { accountId } from "../../../test/kit/mandate-forms.ts";
import { A_PNG, type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

let app: TestApp;
let desks: Desks;
let colleague: Client;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
  colleague = await app.signIn("phuc.clerk");
});
afterAll(() => app[Symbol.asyncDispose]());

const seal = (packet: Ref, number: string) =>
  desks.clerk.send("POST", `/custody/containers/${packet.id}/sealing`, { seal: number });
const filled = async () => {
  const packet = await makeContainer(desks.clerk);
  passed(await pack(desks.clerk, packet, await papersAtCounter(app, desks.clerk)));
  return packet;
};
const counterOf = async (by: Client) =>
  (passed(await by.get("/session")).body["counter"] as { id: string }).id;

test("no entry is before the one that it follows, though requests wait for each other and clocks are set back", async () => {
  const packet = await filled();
  app.clock.advance(-30 * 60_000);
  passed(await seal(packet, "LUI-1"));
  const to = { kind: "person", id: await accountId(app, "phuc.clerk") };
  const { manifestId } = passed(await offer(desks.clerk, [packet], to)).body;
  passed(await accept(colleague, String(manifestId), 1));
  const { rows } = await app.owner.query<{ type: string; after: boolean }>(
    `select type, recorded_at >= lag(recorded_at, 1, recorded_at) over (order by seq) as after
     from space_dong_thap.custody_entry where thing_id = $1 order by seq`,
    [packet.id],
  );
  expect(rows.map(({ type }) => type)).toEqual(["born", "sealed", "handedOver"]);
  expect(rows.every(({ after }) => after)).toBe(true);
  app.clock.advance(30 * 60_000);
});

test("one number seals one container, also of two that are sealed at one moment", async () => {
  const packets = await Promise.all([filled(), filled(), filled()]);
  const answers = await Promise.all(packets.map((packet) => seal(packet, "CHUNG-1")));
  expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([200, 409, 409]);
});

describe("a counter at which somebody else sits too", () => {
  test("is common: what is put there is handed over with two signatures", async () => {
    const packet = await sealedPacketOf(app, desks.clerk);
    const counterId = await counterOf(desks.clerk);
    const to = { kind: "counter", id: counterId };
    const put = async () =>
      desks.clerk.send("POST", "/custody/placing", {
        things: [refOf(packet)],
        to,
        signature: await sign(desks.clerk),
      });
    await app.owner.query("update nation.session set counter_id = $1 where account_id = $2", [
      counterId,
      await accountId(app, "phuc.clerk"),
    ]);
    expect((await put()).body["code"]).toBe("two_signatures_needed");
    const { manifestId } = passed(await offer(desks.clerk, [packet], to)).body;
    // The addressee's no is a refusal, though he answers for the giver's counter too.
    const no = await colleague.send("POST", `/custody/manifests/${String(manifestId)}/settlement`, {
      reason: "Chưa đếm được",
    });
    expect(passed(no).body["state"]).toBe("refused");
    await app.owner.query("update nation.session set counter_id = null where account_id = $1", [
      await accountId(app, "phuc.clerk"),
    ]);
    expect((await offer(desks.clerk, [packet], to)).body["code"]).toBe("one_signature_enough");
    passed(await put());
    expect(await holderOf(app, packet)).toBe(`counter ${counterId}`);
  });
});

test("nothing is offered to somebody whose work it is not", async () => {
  const packet = await sealedPacketOf(app, desks.clerk);
  const to = { kind: "person", id: await accountId(app, "quyen.admin") };
  expect((await offer(desks.clerk, [packet], to)).body["code"]).toBe("receiver_unknown");
  const { receivers } = passed(await desks.clerk.get("/custody/receivers?q=quyen")).body as {
    receivers: { id: string }[];
  };
  expect(receivers.map(({ id }) => id)).not.toContain(to.id);
});

test("what is broken is shown by its photo", async () => {
  const packet = await sealedPacketOf(app, desks.clerk);
  const to = { kind: "person", id: await accountId(app, "phuc.clerk") };
  const { manifestId } = passed(await offer(desks.clerk, [packet], to)).body;
  const broken = { kind: "sealBroken", position: 1, note: "Tem bong ra" };
  const take = (difference: object) =>
    accept(colleague, String(manifestId), 1, { differences: [difference] });
  expect((await take(broken)).body["code"]).toBe("difference_without_photo");
  passed(await take({ ...broken, photoFileId: await keepFile(colleague, "photo") }));
});

test("a signature that no paper could print is not kept, whichever way it comes", async () => {
  const cut = A_PNG.subarray(0, -6);
  const whole = await desks.clerk.send("POST", "/custody/files?purpose=signature", cut, {
    type: "image/png",
  });
  expect(whole.body["code"]).toBe("signature_unreadable");
  const upload = `/custody/uploads/${randomUUID()}?purpose=signature&bytes=${cut.length}&from=0`;
  const parts = await desks.clerk.send("PUT", upload, cut, { type: "application/octet-stream" });
  expect(parts.body["code"]).toBe("signature_unreadable");
});
