import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Holder } from "../custody/custody.ts";
import type { Parties } from "../person/parties.ts";
import { asId } from "../shared/id.ts";
import type { OrganisationDetails, PersonDetails } from "../person/party.ts";
import { plainDate } from "../shared/plain-date.ts";
import { CORRECTED_FIELDS } from "./corrected-field.ts";
import { type CurrentPaper, paperChanges, papersOfOthers, planPapers } from "./corrected-papers.ts";
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
const COMPANY: OrganisationDetails = {
  kind: "organisation",
  name: "Hợp tác xã Bình Thành",
  taxCode: "1400123456",
  taxCodeKind: "organisation10",
  legalRepresentative: "Lê Văn Tám",
  branchName: "Chi nhánh Thanh Bình",
  branchCode: null,
  address: NHUNG.address,
  phone: NHUNG.phone,
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
      because: "a person's own parts are each a field",
      to: {
        ...UNCHANGED,
        parties: {
          ...ALONE,
          applicant: {
            ...NHUNG,
            identityNumber: "087190001235",
            birthDate: null,
            sex: "male" as const,
            email: "nhung@example.vn",
          },
        },
      },
      changed: ["applicant.number", "applicant.birthDate", "applicant.sex", "applicant.email"],
      roles: ["applicant"],
    },
    {
      because: "a company in a person's place has parts that a person has not, and lacks others",
      to: { ...UNCHANGED, parties: { ...ALONE, applicant: COMPANY } },
      changed: [
        "applicant.kind",
        "applicant.name",
        "applicant.number",
        "applicant.birthDate",
        "applicant.sex",
        "applicant.legalRepresentative",
        "applicant.branchName",
      ],
      roles: ["applicant"],
    },
    {
      because: "somebody who came in the applicant's place is a row of his own",
      to: { ...UNCHANGED, parties: { ...ALONE, submitter: { ...NHUNG, sex: null, phone: null } } },
      changed: [
        "submitter.kind",
        "submitter.name",
        "submitter.number",
        "submitter.birthDate",
        "submitter.address",
      ],
      roles: ["submitter"],
    },
    {
      because: "papers alone are a correction, and touch nobody's row",
      to: { ...UNCHANGED, items: [{ ...asItem(FORM), copies: 1 }] },
      changed: ["papers"],
      roles: [],
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

  test.each([
    { because: "it is of another dossier, or was struck", itemId: "item-9", code: "paper_not_of_dossier" },
    {
      because: "a paper of the list is met by its name there",
      itemId: "item-1",
      code: "paper_not_of_dossier",
    },
  ])("no line is about a further paper that is not there: $because", ({ itemId, code }) => {
    const line = { ...asItem(FORM), paperId: null, itemId };
    expect(decideCorrection(DOSSIER, { ...UNCHANGED, items: [line] })).toMatchObject({ ok: false, code });
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
      because: "a paper that was only shown is in nobody's hands",
      holder: null,
      steps: struck,
      others: 0,
    },
    {
      because: "a person and a counter of one id are two",
      holder: person("counter-1"),
      steps: struck,
      others: 1,
    },
    {
      because: "a counter and a person of one id are two",
      holder: counter("lan"),
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
    const holders = new Map(holder === null ? [] : [[FORM.itemId, holder]]);
    expect(papersOfOthers(steps, holders, hand)).toHaveLength(others);
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
    { to: { ...FORM, copies: 2 }, kind: "alter", recounted: true, because: "a copy more is counted as well" },
    { to: { ...FORM, note: "có mộc" }, kind: "alter", recounted: false, because: "a note moves nothing" },
    { to: FORM, kind: "keep", recounted: undefined, because: "nothing differs" },
  ])("$because", ({ to, kind, recounted }) => {
    const [step] = planPapers([FORM], [asItem(to)]);
    expect(step).toMatchObject(recounted === undefined ? { kind } : { kind, recounted });
  });

  test("a paper that was only shown is never recounted: nobody holds it", () => {
    const shown = { ...FORM, shown: true };
    expect(planPapers([shown], [asItem({ ...shown, originals: 3 })])).toMatchObject([
      { kind: "alter", recounted: false },
    ]);
  });

  test("a line of the list meets the paper of its name, a further paper the one that it was opened from", () => {
    const further = (at: number): CurrentPaper => ({ ...FORM, itemId: `further-${at}`, paperId: null });
    const [one, two] = [further(1), further(2)];
    const steps = planPapers([one, FORM, two], [asItem(FORM), asItem({ ...two, note: "có mộc" })]);
    expect(steps).toMatchObject([
      { kind: "keep", paper: FORM },
      { kind: "alter", paper: two },
      { kind: "strike", paper: one },
    ]);
  });
});

describe("what changed of the papers", () => {
  const state = ({ name, originals, copies, shown, note }: CurrentPaper) => ({
    name,
    originals,
    copies,
    shown,
    note,
  });
  const map: CurrentPaper = { ...FORM, itemId: "item-2", paperId: "map", name: "Bản đồ" };
  const further: CurrentPaper = { ...FORM, itemId: "item-3", paperId: null, name: "Giấy khác" };
  const shown = { ...FORM, shown: true };

  test.each([
    { because: "what stays is not told", before: [FORM, map], after: [map, FORM], changes: [] },
    {
      because: "more of the same is one change",
      before: [FORM],
      after: [{ ...FORM, originals: 2 }],
      changes: [{ before: state(FORM), after: state({ ...FORM, originals: 2 }) }],
    },
    {
      because: "one that came in had nothing before, one that was struck has nothing after",
      before: [FORM],
      after: [map],
      changes: [
        { before: null, after: state(map) },
        { before: state(FORM), after: null },
      ],
    },
    {
      because: "held instead of shown is one change of that paper, not of the one struck beside it",
      before: [map, shown],
      after: [FORM],
      changes: [
        { before: state(shown), after: state(FORM) },
        { before: state(map), after: null },
      ],
    },
    {
      because: "a further paper that was struck is not the one that came in",
      before: [further],
      after: [{ ...further, shown: true }],
      changes: [
        { before: null, after: state({ ...further, shown: true }) },
        { before: state(further), after: null },
      ],
    },
  ])("$because", ({ before, after, changes }) => {
    expect(paperChanges(planPapers(before, after.map(asItem)))).toEqual(changes);
  });
});
