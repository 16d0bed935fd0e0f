import { describe, expect, test } from "vitest";
import { stepColumns } from "./step-columns.ts";

const step = (key: string, ...after: readonly string[]) => ({ key, after });
const drawn = (...steps: Parameters<typeof stepColumns>[0]) => {
  const { columns, placeless } = stepColumns(steps);
  return {
    columns: columns.map((column) => column.map(({ key }) => key).join(" ")),
    placeless: placeless.map(({ key }) => key).join(" "),
  };
};

describe("the drawing of an internal procedure", () => {
  test.each([
    { because: "nothing is drawn of nothing", steps: [], columns: [], placeless: "" },
    {
      because: "steps one after the other stand in a line",
      steps: [step("a"), step("b", "a"), step("c", "b")],
      columns: ["a", "b", "c"],
      placeless: "",
    },
    {
      because: "two that wait for the same one run side by side",
      steps: [step("a"), step("b", "a"), step("c", "a"), step("d", "b", "c")],
      columns: ["a", "b c", "d"],
      placeless: "",
    },
    {
      because: "a step comes after the last of those that it waits for",
      steps: [step("d", "a", "b"), step("a"), step("b", "a")],
      columns: ["a", "b", "d"],
      placeless: "",
    },
    {
      because: "who waits for an unknown step is placed all the same",
      steps: [step("a", "nobody")],
      columns: ["a"],
      placeless: "",
    },
    {
      because: "a loop and what rests on it have no place",
      steps: [step("a"), step("b", "c"), step("c", "b"), step("d", "c")],
      columns: ["a"],
      placeless: "b c d",
    },
    { because: "a step that waits for itself too", steps: [step("a", "a")], columns: [], placeless: "a" },
  ])("$because", ({ steps, columns, placeless }) => {
    expect(drawn(...steps)).toEqual({ columns, placeless });
  });
});
