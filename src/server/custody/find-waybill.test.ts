import { referenceId } from "#server/units/reference-table.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Ref, makeContainer, pack, refOf, sign } from "../../../test/kit/custody.ts";
import { receive } from "../../../test/kit/forms.ts";
import { ship } from "../../../test/kit/shipped.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

const WAYBILL = "EE000000015VN";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

interface View extends Ref {
  readonly code: string;
  readonly waybill: string | null;
}

async function find(q: string): Promise<readonly View[]> {
  const { body } = passed(await desks.officer.get(`/custody/things?q=${encodeURIComponent(q)}`));
  return body["things"] as View[];
}

test("a waybill leads to the packet and the papers, and stands on the packet that goes to the citizen alone", async () => {
  const dossierId = String(passed(await receive(desks.officer)).body["dossierId"]);
  await bringTo(desks, dossierId, "finished");
  const { rows: items } = await app.owner.query<{ id: string; kind: string }>(
    `select id, kind from space_dong_thap.item where dossier_id = $1 and holder_kind in ('unit', 'counter') order by kind`,
    [dossierId],
  );
  const belongsTo = referenceId("unit:commune:30163");
  const shelf = passed(
    await desks.officer.send("POST", "/custody/places", { kind: "shelf", name: "Kệ gửi", belongsTo }),
  ).body;
  const [outgoing, kept] = [await makeContainer(desks.officer), await makeContainer(desks.officer)];
  const result = items
    .filter(({ kind }) => kind === "result")
    .map(({ id }) => ({ thing: "item" as const, id }));
  const papers = items
    .filter(({ kind }) => kind === "paper")
    .map(({ id }) => ({ thing: "item" as const, id }));
  passed(
    await desks.officer.send("POST", "/custody/placing", {
      things: [...result, ...papers, outgoing, kept].map(refOf),
      to: { kind: "place", id: shelf["placeId"] },
      signature: await sign(desks.officer),
    }),
  );
  passed(await pack(desks.officer, outgoing, result));
  passed(await pack(desks.officer, kept, papers));
  await ship(app, dossierId, "own");
  await app.owner.query("update space_dong_thap.shipment set waybill = $1 where dossier_id = $2", [
    WAYBILL,
    dossierId,
  ]);

  const found = await find(` ${WAYBILL.toLowerCase()} `);
  expect(new Set(found.map(({ id }) => id))).toEqual(
    new Set([outgoing, kept, ...result, ...papers].map(({ id }) => id)),
  );
  expect(found.find(({ id }) => id === outgoing.id)?.waybill).toBe(WAYBILL);
  expect(found.find(({ id }) => id === result[0]?.id)?.waybill).toBe(WAYBILL);
  expect(found.find(({ id }) => id === kept.id)?.waybill).toBeNull();

  // Once the parcel names its packet, that packet comes first, whatever lies in it.
  await app.owner.query("update space_dong_thap.shipment set packet_id = $1 where dossier_id = $2", [
    kept.id,
    dossierId,
  ]);
  const [first] = await find(WAYBILL);
  expect(first).toMatchObject({ id: kept.id, waybill: WAYBILL });
  expect((await find(outgoing.code))[0]?.waybill).toBeNull();
});

test("a waybill that nobody has leads nowhere", async () => {
  expect(await find("EE999999998VN")).toEqual([]);
});
