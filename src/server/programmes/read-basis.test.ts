import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { employ } from "../../../test/kit/employ.ts";
import { receive } from "../../../test/kit/forms.ts";
import { aDecision, accountId, bringToForce, move, train } from "../../../test/kit/mandate-forms.ts";
import { aGoal, aPhase, begin, keepPart } from "../../../test/kit/programme-forms.ts";
import { A_PDF, A_PNG, passed } from "../../../test/kit/steps.ts";
import { type Client, type TestApp, testApp } from "../../../test/kit/test-app.ts";

interface Basis {
  readonly act: { readonly type: string; readonly by: string; readonly code: string };
  readonly kind: string;
  readonly mandate: {
    readonly inForceThen: boolean;
    readonly decision: Scanned;
    readonly phase: {
      readonly label: string;
      readonly decision: Scanned;
      readonly programmeDecision: Scanned;
    };
  } | null;
  readonly assignment: unknown;
  readonly office: unknown;
  readonly accreditations: readonly { readonly field: string }[];
}
interface Scanned {
  readonly decision: { readonly id: string; readonly number: string };
  readonly scans: readonly { readonly fileId: string; readonly sha256: string }[];
}

let app: TestApp;
let kiet: Client;
let head: Client;
let phuc: Client;
let programmeId: string;
let phaseId: string;
let mandateId: string;
let dossierId: string;

async function scan(decisionId: string, content = A_PDF): Promise<string> {
  const kept = await kiet.send("POST", "/mandate-files?name=ban-chup.pdf", content, {
    type: "application/pdf",
  });
  const fileId = String(passed(kept).body["fileId"]);
  passed(await kiet.send("POST", `/decisions/${decisionId}/scans`, { fileId }));
  return fileId;
}
const basisOf = async (by: Client, id = dossierId, seq = 1) =>
  passed(await by.get(`/dossiers/${id}/basis/${seq}`)).body as unknown as Basis;

/** A mandate of phase 3 that an officer of the post received a dossier under. */
beforeAll(async () => {
  app = await testApp();
  kiet = await app.signIn("kiet.programme");
  head = await app.signIn("hanh.head");
  programmeId = await begin(kiet);
  phaseId = (await keepPart(kiet, programmeId, aPhase())).partId;
  await keepPart(kiet, programmeId, aGoal());
  mandateId = await bringToForce(head, kiet, { phaseId });
  await train(app, "phuc.clerk", "civilStatus");
  phuc = await app.signIn("phuc.clerk", "Quầy 1");
  dossierId = String((await receive(phuc)).body["dossierId"]);
});
afterAll(() => app[Symbol.asyncDispose]());

describe("by virtue of what an act was done", () => {
  test("from the act of a clerk to mandate, phase and programme, each with its decision and scans", async () => {
    const before = await basisOf(phuc);
    const { mandate } = before;
    const own = await scan(mandate?.decision.decision.id ?? "");
    const programmes = await scan(mandate?.phase.programmeDecision.decision.id ?? "");
    const after = await basisOf(phuc);
    expect(after).toMatchObject({
      act: { type: "dossier.received", by: "Trần Văn Phúc" },
      kind: "mandate",
      mandate: {
        mandateId,
        inForceThen: true,
        tasks: ["receive", "returnResult"],
        autonomy: "supervised",
        decision: { decision: { number: "412/QĐ-UBND" }, scans: [{ fileId: own }] },
        phase: {
          label: "3",
          programmeId,
          decision: { decision: { number: "500/QĐ-UBND" }, scans: [] },
          programmeDecision: { decision: { number: "468/QĐ-UBND" }, scans: [{ fileId: programmes }] },
        },
      },
      assignment: null,
      office: null,
      accreditations: [{ field: "Hộ tịch" }],
    });
  });

  test("whoever reads the act reads its scans, and no other file", async () => {
    const { mandate } = await basisOf(phuc);
    const fileId = mandate?.decision.scans[0]?.fileId ?? "";
    const served = await phuc.get(`/dossiers/${dossierId}/basis/1/scans/${fileId}`);
    expect(served.bytes.equals(A_PDF)).toBe(true);
    const other = await kiet.send("POST", "/mandate-files?name=anh.png", A_PNG, { type: "image/png" });
    const elsewhere = String(passed(other).body["fileId"]);
    expect((await phuc.get(`/dossiers/${dossierId}/basis/1/scans/${elsewhere}`)).status).toBe(404);
    expect((await phuc.get(`/mandate-files/${fileId}`)).body).toMatchObject({ code: "permission_missing" });
  });

  test("a scan that was taken back is none of the decision's, and its bytes are not given", async () => {
    const { mandate } = await basisOf(phuc);
    const decisionId = mandate?.decision.decision.id ?? "";
    const fileId = await scan(decisionId, Buffer.concat([A_PDF, Buffer.from("wrong")]));
    const read = () => phuc.get(`/dossiers/${dossierId}/basis/1/scans/${fileId}`);
    expect((await read()).status).toBe(200);
    const reason = "Chụp nhầm quyết định khác";
    passed(await kiet.send("POST", `/decisions/${decisionId}/scans/${fileId}/withdrawal`, { reason }));
    expect((await read()).status).toBe(404);
    const after = await basisOf(phuc);
    expect(after.mandate?.decision.scans.map((one) => one.fileId)).not.toContain(fileId);
  });

  test("of somebody else's dossier there is nothing", async () => {
    await employ(app, "tuyet.clerk", [{ role: "postalClerk", at: "post:30130" }]);
    const elsewhere = await app.signIn("tuyet.clerk");
    expect((await elsewhere.get(`/dossiers/${dossierId}/basis/1`)).status).toBe(404);
    expect((await kiet.get(`/dossiers/${dossierId}/basis/1`)).body).toMatchObject({
      code: "permission_missing",
    });
    expect((await phuc.get(`/dossiers/${dossierId}/basis/99`)).status).toBe(404);
  });

  test("for a civil servant: the post, where and since when", async () => {
    const duc = await app.signIn("duc.officer", "xã Bình Thành Quầy 1");
    const received = String((await receive(duc)).body["dossierId"]);
    expect(await basisOf(duc, received)).toMatchObject({
      kind: "office",
      office: { role: "oneStopOfficer", place: "Trung tâm Phục vụ hành chính công xã Bình Thành" },
      mandate: null,
    });
  });

  test("for a task outside of the list: the head, the reason, and who stands by", async () => {
    passed(await head.send("POST", "/assignments", await assignment()));
    const received = String((await receive(phuc, await marriage())).body["dossierId"]);
    expect(await basisOf(phuc, received)).toMatchObject({
      kind: "assignment",
      assignment: {
        head: "Trương Mỹ Hạnh",
        reason: "Công chức đi tập huấn",
        standsBy: true,
        task: "receive",
      },
    });
  });

  test("a mandate that was suspended since was in force at the time of the act", async () => {
    passed(await move(kiet, mandateId, "suspend"));
    expect(await basisOf(phuc)).toMatchObject({ mandate: { inForceThen: true, status: "suspended" } });
    passed(await move(kiet, mandateId, "resume"));
  });
});

