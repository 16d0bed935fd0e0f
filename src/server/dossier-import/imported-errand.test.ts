import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { unseal } from "#server/keys/seal.ts";
import { trackDossier } from "#server/lookup/track-dossier.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { aForm } from "../../../test/kit/forms.ts";
import { disagreements } from "../../../test/kit/ledgers.ts";
import { type Desks, openDesks, passed, recordOutcome, returnForm } from "../../../test/kit/steps.ts";
import { type TestApp, testApp } from "../../../test/kit/test-app.ts";
import { importDossiers } from "./import-dossiers.ts";

const SYSTEM = "Một cửa huyện Thanh Bình";
const RECEIVED = {
  code: "000.00.31.H20-261110-0001",
  procedure: "2.000635",
  unit: "000.00.31.H20",
  receivedAt: "2026-11-10 08:30",
  dueAt: "2026-11-20 17:00",
  status: "2",
  applicantName: "Nguyễn Thị Hồng",
  applicantNumber: "087190001234",
  applicantPhone: "không nhớ",
  applicantAddress: "Ấp 1, xã Bình Tấn",
  papers: ["Tờ khai"],
  history: [{ at: "2026-11-10 09:00", step: "Đang xử lý", by: "Lê Thị Ba", note: "chờ công an trả lời" }],
};
const FINISHED = {
  ...RECEIVED,
  code: "000.00.31.H20-261103-0009",
  receivedAt: "2026-11-03 08:30",
  status: "9",
  finishedAt: "2026-11-09 10:00",
  outcome: "granted",
  resultNumber: "77/TLKT-BS",
};
/** Of the day of the test itself: our own counter must go past it. */
const TODAY = {
  ...RECEIVED,
  code: "H20.031-261116-0007",
  receivedAt: "2026-11-16 07:45",
  history: [],
};

const folder = mkdtempSync(path.join(os.tmpdir(), "motcua-import-"));
let app: TestApp;
let desks: Desks;

function importFile(options: Partial<Parameters<typeof importDossiers>[0]> = {}) {
  return importDossiers({
    ownerConfig: app.database.owner,
    ring: app.program.deps.ring,
    clock: app.clock,
    file: path.join(folder, "old.jsonl"),
    system: SYSTEM,
    dryRun: false,
    onRejected: () => undefined,
    onProgress: () => undefined,
    ...options,
  });
}

beforeAll(async () => {
  app = await testApp();
  writeFileSync(
    path.join(folder, "old.jsonl"),
    [RECEIVED, FINISHED, TODAY].map((row) => JSON.stringify(row)).join("\n"),
  );
  expect((await importFile()).rejected).toBe(0);
  desks = await openDesks(app);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
});

async function idOf(code: string): Promise<string> {
  const { body } = passed(await desks.officer.get(`/dossiers?q=${encodeURIComponent(code)}`));
  return String((body["dossiers"] as { dossierId: string }[])[0]?.dossierId);
}
const view = async (id: string) => passed(await desks.officer.get(`/dossiers/${id}`)).body;

describe("a dossier of another system that is still open", () => {
  test("is found by the code on the old slip, and says where it and its date come from", async () => {
    const dossier = await view(await idOf("000.00.31.h20 - 261110 - 0001"));
    expect(dossier).toMatchObject({
      code: RECEIVED.code,
      importedFrom: SYSTEM,
      explanation: null,
      dueAt: "2026-11-20T10:00:00.000Z",
      applicant: { name: "Nguyễn Thị Hồng", number: "087190001234", phone: null },
      items: [
        {
          name: "Tờ khai",
          holder: { kind: "unit", name: "Trung tâm Phục vụ hành chính công xã Bình Thành" },
        },
      ],
      events: [
        {
          type: "dossier.imported",
          at: "2026-11-10T01:30:00.000Z",
          actor: SYSTEM,
          note: "Số điện thoại: không nhớ",
          imported: { status: "received", notes: ["phoneUnreadable"] },
        },
        {
          type: "dossier.pastStepImported",
          at: "2026-11-10T02:00:00.000Z",
          actor: SYSTEM,
          note: "Đang xử lý – Lê Thị Ba – chờ công an trả lời",
          imported: { status: "processing", notes: [] },
        },
      ],
    });
  });

  test("goes through the desks like any other: forwarded, taken, decided, approved, returned", async () => {
    const id = await idOf(RECEIVED.code);
    const { officer, caseOfficer, approver, clerk } = desks;
    passed(await officer.send("POST", `/dossiers/${id}/forwarding`, { version: 2 }));
    passed(await caseOfficer.send("POST", `/dossiers/${id}/taking`, { version: 3 }));
    passed(await recordOutcome(caseOfficer, id, 4));
    passed(await approver.send("POST", `/dossiers/${id}/approval`, { version: 5 }));
    passed(await clerk.send("POST", `/dossiers/${id}/return`, await returnForm(clerk, id, 6)));
    expect(await view(id)).toMatchObject({
      version: 7,
      statuses: { business: "returned", delivery: "handedOver" },
      collection: { collector: "applicant" },
    });
    expect((await disagreements(app)).found).toEqual([]);
  });

  test("has no slip of ours to print", async () => {
    expect((await desks.officer.get(`/dossiers/${await idOf(RECEIVED.code)}/receipt`)).status).toBe(404);
  });
});

