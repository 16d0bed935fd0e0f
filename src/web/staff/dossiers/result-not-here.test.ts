import type { DossierView } from "#contract/dossiers.ts";
import { expect, test } from "vitest";
import { resultNotHere } from "./result-not-here.ts";

const dossier = (collectedAt: string | null, resultAway = false) =>
  ({ units: { collectedAt }, rightSubject: { collectionUnitId: "B" }, resultAway }) as DossierView;
const said = { code: "collected_elsewhere", details: { unit: "xã Thanh Bình" } };

test.each([
  { at: "A", move: "returnResult", elsewhere: said, because: "it is fetched at another unit" },
  { at: "A", move: "takeOverResult", elsewhere: said, because: "the other unit takes it over" },
  { at: "B", move: "returnResult", elsewhere: null, because: "it is fetched here" },
  { at: "A", move: "chooseCollection", elsewhere: null, because: "the receiving unit may change it" },
  { at: null, move: "returnResult", elsewhere: null, because: "nobody sits anywhere" },
] as const)("$move at $at: $because", ({ at, move, elsewhere }) => {
  const counter = at === null ? null : { unitId: at };
  expect(resultNotHere(dossier("xã Thanh Bình"), move, counter)).toEqual(elsewhere);
});

test("what is fetched where it was received is nobody else's", () => {
  expect(resultNotHere(dossier(null), "returnResult", { unitId: "A" })).toBeNull();
});

test("what the post has on its way is handed over by nobody here", () => {
  expect(resultNotHere(dossier(null, true), "returnResult", { unitId: "A" })?.code).toBe(
    "result_in_container",
  );
  expect(resultNotHere(dossier(null, true), "chooseCollection", { unitId: "A" })).toBeNull();
});
