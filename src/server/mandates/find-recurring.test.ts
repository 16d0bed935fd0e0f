import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OFFICE, OTHER_UNIT, UNIT, accountId, draft, move } from "../../../test/kit/mandate-forms.ts";
import { passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

const DAY_MS = 86_400_000;
const MARRIAGE = "1.000894";

describe("a task that the head gives again and again", () => {
  let app: TestApp;
  let clerk: string;
  beforeAll(async () => {
    app = await testApp();
    clerk = await accountId(app, "lan.clerk");
  });
  afterAll(() => app[Symbol.asyncDispose]());

  const give = async (head: Client, changes: Record<string, unknown> = {}) =>
    passed(
      await head.send("POST", "/assignments", {
        unitId: UNIT,
        accountId: clerk,
        task: "receive",
        procedureCode: MARRIAGE,
        reason: "Công chức hộ tịch đi họp",
        standsBy: true,
        ...changes,
      }),
    );
  const recurring = async (head: Client, query = "") =>
    (await head.get(`/recurring-assignments${query}`)).body;

  test("is suggested as a mandate on the third day, and not before", async () => {
    let head = await app.signIn("hanh.head");
    await give(head);
    await give(head);
    app.clock.advance(DAY_MS);
    head = await app.signIn("hanh.head");
    await give(head);
    expect(await recurring(head)).toMatchObject({ onDays: 3, withinDays: 30, recurring: [] });
    app.clock.advance(DAY_MS);
    head = await app.signIn("hanh.head");
    await give(head);
    expect(await recurring(head)).toMatchObject({
      recurring: [
        {
          unitId: UNIT,
          task: "receive",
          procedure: { id: MARRIAGE },
          postOffice: { id: OFFICE },
          days: 3,
          given: 4,
          acts: 0,
          first: "2026-11-16",
          last: "2026-11-18",
        },
      ],
    });
  });

  test("is the head's own unit's to know", async () => {
    const head = await app.signIn("hanh.head");
    expect(await recurring(head, `?unitId=${OTHER_UNIT}`)).toMatchObject({ code: "outside_jurisdiction" });
  });

  test("is suggested no more once a mandate for it is drafted, and again when that is refused", async () => {
    const head = await app.signIn("hanh.head");
    const kiet = await app.signIn("kiet.programme");
    const id = await draft(head, {
      postOfficeId: OFFICE,
      procedureCodes: [MARRIAGE],
      fieldCodes: [],
      exceptProcedureCodes: [],
      tasks: ["receive"],
    });
    expect(await recurring(head)).toMatchObject({ recurring: [] });
    passed(await move(head, id, "propose"));
    passed(await move(kiet, id, "refuse"));
    expect(await recurring(head)).toMatchObject({ recurring: [{ days: 3 }] });
  });
});
