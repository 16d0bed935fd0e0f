import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Holder } from "../custody/custody.ts";
import type { Parties } from "../person/parties.ts";
import { asId } from "../shared/id.ts";
import type { PersonDetails } from "../person/party.ts";
import { plainDate } from "../shared/plain-date.ts";
import { CORRECTED_FIELDS } from "./corrected-field.ts";
import { type CurrentPaper, papersOfOthers, planPapers } from "./corrected-papers.ts";
import { type WrittenDossier, changedRoles, decideCorrection } from "./correction.ts";
import type { IntakeItem } from "./receive-dossier.ts";

const NHUNG: PersonDetails = {
  kind: "person",
  name: "Nguyễn Thị Hồng Nhung",
  identityNumber: "087190001234",
  identityKind: "personalNumber12",
  identityIssuedOn: null,
  birthDate: plainDate("1990-05-12"),
  sex: "female",
  address: { line: "Ấp 1, xã Bình Thành", communeCode: null, provinceCode: null },
  phone: "0912345678",
  email: null,
};
const ALONE: Parties = { applicant: NHUNG, submitter: null, authorisation: null };
const FORM: CurrentPaper = {
  itemId: "item-1",
  paperId: "form",
  name: "Tờ khai",
  originals: 1,
  copies: 0,
  shown: false,
  note: null,
};
const DOSSIER: WrittenDossier = {
  parties: ALONE,
  papers: [FORM],
  closing: {
    missingPapersReason: null,
    dossierSets: 1,
    returnMethod: "counter",
    receiptDelivery: "counter",
    remarks: null,
    assistedWriting: false,
  },
};
const asItem = ({ itemId, ...paper }: CurrentPaper): IntakeItem =>
  paper.paperId === null ? { ...paper, itemId } : paper;
const UNCHANGED = { parties: ALONE, items: DOSSIER.papers.map(asItem), closing: DOSSIER.closing };

describe("what a correction comes to", () => {
  test("nothing, when nothing differs: then there is nothing to correct", () => {
    expect(decideCorrection(DOSSIER, UNCHANGED)).toMatchObject({ ok: false, code: "nothing_corrected" });
  });

  test.each([
    {
      because: "another phone number is one field of the applicant",
      to: { ...UNCHANGED, parties: { ...ALONE, applicant: { ...NHUNG, phone: "0987654321" } } },
      changed: ["applicant.phone"],
      roles: ["applicant"],
    },
    {
      because: "an address in the list's commune differs though its line does not",
      to: {
        ...UNCHANGED,
        parties: { ...ALONE, applicant: { ...NHUNG, address: { ...NHUNG.address, communeCode: "30130" } } },
      },
      changed: ["applicant.commune"],
      roles: ["applicant"],
    },
    {
      because: "a submitter's new paper makes the submitter's row anew",
      to: {
        ...UNCHANGED,
        parties: {
          applicant: NHUNG,
          submitter: null,
          authorisation: {
            number: null,
            date: plainDate("2026-11-10"),
            certifiedBy: null,
            relation: "child" as const,
            scope: "Nộp hồ sơ",
          },
        },
      },
      changed: ["authorisation.date", "authorisation.relation", "authorisation.scope"],
      roles: ["submitter"],
    },
    {
      because: "people come before papers, and papers before the rest, as in the form",
      to: {
        parties: { ...ALONE, applicant: { ...NHUNG, name: "Trần Thị Út" } },
        items: [],
        closing: { ...DOSSIER.closing, returnMethod: "postal", remarks: "Gấp" },
      },
      changed: ["applicant.name", "papers", "returnMethod", "remarks"],
      roles: ["applicant"],
    },
  ])("$because", ({ to, changed, roles }) => {
    const decided = decideCorrection(DOSSIER, to);
    expect(decided).toMatchObject({ ok: true, value: { changed } });
    if (decided.ok) expect(changedRoles(decided.value)).toEqual(roles);
  });

  test("every field that can differ is one of the closed list, each once", () => {
    expect(new Set(CORRECTED_FIELDS).size).toBe(CORRECTED_FIELDS.length);
  });
});

