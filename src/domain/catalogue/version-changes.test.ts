import { isDeepStrictEqual } from "node:util";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { A_CONTENT, anyContent } from "../../../test/kit/procedures.ts";
import type { ProcedureContent } from "./procedure.ts";
import { readProcedureContent } from "./read-procedure.ts";
import { compareVersions } from "./version-changes.ts";

const [DIRECT, POSTAL] = A_CONTENT.channels;
const [FORM, CARD, PROOF] = A_CONTENT.papers;
if (!DIRECT || !POSTAL || !FORM || !CARD || !PROOF) throw new Error("the sample has its parts");
const withDirect = (changes: object): Partial<ProcedureContent> => ({
  channels: [{ ...DIRECT, ...changes }, POSTAL],
});

describe("what an editor is told of two versions", () => {
  test.each([
    { because: "a new name", change: { name: "Tên mới" }, told: ["name changed"] },
    {
      because: "a presence that is now asked for",
      change: { personalPresence: true },
      told: ["personalPresence changed"],
    },
    { because: "another decision", change: { publishedBy: "2/QĐ-BTP" }, told: ["publishedBy changed"] },
    { because: "another mark", change: { mark: "undecided" as const }, told: ["mark changed"] },
    {
      because: "one limit of one case",
      change: withDirect({
        limits: DIRECT.limits.map((one) => ({ ...one, limit: { amount: 2, unit: "workingDay" } })),
      }),
      told: ["channels.direct.limits.fast changed", "channels.direct.limits.slow changed"],
    },
    {
      because: "a fee that is gone",
      change: withDirect({ fees: [] }),
      told: ["channels.direct.fees.copy removed"],
    },
    {
      because: "a channel that is gone is one difference, not one for each of its lines",
      change: { channels: [DIRECT], postalEligible: false },
      told: ["channels.postal removed"],
    },
    {
      because: "a paper that came in",
      change: { papers: [...A_CONTENT.papers, { ...FORM, id: "added1" }] },
      told: ["papers.added1 added"],
    },
    {
      because: "papers in another order and nothing else",
      change: { papers: [CARD, FORM, PROOF] },
      told: ["papers changed"],
    },
    {
      because: "a paper that went, without the others having moved",
      change: { papers: [FORM, PROOF] },
      told: ["papers.card removed"],
    },
    {
      because: "one legal basis for another",
      change: { legalBases: ["Luật Hộ tịch 60/2014/QH13", "Nghị định 87/2020/NĐ-CP"] },
      told: ["legalBases.Nghị định 87/2020/NĐ-CP added", "legalBases.Nghị định 123/2015/NĐ-CP removed"],
    },
    {
      because: "a result by its code",
      change: { results: [{ code: "KQ.01", name: "Giấy khác" }] },
      told: ["results.KQ.01 changed"],
    },
  ])("$because", ({ change, told }) => {
    const changes = compareVersions(A_CONTENT, { ...A_CONTENT, ...change });
    expect(changes.map(({ path, kind }) => `${path} ${kind}`)).toEqual(told);
  });

  test("what came in has nothing before, and what went out nothing after", () => {
    const [came] = compareVersions({ ...A_CONTENT, papers: [FORM] }, { ...A_CONTENT, papers: [FORM, CARD] });
    expect(came).toMatchObject({ part: "paper", kind: "added", before: null, after: CARD });
    const [went] = compareVersions({ ...A_CONTENT, papers: [FORM, CARD] }, { ...A_CONTENT, papers: [FORM] });
    expect(went).toMatchObject({ part: "paper", kind: "removed", before: CARD, after: null });
  });

  test("a text that stands twice and then once has gone once", () => {
    const twice = { ...A_CONTENT, legalBases: ["Luật A", "Luật A"] };
    const once = { ...A_CONTENT, legalBases: ["Luật A"] };
    expect(compareVersions(twice, once)).toMatchObject([
      { part: "legalBasis", kind: "removed", before: "Luật A" },
    ]);
  });
});

describe("laws of the comparison", () => {
  test("the samples are contents that a version may have", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(readProcedureContent(content)).toMatchObject({ ok: true });
      }),
    );
    expect(readProcedureContent(A_CONTENT)).toMatchObject({ ok: true });
  });

  test("a version has no difference to itself", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        expect(compareVersions(content, structuredClone(content))).toEqual([]);
      }),
    );
  });

  test("two versions that say something else always have a difference, and the same one from both sides", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (one, other) => {
        const there = compareVersions(one, other);
        expect(there.length === 0).toBe(isDeepStrictEqual(one, other));
        const back = compareVersions(other, one);
        const turned = { added: "removed", removed: "added", changed: "changed" };
        expect(there.map(({ path, kind }) => `${path} ${turned[kind]}`).toSorted()).toEqual(
          back.map(({ path, kind }) => `${path} ${kind}`).toSorted(),
        );
      }),
    );
  });

  test("no difference is told twice", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (one, other) => {
        const told = compareVersions(one, other).map(({ part, path }) => `${part} ${path}`);
        expect(told).toEqual([...new Set(told)]);
      }),
    );
  });

  test("each value that one version has and the other has not stands in a difference", () => {
    fc.assert(
      fc.property(anyContent, anyContent, (one, other) => {
        const shown = JSON.stringify(compareVersions(one, other));
        for (const paper of one.papers) {
          const stays = other.papers.some((same) => isDeepStrictEqual(paper, same));
          if (!stays) expect(shown).toContain(JSON.stringify(paper));
        }
      }),
    );
  });
});
