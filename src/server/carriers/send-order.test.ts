import { orderNumberOf } from "#domain/postal/order-number.ts";
import { readFileSync } from "node:fs";
import { readCarrierStatuses } from "#domain/postal/read-carrier-statuses.ts";
import { addMilliseconds, instant } from "#domain/shared/instant.ts";
import { describe, expect, test } from "vitest";
import { anOrder } from "../../../test/kit/carrier-contract.ts";
import { ngspServer } from "../../../test/kit/ngsp-server.ts";
import { simulatedCarrier } from "../../../test/kit/simulated-carrier.ts";
import { ngspCarrier } from "./ngsp/ngsp-carrier.ts";
import { sendCancel, sendOrder } from "./send-order.ts";

const NOW = instant("2026-12-07T02:00:00Z");
const HOUR = 3_600_000;
const STATUSES = new URL("../../../db/reference/postal/carrier-statuses.json", import.meta.url);
const [VNPOST] = readCarrierStatuses(JSON.parse(readFileSync(STATUSES, "utf8")));
const NUMBER = "H82.15-261207-0001";

function client(url: string) {
  expect.assert(VNPOST);
  const secrets = { customerCode: "KH001", key: "simulator", secret: "simulator" };
  return ngspCarrier({ ...secrets, name: "vnpost", url, dialect: VNPOST, now: () => NOW, timeoutMs: 5_000 });
}

describe("telling a carrier of an order", () => {
  test("comes to one event, however often it is told", async () => {
    await using simulator = await simulatedCarrier(1, NOW);
    const carrier = client(simulator.url);
    const first = await sendOrder(carrier, anOrder(NUMBER), { orderedAt: NOW, now: NOW });
    expect(first).toMatchObject({
      kind: "settled",
      event: {
        type: "ordered",
        sourceId: `${NUMBER}:ordered`,
        at: NOW,
        waybill: expect.stringMatching(/^PA\d{9}VN$/),
      },
    });
    const later = addMilliseconds(NOW, HOUR);
    const again = await sendOrder(carrier, anOrder(NUMBER), { orderedAt: NOW, now: later });
    expect(again).toMatchObject({
      kind: "settled",
      event: { type: "ordered", sourceId: `${NUMBER}:ordered`, at: NOW },
    });
  });

  test("waits for one that is away, longer each time, and after a day says so on the shipment", async () => {
    await using simulator = await simulatedCarrier(1, NOW);
    await simulator.behave({ down: true });
    const carrier = client(simulator.url);
    const after = (ms: number) =>
      sendOrder(carrier, anOrder(NUMBER), { orderedAt: NOW, now: addMilliseconds(NOW, ms) });
    expect(await after(0)).toEqual({ kind: "later", at: addMilliseconds(NOW, 60_000) });
    expect(await after(HOUR)).toEqual({ kind: "later", at: addMilliseconds(NOW, HOUR + 15 * 60_000) });
    expect(await after(23 * HOUR)).toEqual({ kind: "later", at: addMilliseconds(NOW, 23.5 * HOUR) });
    expect(await after(24 * HOUR)).toMatchObject({
      kind: "settled",
      event: { type: "unknown", code: "orderNotSent", sourceId: `${NUMBER}:orderNotSent` },
    });
  });

  test("shows a no in the carrier's words, without the names and addresses that it repeats", async () => {
    const said = "Sai địa chỉ: Nguyễn Thị Hoa, Ấp 3, xã Tân Phú Trung, 0912345678";
    await using server = await ngspServer(({ path }) => ({
      body: JSON.stringify(path === "/token" ? { access_token: "a" } : { status: "203", message: said }),
    }));
    const sent = await sendOrder(client(server.url), anOrder(NUMBER), { orderedAt: NOW, now: NOW });
    expect(sent).toMatchObject({
      kind: "settled",
      event: { type: "unknown", code: "orderRefused", message: "203 Sai địa chỉ: …, …, …" },
    });
  });

  test("of a second order of the same way has another number, or the carrier would take it for the first", () => {
    expect(orderNumberOf(NUMBER, "send", 1)).toBe(NUMBER);
    expect(orderNumberOf(NUMBER, "return", 1)).toBe(`${NUMBER}-KQ`);
    expect(orderNumberOf(NUMBER, "return", 2)).toBe(`${NUMBER}-KQ-2`);
  });
});

describe("telling a carrier that an order is cancelled", () => {
  test("comes to one event, and to a visible no once the courier has it", async () => {
    await using simulator = await simulatedCarrier(1, NOW);
    const carrier = client(simulator.url);
    for (const number of [NUMBER, `${NUMBER}-KQ`])
      await sendOrder(carrier, anOrder(number), { orderedAt: NOW, now: NOW });
    const cancel = (number: string) => sendCancel(carrier, number, { cancelledAt: NOW, now: NOW });
    const cancelled = await cancel(NUMBER);
    expect(cancelled).toMatchObject({
      kind: "settled",
      event: { type: "cancelled", sourceId: `${NUMBER}:cancelled`, at: NOW },
    });
    expect(await cancel(NUMBER)).toEqual(cancelled);
    await simulator.step(4 * 60);
    expect(await cancel(`${NUMBER}-KQ`)).toMatchObject({ event: { type: "unknown", code: "cancelRefused" } });
    await simulator.behave({ down: true });
    expect(await cancel(`${NUMBER}-KQ`)).toEqual({ kind: "later", at: addMilliseconds(NOW, 60_000) });
  });
});
