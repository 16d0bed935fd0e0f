import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CONTAINER_KINDS, containerCode, mayOpenly, readContainerCode, readSeal } from "./container.ts";
import type { Holder } from "./custody.ts";

const random = fc.uint8Array({ minLength: 8, maxLength: 8 });
const kind = fc.constantFrom(...CONTAINER_KINDS);

describe("the code of a label", () => {
  test("is read back as it was made, also with blanks, in small letters and with O and I for 0 and 1", () => {
    fc.assert(
      fc.property(kind, random, (of, bytes) => {
        const code = containerCode(of, bytes);
        const typed = ` ${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`;
        expect(readContainerCode(typed)).toEqual({ kind: of, code });
        const misread = code[0] + code.slice(1).replaceAll("0", "O").replaceAll("1", "I");
        expect(readContainerCode(misread)).toEqual({ kind: of, code });
      }),
    );
  });

  test("with one wrong sign, or two that changed places, is none", () => {
    fc.assert(
      fc.property(kind, random, fc.nat(9), fc.nat(9), (of, bytes, at, with_) => {
        const code = containerCode(of, bytes);
        const signs = Array.from(code);
        const next = "0123456789ABCDEFGHJKMNPQRSTVWXY"[(bytes[0] ?? 0) % 31] ?? "";
        const wrong = signs.with(at, next).join("");
        if (wrong !== code) expect(readContainerCode(wrong)).toBeNull();
        const swapped = signs
          .with(at, signs[with_] ?? "")
          .with(with_, signs[at] ?? "")
          .join("");
        if (swapped !== code) expect(readContainerCode(swapped)).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  test.each(["", "B", "X123456789", "B12345678", "B1234567890"])("%j is none", (typed) => {
    expect(readContainerCode(typed)).toBeNull();
  });
});

describe("work on a container", () => {
  const unit: Holder = { kind: "unit", id: "1" as never };
  const open = { kind: "packet", seal: null, holder: unit, offered: false } as const;

  test.each([
    { facts: open, is: "ok", because: "it is open and in hand" },
    { facts: { ...open, seal: "NP1" }, is: "container_sealed", because: "it is sealed" },
    { facts: { ...open, offered: true, seal: "NP1" }, is: "thing_offered", because: "it is on its way" },
    {
      facts: { ...open, holder: { kind: "container", id: "2" } as const },
      is: "thing_inside",
      because: "it lies in a bag",
    },
    { facts: { ...open, holder: null }, is: "container_ended", because: "it was put away" },
  ])("$is: $because", ({ facts, is }) => {
    const may = mayOpenly(facts);
    expect(may.ok ? "ok" : may.code).toBe(is);
  });
});

describe("the number of a seal", () => {
  test.each([
    { typed: " np 12 ", is: "NP12", because: "blanks and small letters are nobody's mistake" },
    { typed: "12", is: null, because: "two signs are too few to be told apart" },
    { typed: "NP-2026/001", is: "NP-2026/001", because: "dashes and strokes are printed" },
    { typed: "Số 12", is: null, because: "that is no number of a seal" },
  ])("$typed: $because", ({ typed, is }) => {
    const seal = readSeal(typed);
    expect(seal.ok ? seal.value : null).toBe(is);
  });
});
