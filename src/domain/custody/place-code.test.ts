import { describe, expect, test } from "vitest";
import { containerCode } from "./container.ts";
import { placeCode, readPlaceCode } from "./place-code.ts";

describe("the label of a place", () => {
  test("that was made is read as it is", () => {
    const code = placeCode(Uint8Array.of(1, 22, 203, 4, 255, 6, 17, 8));
    expect(code).toBe("K12345678");
    expect(readPlaceCode(` ${code.toLowerCase()} `)).toEqual({ ok: true, value: code });
  });

  test.each([
    { typed: " ke 03 ", is: "KE03", because: "blanks and small letters are nobody's mistake" },
    { typed: "Kệ 3", is: null, because: "a scanner reads no diacritics" },
    { typed: "K", is: null, because: "one sign is too few" },
    { typed: "H20.031-261123-0001", is: null, because: "a dossier is called so" },
    { typed: "BK-2026-000012", is: null, because: "a bảng kê is called so" },
    {
      typed: containerCode("packet", new Uint8Array(8)),
      is: null,
      because: "a packet could be called so",
    },
  ])("$typed: $because", ({ typed, is }) => {
    const read = readPlaceCode(typed);
    expect(read.ok ? read.value : null).toBe(is);
  });
});
