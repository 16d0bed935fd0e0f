import type { DossierView } from "#contract/dossiers.ts";
import { expect, test } from "vitest";
import { collectedElsewhere } from "./collected-elsewhere.ts";

const dossier = (collectedAt: string | null) =>
  ({ units: { collectedAt }, rightSubject: { collectionUnitId: "B" } }) as DossierView;
const said = { code: "collected_elsewhere", details: { unit: "xã Thanh Bình" } };

test.each([
  { at: "A", move: "returnResult", elsewhere: said, because: "it is fetched at another unit" },
  { at: "A", move: "takeOverResult", elsewhere: said, because: "the other unit takes it over" },
  { at: "B", move: "returnResult", elsewhere: null, because: "it is fetched here" },
  { at: "A", move: "chooseCollection", elsewhere: null, because: "the receiving unit may change it" },
  { at: null, move: "returnResult", elsewhere: null, because: "nobody sits anywhere" },
] as const)("$move at $at: $because", ({ at, move, elsewhere }) => {
  const counter = at === null ? null : { unitId: at };
  expect(collectedElsewhere(dossier("xã Thanh Bình"), move, counter)).toEqual(elsewhere);
});

test("what is fetched where it was received is nobody else's", () => {
  expect(collectedElsewhere(dossier(null), "returnResult", { unitId: "A" })).toBeNull();
});
