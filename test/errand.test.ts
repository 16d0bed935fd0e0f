import { unseal } from "#server/keys/seal.ts";
import { trackDossier } from "#server/lookup/track-dossier.ts";
import { describe, expect, test } from "vitest";
import { receive } from "./kit/forms.ts";
import { disagreements } from "./kit/ledgers.ts";
import { bringTo, openDesks } from "./kit/steps.ts";
import { testApp } from "./kit/test-app.ts";

describe.each([18, 15] as const)("the errand on PostgreSQL %d", (postgres) => {
  test("a dossier is received, decided and returned, and the citizen sees every step", async () => {
    await using app = await testApp({ postgres });
    const { rows: server } = await app.owner.query<{ version: number }>(
      "select current_setting('server_version_num')::integer / 10000 as version",
    );
    expect(server).toEqual([{ version: postgres }]);
    const ready = await app.program.app.inject("/ready");
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { status: "ready", checks: { database: [], migrations: [], roles: [], jobs: [] } },
    ]);

    const desks = await openDesks(app);
    const { body } = await receive(desks.clerk);
    const id = String(body["dossierId"]);
    await bringTo(desks, id, "returned");

    const dossier = (await desks.officer.get(`/dossiers/${id}`)).body;
    expect(dossier).toMatchObject({
      code: body["code"],
      version: 6,
      // A result with an error can be made again, and not by whoever reads here; originals may still be here.
      acts: [
        { move: "reopen", permit: { allowed: false } },
        { move: "handPapersBack", permit: { allowed: true } },
      ],
      statuses: { business: "returned", delivery: "handedOver", national: 10 },
    });
    expect((dossier["events"] as { basis: { kind: string } }[]).map((event) => event.basis.kind)).toEqual([
      "mandate",
      "office",
      "office",
      "office",
      "office",
      "mandate",
    ]);
    expect((await desks.clerk.get(`/dossiers?q=nhung`)).body["dossiers"]).toMatchObject([
      { dossierId: id, status: "returned" },
    ]);
    for (const [who, desk] of [
      ["clerk", "returning"],
      ["officer", "oneStop"],
      ["caseOfficer", "case"],
      ["approver", "approval"],
    ] as const) {
      expect((await desks[who].get(`/queues/${desk}`)).body).toEqual({
        dossiers: [],
        next: null,
        open: 0,
        matching: 0,
      });
    }

    const { rows } = await app.owner.query<{ sealed: Buffer }>(
      "select track_secret_sealed as sealed from space_dong_thap.dossier",
    );
    const secret = unseal<string>(
      app.program.deps.ring,
      `dossier.track:${id}`,
      rows[0]?.sealed ?? Buffer.of(),
    );
    const look = {
      code: String(body["code"]),
      secret,
      address: "203.0.113.7",
      now: app.clock.now(),
      requestId: "r",
    };
    const tracked = await trackDossier(app.program.deps, look);
    expect(tracked.ok && tracked.value.steps.map((step) => step.type)).toEqual([
      "dossier.received",
      "dossier.forwarded",
      "dossier.taken",
      "dossier.outcomeRecorded",
      "dossier.approved",
      "dossier.returned",
    ]);
    expect(await disagreements(app)).toEqual({ dossiers: 1, found: [] });
  });
});
