import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { A_CONTENT, anyContent } from "../../../test/kit/procedures.ts";
import type { ProcedureContent } from "./procedure.ts";
import { remainingWarnings, valueAt } from "./remaining-warnings.ts";

const [DIRECT, POSTAL] = A_CONTENT.channels;
const [FORM, CARD, PROOF] = A_CONTENT.papers;
if (!DIRECT || !POSTAL || !FORM || !CARD || !PROOF) throw new Error("the sample has its parts");

/** The paths of the warnings that are left after a change. */
function left(paths: readonly string[], change: Partial<ProcedureContent>): readonly string[] {
  const warnings = paths.map((path) => ({ path }));
  return remainingWarnings(A_CONTENT, { ...A_CONTENT, ...change }, warnings).map(({ path }) => path);
}

describe("the warnings that a mended version takes over", () => {
  test.each([
    {
      because: "a limit that was mended needs no more looking at, its neighbour does",
      paths: ["channels.direct.limits[0]", "channels.direct.limits[1]"],
      change: {
        channels: [
          {
            ...DIRECT,
            limits: DIRECT.limits.map((one) => (one.case === "slow" ? { ...one, text: "Khác" } : one)),
          },
          POSTAL,
        ],
      },
      stays: ["channels.direct.limits[0]"],
    },
    {
      because: "a paper that was moved is still the same paper, at its new place",
      paths: ["papers[0]", "papers.proof"],
      change: { papers: [CARD, FORM, PROOF] },
      stays: ["papers[1]", "papers.proof"],
    },
    {
      because: "a paper that was taken away warns no more",
      paths: ["papers[2]"],
      change: { papers: [FORM, CARD] },
      stays: [],
    },
    {
      because: "the list as a whole was looked at when one of its papers was mended",
      paths: ["papers"],
      change: { papers: [FORM, CARD] },
      stays: [],
    },
    {
      because: "a part of a paper is a place too",
      paths: ["papers[0].name", "papers[0].copies"],
      change: { papers: [{ ...FORM, name: "Đơn" }, CARD, PROOF] },
      stays: ["papers[0].copies"],
    },
    {
      because: "the level that decides",
      paths: ["deciding"],
      change: { deciding: "province" as const },
      stays: [],
    },
    {
      because: "a channel by its name, also when it is written in another order",
      paths: ["channels.postal.fees", "channels.direct.fees"],
      change: { channels: [POSTAL, DIRECT] },
      stays: ["channels.postal.fees", "channels.direct.fees"],
    },
    {
      because: "a path that leads nowhere is left to a person",
      paths: ["channels.online", "papers[9]", "nonsense.x[1]", "papers.toString", ""],
      change: {},
      stays: ["channels.online", "papers[9]", "nonsense.x[1]", "papers.toString", ""],
    },
  ])("$because", ({ paths, change, stays }) => {
    expect(left(paths, change)).toEqual(stays);
  });

  test("nothing is settled by publishing the same again, and no path moves", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const warnings = [
          ...content.papers.flatMap((paper, at) => [
            { path: `papers[${at}]` },
            { path: `papers.${paper.id}` },
          ]),
          ...content.channels.flatMap(({ channel, limits, fees }) => [
            { path: `channels.${channel}` },
            ...limits.map((_, at) => ({ path: `channels.${channel}.limits[${at}]` })),
            ...fees.map((_, at) => ({ path: `channels.${channel}.fees[${at}]` })),
          ]),
          { path: "deciding" },
        ];
        expect(remainingWarnings(content, content, warnings)).toEqual(warnings);
        for (const { path } of warnings) expect(valueAt(content, path)).toBeDefined();
      }),
    );
  });
});
