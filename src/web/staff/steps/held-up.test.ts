import type { DossierView } from "#contract/dossiers.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import { expect, test } from "vitest";
import { heldUp } from "./held-up.ts";

type Held = Parameters<typeof heldUp>[0];
const steps = (allDone: boolean) =>
  ({
    allDone,
    steps: [
      { name: "Thẩm định", state: "done" },
      { name: "Lập tờ trình", state: allDone ? "done" : "taken" },
      { name: "Soát xét", state: allDone ? "done" : "waiting" },
    ],
  }) as unknown as NonNullable<DossierView["steps"]>;
const asked = (state: string, overdue: boolean) =>
  ({ agencyName: "Công an xã Bình Thành", state, overdue }) as DossierView["consultations"][number];
const part = (state: string, needed = true) => ({
  name: { vi: "Đăng ký thường trú", en: "" },
  state,
  needed,
});
const parts = (...all: readonly ReturnType<typeof part>[]) =>
  ({ parts: all, latestDueAt: null }) as unknown as DossierView["parts"];
const whole = (ended: boolean) => ({ code: "H20.031-1", ended }) as NonNullable<DossierView["partOf"]>;
const ALONE: Held = {
  steps: null,
  consultations: [],
  parts: null,
  partOf: null,
  units: { resultStillAt: null },
};

const cases: readonly {
  readonly because: string;
  readonly move: Move;
  readonly dossier: Partial<Held>;
  readonly held: ReturnType<typeof heldUp>;
}[] = [
  {
    because: "nothing holds up what is worked without steps",
    move: "recordOutcome",
    dossier: {},
    held: null,
  },
  {
    because: "the outcome waits for the steps that somebody can do now",
    move: "recordOutcome",
    dossier: { steps: steps(false) },
    held: { code: "steps_open", details: { steps: ["Lập tờ trình"] } },
  },
  {
    because: "it waits for no step any more",
    move: "recordOutcome",
    dossier: { steps: steps(true) },
    held: null,
  },
  {
    because: "other moves wait for no step",
    move: "askSupplement",
    dossier: { steps: steps(false) },
    held: null,
  },
  {
    because: "the outcome waits for an answer whose day is not over",
    move: "recordOutcome",
    dossier: { consultations: [asked("open", false)] },
    held: { code: "consultation_open", details: { agencies: ["Công an xã Bình Thành"] } },
  },
  {
    because: "who does not answer in time holds nobody up",
    move: "recordOutcome",
    dossier: { consultations: [asked("open", true), asked("answered", false)] },
    held: null,
  },
  {
    because: "the whole is approved after its needed parts",
    move: "approve",
    dossier: { parts: parts(part("waiting"), part("open", false), part("granted")) },
    held: { code: "parts_open", details: { parts: ["Đăng ký thường trú"] } },
  },
  {
    because: "a part that ended holds nothing up",
    move: "returnResult",
    dossier: { parts: parts(part("refused"), part("fallen"), part("outside")) },
    held: null,
  },
  {
    because: "a result that lies at another unit is taken over first",
    move: "returnResult",
    dossier: { units: { resultStillAt: "xã Bình Thành" } },
    held: { code: "result_not_here", details: { unit: "xã Bình Thành" } },
  },
  {
    because: "a part is returned with its whole",
    move: "returnResult",
    dossier: { partOf: whole(false) },
    held: { code: "part_of_another", details: { code: "H20.031-1" } },
  },
  {
    because: "a part whose whole has ended stands by itself",
    move: "returnResult",
    dossier: { partOf: whole(true) },
    held: null,
  },
  {
    because: "a part is worked like any other",
    move: "approve",
    dossier: { partOf: whole(false) },
    held: null,
  },
];

test.each(cases)("$because", ({ move, dossier, held }) => {
  expect(heldUp({ ...ALONE, ...dossier }, move)).toEqual(held);
});
