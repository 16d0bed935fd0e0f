import { recordTraining, withdrawAccreditation } from "#contract/training.ts";
import { type TrainingTerms, trainingFaults } from "#domain/people/training.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { bind } from "../http/context.ts";
import { holdMandateEpoch } from "../ledgers/mandate-ledger.ts";
import { writeTraining, writeWithdrawal } from "../ledgers/training-ledger.ts";
import { officeOf, postPlaces } from "./jurisdiction.ts";
import { accreditationExists, findClerksOf } from "./training-store.ts";

/** Records a session: whoever passed may act by a mandate in its fields from the next act. */
export const recordTrainingRoute = bind(recordTraining, (context) =>
  context.write(async (tx, space) => {
    const { body, actor, now, deps, reference } = context;
    const today = localTime(now).day;
    const terms: TrainingTerms = {
      title: tidyText(body.title),
      heldBy: tidyText(body.heldBy),
      heldOn: body.heldOn as PlainDate,
      fieldCodes: [...new Set(body.fieldCodes)],
      validFrom: body.validFrom as PlainDate,
      validTo: body.validTo as PlainDate | null,
      participants: body.participants,
    };
    await holdMandateEpoch(tx);
    const clerks = await findClerksOf(tx, postPlaces(reference, space).officeIds, today);
    const known = new Set(clerks.map(({ accountId }) => accountId));
    const problems = trainingFaults(terms, {
      today,
      isField: (code) => reference.fieldNames.has(code),
      isClerk: (accountId) => known.has(accountId),
    });
    if (problems.length > 0) return refuse("training_invalid", { problems });
    const id = deps.newId();
    await writeTraining(tx, {
      id,
      terms,
      basis: officeOf(actor, ["programmeOfficer", "administrator"]),
      actorId: actor.accountId,
      now,
      newId: deps.newId,
    });
    return done({ trainingId: id });
  }),
);

export const withdrawAccreditationRoute = bind(withdrawAccreditation, ({ params, body, actor, now, write }) =>
  write(async (tx) => {
    await holdMandateEpoch(tx);
    if (!(await accreditationExists(tx, params.accreditationId))) return refuse("not_found");
    const withdrawal = {
      id: params.accreditationId,
      actorId: actor.accountId,
      reason: body.reason.trim(),
      now,
    };
    return (await writeWithdrawal(tx, withdrawal)) ? done({}) : refuse("withdrawn_already");
  }),
);
