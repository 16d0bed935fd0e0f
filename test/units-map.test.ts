import { expect, test } from "vitest";
import { generateUnits } from "../tools/gen-units.ts";
import { read } from "./guards/source-files.ts";

test("the shipped map is what its generator makes of the sources and the corrections", async () => {
  const files = await generateUnits();
  expect([...files.keys()].sort()).toEqual([
    "communes-before.csv",
    "communes.csv",
    "earlier-names.csv",
    "provinces.csv",
    "successions.csv",
  ]);
  for (const [name, content] of files) {
    expect(read(`db/reference/units/map/${name}`) === content, name).toBe(true);
  }
});
