import {
  type HandOverBasis,
  type MandateBasis,
  type Scanned,
  readBasis,
  readBasisScan,
} from "#contract/basis.ts";
import type { DecisionView } from "#contract/mandates.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { findScans, scanView } from "../ledgers/decision-scans.ts";
import { newestVersion } from "../units/newest-version.ts";
import type { Reference } from "../units/reference.ts";
import {
  type StoredAct,
  type StoredMandateBasis,
  findAccreditations,
  findAct,
  findAssignmentBasis,
  findHandOverBasis,
  findMandateBasis,
  findOfficeBasis,
} from "./basis-store.ts";

/** By virtue of what: from an act of the dossier's ledger down to the scans of the decisions that it rests on. */
export const readBasisRoute = bind(readBasis, async ({ params, reference, read }) =>
  read(async (tx) => {
    const act = await findAct(tx, params.dossierId, Number(params.seq));
    if (!act) return refuse("not_found");
    const { seq, type, at, by, code, procedure, kind, actorId, fieldCode } = act;
    return done({
      act: { seq, type, at, by, place: placeName(act, reference), code, procedure },
      kind,
      mandate: kind === "mandate" ? await mandateBasis(tx, act, reference) : null,
      assignment: kind === "assignment" ? ((await findAssignmentBasis(tx, act.basisId)) ?? null) : null,
      handOver: await handOverBasis(tx, params.dossierId, seq),
      office: kind === "office" ? ((await findOfficeBasis(tx, act.basisId)) ?? null) : null,
      accreditations: await findAccreditations(tx, { accountId: actorId, fieldCode, day: localTime(at).day }),
    });
  }),
);

function placeName({ counterId }: StoredAct, reference: Reference): string | null {
  const counter = counterId === null ? undefined : reference.counters.get(counterId);
  return counter ? `${counter.label}, ${counter.receptionPoint.name}` : null;
}

async function mandateBasis(tx: Tx, act: StoredAct, reference: Reference): Promise<MandateBasis | null> {
  const stored = await findMandateBasis(tx, act.basisId, act.at);
  if (!stored) return null;
  const {
    phaseLabel,
    phaseFrom,
    phaseTo,
    phaseDecision,
    programmeId,
    programme,
    programmeDecision,
    ...mandate
  } = stored;
  const scanned = await scannedBy(tx, stored);
  const nameOf = (code: string) => `${code} ${newestVersion(reference, code)?.content.name ?? ""}`.trim();
  return {
    ...mandate,
    procedures: mandate.procedures.map(nameOf),
    exceptions: mandate.exceptions.map(nameOf),
    decision: mandate.decision && scanned(mandate.decision),
    phase:
      phaseLabel === null
        ? null
        : {
            label: phaseLabel,
            validFrom: phaseFrom,
            validTo: phaseTo,
            decision: scanned(phaseDecision),
            programmeId,
            programme,
            programmeDecision: scanned(programmeDecision),
          },
  };
}

async function handOverBasis(tx: Tx, dossierId: string, seq: number): Promise<HandOverBasis | null> {
  const found = await findHandOverBasis(tx, dossierId, seq);
  if (!found) return null;
  const { decision } = found;
  const scans = decision ? await findScans(tx, [decision.id]) : [];
  return { ...found, decision: decision && { decision, scans: scans.map(scanView) } };
}

/** The decisions of a mandate's chain: its own, its phase's, its programme's. */
function decisionsOf({ decision, phaseLabel, phaseDecision, programmeDecision }: StoredMandateBasis) {
  return [decision, ...(phaseLabel === null ? [] : [phaseDecision, programmeDecision])].filter(
    (one) => one !== null,
  );
}

async function scannedBy(tx: Tx, stored: StoredMandateBasis): Promise<(decision: DecisionView) => Scanned> {
  const scans = await findScans(
    tx,
    decisionsOf(stored).map(({ id }) => id),
  );
  return (decision) => ({
    decision,
    scans: scans.filter(({ decisionId }) => decisionId === decision.id).map(scanView),
  });
}

/** Whoever may read an act may read the scans of what it rests on, and no other file. */
export const readBasisScanRoute = bind(readBasisScan, async ({ params, deps, read }) => {
  const scan = await read(async (tx) => {
    const act = await findAct(tx, params.dossierId, Number(params.seq));
    const stored = act?.kind === "mandate" ? await findMandateBasis(tx, act.basisId, act.at) : undefined;
    const passed = act && (await findHandOverBasis(tx, params.dossierId, act.seq));
    const ids = [...(stored ? decisionsOf(stored) : []), ...(passed?.decision ? [passed.decision] : [])].map(
      ({ id }) => id,
    );
    return (await findScans(tx, ids)).find(({ fileId }) => fileId === params.fileId);
  });
  if (!scan) return refuse("not_found");
  return done({
    content: await deps.files.get(Buffer.from(scan.sha256, "hex")),
    mediaType: scan.mediaType,
    fileName: scan.name,
  });
});
