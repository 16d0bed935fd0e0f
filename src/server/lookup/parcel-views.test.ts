import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { CITIZEN, type PostalDesk, postalDesk, shipmentsOf } from "../../../test/kit/postal.ts";
import { bringTo, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { slipOf } from "../../../test/kit/track-secret.ts";
import { type Instant, addMilliseconds, localTime } from "#domain/shared/instant.ts";
import { addDays } from "#domain/shared/plain-date.ts";
import { trackDossier } from "./track-dossier.ts";

let app: TestApp;
let post: PostalDesk;
beforeAll(async () => {
  app = await testApp();
  post = await postalDesk(app);
});
afterAll(() => app[Symbol.asyncDispose]());

async function look(dossierId: string) {
  const { code, secret } = await slipOf(app, dossierId);
  const found = await trackDossier(app.program.deps, {
    code,
    secret,
    address: "203.0.113.9",
    now: app.clock.now(),
    requestId: "r",
  });
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

const DAY = 24 * 60 * 60_000;
const before = (minutes: number): Instant => addMilliseconds(app.clock.now(), -minutes * 60_000);

describe("the citizen's page of a dossier by post", () => {
  test("shows the way in, as it happened, whenever and however often it was heard", async () => {
    const dossierId = await post.received();
    const [first] = shipmentsOf(passed(await post.order(dossierId, { service: "send" })));
    const shipmentId = first?.shipmentId ?? "";
    expect((await look(dossierId)).parcels).toMatchObject([
      { leg: "send", live: true, waitsForResult: false },
    ]);
    app.clock.advance(30 * 60_000);
    const report = (type: string, minutes: number) =>
      post.report(shipmentId, type, { at: before(minutes) }).then(passed);
    await report("accepted", 5);
    await report("pickedUp", 9);
    await report("accepted", 5);
    const [parcel] = (await look(dossierId)).parcels;
    expect(parcel).toMatchObject({ state: "accepted", live: true, late: false });
    expect(parcel?.dueOn).not.toBeNull();
    const types = parcel?.events.map(({ type }) => type) ?? [];
    expect(types.indexOf("pickedUp")).toBeLessThan(types.indexOf("accepted"));
  });

  test("says that the way back waits for the result, and leaves out what was cancelled", async () => {
    const dossierId = await post.received();
    const answer = passed(await post.order(dossierId));
    expect((await look(dossierId)).parcels).toMatchObject([
      { leg: "return", waitsForResult: true, workingDays: 1, dueAtDoor: 26_000 },
    ]);
    const { order } = await post.view(shipmentsOf(answer)[0]?.shipmentId ?? "");
    const body = { version: order.version, reason: "citizen" };
    passed(await post.desks.clerk.send("POST", `/postal/orders/${order.orderId}/cancellation`, body));
    expect((await look(dossierId)).parcels).toEqual([]);
  });

  test("shows neither name nor address nor phone, and nothing of another dossier", async () => {
    const [mine, other] = [await post.received(), await post.received()];
    passed(await post.order(mine, { service: "send" }));
    await bringTo(post.desks, other, "forwarded");
    const seen = JSON.stringify((await look(mine)).parcels);
    for (const personal of [CITIZEN.name, CITIZEN.address, CITIZEN.phone, "0912"])
      expect(seen).not.toContain(personal);
    expect((await look(other)).parcels).toEqual([]);
  });

  test("promises the courier's next coming until its day is over, not after", async () => {
    const dossierId = await post.received();
    const [first] = shipmentsOf(passed(await post.order(dossierId, { service: "send" })));
    const shipmentId = first?.shipmentId ?? "";
    const nextOn = addDays(localTime(app.clock.now()).day, 1);
    passed(await post.report(shipmentId, "accepted", { at: before(1) }));
    passed(await post.report(shipmentId, "attemptFailed", { reason: "nobodyHome", nextOn }));
    app.clock.advance(DAY);
    expect((await look(dossierId)).parcels).toMatchObject([{ state: "attemptFailed", nextOn }]);
    app.clock.advance(DAY);
    expect((await look(dossierId)).parcels).toMatchObject([{ state: "attemptFailed", nextOn: null }]);
  });
});
