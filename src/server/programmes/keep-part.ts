import { type PartInput, keepProgrammePart, removeProgrammePart } from "#contract/programmes.ts";
import {
  type ProgrammeFinding,
  checkAgreement,
  checkGoal,
  checkPhase,
  checkRule,
} from "#domain/programme/check-programme.ts";
import { eventType } from "#domain/programme/programme-event.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Period } from "#domain/unit/place.ts";
import type { Space, Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import { decisionOf } from "../ledgers/name-decision.ts";
import { moveProgramme, removePart, writePart } from "../ledgers/programme-ledger.ts";
import { partRow, periodOf, ruleOf } from "./part-rows.ts";
import { TABLE_OF, findPart, ledgerForm } from "./part-store.ts";
import { ruleWorld } from "./part-world.ts";
import { findingTexts, programmeActOf } from "./programme-act.ts";
import { coordinationRule, findRules } from "./rule-store.ts";
import { findPhases, findProgrammes, isFile, phaseIsUsed } from "./store.ts";

type Keeping = Context<typeof keepProgrammePart>;

/** Adds a part to a programme or changes one; what stood before stands in the event. */
export const keepProgrammePartRoute = bind(keepProgrammePart, (context) =>
  context.write(async (tx, space) => {
    const { body, params, deps } = context;
    const [programme] = await findProgrammes(tx, params.programmeId);
    if (!programme) return refuse("not_found");
    if (programme.version !== body.version)
      return refuse("programme_changed", { version: programme.version });
    const stands = await standing(tx, context);
    if (!stands.ok) return stands;
    const partId = body.partId ?? deps.newId();
    const findings = await findingsOf(tx, { context, space, partId, period: periodOf(programme) });
    if (findings.length > 0) return refuse("programme_invalid", { findings: findingTexts(findings) });
    const decisionId =
      "decision" in body.content ? await decisionOf(tx, body.content.decision, deps.newId) : null;
    if (decisionId && !decisionId.ok) return decisionId;
    const row = partRow(body.content, {
      id: partId,
      programmeId: programme.id,
      decisionId: decisionId?.value ?? null,
    });
    const version = await moveProgramme(tx, programmeActOf(context), {
      programmeId: programme.id,
      version: body.version,
      type: eventType(body.content.part, stands.value, row),
      partId,
      payload: { before: stands.value, after: ledgerForm(row.row), reason: body.reason.trim() },
    });
    if (version === undefined) return refuse("programme_changed");
    await writePart(tx, row);
    return done({ programmeId: programme.id, partId, version });
  }),
);

/** What stands of the part that is to be changed; null for a new one. A change needs a reason. */
async function standing(
  tx: Tx,
  { body, params }: Keeping,
): Promise<Result<Readonly<Record<string, unknown>> | null, "not_found" | "programme_reason_missing">> {
  if (body.partId === null) return done(null);
  const stored = await findPart(tx, body.content.part, { ...params, partId: body.partId });
  if (!stored) return refuse("not_found");
  return body.reason.trim() === "" ? refuse("programme_reason_missing") : done(stored);
}

interface Checked {
  readonly context: Keeping;
  readonly space: Space;
  readonly partId: string;
  readonly period: Period;
}

async function findingsOf(tx: Tx, checked: Checked): Promise<readonly ProgrammeFinding[]> {
  const { context, partId, period } = checked;
  const { content } = context.body;
  const { programmeId } = context.params;
  switch (content.part) {
    case "goal":
      return checkGoal({ ...content, targetDay: plainDate(content.targetDay) }, period);
    case "phase": {
      const phases = await findPhases(tx, programmeId, period.validFrom);
      const others = phases.filter(({ id }) => id !== partId).map((one) => ({ ...one, ...periodOf(one) }));
      return checkPhase({ ...content, ...periodOf(content) }, period, others);
    }
    case "agreement":
      return agreementFindings(tx, content);
    case "rule": {
      const rule = ruleOf(partId, content);
      const others = (await findRules(tx, programmeId)).map(coordinationRule);
      return checkRule(rule, period, ruleWorld(context.reference, checked.space, rule, others));
    }
  }
}

async function agreementFindings(
  tx: Tx,
  content: Extract<PartInput, { readonly part: "agreement" }>,
): Promise<readonly ProgrammeFinding[]> {
  const found = checkAgreement({
    ...content,
    ...periodOf(content),
    signedOn: plainDate(content.signedOn),
  });
  const { fileId } = content;
  const missing = fileId !== null && !(await isFile(tx, fileId));
  return missing ? [...found, { fault: "file_unknown", about: "" }] : found;
}

/** Takes a part out of a programme. A phase under which something was given stays: its last day says that it is over. */
export const removeProgrammePartRoute = bind(removeProgrammePart, (context) =>
  context.write(async (tx) => {
    const { body, params, now } = context;
    const { part, partId } = body;
    const [programme] = await findProgrammes(tx, params.programmeId);
    const before = programme && (await findPart(tx, part, { ...params, partId }));
    if (!programme || !before) return refuse("not_found");
    if (programme.version !== body.version)
      return refuse("programme_changed", { version: programme.version });
    if (part === "phase" && (await phaseIsUsed(tx, partId))) return refuse("phase_in_use");
    const version = await moveProgramme(tx, programmeActOf(context), {
      programmeId: programme.id,
      version: body.version,
      type: eventType(part, before, null),
      partId,
      payload: { before, after: null, reason: body.reason.trim() },
    });
    if (version === undefined) return refuse("programme_changed");
    await removePart(tx, TABLE_OF[part], partId, now);
    return done({ programmeId: programme.id, version });
  }),
);
