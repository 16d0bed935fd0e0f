import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { groupTrackSecret, newTrackSecret, readTrackSecret, sameSecret } from "./track-secret.ts";

const many = Array.from({ length: 4_000 }, newTrackSecret);

describe("the secret on the slip", () => {
  test("has at least 40 random bits: ten places, each any of 32 signs", () => {
    const signs = new Set(many.join(""));
    expect(signs.size).toBe(32);
    for (let place = 0; place < 10; place += 1)
      expect(new Set(many.map((secret) => secret[place])).size).toBe(32);
    expect(many.every((secret) => secret.length === 10)).toBe(true);
    expect(10 * Math.log2(signs.size)).toBeGreaterThanOrEqual(40);
    expect(new Set(many).size).toBe(many.length);
  });

  test("uses no sign that is mistaken for another when it is read aloud", () => {
    expect(many.join("")).not.toMatch(/[ILOU]/);
  });

  test("is understood as it was meant: groups, small letters, o for zero, i and l for one", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...many),
        fc.constantFrom("-", " ", " - ", ""),
        fc.boolean(),
        (secret, between, small) => {
          const said = `${secret.slice(0, 5)}${between}${secret.slice(5)}`
            .replaceAll("0", "O")
            .replaceAll("1", small ? "l" : "I");
          expect(readTrackSecret(small ? said.toLowerCase() : said)).toBe(secret);
          expect(readTrackSecret(groupTrackSecret(secret))).toBe(secret);
        },
      ),
    );
  });

  test("is the same only when it is", () => {
    expect(sameSecret("7KQWM2XR9D", "7KQWM2XR9D")).toBe(true);
    for (const other of ["7KQWM2XR9E", "7KQWM2XR9", "", "7KQWM2XR9DD"])
      expect(sameSecret("7KQWM2XR9D", other)).toBe(false);
  });
});
