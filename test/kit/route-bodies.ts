import { randomUUID } from "node:crypto";
import type { ROUTES } from "#contract/routes.ts";

/** What some routes must be asked with. */
export const QUERIES: Partial<Record<keyof typeof ROUTES, string>> = {
  searchDossiers: "?q=nhung",
  listPlaces: "?kind=counter",
  exportPlaces: "?kind=counter",
  previewPlaceImport: "?kind=counter",
  importPlaces: `?kind=counter&plan=${"0".repeat(32)}&reason=x`,
};

const EMPTY_TERMS = {
  counterIds: [],
  tasks: [],
  fieldCodes: [],
  procedureCodes: [],
  exceptProcedureCodes: [],
  autonomy: "assist",
  validFrom: "2026-12-01",
  validTo: null,
  conditions: "",
};

/** A version that nobody has seen stops a move after it has found its dossier. */
export function bodyOf(route: keyof typeof ROUTES, counterId: string, unitId: string): unknown {
  const version = 99;
  const id = randomUUID();
  const bodies: Partial<Record<keyof typeof ROUTES, unknown>> = {
    signIn: { username: "nobody.here", password: "x", code: "000000" },
    chooseCounter: { counterId },
    saveDraft: { version, title: "", content: {} },
    publishVersion: {
      seenVersionId: id,
      basedOnVersionId: id,
      mending: { channels: [], papers: [], personalPresence: false, deciding: "commune" },
      validFrom: "2026-12-01",
      reason: "…",
    },
    createPlace: {
      kind: "counter",
      name: "",
      validFrom: "2026-01-01",
      validTo: null,
      values: {},
      reason: "…",
    },
    changePlace: {
      seen: "0".repeat(32),
      name: "",
      validFrom: "2026-01-01",
      validTo: null,
      values: {},
      reason: "…",
    },
    withdrawVersion: { reason: "…" },
    acknowledgeWarnings: { positions: [0], acknowledged: true },
    receiveDossier: {
      procedureVersionId: id,
      channel: "direct",
      applicant: { kind: "person", name: "", identityNumber: "", address: "" },
      papers: [],
      furtherPapers: [],
      dossierSets: 1,
      returnMethod: "counter",
      assistedWriting: false,
    },
    draftMandate: { ...EMPTY_TERMS, unitId, postOfficeId: id },
    changeMandate: { ...EMPTY_TERMS, unitId, postOfficeId: id, version },
    moveMandate: { move: "propose", version },
    giveAssignment: {
      unitId,
      accountId: id,
      task: "receive",
      procedureCode: "2.000635",
      reason: "…",
      standsBy: true,
    },
    suspendRight: { target: "account", targetId: id, decision: { id }, reason: "…" },
    recordGuidance: { minutes: 5, outcome: "answered" },
    forwardDossier: { version },
    takeDossier: { version },
    recordOutcome: { version, outcome: "granted", fileId: id },
    approveOutcome: { version },
    sendBackOutcome: { version, reason: "Sai số" },
    returnResult: {
      version,
      collector: "applicant",
      identityProof: "identityCard",
      identityChecked: true,
      signature: { kind: "drawn", fileId: id },
    },
  };
  return bodies[route];
}
