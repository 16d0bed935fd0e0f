import { readFileSync } from "node:fs";
import { readCarrierStatuses } from "#domain/postal/read-carrier-statuses.ts";
import type { ShipmentEvent } from "#domain/postal/shipment-event.ts";
import { shipmentJourney } from "#domain/postal/shipment-journey.ts";
import { addMilliseconds, instant } from "#domain/shared/instant.ts";
import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import { anOrder, insist } from "../../../test/kit/carrier-contract.ts";
import { type SimulatedCarrier, simulatedCarrier } from "../../../test/kit/simulated-carrier.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import type { Tx } from "../db/kysely.ts";
import { carrierFeed } from "./carrier-feed.ts";
import type { CarrierEvent } from "./carrier.ts";
import { ngspCarrier } from "./ngsp/ngsp-carrier.ts";
import { pollCarrier } from "./poll-carrier.ts";
import { BAD_BEHAVIOUR, GOOD_BEHAVIOUR } from "./simulator/misbehaviour.ts";

const NOW = instant("2026-12-07T02:00:00Z");
const LATER = instant("2027-01-20T02:00:00Z");
const STATUSES = new URL("../../../db/reference/postal/carrier-statuses.json", import.meta.url);
const SCHEMA = "space_dong_thap";

/** A list of what was heard, on the real database: the poller's own concern is what comes of it and the position. */
const HEARD = `
  create table if not exists ${SCHEMA}.carrier_feed (carrier text primary key, last_id text,
    polled_at timestamptz, failing_since timestamptz, last_error text);
  create table ${SCHEMA}.heard (source text, source_id text, event jsonb, primary key (source, source_id));
  grant select, insert, update on ${SCHEMA}.carrier_feed, ${SCHEMA}.heard to public`;

async function hear(tx: Tx, events: readonly CarrierEvent[]): Promise<void> {
  for (const event of events)
    await sql`insert into heard values (${event.source}, ${event.sourceId}, ${JSON.stringify(event)}::jsonb)
      on conflict do nothing`.execute(tx);
}

async function world(seed: number) {
  const app = await testApp({ inventsRows: true });
  await app.owner.query(HEARD);
  const simulator = await simulatedCarrier(seed, NOW);
  const dialect = readCarrierStatuses(JSON.parse(readFileSync(STATUSES, "utf8"))).find(
    ({ id }) => id === "simulator",
  );
  const { deps } = app.program;
  const [space] = deps.reference.current().spaces;
  expect.assert(dialect && space);
  const secrets = { customerCode: "KH001", key: "simulator", secret: "simulator" };
  const now = () => LATER;
  const carrier = ngspCarrier({ ...secrets, name: "vnpost", url: simulator.url, dialect, now });
  const feed = (record: typeof hear = hear) =>
    carrierFeed({ db: deps.db, space, access: { places: [] }, carrier: "vnpost", now, record });
  const poll = (more: { record?: typeof hear; pageSize?: number; pagesMax?: number } = {}) =>
    pollCarrier({ carrier, feed: feed(more.record), now, ...more });
  return {
    app,
    simulator,
    carrier,
    feed,
    poll,
    /** An order whose life the simulator decides on. */
    order: (number: string) => insist(() => carrier.order(anOrder(number))),
    [Symbol.asyncDispose]: async () => {
      await simulator[Symbol.asyncDispose]();
      await app[Symbol.asyncDispose]();
    },
  };
}

const heard = async (app: TestApp) =>
  (
    await app.owner.query<{ event: ShipmentEvent & { orderNumber: string } }>(
      `select event from ${SCHEMA}.heard`,
    )
  ).rows;
const position = async (app: TestApp) =>
  (await app.owner.query(`select * from ${SCHEMA}.carrier_feed`)).rows[0] as
    | Record<string, unknown>
    | undefined;
const DAYS_MINUTES = 20 * 24 * 60;

/** Polls until a poll has read everything, and says how often it failed before. */
async function pollToTheEnd(poll: () => Promise<string>): Promise<number> {
  for (let failures = 0; failures < 300; failures += 1) if ((await poll()) === "read") return failures;
  throw new Error("the feed is never read to its end");
}

/** Every order's life has come to an end, in the database of the test. */
async function expectWholeJourneys(simulator: SimulatedCarrier, app: TestApp, orders: readonly string[]) {
  await simulator.behave({ down: true });
  const events = (await heard(app)).map(({ event }) => event);
  for (const orderNumber of orders) {
    const { state, odd } = shipmentJourney(events.filter((event) => event.orderNumber === orderNumber));
    expect([orderNumber, state, odd]).toEqual([
      orderNumber,
      expect.stringMatching(/^(?:delivered|backAtAgency)$/),
      [],
    ]);
  }
}

