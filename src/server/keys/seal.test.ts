import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type KeyRing, blindIndex, openKeyRing } from "./key-ring.ts";
import { seal, unseal } from "./seal.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-keys-"));
const file = path.join(folder, "keys", "key-ring.json");
let ring: KeyRing;
beforeAll(async () => {
  ring = await openKeyRing(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a sealed value", () => {
  test("opens to what it was, in its own row", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.string(), (value, context) => {
        const sealed = seal(ring, context, value);
        expect(JSON.stringify(unseal(ring, context, sealed))).toBe(JSON.stringify(value));
      }),
    );
  });

  test("does not open in another row, nor with a byte changed anywhere, nor with another ring", async () => {
    const sealed = seal(ring, "party:1", { number: "087190001234" });
    expect(() => unseal(ring, "party:2", sealed)).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(ring, "party:1", changed)).toThrow();
    }
    const elsewhere = mkdtempSync(path.join(os.tmpdir(), "motcua-keys-"));
    const other = await openKeyRing(elsewhere);
    rmSync(elsewhere, { recursive: true, force: true });
    expect(() => unseal(other, "party:1", sealed)).toThrow();
  });

  test("does not show what it holds, nor that two hold the same", () => {
    const [one, two] = [seal(ring, "a", "087190001234"), seal(ring, "a", "087190001234")];
    expect(one.includes("087190001234")).toBe(false);
    expect(one.equals(two)).toBe(false);
  });
});

describe("a blind index", () => {
  test("lets equal values meet, of one kind, and tells nothing else", async () => {
    const index = (kind: "number" | "phone", value: string) => blindIndex(ring, kind, value).toString("hex");
    expect(index("number", "0912345678")).toBe(index("number", "0912345678"));
    expect(index("number", "0912345678")).not.toBe(index("phone", "0912345678"));
    expect(index("phone", "0912345678")).not.toBe(index("phone", "0912345679"));
  });
});

describe("the key ring", () => {
  test("is made once, readable by the program's user alone, and found again", async () => {
    const before = readFileSync(file, "utf8");
    const again = await openKeyRing(folder);
    expect(readFileSync(file, "utf8")).toBe(before);
    expect(unseal(again, "a", seal(ring, "a", 1))).toBe(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(path.dirname(file)).mode & 0o777).toBe(0o700);
  });

  test("that is damaged stops the start with one sentence, and is never overwritten", async () => {
    const whole = readFileSync(file, "utf8");
    for (const damaged of [whole.slice(0, 40), '{"format":2,"keys":[],"indexSecret":"x"}']) {
      writeFileSync(file, damaged);
      await expect(openKeyRing(folder)).rejects.toThrow(/key ring .* (damaged|unknown format)/);
      expect(readFileSync(file, "utf8")).toBe(damaged);
    }
    writeFileSync(file, whole);
  });
});