describe("a dossier of another system whose result waits", () => {
  test("shows its outcome, though the file stayed there, and is returned here", async () => {
    const id = await idOf(FINISHED.code);
    expect(await view(id)).toMatchObject({
      result: { outcome: "granted", number: "77/TLKT-BS", fileId: null },
      statuses: { business: "finished", national: 9, delivery: "readyAtUnit" },
    });
    const before = (await view(id))["version"] as number;
    const { clerk } = desks;
    passed(await clerk.send("POST", `/dossiers/${id}/return`, await returnForm(clerk, id, before)));
    const items = (await view(id))["items"] as { kind: string; holder: { kind: string } }[];
    expect(items.map((item) => `${item.kind} ${item.holder.kind}`)).toEqual(["paper unit", "result citizen"]);
    expect((await disagreements(app)).found).toEqual([]);
  });

  test("is open to the citizen with the secret of the look-up, without names", async () => {
    const { rows } = await app.owner.query<{ id: string; sealed: Buffer }>(
      "select id, track_secret_sealed as sealed from space_dong_thap.dossier where code = $1",
      [FINISHED.code],
    );
    const { id = "", sealed = Buffer.of() } = rows[0] ?? {};
    const secret = unseal<string>(app.program.deps.ring, `dossier.track:${id}`, sealed);
    const request = { address: "127.0.0.1", now: app.clock.now(), requestId: "r" };
    const found = await trackDossier(app.program.deps, { code: FINISHED.code, secret, ...request });
    expect(found).toMatchObject({
      ok: true,
      value: {
        importedFrom: SYSTEM,
        explanation: null,
        receptionPoint: "",
        steps: [
          { type: "dossier.imported", at: "2026-11-03T01:30:00.000Z", status: null },
          { type: "dossier.pastStepImported", status: "finished", at: "2026-11-09T03:00:00.000Z" },
          { type: "dossier.pastStepImported", status: "processing" },
          { type: "dossier.returned" },
        ],
      },
    });
    expect(JSON.stringify(found)).not.toMatch(/Hồng|Lê Thị Ba|087190001234|công an/);
  });
});

describe("the secrets of the look-up", () => {
  const secretsOf = async (options: Parameters<typeof importFile>[0] = {}) => {
    const told = new Map<string, string>();
    const summary = await importFile({ ...options, onSecret: (code, secret) => void told.set(code, secret) });
    expect(summary).toMatchObject({ read: 3, imported: 0, unchanged: 3 });
    return told;
  };

  test("are told of what is not returned, also when the file came before, and open the dossier", async () => {
    const secrets = await secretsOf();
    expect([...secrets.keys()]).toEqual([TODAY.code]); // The other two were returned above.
    const secret = secrets.get(TODAY.code) ?? "";
    expect(secret).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    const request = { code: TODAY.code, address: "127.0.0.1", now: app.clock.now(), requestId: "r" };
    const found = await trackDossier(app.program.deps, { ...request, secret });
    expect(found).toMatchObject({ ok: true, value: { code: TODAY.code, importedFrom: SYSTEM } });
    expect(await trackDossier(app.program.deps, { ...request, secret: "00000-00000" })).toMatchObject({
      ok: false,
      code: "track_not_found",
    });
  });

  test("are told of every page once, and of no other system", async () => {
    const file = path.join(folder, "many.jsonl");
    const codes = Array.from({ length: 1001 }, (_, at) => `S-${String(at).padStart(4, "0")}`);
    writeFileSync(file, codes.map((code) => JSON.stringify({ ...RECEIVED, code, history: [] })).join("\n"));
    const told: string[] = [];
    await importFile({ file, system: "Hệ thống khác", onSecret: (code) => void told.push(code) });
    expect(told.toSorted()).toEqual(codes);
    expect((await secretsOf()).size).toBe(1);
  });

  test("are told by no dry run", async () => {
    expect((await importFile({ dryRun: true, onSecret: () => expect.fail() })).unchanged).toBe(3);
  });
});

test("a code that the other system gave today is not given again at the counter", async () => {
  const received = passed(await desks.clerk.send("POST", "/dossiers", await aForm(desks.clerk)));
  expect(received.body["code"]).toBe("H20.031-261116-0008");
});

test("what is personal stands nowhere in the clear but in the name that lists show", async () => {
  const { rows } = await app.owner.query<{ text: string }>(
    `select coalesce(string_agg(e.payload::text || e.basis_id || e.request_id, ' '), '') as text
     from space_dong_thap.dossier_event e`,
  );
  expect(rows[0]?.text).not.toMatch(/Hồng|Lê Thị Ba|087190001234|không nhớ|công an/);
});
