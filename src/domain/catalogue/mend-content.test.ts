import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { A_CONTENT, anyContent } from "../../../test/kit/procedures.ts";
import { type Mending, NO_SOURCE, mendContent, withoutTrust } from "./mend-content.ts";
import type { ProcedureContent } from "./procedure.ts";

/** The mending that changes nothing. */
function asItIs({ channels, papers, personalPresence, deciding }: ProcedureContent): Mending {
  return {
    channels: channels.map(({ channel, limits, fees }) => ({
      channel,
      limits: limits.map(withoutTrust),
      fees: fees.map(withoutTrust),
    })),
    papers,
    personalPresence,
    deciding,
  };
}

function mended(mending: Mending, source?: string): ProcedureContent {
  const answer = mendContent(A_CONTENT, mending, source);
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

const SAME = asItIs(A_CONTENT);
const DIRECT = SAME.channels[0];
if (!DIRECT) throw new Error("the sample has a channel");
const WITH_LIMIT: Mending = {
  ...SAME,
  channels: [{ ...DIRECT, limits: [{ case: "slow", limit: { amount: 5, unit: "workingDay" } }] }],
};

describe("what an editor makes of a version", () => {
  test("with nothing changed it is the same version, marks and sources included", () => {
    fc.assert(
      fc.property(anyContent, fc.option(fc.constant("Luật A"), { nil: undefined }), (content, source) => {
        expect(mendContent(content, asItIs(content), source)).toEqual({ ok: true, value: content });
      }),
    );
  });

  test("a limit without a named source is undecided and says so", () => {
    const [limit] = mended(WITH_LIMIT).channels[0]?.limits ?? [];
    expect(limit).toEqual({
      case: "slow",
      limit: { amount: 5, unit: "workingDay" },
      mark: "undecided",
      source: NO_SOURCE,
    });
  });

  test("a limit with a named source is sourced, and its neighbours keep their own", () => {
    const source = "Thông tư 01/2026/TT-BTP Điều 4";
    const [limit] = mended(WITH_LIMIT, ` ${source} `).channels[0]?.limits ?? [];
    expect(limit).toMatchObject({ mark: "sourced", source });
    expect(mended(WITH_LIMIT, source).channels[0]?.fees).toEqual(A_CONTENT.channels[0]?.fees);
    expect(mended(WITH_LIMIT, source).channels[1]).toEqual(A_CONTENT.channels[1]);
    expect(mended(WITH_LIMIT, source)).toMatchObject({ mark: A_CONTENT.mark, source: A_CONTENT.source });
  });

  test.each([
    { because: "a paper that was taken away", change: { papers: SAME.papers.slice(1) } },
    { because: "papers in another order", change: { papers: SAME.papers.toReversed() } },
    { because: "a presence that is now asked for", change: { personalPresence: true } },
    { because: "another level that decides", change: { deciding: "province" as const } },
  ])("$because makes the whole undecided, unless its source is named", ({ change }) => {
    expect(mended({ ...SAME, ...change })).toMatchObject({
      mark: "undecided",
      source: `${A_CONTENT.source}; ${NO_SOURCE}`,
    });
    expect(mended({ ...SAME, ...change }, "Luật A")).toMatchObject({
      mark: "sourced",
      source: `${A_CONTENT.source}; Luật A`,
    });
  });

  test("a source does not make sure what was unsure before", () => {
    const unsure = { ...A_CONTENT, mark: "recalled" as const };
    const answer = mendContent(unsure, { ...SAME, personalPresence: true }, "Luật A");
    expect(answer).toMatchObject({ ok: true, value: { mark: "recalled" } });
  });

  test("texts are tidied, and an empty one is left out", () => {
    const [first, ...others] = SAME.papers;
    if (!first) throw new Error("the sample has papers");
    const papers = [
      { ...first, name: "  Tờ  khai mới ", condition: "  ", formName: "Mẫu\u00a01" },
      ...others,
    ];
    expect(mended({ ...SAME, papers }).papers[0]).toEqual({
      id: "form",
      name: "Tờ khai mới",
      kind: "submit",
      originals: 1,
      copies: 0,
      formName: "Mẫu 1",
    });
  });

  test("what is not mended stays as it was published", () => {
    const {
      channels: _c,
      papers: _p,
      personalPresence: _pp,
      deciding: _d,
      mark: _m,
      source: _s,
      ...rest
    } = A_CONTENT;
    fc.assert(
      fc.property(anyContent, (other) => {
        const channels = asItIs(other).channels.filter(({ channel }) => channel !== "online");
        const answer = mendContent(A_CONTENT, { ...asItIs(other), channels });
        expect(answer).toMatchObject({ ok: true, value: rest });
      }),
    );
  });

  test("nothing is ever sourced that was not, when no source is named", () => {
    fc.assert(
      fc.property(anyContent, (other) => {
        const channels = asItIs(other).channels.filter(({ channel }) => channel !== "online");
        const answer = mendContent(A_CONTENT, { ...asItIs(other), channels });
        if (!answer.ok) throw new Error("any such mending is whole");
        const before = A_CONTENT.channels.flatMap(({ limits, fees }) => [...limits, ...fees]);
        const sourced = answer.value.channels
          .flatMap(({ limits, fees }) => [...limits, ...fees])
          .filter((fact) => fact.mark === "sourced");
        for (const fact of sourced) expect(before.some((old) => isDeepStrictEqual(old, fact))).toBe(true);
      }),
    );
  });

  test.each([
    {
      because: "a limit that is longer than any that can be counted",
      mending: {
        ...SAME,
        channels: [{ ...DIRECT, limits: [{ limit: { amount: 10_000, unit: "workingDay" as const } }] }],
      },
      fault: /10000 is too long/,
    },
    {
      because: "a paper that asks for nothing",
      mending: { ...SAME, papers: SAME.papers.map((paper) => ({ ...paper, originals: 0, copies: 0 })) },
      fault: /form asks for nothing/,
    },
    {
      because: "the same case twice",
      mending: { ...SAME, channels: [{ ...DIRECT, limits: [{ limit: null }, { limit: null }] }] },
      fault: /twice/,
    },
    {
      because: "a channel that was not published",
      mending: { ...SAME, channels: [{ channel: "online" as const, limits: [], fees: [] }] },
      fault: /online is not among those published/,
    },
  ])("$because is refused, and the fault is named", ({ mending, fault }) => {
    const answer = mendContent(A_CONTENT, mending);
    expect(answer).toMatchObject({ ok: false, code: "content_invalid" });
    expect(JSON.stringify(answer)).toMatch(fault);
  });
});
