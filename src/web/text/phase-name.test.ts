import { describe, expect, test } from "vitest";
import { phaseName } from "./phase-name.ts";

describe("the name of a phase", () => {
  test.each([
    { label: "2", name: "Giai đoạn 2", because: "a number goes on after the word" },
    { label: "3 mở rộng", name: "Giai đoạn 3 mở rộng", because: "so does a number with words" },
    { label: "II", name: "Giai đoạn II", because: "Roman figures are numbers" },
    { label: "Vùng ven", name: "Giai đoạn “Vùng ven”", because: "a word may begin like a Roman figure" },
    {
      label: "Sau khi được công nhận",
      name: "Giai đoạn “Sau khi được công nhận”",
      because: "words do not run into the sentence",
    },
  ])("$label → $name: $because", ({ label, name }) => {
    expect(phaseName("Giai đoạn", label)).toBe(name);
  });
});
