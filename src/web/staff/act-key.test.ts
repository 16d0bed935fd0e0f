import { describe, expect, test } from "vitest";
import { type ActKey, NO_ACT, answerLost, beginAct } from "./act-key.ts";

const keys = () => {
  let last = 0;
  return () => `key-${(last += 1)}`;
};

describe("the key of an act", () => {
  test("a new act takes a new key", () => {
    const next = keys();
    expect([beginAct(NO_ACT, next()).key, beginAct(NO_ACT, next()).key]).toEqual(["key-1", "key-2"]);
  });

  test("an act whose answer was lost is repeated under its key, corrected or not", () => {
    const next = keys();
    const first = beginAct<string>(NO_ACT, next());
    const lost = answerLost(first, "as typed");
    const again = beginAct(lost, next());
    expect(again).toEqual({ key: "key-1", lost: "as typed" });
  });

  test("what may have been recorded is the first sending, however often it is lost", () => {
    let act: ActKey<string> = answerLost(beginAct<string>(NO_ACT, "key-1"), "first");
    act = answerLost(beginAct(act, "key-2"), "second");
    expect(act).toEqual({ key: "key-1", lost: "first" });
  });
});
