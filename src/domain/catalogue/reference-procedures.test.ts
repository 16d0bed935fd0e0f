import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { plainDate } from "../shared/plain-date.ts";
import { searchKey } from "../shared/vietnamese-text.ts";
import { chooseLimit } from "./choose-limit.ts";
import { feesDue } from "./fees-due.ts";
import { PROCEDURE_FIELDS } from "./fields.ts";
import type { ProcedureContent } from "./procedure.ts";
import { readReferenceProcedure } from "./read-procedure.ts";
import { isValidOn } from "./valid-version.ts";

const FOLDER = new URL("../../../db/reference/procedures/", import.meta.url);
const files = readdirSync(FOLDER);
const raw = files.flatMap((file) => {
  const entries: unknown = JSON.parse(readFileSync(new URL(file, FOLDER), "utf8"));
  return Array.isArray(entries)
    ? entries.map((entry: unknown) => ({ file, entry }))
    : [{ file, entry: entries }];
});
const read = raw.map(({ file, entry }) => ({ file, result: readReferenceProcedure(entry) }));
const entries = read.flatMap(({ result }) => (result.ok ? [result.value] : []));
const byCode = new Map(entries.map((entry) => [entry.content.code, entry.content]));

/** The rows of the justice field that the catalogue must have in full. */
const JUSTICE =
  "1.001193 1.000656 1.000894 1.004873 1.004859 2.000635 2.002516 1.004884 1.004772 1.004746 1.005461 1.004837 1.004845 1.001022 1.000689 2.000528 2.000806 2.000522 2.000815 2.000884 2.000908 2.001035 2.001019 2.000913 2.000927 2.001263 2.000424 2.000986".split(
    " ",
  );

function procedure(code: string): ProcedureContent {
  const found = byCode.get(code);
  if (!found) throw new Error(`${code} is not in the catalogue`);
  return found;
}

test("every entry of every file can be read", () => {
  const faults = read.flatMap(({ file, result }) => (result.ok ? [] : [{ file, ...result.details }]));
  expect(faults).toEqual([]);
});

test("holds at least sixty procedures, each code once, in the file of its field", () => {
  expect(entries.length).toBeGreaterThanOrEqual(60);
  expect(byCode.size).toBe(entries.length);
  for (const { file, result } of read) {
    const field = file.replace(".json", "").replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
    expect(result.ok && result.value.content.fieldCode, file).toBe(field);
  }
});

test("every field has procedures", () => {
  const used = new Set(entries.map((entry) => entry.content.fieldCode));
  expect([...used].toSorted()).toEqual(Object.keys(PROCEDURE_FIELDS).toSorted());
});

test.each(JUSTICE)("justice row %s has channels, papers, fees and a result", (code) => {
  const content = procedure(code);
  expect(content.papers.length).toBeGreaterThan(1);
  for (const offer of content.channels) {
    expect(offer.limits.length, offer.channel).toBeGreaterThan(0);
    expect(offer.fees.length, offer.channel).toBeGreaterThan(0);
  }
});

test("the counter finds birth registration by words without diacritics", () => {
  const found = entries.filter((entry) => searchKey(entry.content.name).includes("khai sinh"));
  expect(found.map((entry) => entry.content.code)).toEqual(
    expect.arrayContaining(["1.001193", "1.004884", "1.004772", "2.000528", "2.000635", "2.000986"]),
  );
});

test.each([
  { code: "2.000815", because: "the original is compared at the counter" },
  { code: "2.000884", because: "the person signs before the certifier" },
  { code: "2.000986", because: "the linked dossier has only that channel in its record" },
])("$code is direct only: $because", ({ code }) => {
  expect(procedure(code).channels.map((offer) => offer.channel)).toEqual(["direct"]);
  expect(procedure(code).postalEligible).toBe(false);
});

test.each(["1.000894", "2.000806", "2.000884", "2.001035"])("%s needs the persons themselves", (code) => {
  expect(procedure(code).personalPresence).toBe(true);
});

test.each([
  { code: "1.001193", expected: { amount: 1, unit: "sameDay" } },
  { code: "1.004873", expected: { amount: 3, unit: "workingDay" } },
  { code: "1.004884", expected: { amount: 5, unit: "workingDay" } },
  { code: "1.004845", expected: { amount: 2, unit: "workingDay" } },
  { code: "1.014027", expected: { amount: 10, unit: "workingDay" } },
  { code: "1.001699", expected: { amount: 25, unit: "workingDay" } },
])("$code takes $expected.amount $expected.unit", ({ code, expected }) => {
  expect(chooseLimit(procedure(code), "direct")).toEqual({ ok: true, value: expected });
});

test.each([
  { code: "2.000635", known: 8000, complete: true },
  { code: "2.000884", known: 10_000, complete: true },
  { code: "2.001035", known: 50_000, complete: true },
  { code: "2.000913", known: 30_000, complete: true },
  { code: "2.000927", known: 25_000, complete: true },
  { code: "2.001263", known: 400_000, complete: true },
  { code: "1.001193", known: 0, complete: true },
  { code: "1.004873", known: 0, complete: false },
])("$code costs $known đ, wholly known: $complete", ({ code, known, complete }) => {
  expect(feesDue(procedure(code), "direct")).toMatchObject({ ok: true, value: { known, complete } });
});

test("one procedure has ended, so that the counter can be seen refusing it", () => {
  const today = plainDate("2026-11-21");
  const ended = entries.filter((entry) => !isValidOn(entry, today)).map((entry) => entry.content.code);
  expect(ended).toEqual(["1.002192"]);
});

test("somebody decides every procedure in force: the commune itself, or an agency that holds the field", () => {
  const { competences } = JSON.parse(readFileSync(new URL("../units/one-stop.json", FOLDER), "utf8")) as {
    readonly competences: readonly { readonly fieldCode: string; readonly level: string }[];
  };
  const held = new Set(competences.map((one) => `${one.level} ${one.fieldCode}`));
  const lost = entries
    .filter((entry) => isValidOn(entry, plainDate("2026-11-21")) && entry.content.deciding !== "commune")
    .filter(({ content }) => !held.has(`${content.deciding} ${content.fieldCode}`));
  expect(lost.map((entry) => entry.content.code)).toEqual([]);
});

test("what is not sourced says so, and a limit that nobody published stays null", () => {
  for (const { content } of entries) {
    for (const limit of content.channels.flatMap((offer) => offer.limits)) {
      const trusted = limit.mark === "sourced" || limit.mark === "inference";
      if (limit.mark === "undecided") expect(limit.limit, content.code).toBeNull();
      if (trusted && limit.limit) expect(limit.source, content.code).not.toContain("ghi nhớ");
    }
    if (content.mark === "sourced") expect(content.source, content.code).toMatch(/^CTT /);
  }
});
