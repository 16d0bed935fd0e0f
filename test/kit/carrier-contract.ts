import { shipmentJourney } from "#domain/postal/shipment-journey.ts";
import type { Carrier, CarrierEvent, ShipmentOrder } from "#server/carriers/carrier.ts";
import { describe, expect, test } from "vitest";

/** A carrier under the shared test. */
export interface CarrierUnderTest {
  readonly carrier: Carrier;
  /** An order number that the carrier can be asked to carry; each is a new one. */
  readonly nextOrder: () => Promise<string>;
  /** This happens to the order, in the world of the carrier. */
  readonly happen: (orderNumber: string, what: "accepted" | "inTransit" | "delivered") => Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** An order of two whole addresses; the recipient's is a new one, without a district. */
export function anOrder(orderNumber: string): ShipmentOrder {
  return {
    orderNumber,
    sender: {
      name: "Bộ phận Một cửa xã Bình Thành",
      address: "Ấp Bình Chánh",
      phone: "02773000000",
      email: "motcua@example.vn",
      province: "82",
      district: "845",
    },
    recipient: {
      name: "Nguyễn Thị Hoa",
      address: "Ấp 3, xã Tân Phú Trung",
      phone: "0912345678",
      email: null,
      province: "82",
      district: null,
    },
    papers: "Giấy khai sinh (01 bản chính)",
    description: "Kết quả giải quyết thủ tục hành chính",
    codAmount: 26_000,
  };
}

const TRIES_MAX = 60;

/** Asks again for as long as nobody answers, as the jobs do. */
export async function insist<T extends { readonly ok: boolean; readonly code?: string }>(
  ask: () => Promise<T>,
): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask();
    if (answer.ok || answer.code !== "carrier_away" || tries === TRIES_MAX) return answer;
  }
}

/** All that is reported after an id, page by page, and where that ends. */
async function readAll(carrier: Carrier, from: string | null, pageSize: number) {
  const events: CarrierEvent[] = [];
  let lastId = from;
  for (let pages = 0; pages < 200; pages += 1) {
    const position: string | null = lastId;
    const page = await insist(() => carrier.track(position, pageSize));
    if (!page.ok) throw new Error(page.message);
    events.push(...page.value.events);
    lastId = page.value.lastId;
    if (!page.value.moved) return { events, lastId };
  }
  throw new Error("the feed never ends");
}

/** What every carrier promises, whoever it is and however badly it behaves. */
export function carrierContract(name: string, open: () => Promise<CarrierUnderTest>): void {
  describe(name, () => {
    test("takes an order once: the second time it is known already", async () => {
      await using under = await open();
      const order = anOrder(await under.nextOrder());
      const first = await insist(() => under.carrier.order(order));
      // Who behaves badly may have taken it before the connection was cut.
      expect(first.ok || first.code === "already_ordered", JSON.stringify(first)).toBe(true);
      expect(await insist(() => under.carrier.order(order))).toMatchObject({ code: "already_ordered" });
    });

    test("cancels what it has not taken, and a second time changes nothing; what it never heard of it refuses", async () => {
      await using under = await open();
      const orderNumber = await under.nextOrder();
      await insist(() => under.carrier.order(anOrder(orderNumber)));
      expect(await insist(() => under.carrier.cancel(orderNumber))).toEqual({ ok: true, value: null });
      expect(await insist(() => under.carrier.cancel(orderNumber))).toEqual({ ok: true, value: null });
      expect(await insist(() => under.carrier.cancel("H82.99-261123-9999"))).toMatchObject({
        ok: false,
        code: "carrier_refused",
      });
    });

    test("is asked back what it has in hand, and a second time changes nothing; what it never heard of it refuses", async () => {
      await using under = await open();
      const orderNumber = await under.nextOrder();
      await insist(() => under.carrier.order(anOrder(orderNumber)));
      await under.happen(orderNumber, "accepted");
      for (let tries = 0; tries < 2; tries += 1)
        expect(await insist(() => under.carrier.recall(orderNumber))).toEqual({ ok: true, value: null });
      expect(await insist(() => under.carrier.recall("H82.99-261123-9999"))).toMatchObject({
        ok: false,
        code: "carrier_refused",
      });
    });

    test("reports each thing that happened, page by page, and nothing more after the last id", async () => {
      await using under = await open();
      const orderNumber = await under.nextOrder();
      await insist(() => under.carrier.order(anOrder(orderNumber)));
      for (const what of ["accepted", "inTransit", "delivered"] as const)
        await under.happen(orderNumber, what);
      const { events, lastId } = await readAll(under.carrier, null, 2);
      const ours = events.filter((event) => event.orderNumber === orderNumber);
      for (const event of ours) {
        expect(event.source).toBe(under.carrier.name);
        expect(event.sourceId).not.toBe("");
      }
      const journey = shipmentJourney(ours);
      expect(journey.state).toBe("delivered");
      expect(journey.odd).toEqual([]);
      const types = journey.events.map(({ type }) => type);
      expect(types.filter((type) => type === "accepted")).toHaveLength(1);
      expect(types.filter((type) => type === "inTransit")).toHaveLength(1);
      expect((await readAll(under.carrier, lastId, 2)).lastId).toBe(lastId);
    });

    test("goes on after an id where it stopped, and has what happened meanwhile", async () => {
      await using under = await open();
      const orderNumber = await under.nextOrder();
      await insist(() => under.carrier.order(anOrder(orderNumber)));
      await under.happen(orderNumber, "accepted");
      const before = await readAll(under.carrier, null, 100);
      await under.happen(orderNumber, "delivered");
      const after = await readAll(under.carrier, before.lastId, 100);
      expect(after.events.map(({ type }) => type)).toContain("delivered");
      const all = [...before.events, ...after.events].filter((event) => event.orderNumber === orderNumber);
      expect(shipmentJourney(all).state).toBe("delivered");
    });
  });
}
