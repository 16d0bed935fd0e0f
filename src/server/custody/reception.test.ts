import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ref, accept, makeContainer, offer, pack, sealedPacketOf } from "../../../test/kit/custody.ts";
import { aForm, receive } from "../../../test/kit/forms.ts";
import { type Desks, openDesks, passed } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";

const TWO_DAYS = 2 * 24 * 3_600_000;

let app: TestApp;
let desks: Desks;
beforeAll(async () => {
  app = await testApp();
  desks = await openDesks(app);
});
afterAll(() => app[Symbol.asyncDispose]());

const query = async (statement: string, values: readonly unknown[] = []) =>
  (await app.owner.query(statement.replaceAll("@", "space_dong_thap."), [...values])).rows as Record<
    string,
    unknown
  >[];

async function toUnit(things: readonly Ref[]): Promise<string> {
  const [unit] = await query("select received_at_unit_id as id from @dossier limit 1");
  const offered = await offer(desks.clerk, things, { kind: "unit", id: String(unit?.["id"]) });
  return String(passed(offered).body["manifestId"]);
}

/** A dossier taken in by the post, its papers in a packet in the clerk's hands. */
async function packedDossier(channel: "postal" | "direct") {
  const dossierId = String(passed(await receive(desks.clerk, { channel })).body["dossierId"]);
  const papers = await query("select id from @item where dossier_id = $1 and holder_kind = 'counter'", [
    dossierId,
  ]);
  const packet = await makeContainer(desks.clerk);
  passed(
    await pack(
      desks.clerk,
      packet,
      papers.map(({ id }) => ({ thing: "item", id: String(id) })),
    ),
  );
  return { dossierId, packet };
}

const dueOf = async (dossierId: string) =>
  (
    await query(
      "select due_at as due, due_explanation ->> 'receivedAt' as from from @dossier where id = $1".replace(
        "as from",
        'as "from"',
      ),
      [dossierId],
    )
  )[0];
const receptions = async (manifestId: string) =>
  (await desks.officer.get(`/custody/manifests/${manifestId}`)).body["receptions"];

describe("papers that the post gives to the unit", () => {
  test("of a posted dossier are submitted by the signing: the limit runs from it, once", async () => {
    const { dossierId, packet } = await packedDossier("postal");
    const before = await dueOf(dossierId);
    app.clock.advance(TWO_DAYS);
    desks = await openDesks(app);
    const manifestId = await toUnit([packet]);
    expect(await receptions(manifestId)).toEqual(["postalForwarder"]);
    const wrong = await accept(desks.officer, manifestId, 1, { receivedAs: "agentOfAgency" });
    expect(wrong.body["code"]).toBe("reception_not_possible");
    const signedAt = app.clock.now();
    passed(await accept(desks.officer, manifestId, 1));
    const after = await dueOf(dossierId);
    expect(after?.["from"]).toBe(signedAt);
    expect(Number(after?.["due"])).toBeGreaterThan(Number(before?.["due"]));
    const events = await query(
      "select basis_id, payload ->> 'manifestId' as manifest from @dossier_event where dossier_id = $1 and type = 'dossier.submitted'",
      [dossierId],
    );
    expect(events).toEqual([{ basis_id: "SUBMISSION-01", manifest: manifestId }]);
    const { body } = await desks.officer.get(`/dossiers/${dossierId}`);
    const told = (body["events"] as { type: string; turn: { manifest: unknown } | null }[]).find(
      ({ type }) => type === "dossier.submitted",
    );
    expect(told?.turn?.manifest).toEqual({ manifestId, number: expect.stringMatching(/^BK-2026-/) });
    expect(await query("select received_as from @manifest where id = $1", [manifestId])).toEqual([
      { received_as: "postalForwarder" },
    ]);
  });

  test("of a dossier with Mẫu 01 from the desk change nothing of its date", async () => {
    const { dossierId, packet } = await packedDossier("direct");
    const before = await dueOf(dossierId);
    app.clock.advance(TWO_DAYS);
    desks = await openDesks(app);
    const manifestId = await toUnit([packet]);
    expect(await receptions(manifestId)).toEqual(["agentOfAgency"]);
    passed(await accept(desks.officer, manifestId, 1));
    expect(await dueOf(dossierId)).toEqual(before);
    expect(await query("select received_as from @manifest where id = $1", [manifestId])).toEqual([
      { received_as: "agentOfAgency" },
    ]);
  });

  test("that nobody has opened may be either, where the office receives by a mandate", async () => {
    const empty = await makeContainer(desks.clerk);
    expect(await receptions(await toUnit([empty]))).toEqual(["postalForwarder", "agentOfAgency"]);
  });

  test("are submitted by the biên bản by which the last of them comes: what is missing has not arrived", async () => {
    const { dossierId, packet } = await packedDossier("postal");
    const submitted = () =>
      query("select 1 from @dossier_event where dossier_id = $1 and type = 'dossier.submitted'", [dossierId]);
    const missing = { differences: [{ kind: "missing", position: 1, note: "Không thấy bì" }] };
    app.clock.advance(60_000);
    const first = await toUnit([packet]);
    passed(await accept(desks.officer, first, 0, missing));
    expect(await submitted()).toEqual([]);
    expect(await query("select received_as from @manifest where id = $1", [first])).toEqual([
      { received_as: null },
    ]);
    passed(await accept(desks.officer, await toUnit([packet]), 1));
    expect(await submitted()).toHaveLength(1);
  });

  test("of a posted and of a desk dossier in one packet: the taker says which of the two", async () => {
    const [posted, atDesk] = [await packedDossier("postal"), await packedDossier("direct")];
    const bag = await makeContainer(desks.clerk, "bag");
    passed(await pack(desks.clerk, bag, [posted.packet, atDesk.packet]));
    app.clock.advance(60_000);
    const manifestId = await toUnit([bag]);
    expect((await accept(desks.officer, manifestId, 1)).body["code"]).toBe("reception_to_choose");
    passed(await accept(desks.officer, manifestId, 1, { receivedAs: "postalForwarder" }));
    const events = await query(
      "select dossier_id from @dossier_event where type = 'dossier.submitted' and dossier_id = any ($1)",
      [[posted.dossierId, atDesk.dossierId]],
    );
    expect(events).toEqual([{ dossier_id: posted.dossierId }]);
  });

  test("and that a civil servant gives on are neither", async () => {
    const packet = await sealedPacketOf(app, desks.officer);
    const [clerk] = await query("select id from nation.account where username = 'lan.clerk'");
    const offered = await offer(desks.officer, [packet], { kind: "person", id: String(clerk?.["id"]) });
    expect(await receptions(String(passed(offered).body["manifestId"]))).toEqual([]);
  });
});

