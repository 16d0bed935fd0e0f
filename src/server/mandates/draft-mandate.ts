import { type MandateInput, changeMandate, draftMandate } from "#contract/mandates.ts";
import { checkMandate } from "#domain/mandate/check-mandate.ts";
import { type MandateTerms, TASKS } from "#domain/mandate/mandate.ts";
import { type CounterId, type MandateId, asId } from "#domain/shared/id.ts";
import { type PlainDate, plainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { changeDraft, writeDraft } from "../ledgers/mandate-life.ts";
import type { Reference } from "../units/reference.ts";
import { mandateActOf, mayDraftFor, mayTouchUnit } from "./mandate-act.ts";
import { loadMandate } from "./mandate-store.ts";
import { mandateWorld } from "./mandate-world.ts";

/** Drafts a mandate: its terms are checked as a whole, and nothing is written while one of them is wrong. */
export const draftMandateRoute = bind(draftMandate, (context) =>
  context.write(async (tx) => {
    const { body, actor, deps, reference } = context;
    if (!mayDraftFor(actor, body.unitId, reference)) return refuse("outside_jurisdiction");
    const terms = await termsOf(tx, reference, body);
    if (!terms.ok) return terms;
    const id = asId<MandateId>(deps.newId());
    await writeDraft(tx, mandateActOf(context), {
      id,
      terms: terms.value,
      conditions: body.conditions.trim(),
      phaseId: body.phaseId ?? null,
    });
    return done({ mandateId: id, version: 1, status: "drafted" as const });
  }),
);

/** Changes a draft; whoever does counts among its drafters and cannot decide it. */
export const changeMandateRoute = bind(changeMandate, (context) =>
  context.write(async (tx) => {
    const { body, params, actor, reference } = context;
    const stored = await loadMandate(tx, reference, params.mandateId);
    if (!stored || !mayTouchUnit(actor, stored.row.unit.id)) return refuse("not_found");
    if (!mayDraftFor(actor, body.unitId, reference)) return refuse("outside_jurisdiction");
    const { status, version } = stored.row;
    if (status !== "drafted") return refuse("mandate_move_not_allowed", { status, move: "propose" });
    if (version !== body.version) return refuse("mandate_changed", { version });
    const terms = await termsOf(tx, reference, body);
    if (!terms.ok) return terms;
    const changed = await changeDraft(tx, mandateActOf(context), {
      id: asId(stored.row.id),
      version,
      terms: terms.value,
      conditions: body.conditions.trim(),
      phaseId: body.phaseId ?? null,
      draftedBy: stored.draftedBy,
    });
    return changed === undefined
      ? refuse("mandate_changed")
      : done({ mandateId: stored.row.id, version: changed, status: "drafted" as const });
  }),
);

/** The terms of a form, checked; lists without doubles. The refusal names each fault with what it is about. */
async function termsOf(
  tx: Tx,
  reference: Reference,
  form: MandateInput,
): Promise<Result<MandateTerms, "mandate_invalid">> {
  const draft = {
    unitId: asId<MandateTerms["unitId"]>(form.unitId),
    postOfficeId: asId<MandateTerms["postOfficeId"]>(form.postOfficeId),
    counterIds: unique(form.counterIds).map((id) => asId<CounterId>(id)),
    tasks: unique(form.tasks),
    fieldCodes: unique(form.fieldCodes),
    procedureCodes: unique(form.procedureCodes),
    exceptProcedureCodes: unique(form.exceptProcedureCodes),
    autonomy: form.autonomy,
    validFrom: plainDate(form.validFrom),
    validTo: form.validTo === null ? null : plainDate(form.validTo),
  };
  const { postOfficeId } = form;
  const phaseId = form.phaseId ?? null;
  const day = dayToAsk(draft.validFrom, draft.validTo);
  const world = await mandateWorld(tx, reference, { postOfficeId, phaseId, day });
  const findings = checkMandate({ ...draft, phaseId }, world);
  if (findings.length > 0)
    return refuse("mandate_invalid", {
      findings: findings.map(({ fault, about }) => `${fault} ${about}`.trim()),
    });
  return done({ ...draft, tasks: TASKS.filter((task) => draft.tasks.includes(task)) });
}

/** A procedure must be in force when the mandate begins. */
function dayToAsk(validFrom: PlainDate, validTo: PlainDate | null): PlainDate {
  return validTo !== null && validTo < validFrom ? validTo : validFrom;
}

function unique(list: readonly string[]): string[] {
  return [...new Set(list)];
}
