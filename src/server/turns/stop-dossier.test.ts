import { instant } from "#domain/shared/instant.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { hold } from "../../../test/kit/hold.ts";
import { type Desks, bringTo, openDesks, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { goTo, goToMoment, moment, receivedInDecember, turn } from "../../../test/kit/turns.ts";

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const newDossier = async (stage?: Parameters<typeof bringTo>[2]) => {
  const id = await receivedInDecember(app, desks);
  if (stage) await bringTo(desks, id, stage);
  return id;
};
const view = async (id: string, by: Client = desks.officer) => (await by.get(`/dossiers/${id}`)).body;

interface Refused {
  readonly because: string;
  readonly by: keyof Desks;
  readonly is: string;
  readonly body?: Record<string, unknown>;
}

describe("a citizen who asks to have the dossier back", () => {
  test("gets it with Mẫu 05 when nothing has been decided: the dossier ends there", async () => {
    const id = await newDossier("processing");
    const asked = passed(await turn(desks.clerk, id, "withdrawal-requests", 3));
    expect(asked.body).toMatchObject({ status: "withdrawalAsked", formIssueId: null });
    expect(await view(id)).toMatchObject({ statuses: { national: 7 }, deadline: { standing: null } });
    passed(await turn(desks.officer, id, "withdrawal-decision", 4));
    expect(await view(id)).toMatchObject({
      acts: [{ move: "handPapersBack" }],
      statuses: { business: "stopped", national: 8 },
      forms: [{ form: "mau05" }],
      deadline: { lastDayToExtend: null, punctuality: "early" },
    });
  });

  test.each(["received", "forwarded", "processing", "awaitingApproval"] as const)(
    "is told when there is a decision: what was %s goes on as it was",
    async (status) => {
      const id = await newDossier(status === "received" ? undefined : status);
      const { version } = await view(id);
      passed(await turn(desks.clerk, id, "withdrawal-requests", Number(version)));
      passed(await turn(desks.officer, id, "withdrawal-decision", Number(version) + 1, { accept: false }));
      expect(await view(id)).toMatchObject({ statuses: { business: status }, forms: [] });
    },
  );

  test("while a supplement is waited for is told no, and it is waited for as before", async () => {
    const id = await newDossier("processing");
    await goTo(app, "12-09 10:00");
    passed(await turn(desks.caseOfficer, id, "supplement-requests", 3));
    passed(await turn(desks.officer, id, "withdrawal-requests", 4));
    passed(await turn(desks.officer, id, "withdrawal-decision", 5, { accept: false }));
    expect(await view(id)).toMatchObject({
      statuses: { business: "awaitingSupplement" },
      deadline: { standing: { since: moment("12-09 10:00") } },
    });
    await goTo(app, "12-11 10:00");
    expect(passed(await turn(desks.officer, id, "supplements", 6)).body).toMatchObject({
      status: "processing",
      dueAt: moment("12-18 17:00"),
    });
  });

  test.each<Refused>([
    {
      because: "a no has a reason too",
      by: "officer",
      is: "input_malformed",
      body: { accept: false, reason: "" },
    },
    { because: "the post does not end anything", by: "clerk", is: "act_reserved_to_state" },
    { because: "it is the unit's to look, not the agency's", by: "caseOfficer", is: "post_missing" },
    { because: "a reason says something", by: "officer", is: "input_malformed", body: { reason: "" } },
    { because: "somebody else was faster", by: "officer", is: "dossier_changed", body: { version: 0 } },
  ])("is not answered: $because", async ({ by, is, body = {} }) => {
    const id = await newDossier();
    passed(await turn(desks.clerk, id, "withdrawal-requests", 1));
    expect((await turn(desks[by], id, "withdrawal-decision", 2, body)).body["code"]).toBe(is);
    expect(await view(id)).toMatchObject({ version: 2, statuses: { business: "withdrawalAsked" } });
  });

  test("is too late when the result is there, and cannot ask twice", async () => {
    const id = await newDossier("finished");
    expect((await turn(desks.clerk, id, "withdrawal-requests", 5)).body["code"]).toBe("move_not_allowed");
    const other = await newDossier();
    passed(await turn(desks.clerk, other, "withdrawal-requests", 1));
    expect((await turn(desks.clerk, other, "withdrawal-requests", 2)).body["code"]).toBe("move_not_allowed");
    expect((await turn(desks.officer, id, "withdrawal-decision", 5)).body["code"]).toBe("move_not_allowed");
  });

  test("is answered by one of two officers at once", async () => {
    const id = await newDossier();
    passed(await turn(desks.clerk, id, "withdrawal-requests", 1));
    const held = await hold(app.owner, "select from dossier where id = $1 for update", [id]);
    const both = Promise.all([
      turn(desks.officer, id, "withdrawal-decision", 2),
      turn(desks.officer, id, "withdrawal-decision", 2, { accept: false }),
    ]);
    await held.untilWaiting(2);
    await held.release();
    expect((await both).map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });
});

describe("an agency that cannot go on", () => {
  test.each(["received", "forwarded", "processing", "awaitingApproval"] as const)(
    "stops what is %s, with Mẫu 05, by whoever approves; nothing moves it then",
    async (status) => {
      const id = await newDossier(status === "received" ? undefined : status);
      const version = Number((await view(id))["version"]);
      passed(await turn(desks.approver, id, "stopping", version));
      expect(await view(id)).toMatchObject({
        acts: [{ move: "handPapersBack" }],
        statuses: { national: 8 },
        forms: [{ form: "mau05" }],
      });
      for (const what of ["stopping", "extension", "reopening", "withdrawal-requests"] as const)
        expect((await turn(desks.approver, id, what, version + 1)).body["code"], what).toBe(
          "move_not_allowed",
        );
    },
  );

  test.each<Refused>([
    { because: "the case officer does not answer for it", by: "caseOfficer", is: "post_missing" },
    { because: "nor the one-stop officer", by: "officer", is: "post_missing" },
    { because: "nor the post", by: "clerk", is: "act_reserved_to_state" },
  ])("does not stop it: $because", async ({ by, is }) => {
    const id = await newDossier();
    expect((await turn(desks[by], id, "stopping", 1)).body["code"]).toBe(is);
    expect(await view(id)).toMatchObject({ version: 1, forms: [] });
  });

  test("gives back to the desk what nobody has taken, with words, and it is sent again", async () => {
    const id = await newDossier("forwarded");
    expect((await turn(desks.officer, id, "sending-to-desk", 2)).body["code"]).toBe("post_missing");
    passed(await turn(desks.caseOfficer, id, "sending-to-desk", 2));
    expect(await view(id)).toMatchObject({
      statuses: { business: "received", national: 2 },
      events: [{}, {}, { type: "dossier.sentToDesk", note: "Không thuộc thẩm quyền" }],
    });
    passed(await desks.officer.send("POST", `/dossiers/${id}/forwarding`, { version: 3 }));
    passed(await desks.caseOfficer.send("POST", `/dossiers/${id}/taking`, { version: 4 }));
    expect((await turn(desks.caseOfficer, id, "sending-to-desk", 5)).body["code"]).toBe("move_not_allowed");
  });
});

test("before there was a Mẫu 05 a stop is refused in words, and nothing is written", async () => {
  const id = await newDossier("processing");
  await goToMoment(app, instant("2025-09-14T10:00:00+07:00"));
  const stopped = await turn(desks.approver, id, "stopping", 3);
  expect(stopped).toMatchObject({
    status: 409,
    body: { code: "form_not_in_force", details: { from: "15/09/2025" } },
  });
  await goTo(app, "12-08 10:00");
  expect(await view(id)).toMatchObject({ version: 3, forms: [] });
});

test("the projections agree with the ledgers", async () => {
  const { dossiers, found } = await disagreements(app);
  expect(dossiers).toBeGreaterThan(10);
  expect(found).toEqual([]);
});
