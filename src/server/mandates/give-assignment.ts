import { giveAssignment, revokeAssignment } from "#contract/assignments.ts";
import type { Assignment } from "#domain/mandate/mandate.ts";
import { asId } from "#domain/shared/id.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type PlainDate, daysBetween, plainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { writeAssignment, writeRevocation } from "../ledgers/assignment-ledger.ts";
import { loadDossier } from "../ledgers/load-dossier.ts";
import { fieldOf } from "./mandate-world.ts";
import { headsUnit } from "./mandate-act.ts";
import { findClerks, loadAssignmentUnit } from "./assignment-store.ts";
import { officesAt } from "./unit-offices.ts";

/** A task for a dossier ends at the latest after so many days: what lasts longer is a mandate. */
const DAYS_MAX = 30;

/** The head of a unit gives a clerk of the unit's counters a task outside of the list. */
export const giveAssignmentRoute = bind(giveAssignment, (context) =>
  context.write(async (tx) => {
    const { body, actor, now, deps, reference } = context;
    const today = localTime(now).day;
    const post = headsUnit(actor, body.unitId);
    if (!post) return refuse("outside_jurisdiction");
    const clerks = await findClerks(tx, { officeIds: officesAt(reference, body.unitId, today), day: today });
    if (!clerks.some(({ accountId }) => accountId === body.accountId))
      return refuse("assignment_clerk_elsewhere");
    const about = await subjectOf(tx, context);
    if (!about.ok) return about;
    const validTo = body.validTo === undefined ? today : plainDate(body.validTo);
    if (validTo < today || daysBetween(today, validTo) > DAYS_MAX)
      return refuse("assignment_period_wrong", { days: DAYS_MAX });
    if (!body.standsBy && !(await isAccredited(tx, body.accountId, about.value.fieldCode, today)))
      return refuse("accreditation_missing", {
        field: about.value.fieldCode,
        procedure: about.value.code,
        decision: "",
        // Whoever reads it is the head: it is said of the clerk who was chosen.
        chosen: true,
      });
    const id = deps.newId();
    await writeAssignment(tx, {
      id,
      accountId: body.accountId,
      unitId: body.unitId,
      task: body.task,
      subject: about.value.subject,
      reason: body.reason.trim(),
      standsBy: body.standsBy,
      validFrom: today,
      validTo,
      givenBy: actor.accountId,
      basis: { kind: "office", id: post.id },
      now,
    });
    return done({ assignmentId: id });
  }),
);

interface About {
  readonly subject: Assignment["subject"];
  readonly code: string;
  readonly fieldCode: string;
}

/** What the task is for: one dossier of the unit, or one procedure that somebody knows; never both. */
async function subjectOf(
  tx: Tx,
  { body, reference }: Pick<Context<typeof giveAssignment>, "body" | "reference">,
): Promise<Result<About, "assignment_subject_missing" | "not_found" | "unknown_procedure">> {
  const { dossierId, procedureCode } = body;
  if ((dossierId === undefined) === (procedureCode === undefined))
    return refuse("assignment_subject_missing");
  if (procedureCode !== undefined) {
    const fieldCode = fieldOf(reference)(procedureCode);
    return fieldCode === undefined
      ? refuse("unknown_procedure", { code: procedureCode })
      : done({ subject: { kind: "procedure", procedureCode }, code: procedureCode, fieldCode });
  }
  const dossier = await loadDossier(tx, dossierId ?? "");
  if (!dossier || reference.heirOf(dossier.received_at_unit_id) !== body.unitId) return refuse("not_found");
  return done({
    subject: { kind: "dossier", dossierId: asId(dossier.id) },
    code: dossier.procedure_code,
    fieldCode: dossier.field_code,
  });
}

async function isAccredited(tx: Tx, accountId: string, fieldCode: string, day: PlainDate): Promise<boolean> {
  const held = await tx
    .selectFrom("accreditation")
    .select("id")
    .where("account_id", "=", accountId)
    .where("field_code", "=", fieldCode)
    .where("result", "=", "passed")
    .where("withdrawn_at", "is", null)
    .where("valid_from", "<=", day)
    .where((where) => where.or([where("valid_to", "is", null), where("valid_to", ">=", day)]))
    .executeTakeFirst();
  return held !== undefined;
}

/** Takes a given task back. What was done under it stays done; a second time changes nothing. */
export const revokeAssignmentRoute = bind(revokeAssignment, ({ params, actor, now, write }) =>
  write(async (tx) => {
    const unitId = await loadAssignmentUnit(tx, params.assignmentId);
    if (unitId === undefined) return refuse("not_found");
    if (!headsUnit(actor, unitId)) return refuse("outside_jurisdiction");
    await writeRevocation(tx, { id: params.assignmentId, actorId: actor.accountId, now });
    return done({});
  }),
);
