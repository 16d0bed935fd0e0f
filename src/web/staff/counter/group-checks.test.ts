import type { ReceiveDossierInput } from "#contract/intake.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { describe, expect, test } from "vitest";
import { formOfDraft, draftContent } from "./draft-content.ts";
import { checkGroup, groupInput, isAskedAbout } from "./group-checks.ts";
import { type GroupLine, NO_TEXTS } from "./group-line.ts";
import { EMPTY_FORM, type IntakeForm } from "./intake-form.ts";
import { formOfLeft } from "./use-receive-group.ts";

const today = plainDate("2026-11-23");
const FIRST = {
  ...EMPTY_FORM.person,
  name: "Nguyễn Thị Hồng Nhung",
  identityNumber: "087190001234",
  address: "Ấp 1, xã Bình Thành",
  communeCode: "30163",
};
const bay: GroupLine = {
  ...NO_TEXTS,
  rowId: "r2",
  name: "Lê Thị Bảy",
  identityNumber: "087190005555",
  phone: "0912345670",
};
const chin: GroupLine = {
  ...bay,
  rowId: "r3",
  name: "Ngô Văn Chín",
  identityNumber: "087091006666",
  address: "Ấp 9",
};
const blank: GroupLine = { rowId: "r9", ...NO_TEXTS };

function aForm(rows: readonly GroupLine[], name = "Lớp 5A"): IntakeForm {
  return { ...EMPTY_FORM, person: FIRST, group: { groupId: "g", firstRowId: "r1", name, rows } };
}

describe("the rows of a group", () => {
  test.each([
    {
      rows: [bay, chin, blank],
      fields: [],
      because: "who lives where the first one lives writes no address",
    },
    { rows: [{ ...bay, name: "" }], fields: ["group.r2.name"], because: "a name is missing" },
    {
      rows: [bay, { ...chin, identityNumber: bay.identityNumber }],
      fields: ["group.r3.identityNumber"],
      because: "one person stands there twice",
    },
    {
      rows: [{ ...bay, identityNumber: FIRST.identityNumber }],
      fields: ["group.r2.identityNumber"],
      because: "the person of the form stands there once more",
    },
  ])("$because", ({ rows, fields }) => {
    const { people, others } = checkGroup(aForm(rows), today);
    expect([...people, ...others].map(({ field }) => field)).toEqual(fields);
  });

  test("a group wants a name; a row that was added and left empty is no group", () => {
    expect(checkGroup(aForm([bay], " "), today).others).toEqual([
      { field: "group.name", code: "groupNameMissing" },
    ]);
    expect(checkGroup(aForm([blank], ""), today).others).toEqual([]);
  });

  test("who stands twice may be meant: the tick of the row takes the problem away and goes with it", () => {
    const again: GroupLine = { ...bay, rowId: "r7" };
    expect(checkGroup(aForm([bay, again]), today).others).toEqual([
      { field: "group.r7.identityNumber", code: "applicantTwice" },
    ]);
    expect(isAskedAbout(aForm([bay, again]), again)).toBe(true);
    expect(isAskedAbout(aForm([bay, again]), bay)).toBe(false);
    const meant = aForm([bay, { ...again, besidesOpen: true }]);
    expect(checkGroup(meant, today).others).toEqual([]);
    const { rows } = groupInput(meant, {} as ReceiveDossierInput, today);
    expect(rows.map(({ besidesOpen }) => besidesOpen)).toEqual([undefined, undefined, true]);
  });

  test("a draft brings them back, and leaves out what is none", () => {
    const form = aForm([bay]);
    const kept = JSON.parse(JSON.stringify(draftContent(form))) as Record<string, unknown>;
    expect(formOfDraft(kept).form).toEqual(form);
    const broken = { ...kept, group: { ...form.group, rows: [7, { name: "ai" }, { ...bay, phone: 3 }] } };
    expect(formOfDraft(broken).form.group.rows).toEqual([{ ...bay, phone: "" }]);
  });
});

describe("what is left to be put right", () => {
  test("nothing, when every row was received", () => {
    expect(formOfLeft(aForm([bay]), new Set())).toBeNull();
  });

  test("the refused rows, with the first person where she was when she was refused too", () => {
    expect(formOfLeft(aForm([bay, chin]), new Set(["r1", "r3"]))).toMatchObject({
      person: FIRST,
      group: { groupId: "g", firstRowId: "r1", rows: [chin] },
    });
  });

  test("when she was received the next one takes the form's place, under the row's own id", () => {
    const left = formOfLeft(aForm([bay, chin]), new Set(["r3"]));
    expect(left).toMatchObject({
      person: { name: chin.name, identityNumber: chin.identityNumber, address: "Ấp 9", communeCode: "" },
      group: { groupId: "g", firstRowId: "r3", name: "Lớp 5A" },
    });
    expect(left?.group.rows).toMatchObject([{ name: "" }]);
  });
});
