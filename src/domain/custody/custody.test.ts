import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asId } from "../shared/id.ts";
import { type CustodyEntry, HOLDER_KINDS, type Holder, chainAfter, holderAfter } from "./custody.ts";

const thingId = "paper";
const signatureFileId = asId<never>("signature");
const holder = (kind: Holder["kind"], id = "1"): Holder =>
  ({ kind, id: kind === "citizen" ? null : id }) as Holder;
const born = (to: Holder): CustodyEntry => ({ thingId, type: "born", to });
const handed = (from: Holder, to: Holder): CustodyEntry => ({
  thingId,
  type: "handedOver",
  from,
  to,
  signatureFileId,
});

const recounted = (from: Holder, to: Holder = from): CustodyEntry => ({
  thingId,
  type: "recounted",
  from,
  to,
  originals: 2,
  copies: 0,
});
const originalsBack = (from: Holder, to: Holder = from): CustodyEntry => ({
  thingId,
  type: "originalsBack",
  from,
  to,
  signatureFileId,
});
const struck = (from: Holder): CustodyEntry => ({ thingId, type: "struck", from, to: null });
const succeeded = (from: Holder, to: Holder): CustodyEntry => ({ thingId, type: "succeeded", from, to });

const sealed = (seal: string, at = holder("counter")): CustodyEntry => ({
  thingId,
  type: "sealed",
  from: at,
  to: at,
  seal,
});
const opened = (seal: string): CustodyEntry => ({
  thingId,
  type: "opened",
  from: holder("counter"),
  to: holder("counter"),
  seal,
});

const aHolder = fc
  .tuple(fc.constantFrom(...HOLDER_KINDS), fc.constantFrom("1", "2"))
  .map(([kind, id]) => holder(kind, id));

/** From hand to hand, into a container or out of it; what was put into the next container came out of this one first. */
function step(from: Holder, to: Holder): CustodyEntry {
  const sheets = { thingId, from, to, originals: 1, copies: 0 };
  if (to.kind === "container") return { ...sheets, type: "packed" };
  return from.kind === "container" ? { ...sheets, type: "unpacked" } : handed(from, to);
}

describe("who holds a paper", () => {
  test("every chain from hand to hand ends with the last who took it", () => {
    fc.assert(
      fc.property(fc.array(aHolder, { minLength: 1, maxLength: 8 }), (drawn) => {
        const hands = drawn.filter(
          (to, at) => to.kind !== "container" || drawn[at - 1]?.kind !== "container",
        );
        const chain = hands.map((to, index) => {
          const from = hands[index - 1];
          return from ? step(from, to) : born(to);
        });
        expect(holderAfter(chain)).toEqual(hands.at(-1));
      }),
    );
  });

  test("a successor answers for it without a signature, and hands it on like every holder", () => {
    const [counter, person, citizen] = [holder("counter"), holder("person"), holder("citizen")];
    const chain = [born(counter), succeeded(counter, person), handed(person, citizen)];
    expect(holderAfter(chain)).toEqual(citizen);
    expect(holderAfter(chain.slice(0, 2))).toEqual(person);
  });

  test("a seal stays on until it is broken, wherever the container goes meanwhile", () => {
    const [counter, unit] = [holder("counter"), holder("unit")];
    const chain = [born(counter), sealed("NP1"), handed(counter, unit)];
    expect(chainAfter(chain)).toEqual({ holder: unit, seal: "NP1" });
    const broken: CustodyEntry = { thingId, type: "opened", from: unit, to: unit, seal: "NP1" };
    expect(chainAfter([...chain, broken]).seal).toBeNull();
  });

  test("a recount leaves it where it is, and what was struck is in nobody's hands", () => {
    const [counter, citizen] = [holder("counter"), holder("citizen")];
    expect(holderAfter([born(counter), recounted(counter)])).toEqual(counter);
    expect(holderAfter([born(counter), recounted(counter), handed(counter, citizen)])).toEqual(citizen);
    expect(holderAfter([born(counter), struck(counter)])).toBeNull();
  });

  test("whose originals went back lies with its holder all the same, with the copies", () => {
    const [counter, citizen] = [holder("counter"), holder("citizen")];
    const chain = [born(counter), originalsBack(counter)];
    expect(holderAfter(chain)).toEqual(counter);
    expect(holderAfter([...chain, handed(counter, citizen)])).toEqual(citizen);
  });

  test.each([
    { chain: [], because: "a tracked paper has a birth" },
    {
      chain: [born(holder("counter")), recounted(holder("counter"), holder("unit"))],
      because: "a recount hands nothing over",
    },
    {
      chain: [born(holder("counter")), originalsBack(holder("counter"), holder("citizen"))],
      because: "the copies stay where they are",
    },
    {
      chain: [born(holder("counter")), recounted(holder("unit"))],
      because: "only its holder counts it anew",
    },
    {
      chain: [
        born(holder("counter")),
        struck(holder("counter")),
        handed(holder("counter"), holder("citizen")),
      ],
      because: "what was struck cannot be handed over",
    },
    {
      chain: [born(holder("counter")), succeeded(holder("unit"), holder("person"))],
      because: "nobody succeeds somebody who does not hold it",
    },
    {
      chain: [handed(holder("counter"), holder("unit"))],
      because: "nobody can hand over what was never born",
    },
    { chain: [born(holder("counter")), born(holder("counter"))], because: "a paper is born once" },
    {
      chain: [born(holder("counter")), handed(holder("counter"), holder("container"))],
      because: "nobody hands a paper to a packet",
    },
    {
      chain: [
        born(holder("counter")),
        step(holder("counter"), holder("container")),
        handed(holder("container"), holder("unit")),
      ],
      because: "what is in a packet is taken out of it before it goes to somebody",
    },
    {
      chain: [born(holder("counter")), sealed("1"), sealed("2")],
      because: "what is sealed is opened before it is sealed anew",
    },
    { chain: [born(holder("counter")), sealed("1"), opened("2")], because: "another seal is not on it" },
    {
      chain: [born(holder("counter")), sealed("1"), struck(holder("counter"))],
      because: "what is sealed is not put away",
    },
    {
      chain: [born(holder("counter")), handed(holder("unit"), holder("citizen"))],
      because: "the unit does not hold it",
    },
    {
      chain: [born(holder("counter", "1")), handed(holder("counter", "2"), holder("citizen"))],
      because: "another counter does not hold it",
    },
    {
      chain: [
        born(holder("unit")),
        handed(holder("unit"), holder("citizen")),
        handed(holder("unit"), holder("citizen")),
      ],
      because: "what the citizen has cannot be handed over again",
    },
  ])("a broken chain is a bug and throws: $because", ({ chain }) => {
    expect(() => holderAfter(chain)).toThrow(/^Invariant broken/);
  });
});
