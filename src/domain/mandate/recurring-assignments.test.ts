import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type PlainDate, addDays, plainDate } from "../shared/plain-date.ts";
import { type GivenTask, RECURRENCE, recurringTasks } from "./recurring-assignments.ts";

const TODAY = plainDate("2026-11-16");

const given = (day: string, changes: Partial<GivenTask> = {}): GivenTask => ({
  task: "receive",
  procedureCode: "1.000894",
  postOfficeId: "office",
  day: plainDate(day),
  given: 1,
  acts: 1,
  ...changes,
});

describe("a task that is given again and again", () => {
  test.each<{ because: string; tasks: GivenTask[]; days: number[] }>([
    {
      because: "three days within the window are enough",
      tasks: [given("2026-10-18"), given("2026-11-02"), given("2026-11-16")],
      days: [3],
    },
    {
      because: "the first day is one too long ago",
      tasks: [given("2026-10-17"), given("2026-11-02"), given("2026-11-16")],
      days: [],
    },
    {
      because: "often on two days is not often",
      tasks: [given("2026-11-02", { given: 9 }), given("2026-11-02"), given("2026-11-16")],
      days: [],
    },
    {
      because: "another procedure is another work",
      tasks: [given("2026-11-02"), given("2026-11-03"), given("2026-11-04", { procedureCode: "2.000635" })],
      days: [],
    },
    {
      because: "another office is another mandate",
      tasks: [given("2026-11-02"), given("2026-11-03"), given("2026-11-04", { postOfficeId: "other" })],
      days: [],
    },
    {
      because: "what is dated tomorrow has not been given yet",
      tasks: [given("2026-11-02"), given("2026-11-03"), given("2026-11-17")],
      days: [],
    },
    { because: "nothing was given", tasks: [], days: [] },
  ])("is named when it should be: $because", ({ tasks, days }) => {
    expect(recurringTasks(tasks, TODAY).map((one) => one.days)).toEqual(days);
  });

  test("is told with its first and last day, how often it was given and used", () => {
    const tasks = [
      given("2026-11-09", { given: 2, acts: 5 }),
      given("2026-11-02"),
      given("2026-11-12", { acts: 0 }),
    ];
    expect(recurringTasks(tasks, TODAY)).toEqual([
      {
        task: "receive",
        procedureCode: "1.000894",
        postOfficeId: "office",
        days: 3,
        given: 4,
        acts: 6,
        first: "2026-11-02",
        last: "2026-11-12",
      },
    ]);
  });
});

/** Walks every triple of task, procedure and office, and every day of the window. */
function byHand(tasks: readonly GivenTask[], today: PlainDate): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { task, procedureCode, postOfficeId } of tasks) {
    let days = 0;
    for (let back = 0; back < RECURRENCE.withinDays; back += 1) {
      const day = addDays(today, -back);
      const onDay = tasks.filter(
        (one) =>
          one.day === day &&
          one.task === task &&
          one.procedureCode === procedureCode &&
          one.postOfficeId === postOfficeId,
      );
      if (onDay.length > 0) days += 1;
    }
    if (days >= RECURRENCE.onDays) found.add(`${task} ${procedureCode} ${postOfficeId} ${days}`);
  }
  return found;
}

test("what recurs is what counting day by day finds, in whatever order the tasks come", () => {
  const tasks = fc.array(
    fc
      .record({
        task: fc.constantFrom("receive", "guide"),
        procedureCode: fc.constantFrom("1.1", "2.2"),
        postOfficeId: fc.constantFrom("a", "b"),
        back: fc.integer({ min: -3, max: 40 }),
      })
      .map(({ back, ...one }) => ({ ...one, day: addDays(TODAY, -back), given: 1, acts: 0 })),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(tasks, (all) => {
      const found = recurringTasks(all, TODAY);
      const named = found.map((one) => `${one.task} ${one.procedureCode} ${one.postOfficeId} ${one.days}`);
      expect(new Set(named)).toEqual(byHand(all, TODAY));
      expect(named).toHaveLength(new Set(named).size);
      expect(recurringTasks(all.toReversed(), TODAY).length).toBe(found.length);
    }),
  );
});
