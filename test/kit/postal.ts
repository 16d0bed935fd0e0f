import { randomUUID } from "node:crypto";
import { employ } from "./employ.ts";
import { receive } from "./forms.ts";
import { type Desks, openDesks, passed } from "./steps.ts";
import type { Client, Reply, TestApp } from "./test-app.ts";

export const CITIZEN = {
  name: "Nguyễn Thị Hồng Nhung",
  address: "Ấp 1, xã Bình Thành, tỉnh Đồng Tháp",
  phone: "0912 345 678",
  communeCode: "30163",
};

type Changes = Readonly<Record<string, unknown>> & { readonly service?: string };
export type Shipments = readonly { shipmentId: string; leg: string; waybill: string | null }[];

export interface ShipmentPage {
  readonly shipment: Readonly<Record<string, unknown>>;
  readonly order: { orderId: string; version: number; citizen: { phone: string } };
  readonly events: readonly { type: string; odd: string | null }[];
  readonly afterAttempt: { next: string } | null;
}

/** The people of the post at one counter, and what they do most. */
export interface PostalDesk {
  readonly desks: Desks;
  readonly courier: Client;
  readonly received: (changes?: Changes) => Promise<string>;
  readonly quote: (dossierId: string, changes?: Changes) => Promise<Reply>;
  readonly order: (dossierId: string, changes?: Changes) => Promise<Reply>;
  /** A shipment of a dossier of its own, on its way in. */
  readonly ordered: (changes?: Changes) => Promise<string>;
  readonly view: (shipmentId: string) => Promise<ShipmentPage>;
  /** The courier's, or somebody else's. */
  readonly report: (shipmentId: string, type: string, more?: Changes, by?: Client) => Promise<Reply>;
}

export async function postalDesk(app: TestApp): Promise<PostalDesk> {
  const desks = await openDesks(app);
  await employ(app, "tho.courier", [{ role: "courier", at: "post:30163:30148" }]);
  const courier = await app.signIn("tho.courier");
  const received = async (changes: Changes = {}) =>
    String((await receive(desks.clerk, changes)).body["dossierId"]);
  const quote = (dossierId: string, changes: Changes = {}) =>
    desks.clerk.send("POST", `/dossiers/${dossierId}/postal-quote`, {
      service: "return",
      weightGrams: 80,
      communeCode: "30163",
      ...changes,
    });
  const order = async (dossierId: string, changes: Changes = {}) => {
    const service = changes.service ?? "return";
    const said = (await quote(dossierId, { service })).body["quote"] as { total: number } | undefined;
    return desks.clerk.send("POST", `/dossiers/${dossierId}/postal-orders`, {
      service,
      weightGrams: 80,
      citizen: CITIZEN,
      payment: "recipientPays",
      saidTotal: said?.total ?? 0,
      ...changes,
    });
  };
  return {
    desks,
    courier,
    received,
    quote,
    order,
    ordered: async (changes = {}) => {
      const dossierId = await received();
      const [first] = shipmentsOf(passed(await order(dossierId, { service: "send", ...changes })));
      if (!first) throw new Error("an order has a shipment");
      return first.shipmentId;
    },
    view: async (shipmentId) =>
      (await desks.clerk.get(`/postal/shipments/${shipmentId}`)).body as unknown as ShipmentPage,
    report: (shipmentId, type, more = {}, by = courier) =>
      by.send("POST", `/postal/shipments/${shipmentId}/events`, {
        reportId: randomUUID(),
        type,
        at: app.clock.now(),
        ...more,
      }),
  };
}

/** What an order's answer says was opened. */
export function shipmentsOf({ body }: Reply): Shipments {
  return body["shipments"] as Shipments;
}
