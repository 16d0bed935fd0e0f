import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { A_CONTENT, anyContent } from "../../../../test/kit/procedures.ts";
import { mendContent } from "#domain/catalogue/mend-content.ts";
import { type MendForm, formOf, mendingOf, newKey, newPaper, problemsOf, withUnit } from "./mend-form.ts";

const FORM = formOf(A_CONTENT);
const [DIRECT, POSTAL] = FORM.channels;
if (!DIRECT || !POSTAL) throw new Error("the sample has its channels");

function withLimit(changes: object): MendForm {
  if (!DIRECT || !POSTAL) throw new Error("the sample has its channels");
  return {
    ...FORM,
    channels: [DIRECT, { ...POSTAL, limits: POSTAL.limits.map((one) => ({ ...one, ...changes })) }],
  };
}

describe("the form of a version", () => {
  test("untouched it changes nothing, whatever the version holds", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const mended = mendContent(content, mendingOf(formOf(content)));
        expect(mended).toEqual({ ok: true, value: content });
      }),
    );
  });

  test("what it asks to publish is a content, when it finds no problem", () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const form = formOf(content);
        const mended = { ...form, papers: [...form.papers, newPaper(form.papers, "Giấy mới")] };
        expect(problemsOf(mended).size).toBe(0);
        expect(mendContent(content, mendingOf(mended))).toMatchObject({ ok: true });
      }),
    );
  });

  test.each([
    { changes: { amount: "" }, problem: "amountMissing", because: "a number is missing" },
    { changes: { amount: "3,5" }, problem: "amountMissing", because: "half a day is none" },
    { changes: { amount: "0" }, problem: "amountMissing", because: "no day is no limit" },
    { changes: { amount: "10000" }, problem: "limitTooLong", because: "nobody counts ten thousand days" },
    { changes: { amount: "", unit: "none" }, problem: undefined, because: "a limit may be unpublished" },
    { changes: { amount: "", unit: "sameDay" }, problem: undefined, because: "the same day needs no number" },
  ])("a limit: $because", ({ changes, problem }) => {
    expect(problemsOf(withLimit(changes)).get("limit.postal.0")).toBe(problem);
  });

  test.each([
    { written: "8.000", amount: 8_000 },
    { written: " 12 000 ", amount: 12_000 },
    { written: "0", amount: 0 },
    { written: "", amount: null },
  ])("an amount of $written is $amount", ({ written, amount }) => {
    const fees = DIRECT.fees.map((fee) => ({ ...fee, amount: written }));
    const form = { ...FORM, channels: [{ ...DIRECT, fees }, POSTAL] };
    expect(problemsOf(form).size).toBe(0);
    expect(mendingOf(form).channels[0]?.fees[0]?.amount).toBe(amount);
  });

  test.each(["8,000.5", "tám nghìn", "-1", "1e3"])("%s is no amount", (written) => {
    const fees = DIRECT.fees.map((fee) => ({ ...fee, amount: written }));
    expect(problemsOf({ ...FORM, channels: [{ ...DIRECT, fees }] }).get("fee.direct.0.amount")).toBe(
      "amountWrong",
    );
  });

  test("a paper has a name and asks for something, a case that was added says what it is", () => {
    const papers = [newPaper([]), { ...newPaper([], "Đơn"), id: "x", originals: 0 }];
    const limits = [{ case: "added1", amount: "2", unit: "workingDay" as const, text: " " }];
    expect([...problemsOf({ ...FORM, papers, channels: [{ ...DIRECT, limits }] })]).toEqual([
      ["limit.direct.0.text", "caseMissing"],
      ["paper.added1.name", "nameMissing"],
      ["paper.x.count", "asksNothing"],
    ]);
  });

  test("a new key is one that nobody has", () => {
    expect(newKey(["added1", "form", "added3"])).toBe("added2");
  });
});

describe("a limit that is given a unit", () => {
  const bare = { case: "", amount: "", unit: "none", text: "3" } as const;

  test.each([
    {
      limit: bare,
      unit: "workingDay",
      amount: "3",
      text: "",
      because: "the figure was there, its unit was not",
    },
    {
      limit: { ...bare, text: "Hồ sơ đủ" },
      unit: "workingDay",
      amount: "",
      text: "Hồ sơ đủ",
      because: "words stay",
    },
    {
      limit: { ...bare, amount: "5" },
      unit: "workingDay",
      amount: "5",
      text: "3",
      because: "what was typed stays",
    },
    { limit: bare, unit: "none", amount: "", text: "3", because: "nothing was said yet" },
  ] as const)("$limit.text as $unit → “$amount”, “$text”: $because", ({ limit, unit, amount, text }) => {
    expect(withUnit(limit, unit)).toEqual({ case: "", unit, amount, text });
  });
});
