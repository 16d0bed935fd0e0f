import { asId } from "#domain/shared/id.ts";
import { instant } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import type { Accreditation, Mandate } from "#domain/mandate/mandate.ts";
import type { MayActInput, Post } from "#domain/mandate/may-act.ts";

/** Whom the question "may this person do this act" is asked about: Lan, who serves a unit from her post office. */
export const lan = asId<never>("lan");
export const unit = asId<never>("unit-1");
export const agency = asId<never>("agency-1");
export const office = asId<never>("office-1");

/** Posts and mandates hold from JULY on; the question is asked at NOW, in the morning of TODAY in Việt Nam. */
export const JULY = plainDate("2025-07-01");
export const TODAY = plainDate("2026-11-16");
export const NOW = instant("2026-11-16T02:00:00.000Z");

/** A post of a postal clerk that hangs nowhere, changed to what a case needs. */
export const post = (changes: Partial<Post>): Post => ({
  id: "post-1",
  role: "postalClerk",
  unitId: null,
  agencyId: null,
  postOfficeId: null,
  operatorId: null,
  validFrom: JULY,
  validTo: null,
  ...changes,
});

export const clerkPost = post({ postOfficeId: office, operatorId: "operator-1" });

/** A mandate in force for a field, without one of its procedures. */
export const mandate: Mandate = {
  id: asId("mandate-1"),
  decisionNumber: "268/QĐ-UBND",
  unitId: unit,
  postOfficeId: office,
  counterIds: [],
  tasks: ["receive", "returnResult"],
  fieldCodes: ["civilStatus"],
  procedureCodes: [],
  exceptProcedureCodes: ["1.000894"],
  autonomy: "supervised",
  status: "inForce",
  validFrom: JULY,
  validTo: null,
};

export const accreditation: Accreditation = {
  accountId: lan,
  fieldCode: "civilStatus",
  validFrom: JULY,
  validTo: null,
};

/** Lan takes in a dossier that the mandate covers: everything that is needed is there. */
export const clerk: MayActInput = {
  act: "receive",
  accountId: lan,
  posts: [clerkPost],
  mandates: [mandate],
  accreditations: [accreditation],
  unitId: unit,
  decidingAgencyId: agency,
  procedure: { code: "2.000635", fieldCode: "civilStatus" },
  assignments: [],
  suspensions: [],
  counterId: asId("counter-1"),
  dossierId: null,
  now: NOW,
  preparedBy: null,
};

/** The same act by an officer of the unit, who needs no mandate. */
export const officer: MayActInput = {
  ...clerk,
  posts: [post({ role: "oneStopOfficer", unitId: unit })],
  mandates: [],
  accreditations: [],
};
