import { describe, expect, test } from "vitest";
import type { CallProblem, call as callApi } from "#web/staff/api.ts";
import type { CourierStore, KeptAct } from "./courier-store.ts";
import { sendQueue } from "./send-queue.ts";

type Kept = KeptAct & { readonly seq: number };

const act = (seq: number, accountId = "me"): Kept => ({
  seq,
  accountId,
  shipmentId: `shipment-${seq}`,
  about: "",
  report: { reportId: `report-${seq}`, type: "pickedUp", at: "2026-11-23T01:00:00.000Z" },
  files: [],
});

const REFUSED = { kind: "refused", code: "shipment_of_carrier", details: {}, requestId: "" } as const;
const SIGNED_OUT = { ...REFUSED, code: "not_signed_in" } as const;
const BUSY = { ...REFUSED, code: "too_many_requests" } as const;

/** A phone with some acts, and a line that answers for each report what the table says; what is not named arrives. */
async function sendAll(acts: readonly Kept[], answers: Readonly<Record<string, CallProblem>>) {
  const left = new Map(acts.map((one) => [one.seq, one]));
  const asked: string[] = [];
  const store: Pick<CourierStore, "acts" | "putAct" | "removeAct"> = {
    acts: () => Promise.resolve([...left.values()]),
    putAct: async (one) => void left.set(one.seq, one),
    removeAct: async (seq) => void left.delete(seq),
  };
  const line = ((_route: unknown, { idempotencyKey = "" }: { readonly idempotencyKey?: string }) => {
    asked.push(idempotencyKey);
    const problem = answers[idempotencyKey];
    return Promise.resolve(problem ? { ok: false, problem } : { ok: true, value: {} });
  }) as unknown as typeof callApi;
  const end = await sendQueue(store as CourierStore, "me", line, () => Promise.resolve());
  return { end, asked, left: [...left.values()] };
}

describe("what waits on a phone", () => {
  test("goes in the order in which it was recorded, each under its own number, and away when it arrived", async () => {
    const { end, asked, left } = await sendAll([act(1), act(2)], {});
    expect({ end, asked, left }).toEqual({ end: "sent", asked: ["report-1", "report-2"], left: [] });
  });

  test("that is refused stays with its reason, and holds up nothing", async () => {
    const { end, asked, left } = await sendAll([act(1), act(2)], { "report-1": REFUSED });
    expect(end).toBe("sent");
    expect(asked).toEqual(["report-1", "report-2"]);
    expect(left).toEqual([{ ...act(1), refused: { code: "shipment_of_carrier", details: {} } }]);
    const again = await sendAll(left, {});
    expect(again.asked, "it is not sent again by itself").toEqual([]);
  });

  test.each<{ problem: CallProblem; end: string; because: string }>([
    { problem: { kind: "offline" }, end: "offline", because: "no line" },
    { problem: SIGNED_OUT, end: "signedOut", because: "nobody is signed in" },
    { problem: BUSY, end: "trouble", because: "the server asks for patience" },
    {
      problem: { kind: "unexpected", status: 502 },
      end: "trouble",
      because: "something on the way answered",
    },
  ])("stays whole and in order when sending stops: $because", async ({ problem, end: wanted }) => {
    const { end, asked, left } = await sendAll([act(1), act(2), act(3)], { "report-2": problem });
    expect(end).toBe(wanted);
    expect(asked).toEqual(["report-1", "report-2"]);
    expect(left).toEqual([act(2), act(3)]);
  });

  test("goes on behind one that the server stumbles over, and stops at the second", async () => {
    const fault = { ...REFUSED, code: "internal_error" } as const;
    const once = await sendAll([act(1), act(2), act(3)], { "report-1": fault });
    expect(once).toMatchObject({
      end: "trouble",
      asked: ["report-1", "report-2", "report-3"],
      left: [act(1)],
    });
    const twice = await sendAll([act(1), act(2), act(3)], { "report-1": fault, "report-2": fault });
    expect(twice).toMatchObject({ end: "trouble", asked: ["report-1", "report-2"] });
    expect(twice.left).toEqual([act(1), act(2), act(3)]);
  });

  test("of somebody else is not sent", async () => {
    const { asked, left } = await sendAll([act(1, "other"), act(2)], {});
    expect(asked).toEqual(["report-2"]);
    expect(left).toEqual([act(1, "other")]);
  });
});
