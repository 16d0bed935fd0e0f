import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keepFile } from "../../../test/kit/custody.ts";
import { type PostalDesk, postalDesk } from "../../../test/kit/postal.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { localTime } from "#domain/shared/instant.ts";
import { forgetOldPost } from "./forget-post.ts";

const RETENTION = { paperYears: 1, electronicYears: 5 };
let app: TestApp;
let post: PostalDesk;
beforeAll(async () => {
  app = await testApp();
  post = await postalDesk(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const forget = async () => {
  const { deps } = app.program;
  const [space] = deps.reference.current().spaces.filter(({ id }) => id === "dong-thap");
  if (!space) throw new Error("the test has a space");
  return forgetOldPost(deps.db, space, { now: app.clock.now(), retention: RETENTION });
};

/** A shipment that was delivered so many days ago. */
async function delivered(daysAgo: number): Promise<string> {
  const shipmentId = await post.ordered();
  app.clock.advance(60_000);
  passed(await post.report(shipmentId, "accepted"));
  app.clock.advance(60_000);
  const signatureFileId = await keepFile(post.courier, "signature");
  const delivery = { taker: "recipient", name: "Lê Minh Đức", identityChecked: true };
  passed(await post.report(shipmentId, "delivered", { delivery, signatureFileId }));
  await age(shipmentId, daysAgo);
  return shipmentId;
}

async function age(shipmentId: string, days: number): Promise<void> {
  await app.owner.query(
    `with s as (update space_dong_thap.shipment set accepted_on = accepted_on - $2::int where id = $1 returning order_id)
     update space_dong_thap.postal_order o set ordered_at = o.ordered_at - make_interval(days => $2) from s where o.id = s.order_id`,
    [shipmentId, days],
  );
}

const FIVE_YEARS = 5 * 365 + 2;

describe("what the post need not keep any more", () => {
  test("people and proofs of a delivery go after five years, once; its way and its price stay", async () => {
    const [old, younger] = [await delivered(FIVE_YEARS), await delivered(FIVE_YEARS - 10)];
    expect(await forget()).toBe(1);
    expect(await forget()).toBe(0);
    const gone = (await post.view(old)) as unknown as { order: Record<string, unknown>; events: unknown[] };
    expect(gone.order).toMatchObject({
      citizen: { name: "", phone: "", address: "" },
      forgottenAt: app.clock.now(),
    });
    expect(gone.order["quote"]).not.toBeNull();
    expect(gone.events).toHaveLength(3);
    const kept = (await post.view(younger)) as unknown as { order: Record<string, unknown> };
    expect(kept.order).toMatchObject({ citizen: { name: "Nguyễn Thị Hồng Nhung" }, forgottenAt: null });
    const { rows } = await app.owner.query<{ proofs: number }>(
      "select count(proof_sealed)::int as proofs from space_dong_thap.shipment_event where shipment_id = any ($1)",
      [[old, younger]],
    );
    expect(rows[0]?.proofs).toBe(1);
    expect((await post.desks.clerk.get(`/postal/shipments/${old}/slip`)).body["code"]).toBe(
      "waybill_incomplete",
    );
  });

  test("what is under way, or has an open incident, stays whole however old it is", async () => {
    const underWay = await post.ordered();
    await age(underWay, FIVE_YEARS);
    const disputed = await delivered(0);
    const incident = {
      kind: "damaged",
      source: "counter",
      on: localTime(app.clock.now()).day,
      words: "Rách giấy.",
    };
    const opened = passed(
      await post.desks.clerk.send("POST", `/postal/shipments/${disputed}/incidents`, incident),
    );
    await age(disputed, FIVE_YEARS);
    expect(await forget()).toBe(0);
    const path = `/postal/incidents/${String(opened.body["incidentId"])}/withdrawal`;
    passed(
      await post.desks.clerk.send("POST", path, { version: 1, on: incident.on, words: "Bà Nhung đã nhận." }),
    );
    expect(await forget()).toBe(1);
  });
});