describe("papers that others hold", () => {
  const hand = { accountId: "lan", counterId: "counter-1" };
  const person = (id: string): Holder => ({ kind: "person", id: asId(id) });
  const place = (kind: "unit" | "agency"): Holder => ({ kind, id: asId(kind) }) as Holder;
  const counter = (id: string): Holder => ({ kind: "counter", id: asId(id) });
  const recounted = planPapers([FORM], [{ ...asItem(FORM), originals: 2 }]);
  const struck = planPapers([FORM], []);
  test.each([
    { because: "who holds it counts it", holder: person("lan"), steps: recounted, others: 0 },
    {
      because: "it lies at the counter where the clerk sits",
      holder: counter("counter-1"),
      steps: struck,
      others: 0,
    },
    {
      because: "a unit answers in its own name",
      holder: place("unit"),
      steps: struck,
      others: 0,
    },
    { because: "a successor took it over", holder: person("phuc"), steps: recounted, others: 1 },
    { because: "nothing is struck from another's hands", holder: person("phuc"), steps: struck, others: 1 },
    { because: "it lies at another counter", holder: counter("counter-2"), steps: recounted, others: 1 },
    {
      because: "an agency has it",
      holder: place("agency"),
      steps: struck,
      others: 1,
    },
    {
      because: "a paper that is kept is not counted",
      holder: person("phuc"),
      steps: planPapers([FORM], [asItem(FORM)]),
      others: 0,
    },
    {
      because: "another name of the same paper moves nothing",
      holder: person("phuc"),
      steps: planPapers([FORM], [{ ...asItem(FORM), name: "Tờ khai đăng ký" }]),
      others: 0,
    },
  ])("$because", ({ holder, steps, others }) => {
    expect(papersOfOthers(steps, new Map([[FORM.itemId, holder]]), hand)).toHaveLength(others);
  });
});

const aPaper = (index: number) =>
  fc.record({
    paperId: fc.constantFrom("form", "map", null),
    name: fc.constantFrom("Tờ khai", "Bản đồ"),
    originals: fc.integer({ min: 0, max: 3 }),
    copies: fc.integer({ min: 0, max: 3 }),
    shown: fc.boolean(),
    note: fc.constantFrom(null, "có mộc"),
    itemId: fc.constant(`item-${index}`),
  });
const papers = fc.tuple(aPaper(1), aPaper(2), aPaper(3), aPaper(4)).chain((all) => fc.subarray(all));
/** What the form may hold: papers of the dossier, changed or not, and new ones. */
const wanted = fc.tuple(aPaper(1), aPaper(2), aPaper(8), aPaper(9)).chain((all) => fc.subarray(all));

describe("what is done with the papers", () => {
  test("whatever was there, afterwards exactly the papers of the form stand on the list", () => {
    fc.assert(
      fc.property(papers, wanted, (before, after) => {
        const steps = planPapers(before, after.map(asItem));
        const standing = steps.flatMap((step) => {
          if (step.kind === "strike") return [];
          if (step.kind === "keep") return [step.paper];
          return [step.kind === "add" ? step.item : step.to];
        });
        const bare = ({ name, originals, copies, shown, note }: IntakeItem | CurrentPaper) =>
          [name, originals, copies, shown, note].join("|");
        expect(standing.map((paper) => bare(paper as IntakeItem)).sort()).toEqual(after.map(bare).sort());
      }),
    );
  });

  test("every paper that was there is met once: kept, altered or struck", () => {
    fc.assert(
      fc.property(papers, wanted, (before, after) => {
        const met = planPapers(before, after.map(asItem)).flatMap((step) =>
          step.kind === "add" ? [] : [step.paper.itemId],
        );
        expect(met.sort()).toEqual(before.map(({ itemId }) => itemId).sort());
      }),
    );
  });

  test("no paper changes between held and only shown: that is another paper, with a birth or an end of its own", () => {
    fc.assert(
      fc.property(papers, wanted, (before, after) => {
        for (const step of planPapers(before, after.map(asItem)))
          if (step.kind === "alter") expect(step.to.shown).toBe(step.paper.shown);
      }),
    );
  });

  test.each([
    { to: { ...FORM, originals: 2 }, kind: "alter", recounted: true, because: "more of the same" },
    { to: { ...FORM, note: "có mộc" }, kind: "alter", recounted: false, because: "a note moves nothing" },
    { to: FORM, kind: "keep", recounted: undefined, because: "nothing differs" },
  ])("$because", ({ to, kind, recounted }) => {
    const [step] = planPapers([FORM], [asItem(to)]);
    expect(step).toMatchObject(recounted === undefined ? { kind } : { kind, recounted });
  });
});
