import { describe, expect, test } from "vitest";
import type { Holder } from "../custody/custody.ts";
import { type DeliveryFacts, decideClosing } from "./close-delivery.ts";

const own = { kind: "own", courierId: "tho", placeIds: ["van"], officeIds: ["office"] } as const;
const held = (kind: Holder["kind"], id: string) => ({ kind, id }) as unknown as Holder;
const FACTS: DeliveryFacts = {
  leg: "return",
  reported: [own],
  closed: "no",
  packet: { holder: held("person", "tho"), offered: false, ownResult: true },
};
const elsewhere = { kind: "task", task: "deliveryElsewhere" };

describe("a delivery", () => {
  test.each([
    { when: "the courier had it", holder: held("person", "tho"), comes: { kind: "close", by: 0 } },
    { when: "it was in the courier's van", holder: held("place", "van"), comes: { kind: "close", by: 0 } },
    {
      when: "it was at the courier's office",
      holder: held("postOffice", "office"),
      comes: { kind: "close", by: 0 },
    },
    { when: "another courier has it", holder: held("person", "ba"), comes: elsewhere },
    { when: "another office has it", holder: held("postOffice", "other"), comes: elsewhere },
    { when: "it never left the counter", holder: held("counter", "tho"), comes: elsewhere },
    { when: "somebody without an account has it", holder: held("outsider", "driver"), comes: elsewhere },
  ])("by a courier, when $when, comes to $comes.kind", ({ holder, comes }) => {
    expect(decideClosing({ ...FACTS, packet: { holder, offered: false, ownResult: true } })).toEqual(comes);
  });

  test.each([
    { when: "its driver signed for it", holder: held("outsider", "driver"), comes: { kind: "close", by: 0 } },
    { when: "its office took it", holder: held("postOffice", "any"), comes: { kind: "close", by: 0 } },
    { when: "one of our people has it", holder: held("person", "tho"), comes: elsewhere },
    { when: "it never left the unit", holder: held("unit", "u"), comes: elsewhere },
  ])("by a carrier outside, when $when, comes to $comes.kind", ({ holder, comes }) => {
    const packet = { holder, offered: false, ownResult: true };
    expect(decideClosing({ ...FACTS, packet, reported: [{ kind: "outside" }] })).toEqual(comes);
  });

  test("by several couriers is that of whoever had it, whoever came first", () => {
    const other = { ...own, courierId: "ba", placeIds: [] };
    const atHand = { ...FACTS, packet: { holder: held("person", "tho"), offered: false, ownResult: true } };
    expect(decideClosing({ ...atHand, reported: [other, own] })).toEqual({ kind: "close", by: 1 });
    expect(decideClosing({ ...atHand, reported: [own, other] })).toEqual({ kind: "close", by: 0 });
    expect(decideClosing({ ...atHand, reported: [other, other] })).toEqual(elsewhere);
  });

  test.each([
    { because: "nobody packed anything", changes: { packet: null }, comes: elsewhere },
    {
      because: "it is offered to somebody",
      changes: { packet: { ...FACTS.packet, offered: true } },
      comes: elsewhere,
    },
    {
      because: "it holds somebody else's papers",
      changes: { packet: { ...FACTS.packet, ownResult: false } },
      comes: elsewhere,
    },
    { because: "it is closed already", changes: { closed: "stands" }, comes: { kind: "nothing" } },
    { because: "nothing is delivered yet", changes: { reported: [] }, comes: { kind: "nothing" } },
    {
      because: "it was taken back after it was closed",
      changes: { closed: "takenBack" },
      comes: { kind: "task", task: "deliveryWithdrawn" },
    },
    { because: "what is sent in waits for the count", changes: { leg: "send" }, comes: { kind: "nothing" } },
  ])("is not closed: $because", ({ changes, comes }) => {
    expect(decideClosing({ ...FACTS, ...changes } as DeliveryFacts)).toEqual(comes);
  });
});
