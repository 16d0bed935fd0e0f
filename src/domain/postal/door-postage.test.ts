import { describe, expect, test } from "vitest";
import { postageAtTheDoor } from "./door-postage.ts";

describe("postage at the door", () => {
  const asked = {
    leg: "return",
    state: "inTransit",
    payment: "recipientPays",
    source: "auto",
    total: 26_000,
  } as const;
  test.each([
    { because: "the recipient pays for the result", changes: {}, due: 26_000 },
    { because: "it was paid at the counter", changes: { payment: "senderPays", source: "counter" }, due: 0 },
    { because: "nobody could quote it", changes: { total: null }, due: 0 },
    {
      because: "who ordered at home pays when it is fetched",
      changes: { leg: "send", state: "ordered", payment: "senderPays", source: "citizen" },
      due: 26_000,
    },
    {
      because: "it was paid when it was fetched",
      changes: { leg: "send", state: "pickedUp", payment: "senderPays", source: "citizen" },
      due: 0,
    },
    {
      because: "the agency receives what is sent in",
      changes: { leg: "send", state: "ordered" },
      due: 0,
    },
    {
      because: "the counter took the money",
      changes: { leg: "send", state: "ordered", payment: "senderPays", source: "counter" },
      due: 0,
    },
  ] as const)("$because", ({ changes, due }) => {
    expect(postageAtTheDoor({ ...asked, ...changes })).toBe(due);
  });
});
