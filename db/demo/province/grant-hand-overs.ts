import { asId } from "#domain/shared/id.ts";
import type { Tx } from "#server/db/kysely.ts";
import { grantMandates } from "#server/ledgers/mandate-ledger.ts";
import { referenceId } from "#server/units/reference-table.ts";
import { v7 as uuidv7 } from "uuid";
import type { Employed } from "../employ-people.ts";
import { sinceOf } from "./desks.ts";
import { HAND_OVERS, type HandOver, NEVER_HANDED_OVER } from "./hand-overs.ts";
import { STAFF } from "./staff.ts";
import type { WorkClock } from "./work-clock.ts";

const SOURCE = "Dữ liệu minh họa, không phải một quyết định có thật";

/**
 * Writes the decisions of the demo with their mandates, and what its clerks were trained for.
 * @returns the mandate of each post office, by the office's key
 */
export async function grantHandOvers(
  tx: Tx,
  employed: ReadonlyMap<string, Employed>,
  clock: WorkClock,
): Promise<ReadonlyMap<string, string>> {
  const mandates = new Map<string, string>();
  for (const given of HAND_OVERS) {
    const mandateId = uuidv7();
    await grantMandates(tx, granting(given, mandateId, employed, clock));
    mandates.set(given.office, mandateId);
  }
  return mandates;
}

function granting(
  given: HandOver,
  mandateId: string,
  employed: ReadonlyMap<string, Employed>,
  clock: WorkClock,
): Parameters<typeof grantMandates>[1] {
  const validFrom = sinceOf(given, clock);
  const trained = STAFF.filter(({ at }) => at.key === given.office);
  return {
    decision: {
      id: uuidv7(),
      number: given.number,
      issuer: "Ủy ban nhân dân tỉnh Đồng Tháp",
      title: `${given.title} (dữ liệu minh họa)`,
      issuedOn: validFrom,
      source: SOURCE,
    },
    mandates: [
      {
        id: asId<never>(mandateId),
        unitId: asId<never>(referenceId(given.unit)),
        postOfficeId: asId<never>(referenceId(given.office)),
        tasks: given.tasks,
        fieldCodes: given.fields,
        procedureCodes: [],
        exceptProcedureCodes: NEVER_HANDED_OVER,
        autonomy: given.autonomy,
        validFrom,
        validTo: null,
      },
    ],
    accreditations: trained.flatMap(({ username, trainedFor }) =>
      trainedFor.map((fieldCode) => ({
        id: uuidv7(),
        accountId: employed.get(username)?.accountId ?? "",
        fieldCode,
        heldOn: validFrom,
        validFrom,
        validTo: null,
      })),
    ),
    actorId: employed.get("thai.approver")?.accountId ?? "",
    now: clock.at(0),
  };
}
