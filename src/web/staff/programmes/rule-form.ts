import type { PartInput, RuleView } from "#contract/programmes.ts";
import {
  type ANSWER_ROLES,
  RULE_KINDS,
  type RuleKind,
  type StandInKind,
} from "#domain/programme/programme.ts";
import type { Words } from "#web/text/words.ts";
import { type DecisionForm, NO_DECISION, decisionInput, decisionProblems } from "../decision-fields.tsx";
import { type Problems, missingIn } from "./part-form.ts";
import { periodInput } from "./part-frame.tsx";

/** What is typed of a coordination rule, whichever kind is chosen: changing the kind loses nothing. */
export interface RuleForm {
  readonly kind: RuleKind;
  readonly unitId: string;
  readonly times: string;
  readonly topic: string;
  readonly answerRole: (typeof ANSWER_ROLES)[number] | "";
  readonly answerAgencyId: string;
  readonly withinHours: string;
  readonly counterId: string;
  readonly standInKind: StandInKind;
  readonly standInId: string;
  readonly note: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly decision: DecisionForm;
}

const EMPTY: RuleForm = {
  kind: RULE_KINDS[0],
  unitId: "",
  times: "",
  topic: "",
  answerRole: "",
  answerAgencyId: "",
  withinHours: "",
  counterId: "",
  standInKind: "counter",
  standInId: "",
  note: "",
  validFrom: "",
  validTo: "",
  decision: NO_DECISION,
};

/** What a dialog begins with; a new rule rests on the decision of the programme unless another is named. */
export function ruleFormOf(rule: RuleView | null, usualDecisionId: string | null): RuleForm {
  if (rule === null) return { ...EMPTY, decision: { ...NO_DECISION, knownId: usualDecisionId } };
  return {
    ...EMPTY,
    ...typedOf(rule.content),
    kind: rule.kind,
    unitId: rule.unit?.id ?? "",
    note: rule.note,
    validFrom: rule.validFrom,
    validTo: rule.validTo ?? "",
    decision: { ...NO_DECISION, knownId: rule.decision.id },
  };
}

function typedOf(content: RuleView["content"]): Partial<RuleForm> {
  switch (content.kind) {
    case "handOverTime":
      return { times: content.times.join(", ") };
    case "questionAnswer":
      return {
        topic: content.topic,
        answerRole: content.answerRole ?? "",
        answerAgencyId: content.answerAgencyId ?? "",
        withinHours: String(content.withinHours),
      };
    case "standIn": {
      const { counterId, standInKind, standInId } = content;
      return { counterId, standInKind, standInId };
    }
  }
}

/** What the browser itself sees missing, by the kind of the rule. */
export function ruleLacks(form: RuleForm, text: Words): Problems {
  const needed = {
    handOverTime: ["times"],
    questionAnswer: ["topic", "withinHours"],
    standIn: ["counterId", "standInId"],
  }[form.kind];
  const hours = form.kind === "questionAnswer" && form.withinHours.trim() !== "";
  return {
    ...missingIn({ ...form }, { needed: [...needed, "validFrom"], days: ["validFrom", "validTo"] }, text),
    ...(hours && !/^\d{1,3}$/.test(form.withinHours.trim())
      ? { withinHours: text.programmes.faults.target_wrong("") }
      : {}),
    ...(Object.keys(decisionProblems(form.decision, text)).length > 0 && { decision: text.mandates.missing }),
  };
}

export function ruleInput(form: RuleForm): PartInput {
  return {
    part: "rule",
    unitId: form.unitId === "" ? null : form.unitId,
    content: contentOf(form),
    note: form.note,
    decision: decisionInput(form.decision),
    ...periodInput(form),
  };
}

function contentOf(form: RuleForm): RuleView["content"] {
  switch (form.kind) {
    case "handOverTime":
      return { kind: "handOverTime", times: timesIn(form.times) };
    case "questionAnswer":
      return {
        kind: "questionAnswer",
        topic: form.topic,
        answerRole: form.answerRole === "" ? null : form.answerRole,
        answerAgencyId: form.answerRole !== "" || form.answerAgencyId === "" ? null : form.answerAgencyId,
        withinHours: Number(form.withinHours.trim()),
      };
    case "standIn": {
      const { counterId, standInKind, standInId } = form;
      return { kind: "standIn", counterId, standInKind, standInId };
    }
  }
}

/** Times as people type them. @example timesIn("9:30; 16h30") → ["09:30", "16:30"] */
export function timesIn(typed: string): string[] {
  return typed
    .split(/[,;\s]+/)
    .filter((part) => part !== "")
    .map((part) =>
      part.replace(
        /^(\d{1,2})[h:.](\d{2})$/i,
        (_, hour: string, minute: string) => `${hour.padStart(2, "0")}:${minute}`,
      ),
    )
    .map((part) => part.slice(0, 20));
}
