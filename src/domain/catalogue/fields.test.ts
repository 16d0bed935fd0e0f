import { expect, test } from "vitest";
import { FIELD_GROUPS, fieldsOfGroup, isFieldCode, PROCEDURE_FIELDS } from "./fields.ts";

test("every field belongs to one historic group, and every group has fields", () => {
  const groups = Object.keys(FIELD_GROUPS) as (keyof typeof FIELD_GROUPS)[];
  const all = groups.flatMap((group) => fieldsOfGroup(group));
  expect(all.toSorted()).toEqual(Object.keys(PROCEDURE_FIELDS).toSorted());
  for (const group of groups) expect(fieldsOfGroup(group), group).not.toEqual([]);
});

test("a transfer of Lao động – Thương binh và Xã hội covers what is now under three ministries", () => {
  expect(fieldsOfGroup("labourSocial")).toEqual(
    expect.arrayContaining(["socialProtection", "children", "peopleOfMerit", "labour"]),
  );
});

test.each([
  { text: "civilStatus", expected: true },
  { text: "Hộ tịch", expected: false },
  { text: "toString", expected: false },
])("$text is a field code: $expected", ({ text, expected }) => {
  expect(isFieldCode(text)).toBe(expected);
});