async function assignment() {
  const { unitId } = passed(await head.get("/unit-rights")).body;
  return {
    unitId,
    accountId: await accountId(app, "phuc.clerk"),
    task: "receive",
    procedureCode: "1.000894",
    reason: "Công chức đi tập huấn",
    standsBy: true,
  };
}

async function marriage() {
  const { body } = await phuc.get("/procedures/1.000894");
  return { procedureVersionId: body["versionId"], papers: [], missingPapersReason: "…" };
}

describe("scans of a decision", () => {
  test("the same bytes are a scan once; a better one is one more", async () => {
    const { mandate } = await basisOf(phuc);
    const decisionId = mandate?.phase.decision.decision.id ?? "";
    await scan(decisionId);
    const again = await kiet.send("POST", "/mandate-files?name=lai.pdf", A_PDF, { type: "application/pdf" });
    const sent = { fileId: String(passed(again).body["fileId"]) };
    expect((await kiet.send("POST", `/decisions/${decisionId}/scans`, sent)).body).toMatchObject({
      code: "scan_known",
    });
    await scan(decisionId, A_PNG);
    const { scans } = passed(await head.get(`/decisions/${decisionId}/scans`)).body as { scans: object[] };
    expect(scans).toMatchObject([{ mediaType: "application/pdf" }, { mediaType: "image/png" }]);
  });

  test("two who add one at once both have theirs, one after the other", async () => {
    const { mandate } = await basisOf(phuc);
    const decisionId = mandate?.phase.decision.decision.id ?? "";
    const more = [Buffer.concat([A_PDF, Buffer.from("1")]), Buffer.concat([A_PDF, Buffer.from("2")])];
    await Promise.all(more.map((content) => scan(decisionId, content)));
    const { scans } = passed(await head.get(`/decisions/${decisionId}/scans`)).body as { scans: object[] };
    expect(scans).toHaveLength(4);
  });

  test("of a decision that nobody named there are none", async () => {
    expect((await kiet.get("/decisions/01900000-0000-7000-8000-000000000000/scans")).status).toBe(404);
  });
});

