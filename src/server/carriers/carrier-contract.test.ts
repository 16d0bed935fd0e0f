import { readFileSync } from "node:fs";
import { type CarrierDialect, readCarrierStatuses } from "#domain/postal/read-carrier-statuses.ts";
import { type Instant, addMilliseconds, instant } from "#domain/shared/instant.ts";
import { expect, test } from "vitest";
import { type CarrierUnderTest, anOrder, carrierContract } from "../../../test/kit/carrier-contract.ts";
import { receive } from "../../../test/kit/forms.ts";
import { ngspServer, wellBehaved } from "../../../test/kit/ngsp-server.ts";
import { ship } from "../../../test/kit/shipped.ts";
import { simulatedCarrier } from "../../../test/kit/simulated-carrier.ts";
import { testApp } from "../../../test/kit/test-app.ts";
import { placesOfSpace } from "../ledgers/in-hand.ts";
import type { CarrierEvent } from "./carrier.ts";
import { ngspCarrier } from "./ngsp/ngsp-carrier.ts";
import { ownCarrier } from "./own/own-carrier.ts";
import { ownRecords } from "./own/own-records.ts";
import { reportRecorder } from "./record-reports.ts";
import { BAD_BEHAVIOUR, GOOD_BEHAVIOUR } from "./simulator/misbehaviour.ts";

const NOW = instant("2026-12-07T02:00:00Z");
const LATER = instant("2026-12-20T02:00:00Z");
const STATUSES = new URL("../../../db/reference/postal/carrier-statuses.json", import.meta.url);

function dialect(id: string): CarrierDialect {
  const found = readCarrierStatuses(JSON.parse(readFileSync(STATUSES, "utf8"))).find((one) => one.id === id);
  expect.assert(found);
  return found;
}

/** What the simulator's codes say; a real carrier's are in its contract. */
const CODES = { accepted: "904", inTransit: "905", delivered: "4" } as const;

let orders = 0;
const nextOrder = async () => `H82.15-261207-${String((orders += 1)).padStart(4, "0")}`;
const secrets = { customerCode: "KH001", key: "simulator", secret: "simulator" };

async function recorded(): Promise<CarrierUnderTest> {
  const { answer, report } = wellBehaved();
  const server = await ngspServer(answer);
  let seconds = Math.floor(Date.parse(NOW) / 1000);
  return {
    carrier: ngspCarrier({
      ...secrets,
      name: "vnpost",
      url: server.url,
      dialect: dialect("simulator"),
      now: () => LATER,
    }),
    nextOrder,
    happen: async (orderNumber, what) => report(orderNumber, Number(CODES[what]), (seconds += 60)),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function simulated(behaviour: typeof GOOD_BEHAVIOUR, seed: number): () => Promise<CarrierUnderTest> {
  return async () => {
    const simulator = await simulatedCarrier(seed, NOW);
    await simulator.behave(behaviour);
    const held = new Set<string>();
    return {
      carrier: ngspCarrier({
        ...secrets,
        name: "vnpost",
        url: simulator.url,
        dialect: dialect("simulator"),
        now: () => LATER,
      }),
      nextOrder,
      happen: async (orderNumber, what) => {
        if (!held.has(orderNumber)) await simulator.hold(orderNumber);
        held.add(orderNumber);
        await simulator.step(60);
        await simulator.happen(orderNumber, CODES[what]);
      },
      [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
    };
  };
}

/** Our own couriers, on the ledger of a real database. */
async function own(): Promise<CarrierUnderTest> {
  const app = await testApp({ inventsRows: true });
  const clerk = await app.signIn("lan.clerk", "Bình Tấn Quầy 1");
  const { deps } = app.program;
  const [space] = deps.reference.current().spaces;
  expect.assert(space);
  let minutes = 0;
  const now = () => addMilliseconds(NOW, (minutes += 1) * 60_000);
  const { unitIds, agencyIds } = placesOfSpace(deps.reference.current(), space);
  const record = reportRecorder(deps, now);
  const access = { places: [...unitIds, ...agencyIds] };
  const records = ownRecords({ db: deps.db, space, access, record });
  return {
    carrier: ownCarrier(records, now),
    nextOrder: async () => ship(app, String((await receive(clerk)).body["dossierId"]), "own"),
    happen: (orderNumber, type) => records.record(courierSays(orderNumber, type, now())),
    [Symbol.asyncDispose]: () => app[Symbol.asyncDispose](),
  };
}

function courierSays(
  orderNumber: string,
  type: "accepted" | "inTransit" | "delivered",
  at: Instant,
): CarrierEvent {
  const of = { source: "own", sourceId: `${orderNumber}:${type}`, at, toldAt: null, withdrawn: false };
  const told = { ...of, orderNumber, waybill: null, posId: null, notes: null };
  return type === "inTransit" ? { ...told, type, place: null } : { ...told, type };
}

test("our own courier's parcel is not cancelled once it is in hand", async () => {
  await using under = await own();
  const orderNumber = await under.nextOrder();
  await under.carrier.order(anOrder(orderNumber));
  await under.happen(orderNumber, "accepted");
  expect(await under.carrier.cancel(orderNumber)).toMatchObject({
    code: "carrier_refused",
    message: "the courier has it in hand",
  });
});

carrierContract("our own couriers", own);
carrierContract("VNPost's protocol, against answers that were written down", recorded);
carrierContract("the simulator in a process of its own, on a good day", simulated(GOOD_BEHAVIOUR, 7));
carrierContract("the simulator in a process of its own, on a bad day", simulated(BAD_BEHAVIOUR, 11));
