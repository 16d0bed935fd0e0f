import { randomUUID } from "node:crypto";
import { plainDate } from "#domain/shared/plain-date.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { asId } from "#domain/shared/id.ts";
import { createDb, createPool, inSpace } from "#server/db/kysely.ts";
import { grantMandates } from "#server/ledgers/mandate-ledger.ts";
import { SPACES } from "#server/units/store-reference.ts";
import { type LoadRequest, PERSON } from "./kit/load.ts";
import type { BenchServer } from "./kit/server.ts";
import { type BenchStaff, employ } from "./kit/staff.ts";
import { type BenchUnit, makeUnits } from "./kit/units.ts";

/** Registering a birth again: five working days, so an explanation of a week. */
const PROCEDURE = "1.004884";
const FIELD = "civilStatus";
const SINCE = plainDate("2025-07-01");

/** A clerk of the post at each unit, with a mandate and the training for it. */
export interface IntakeStage {
  readonly units: readonly BenchUnit[];
  readonly clerks: readonly BenchStaff[];
  /** One whole intake by each clerk, as the counter's form sends it. */
  readonly requests: readonly LoadRequest[];
}

/**
 * Sets the stage for intakes: so many units, and so many mandates over them. Each unit's own mandate covers the
 * procedure; the others are for other post offices and fields, as a nation would have them.
 */
export async function setIntakeStage(
  server: BenchServer,
  unitCount: number,
  mandateCount: number,
): Promise<IntakeStage> {
  const units = await makeUnits(server.owner, unitCount);
  const clerks: BenchStaff[] = [];
  for (const unit of units) {
    const posts = [{ role: "postalClerk", postOfficeId: unit.postOfficeId } as const];
    clerks.push(await employ(server.owner, posts, unit.postalCounterId));
  }
  await grant(server, units, clerks, mandateCount);
  const versionId = await versionOf(server);
  return {
    units,
    clerks,
    requests: clerks.map(({ cookie }) => ({
      method: "POST",
      path: "/api/v1/dossiers",
      cookie,
      body: intakeForm(versionId),
    })),
  };
}

async function versionOf({ base }: BenchServer): Promise<string> {
  const answer = await fetch(`${base}/api/v1/procedures/${PROCEDURE}`);
  const found = (await answer.json()) as { versionId?: string };
  if (found.versionId === undefined) throw new Error(`no version of ${PROCEDURE} is in force`);
  return found.versionId;
}

function intakeForm(procedureVersionId: string) {
  const paper = (paperId: string, originals: number, copies: number) => ({
    paperId,
    originals,
    copies,
    shown: false,
  });
  return {
    procedureVersionId,
    channel: "direct",
    applicant: {
      kind: "person",
      name: "Nguyễn Thị Hồng Nhung",
      identityNumber: `087190${PERSON}`,
      birthDate: "1990-03-15",
      sex: "female",
      address: "Số 12, Ấp Tân Bình, Xã Bình Thành, Tỉnh Đồng Tháp",
      phone: "0912345678",
    },
    papers: [
      paper("form", 1, 0),
      paper("personalFile", 0, 1),
      paper("certifiedCopies", 0, 1),
      paper("oldCertificate", 0, 1),
    ],
    furtherPapers: [],
    missingPapersReason: "Bổ sung trong ngày",
    dossierSets: 1,
    returnMethod: "counter",
    assistedWriting: false,
  };
}

async function grant(
  server: BenchServer,
  units: readonly BenchUnit[],
  clerks: readonly BenchStaff[],
  count: number,
): Promise<void> {
  const db = createDb(createPool({ ...server.ownerConfig, max: 1 }));
  const mandate = (unit: BenchUnit, postOfficeId: string, fieldCodes: readonly string[]) => ({
    id: asId<never>(randomUUID()),
    unitId: asId<never>(unit.unitId),
    postOfficeId: asId<never>(postOfficeId),
    tasks: ["receive", "returnResult"] as const,
    fieldCodes: [...fieldCodes],
    procedureCodes: [],
    exceptProcedureCodes: [],
    autonomy: "supervised" as const,
    validFrom: SINCE,
    validTo: null,
  });
  const own = units.map((unit) => mandate(unit, unit.postOfficeId, [FIELD]));
  const others = Array.from({ length: Math.max(0, count - own.length) }, (_, index) => {
    const unit = units[index % units.length];
    if (!unit) throw new Error("a bench has units");
    return mandate(unit, index % 2 === 0 ? unit.postOfficeId : randomUUID(), [`field-${index % 50}`]);
  });
  const all = [...others, ...own]; // The one that fits comes last, as bad luck would have it.
  try {
    for (let from = 0; from < all.length; from += 500) {
      await inSpace(db, SPACES[0], { places: [] }, (tx) =>
        grantMandates(tx, {
          decision: {
            id: randomUUID(),
            number: `${from + 1}/QĐ-UBND`,
            issuer: "Bench",
            title: "Giao nhiệm vụ để đo",
            issuedOn: SINCE,
            source: "bench",
          },
          mandates: all.slice(from, from + 500),
          accreditations: from === 0 ? clerks.map(({ accountId }) => accreditation(accountId)) : [],
          actorId: clerks[0]?.accountId ?? "",
          now: new Date().toISOString() as Instant,
        }),
      );
    }
  } finally {
    await db.destroy();
  }
}

function accreditation(accountId: string) {
  return { id: randomUUID(), accountId, fieldCode: FIELD, heldOn: SINCE, validFrom: SINCE, validTo: null };
}
