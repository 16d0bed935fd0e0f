import { beginProgramme, changeProgramme } from "#contract/programmes.ts";
import { checkProgramme } from "#domain/programme/check-programme.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { decisionOf } from "../ledgers/name-decision.ts";
import {
  type NewProgramme,
  changeProgrammeRow,
  moveProgramme,
  writeProgramme,
} from "../ledgers/programme-ledger.ts";
import { findingTexts, programmeActOf } from "./programme-act.ts";
import { findGoals, findPhases, findProgrammes } from "./store.ts";

interface Form {
  readonly title: string;
  readonly aim: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

function programmeOf({ title, aim, validFrom, validTo }: Form): Omit<NewProgramme, "id" | "decisionId"> {
  return {
    title: title.trim(),
    aim: aim.trim(),
    validFrom: plainDate(validFrom),
    validTo: validTo === null ? null : plainDate(validTo),
  };
}

/** Writes a programme down: data about what the province has decided, so nobody approves it here. */
export const beginProgrammeRoute = bind(beginProgramme, (context) =>
  context.write(async (tx) => {
    const { body, deps } = context;
    const programme = programmeOf(body);
    const findings = checkProgramme(programme, { goals: [], periods: [] });
    if (findings.length > 0) return refuse("programme_invalid", { findings: findingTexts(findings) });
    const decisionId = await decisionOf(tx, body.decision, deps.newId);
    if (!decisionId.ok) return decisionId;
    const id = deps.newId();
    await writeProgramme(tx, programmeActOf(context), { id, ...programme, decisionId: decisionId.value });
    return done({ programmeId: id, version: 1 });
  }),
);

/** Changes a programme; its parts must still lie within it. */
export const changeProgrammeRoute = bind(changeProgramme, (context) =>
  context.write(async (tx) => {
    const { body, params, deps } = context;
    const [stored] = await findProgrammes(tx, params.programmeId);
    if (!stored) return refuse("not_found");
    if (stored.version !== body.version) return refuse("programme_changed", { version: stored.version });
    const programme = programmeOf(body);
    const findings = checkProgramme(programme, {
      goals: await findGoals(tx, stored.id),
      periods: (await findPhases(tx, stored.id, programme.validFrom)).map(asPeriod),
    });
    if (findings.length > 0) return refuse("programme_invalid", { findings: findingTexts(findings) });
    const decisionId = await decisionOf(tx, body.decision, deps.newId);
    if (!decisionId.ok) return decisionId;
    const after = { id: stored.id, ...programme, decisionId: decisionId.value };
    const { title, aim, validFrom, validTo } = stored;
    const version = await moveProgramme(tx, programmeActOf(context), {
      programmeId: stored.id,
      version: body.version,
      type: "programme.changed",
      partId: null,
      payload: {
        before: { id: stored.id, title, aim, validFrom, validTo, decisionId: stored.decision.id },
        after,
        reason: body.reason.trim(),
      },
    });
    if (version === undefined) return refuse("programme_changed");
    await changeProgrammeRow(tx, after);
    return done({ programmeId: stored.id, version });
  }),
);

function asPeriod({ validFrom, validTo }: Pick<Form, "validFrom" | "validTo">) {
  return { validFrom: plainDate(validFrom), validTo: validTo === null ? null : plainDate(validTo) };
}