describe("what a programme counts of its mandates", () => {
  test("the dossiers that rest on them reach the goal, and the phase knows its mandates", async () => {
    expect(passed(await kiet.get(`/programmes/${programmeId}`)).body).toMatchObject({
      goals: [{ measure: "dossiersReceived", target: 1000, reached: 1 }],
      phases: [{ id: phaseId, mandates: 1, inForce: 1 }],
    });
    expect(passed(await kiet.get(`/programmes/${programmeId}?asOf=2026-11-15`)).body).toMatchObject({
      goals: [{ reached: 0 }],
    });
  });

  test("a mandate that reaches out of its phase is shown, and the phase cannot be removed", async () => {
    expect(passed(await kiet.get(`/programmes/${programmeId}`)).body).toMatchObject({
      phases: [{ outside: [{ mandateId, how: "after" }] }],
    });
    expect(passed(await kiet.get(`/mandates/${mandateId}`)).body).toMatchObject({
      mandate: { phase: { id: phaseId, label: "3", outside: "after" } },
    });
    const removal = { version: 3, part: "phase", partId: phaseId, reason: "…" };
    expect((await kiet.send("POST", `/programmes/${programmeId}/removals`, removal)).body).toMatchObject({
      code: "phase_in_use",
    });
  });

  test("mandates are found by their phase, and a phase that nobody knows is a fault of the draft", async () => {
    const found = passed(await kiet.get(`/mandates?phaseId=${phaseId}`)).body as {
      mandates: { id: string }[];
    };
    expect(found.mandates.map(({ id }) => id)).toEqual([mandateId]);
    const { mandate } = passed(await kiet.get(`/mandates/${mandateId}`)).body as {
      mandate: { unit: { id: string } };
    };
    const form = {
      unitId: mandate.unit.id,
      postOfficeId: mandate.unit.id,
      counterIds: [],
      tasks: ["receive"],
      fieldCodes: ["civilStatus"],
      procedureCodes: [],
      exceptProcedureCodes: [],
      autonomy: "supervised",
      validFrom: "2026-11-01",
      validTo: null,
      conditions: "",
      phaseId: "01900000-0000-7000-8000-000000000000",
    };
    expect((await kiet.send("POST", "/mandates", form)).body).toMatchObject({
      details: { findings: [`grantee_unknown ${mandate.unit.id}`, `phase_unknown ${form.phaseId}`] },
    });
  });

  test("every act under a mandate comes as a file that a spreadsheet opens", async () => {
    const file = await kiet.get(`/mandates/${mandateId}/act-files`);
    expect(file.headers["content-type"]).toBe("text/csv; charset=utf-8");
    const lines = file.bytes.toString("utf8").split("\r\n");
    expect(lines[0]).toBe("\uFEFFMã hồ sơ;Việc;Mã việc trong sổ;Ngày;Giờ;Người làm");
    expect(lines[1]).toMatch(
      /^H20\.[\d-]+\S*;Tiếp nhận hồ sơ;dossier\.received;16\/11\/2026;\d\d:\d\d;Trần Văn Phúc$/,
    );
    expect(lines).toHaveLength(3);
  });
});

test("papers that went on because somebody was stopped lead to the decision that stopped them, and its scan", async () => {
  const targetId = await accountId(app, "phuc.clerk");
  const stop = {
    target: "account",
    targetId,
    decision: aDecision("700/QĐ-UBND"),
    reason: "Kiểm tra",
  };
  const { handOverId } = passed(await kiet.send("POST", "/suspensions", stop)).body;
  const events = passed(await head.get(`/dossiers/${dossierId}`)).body["events"] as { seq: number }[];
  const read = async () =>
    passed(await head.get(`/dossiers/${dossierId}/basis/${events.length}`)).body as unknown as Basis & {
      handOver: { decision: Scanned };
    };
  const before = await read();
  expect(before).toMatchObject({
    act: { type: "dossier.custodyPassed" },
    kind: "office",
    handOver: { handOverId, cause: "suspension", from: "Trần Văn Phúc", successor: null },
  });
  expect(before.handOver.decision.decision.number).toBe("700/QĐ-UBND");
  const fileId = await scan(before.handOver.decision.decision.id);
  expect((await read()).handOver.decision.scans).toMatchObject([{ fileId }]);
  const scanned = await head.get(`/dossiers/${dossierId}/basis/${events.length}/scans/${fileId}`);
  expect(scanned.status).toBe(200);
  expect((await head.get(`/dossiers/${dossierId}/basis/1/scans/${fileId}`)).status).toBe(404);
  expect((await basisOf(head)) as object).toMatchObject({ handOver: null });
});

test("a field whose procedures have all ended is in nobody's hands any more", async () => {
  await keepPart(kiet, programmeId, { ...aGoal(), name: "Lĩnh vực được giao", measure: "fieldsInForce" });
  const reached = async () => {
    const { goals } = passed(await kiet.get(`/programmes/${programmeId}`)).body as {
      goals: { measure: string; reached: number }[];
    };
    return goals.find(({ measure }) => measure === "fieldsInForce")?.reached;
  };
  expect(await reached()).toBe(1);
  await app.owner.query(
    "update nation.procedure_version set valid_to = '2026-06-30' where field_code = 'civilStatus'",
  );
  expect(await reached()).toBe(0);
  await app.owner.query(
    "update nation.procedure_version set valid_to = null where field_code = 'civilStatus'",
  );
  expect(await reached()).toBe(1);
});