describe("a dossier that is taken in after its packet was signed for", () => {
  /** An unopened packet, forwarded to the unit and signed for now. */
  async function forwarded() {
    const manifestId = await toUnit([await makeContainer(desks.clerk)]);
    const signedAt = app.clock.now();
    passed(await accept(desks.officer, manifestId, 1, { receivedAs: "postalForwarder" }));
    return { manifestId, signedAt };
  }
  const lists = async () =>
    (await desks.clerk.get("/custody/hand-over-records")).body["records"] as Record<string, unknown>[];
  const later = async () => {
    app.clock.advance(TWO_DAYS);
    desks = await openDesks(app);
  };

  test("is submitted by that signing: the date counts from it, in the preview as in the receipt, and is told once", async () => {
    const { manifestId, signedAt } = await forwarded();
    await later();
    const [record] = await lists();
    expect(record).toMatchObject({ handOverRecordId: manifestId, signedAt, things: 1 });
    const preview = await desks.clerk.get(
      `/procedures/2.000635/intake-preview?channel=postal&handOverRecordId=${manifestId}`,
    );
    const taken = passed(
      await receive(desks.clerk, { channel: "postal", handOverRecordId: manifestId }),
    ).body;
    expect(taken).toMatchObject({ dueAt: preview.body["dueAt"], version: 2 });
    const dossierId = String(taken["dossierId"]);
    expect((await dueOf(dossierId))?.["from"]).toBe(signedAt);
    expect(
      await query(
        "select type, to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') as at, basis_id like 'SUBMISSION%' as rule from @dossier_event where dossier_id = $1 order by seq",
        [dossierId],
      ),
    ).toEqual([
      { type: "dossier.received", at: app.clock.now(), rule: false },
      { type: "dossier.submitted", at: signedAt, rule: true },
    ]);
    const told = await query(
      "select payload ->> 'kind' as kind from @outbox where topic = 'dossier.notice' and payload ->> 'dossierId' = $1",
      [dossierId],
    );
    expect(told.map(({ kind }) => kind)).not.toContain("newDate");
    const without = passed(await receive(desks.clerk, { channel: "postal" })).body;
    expect(String(taken["dueAt"]) < String(without["dueAt"])).toBe(true);
  });

  test("of a group is so for each of them", async () => {
    const { manifestId, signedAt } = await forwarded();
    await later();
    const { applicant, ...form } = await aForm(desks.clerk);
    const { besidesOpen: _, ...common } = form;
    const rows = [{ rowId: crypto.randomUUID(), applicant, besidesOpen: true }];
    const group = { groupId: crypto.randomUUID(), name: "Đoàn", rows };
    const answer = await desks.clerk.send("POST", "/dossier-groups", {
      ...common,
      ...group,
      channel: "postal",
      handOverRecordId: manifestId,
    });
    const [row] = passed(answer).body["rows"] as { received: { dossierId: string } }[];
    expect((await dueOf(String(row?.received.dossierId)))?.["from"]).toBe(signedAt);
  });

  test("counts from no record of another counter's unit, of the desk, of long ago, or that nobody signed", async () => {
    const { manifestId } = await forwarded();
    const offered = await toUnit([await makeContainer(desks.clerk)]);
    const form = await aForm(desks.clerk);
    const code = async (changes: Record<string, unknown>) =>
      (await desks.clerk.send("POST", "/dossiers", { ...form, channel: "postal", ...changes })).body["code"];
    expect(await code({ handOverRecordId: offered })).toBe("hand_over_record_unknown");
    expect(await code({ channel: "direct", handOverRecordId: manifestId })).toBe("hand_over_record_of_post");
    expect(await code({ handOverRecordId: crypto.randomUUID() })).toBe("hand_over_record_unknown");
    app.clock.advance(31 * 24 * 3_600_000);
    desks = await openDesks(app);
    expect(await code({ handOverRecordId: manifestId })).toBe("hand_over_record_unknown");
    expect((await lists()).map(({ handOverRecordId }) => handOverRecordId)).not.toContain(manifestId);
  });
});
