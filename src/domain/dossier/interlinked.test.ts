import { readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import {
  type InterlinkedRule,
  type PartDossier,
  type PartRule,
  interlinkedRule,
  partEnd,
  partStates,
  partsInTheWay,
  partsToOpen,
} from "./interlinked.ts";
import { readInterlinked } from "./read-interlinked.ts";

const file: unknown = JSON.parse(
  readFileSync(new URL("../../../db/reference/interlinked.json", import.meta.url), "utf8"),
);
const read = readInterlinked(file);
const rules = read.ok ? read.value : [];
const child = interlinkedRule(rules, "2.000986", plainDate("2026-11-23"));
if (!child) throw new Error("the rule of 2.000986 is in the file");

const at = (key: string, status: PartDossier["status"], outcome: PartDossier["outcome"] = null) => ({
  key,
  status,
  outcome,
});
const statesOf = (parts: readonly PartDossier[]) => Object.fromEntries(partStates(child, parts));

test("birth, residence and health insurance of a child are one dossier with three parts", () => {
  expect(child.parts.map(({ key, after }) => [key, ...after])).toEqual([
    ["birth"],
    ["residence", "birth"],
    ["healthInsurance", "birth"],
  ]);
  expect(interlinkedRule(rules, "2.000986", plainDate("2025-06-30"))).toBeUndefined();
  expect(interlinkedRule(rules, "1.001193", plainDate("2026-11-23"))).toBeUndefined();
});

describe("a part", () => {
  test.each([
    {
      because: "nothing else has ended",
      parts: [at("birth", "processing")],
      is: ["open", "waiting", "waiting"],
    },
    {
      because: "what it follows was granted",
      parts: [
        at("birth", "finished", "granted"),
        at("residence", "forwarded"),
        at("healthInsurance", "taken" as never),
      ],
      is: ["granted", "open", "open"],
    },
    {
      because: "what it follows was refused: it never begins",
      parts: [at("birth", "finished", "refused")],
      is: ["refused", "fallen", "fallen"],
    },
    {
      because: "what it follows was stopped",
      parts: [at("birth", "stopped")],
      is: ["stopped", "fallen", "fallen"],
    },
    {
      because: "it was not opened when it should have been: another system has it",
      parts: [at("birth", "returned", "granted"), at("residence", "finished", "refused")],
      is: ["granted", "refused", "outside"],
    },
  ])("stands where it must: $because", ({ parts, is }) => {
    expect(Object.values(statesOf(parts))).toEqual(is);
  });

  test.each([
    { status: "finished", outcome: "granted", is: "granted" },
    { status: "returnAwaitingConfirmation", outcome: "refused", is: "refused" },
    { status: "stopped", outcome: null, is: "stopped" },
    { status: "awaitingApproval", outcome: "granted", is: null },
  ] as const)("that is $status has the end $is", ({ status, outcome, is }) => {
    expect(partEnd(status, outcome)).toBe(is);
  });
});

describe("the whole", () => {
  test("waits for every needed part that is under way or still to begin, and for no other", () => {
    const keys = (parts: readonly PartDossier[]) => partsInTheWay(child, parts).map(({ key }) => key);
    expect(keys([at("birth", "processing")])).toEqual(["birth", "residence", "healthInsurance"]);
    expect(keys([at("birth", "finished", "granted"), at("residence", "forwarded")])).toEqual(["residence"]);
    expect(keys([at("birth", "finished", "refused")])).toEqual([]);
  });

  test("opens what waited for a part, once", () => {
    const keys = (parts: readonly PartDossier[]) => partsToOpen(child, parts, "birth").map(({ key }) => key);
    expect(keys([at("birth", "finished", "granted")])).toEqual(["residence", "healthInsurance"]);
    expect(keys([at("birth", "finished", "granted"), at("residence", "forwarded")])).toEqual([
      "healthInsurance",
    ]);
    expect(keys([at("birth", "finished", "refused")])).toEqual([]);
  });

  test("comes to an end whatever its parts come to, in whatever order: nothing waits for ever", () => {
    const ends = fc.constantFrom(
      { status: "finished", outcome: "granted" } as const,
      { status: "finished", outcome: "refused" } as const,
      { status: "stopped", outcome: null } as const,
    );
    fc.assert(
      fc.property(aRule(), fc.infiniteStream(fc.tuple(fc.nat(), ends)), (rule, choices) => {
        const parts: PartDossier[] = rule.parts
          .filter(({ after }) => after.length === 0)
          .map(({ key }) => at(key, "forwarded"));
        for (const [which, end] of choices) {
          const open = parts.filter(({ status }) => status === "forwarded");
          const next = open[which % (open.length || 1)];
          if (!next) break;
          parts[parts.indexOf(next)] = { key: next.key, ...end };
          const granted = end.outcome === "granted" ? partsToOpen(rule, parts, next.key) : [];
          parts.push(...granted.map(({ key }) => at(key, "forwarded")));
        }
        expect(partsInTheWay(rule, parts)).toEqual([]);
        expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
      }),
    );
  });
});

/** Rules of up to six parts, each of which may follow any of those before it. */
function aRule(): fc.Arbitrary<InterlinkedRule> {
  return fc
    .array(fc.tuple(fc.boolean(), fc.array(fc.nat(), { maxLength: 3 })), { minLength: 2, maxLength: 6 })
    .map((given) => {
      const parts: PartRule[] = given.map(([needed, before], index) => ({
        key: `part${"abcdef"[index] ?? ""}`,
        name: { vi: "Phần", en: "Part" },
        procedureCode: `1.00000${index}`,
        after: index === 0 ? [] : [...new Set(before.map((one) => `part${"abcdef"[one % index] ?? ""}`))],
        needed,
        mark: "inference",
        source: "–",
      }));
      const [validFrom, validTo] = [plainDate("2026-01-01"), null];
      return { procedureCode: "2.000000", validFrom, validTo, parts, mark: "inference", source: "–" };
    });
}

describe("a rule that cannot be worked by is not read", () => {
  const [first] = file as [{ parts: { key: string; after: string[]; procedureCode: string }[] }];
  const [birth, ...rest] = first.parts;
  test.each([
    { because: "a ring", parts: [{ ...birth, after: ["residence"] }, ...rest], says: "in a ring" },
    { because: "a key twice", parts: [birth, birth, ...rest], says: "birth stands twice" },
    {
      because: "an unknown part",
      parts: [{ ...birth, after: ["death"] }, ...rest],
      says: "birth follows death",
    },
    {
      because: "itself",
      parts: [{ ...birth, procedureCode: "2.000986" }, ...rest],
      says: "a part of itself",
    },
    { because: "one part", parts: [birth], says: "fewer than 2" },
    { because: "a misspelt key", parts: [{ ...birth, follows: [] }, ...rest], says: "unknown" },
  ])("$because", ({ parts, says }) => {
    const refused = readInterlinked([{ ...first, parts }]);
    expect(refused).toMatchObject({ code: "interlinked_faulty" });
    expect(JSON.stringify(refused)).toContain(says);
  });
});