describe("a poll", () => {
  test("hears everything once from a carrier that tells it twice, late, in no order, and is often away", async () => {
    await using under = await world(21);
    await under.simulator.behave(BAD_BEHAVIOUR);
    const orders = Array.from({ length: 12 }, (_, at) => `H82.15-261207-${String(at + 1).padStart(4, "0")}`);
    for (const number of orders) await under.order(number);
    let failures = 0;
    for (let day = 0; day < 20; day += 4) {
      await under.simulator.step(DAYS_MINUTES / 5);
      failures += await pollToTheEnd(() => under.poll({ pageSize: 7 }));
    }
    expect(failures).toBeGreaterThan(3);
    await expectWholeJourneys(under.simulator, under.app, orders);
    await under.simulator.behave({ ...GOOD_BEHAVIOUR, wholePages: true });
    const all = await under.carrier.track(null, 10);
    expect.assert(all.ok);
    expect((await heard(under.app)).map(({ event }) => event.sourceId).toSorted()).toEqual(
      all.value.events.map(({ sourceId }) => sourceId).toSorted(),
    );
    expect(await position(under.app)).toMatchObject({ failing_since: null, last_error: null });
  });

  test("that a crash ends leaves nothing of its page and no new position: the same page is read again", async () => {
    await using under = await world(22);
    await under.order("H82.15-261207-0001");
    await under.simulator.step(DAYS_MINUTES);
    // What a crash between the two would do: the events are written, and the position cannot be.
    const stop = "check (last_id is null or last_id <= '000000000000000000000003')";
    await under.app.owner.query(`alter table ${SCHEMA}.carrier_feed add constraint crash ${stop}`);
    await expect(under.poll({ pageSize: 3 })).rejects.toThrow("crash");
    expect(await heard(under.app)).toHaveLength(3);
    expect((await position(under.app))?.["last_id"]).toBe("000000000000000000000003");
    await under.app.owner.query(`alter table ${SCHEMA}.carrier_feed drop constraint crash`);
    expect(await under.poll({ pageSize: 3 })).toBe("read");
    await expectWholeJourneys(under.simulator, under.app, ["H82.15-261207-0001"]);
  });

  test("of a carrier that goes away in the middle keeps what it has, and says since when", async () => {
    await using under = await world(23);
    await under.order("H82.15-261207-0001");
    await under.simulator.step(DAYS_MINUTES);
    let pages = 0;
    const leaving = async (tx: Tx, events: readonly CarrierEvent[]) => {
      await hear(tx, events);
      if ((pages += 1) === 1) await under.simulator.behave({ down: true });
    };
    expect(await under.poll({ record: leaving, pageSize: 3 })).toBe("failing");
    expect(await heard(under.app)).toHaveLength(3);
    expect(await position(under.app)).toMatchObject({
      last_id: "000000000000000000000003",
      failing_since: new Date(LATER),
      last_error: expect.stringMatching(/^carrier_away: /),
    });
    await under.simulator.behave({ down: false });
    expect(await under.poll({ pageSize: 3 })).toBe("read");
    expect(await position(under.app)).toMatchObject({ failing_since: null, last_error: null });
    await expectWholeJourneys(under.simulator, under.app, ["H82.15-261207-0001"]);
  });

  test("keeps since when a carrier is away, however often it is asked, also in a downtime by its own clock", async () => {
    await using under = await world(24);
    const noon = addMilliseconds(NOW, 3_600_000);
    await under.simulator.behave({ downtimes: [{ from: NOW, to: noon }] });
    const feed = under.feed();
    await feed.failed("carrier_away: ECONNRESET", NOW);
    expect(await under.poll()).toBe("failing");
    expect(await position(under.app)).toMatchObject({
      failing_since: new Date(NOW),
      polled_at: new Date(LATER),
    });
    await under.simulator.step(60);
    expect(await under.poll()).toBe("read");
  });

  test("beside another of the same carrier takes each page once: who comes later sees that it was overtaken", async () => {
    await using under = await world(25);
    await under.order("H82.15-261207-0001");
    await under.simulator.step(DAYS_MINUTES);
    const other = under.feed();
    const page = await under.carrier.track(null, 3);
    expect.assert(page.ok);
    expect(await other.take(page.value, null)).toBe(true);
    expect(await other.take(page.value, null)).toBe(false);
    const ends = await Promise.all([under.poll({ pageSize: 2 }), under.poll({ pageSize: 2 })]);
    expect(ends).toContain("read");
    await expectWholeJourneys(under.simulator, under.app, ["H82.15-261207-0001"]);
  });

  test("reads no more pages than it may, and goes on there the next time", async () => {
    await using under = await world(26);
    for (const number of ["H82.15-261207-0001", "H82.15-261207-0002"]) await under.order(number);
    await under.simulator.step(DAYS_MINUTES);
    expect(await under.poll({ pageSize: 2, pagesMax: 2 })).toBe("behind");
    expect(await heard(under.app)).toHaveLength(4);
    await under.simulator.behave({ wholePages: true });
    expect(await under.poll({ pageSize: 2, pagesMax: 2 })).toBe("read");
    await expectWholeJourneys(under.simulator, under.app, ["H82.15-261207-0001", "H82.15-261207-0002"]);
  });

  test("keeps a code that nobody mapped, an order that nobody knows, and what a fast clock says is yet to be", async () => {
    await using under = await world(27);
    await under.simulator.happen("H99.99-000000-0000", "55", "Chuyển sang đơn vị khác");
    await under.simulator.behave({ aheadSeconds: 400 * 24 * 3600 });
    await under.simulator.happen("H99.99-000000-0000", "905");
    expect(await under.poll()).toBe("read");
    expect((await heard(under.app)).map(({ event }) => event)).toMatchObject([
      { type: "unknown", code: "55", message: "Chuyển sang đơn vị khác", orderNumber: "H99.99-000000-0000" },
      { type: "inTransit", at: LATER, toldAt: "2028-01-11T02:00:00.000Z" },
    ]);
  });
});
