import { MANDATE_FAULTS } from "#domain/mandate/check-mandate.ts";
import { describe, expect, test } from "vitest";
import { wordsOf } from "#web/text/words.ts";
import type { CallProblem } from "../api.ts";
import { EMPTY_FORM, type MandateForm, findingsIn, inputOf, missingIn } from "./mandate-form.ts";

const words = wordsOf("vi");

const FULL: MandateForm = {
  ...EMPTY_FORM,
  unitId: "unit",
  postOfficeId: "office",
  tasks: ["receive", "guide"],
  fieldCodes: ["civilStatus"],
  exceptions: [{ id: "1.000894", name: "Thủ tục đăng ký kết hôn" }],
  autonomy: "supervised",
  validFrom: "2026-12-01",
};

const refused = (...findings: string[]): CallProblem => ({
  kind: "refused",
  code: "mandate_invalid",
  details: { findings },
  requestId: "",
});

describe("the form of a mandate", () => {
  test("says everything that is missing at once", () => {
    expect(Object.keys(missingIn(EMPTY_FORM, words)).toSorted((a, b) => a.localeCompare(b))).toEqual([
      "autonomy",
      "fieldCodes",
      "postOfficeId",
      "tasks",
      "unitId",
      "validFrom",
    ]);
    expect(inputOf(EMPTY_FORM)).toBeNull();
  });

  test("is sent with its tasks in the order of the closed list, and an open end as none", () => {
    expect(missingIn(FULL, words)).toEqual({});
    expect(inputOf(FULL)).toMatchObject({
      tasks: ["guide", "receive"],
      exceptProcedureCodes: ["1.000894"],
      validTo: null,
    });
  });

  test("a last day that names no day is said, and not sent", () => {
    const form = { ...FULL, validTo: "31/02/2027" };
    expect(missingIn(form, words)).toEqual({ validTo: words.mandates.notADay });
    expect(inputOf(form)).toBeNull();
  });
});

describe("what the server finds wrong", () => {
  test.each([
    { finding: "period_reversed 2026-01-01", field: "validTo", because: "the last day is the wrong one" },
    { finding: "task_reserved_to_state approve", field: "tasks", because: "deciding is the state's" },
    { finding: "procedure_ended 1.004222", field: "procedures", because: "it was chosen there" },
    { finding: "procedure_unknown 1.004222", field: "procedures", because: "it is no exception" },
    { finding: "procedure_unknown 1.000894", field: "exceptions", because: "it was chosen as an exception" },
    { finding: "grantee_not_postal office", field: "postOfficeId", because: "it is about the grantee" },
    { finding: "unit_ended 2026-12-31", field: "unitId", because: "it is about the unit" },
    { finding: "counter_not_of_grantee c", field: "counterIds", because: "it is about a counter" },
  ])("“$finding” stands beside $field, since $because", ({ finding, field }) => {
    expect(Object.keys(findingsIn(refused(finding), FULL, words))).toEqual([field]);
  });

  test("two findings about one field are both said", () => {
    const { procedures } = findingsIn(refused("procedure_ended 1.1", "procedure_unknown 2.2"), FULL, words);
    expect(procedures).toContain("1.1");
    expect(procedures).toContain("2.2");
  });

  test("every fault has its place and its words, with the day as people write it", () => {
    for (const fault of MANDATE_FAULTS)
      expect(Object.keys(findingsIn(refused(`${fault} 2026-12-31`), FULL, words)), fault).toHaveLength(1);
    expect(findingsIn(refused("unit_ended 2026-12-31"), FULL, words).unitId).toContain("31/12/2026");
  });

  test("another refusal says nothing about fields", () => {
    const problem = { ...refused("tasks_missing"), code: "outside_jurisdiction" } as CallProblem;
    expect(findingsIn(problem, FULL, words)).toEqual({});
    expect(findingsIn(null, FULL, words)).toEqual({});
  });
});
