import type { PartInput } from "#contract/programmes.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import type { CoordinationRule, RuleContent } from "#domain/programme/programme.ts";
import type { PartRow } from "../ledgers/programme-ledger.ts";

type Input<Kind extends PartInput["part"]> = Extract<PartInput, { readonly part: Kind }>;

interface Keys {
  readonly id: string;
  readonly programmeId: string;
  /** The decision that the part names, written already; null for a part without one. */
  readonly decisionId: string | null;
}

/** A part as its table holds it. */
export function partRow(input: PartInput, keys: Keys): PartRow {
  const { id, programmeId, decisionId } = keys;
  const row = { id, programme_id: programmeId };
  switch (input.part) {
    case "goal":
      return {
        table: "programme_goal",
        row: {
          ...row,
          name: input.name.trim(),
          measure: input.measure,
          counted_in: input.countedIn.trim(),
          target: input.target,
          target_day: plainDate(input.targetDay),
        },
      };
    case "phase":
      return {
        table: "phase",
        row: {
          ...row,
          label: input.label.trim(),
          ordinal: input.ordinal,
          decision_id: decisionId ?? "",
          ...periodColumns(input),
        },
      };
    case "agreement":
      return { table: "agreement", row: { ...row, ...agreementColumns(input) } };
    case "rule":
      return {
        table: "coordination_rule",
        row: {
          ...row,
          unit_id: input.unitId,
          ...contentColumns(input.content),
          note: input.note.trim(),
          decision_id: decisionId ?? "",
          ...periodColumns(input),
        },
      };
  }
}

export function periodOf({
  validFrom,
  validTo,
}: {
  readonly validFrom: string;
  readonly validTo: string | null;
}) {
  return { validFrom: plainDate(validFrom), validTo: validTo === null ? null : plainDate(validTo) };
}

function periodColumns(given: { readonly validFrom: string; readonly validTo: string | null }) {
  const { validFrom, validTo } = periodOf(given);
  return { valid_from: validFrom, valid_to: validTo };
}

function agreementColumns(input: Input<"agreement">) {
  return {
    number: input.number.trim(),
    signed_on: plainDate(input.signedOn),
    agency_id: input.agencyId,
    agency_words: input.agencyWords.trim(),
    operator_id: input.operatorId,
    post_office_id: input.postOfficeId,
    post_words: input.postWords.trim(),
    content: input.content.trim(),
    file_id: input.fileId,
    ...periodColumns(input),
  };
}

/** Hand-over times in their order, so that a list is read as the day goes. */
function contentColumns(content: RuleContent) {
  const empty = {
    kind: content.kind,
    times: [] as string[],
    topic: "",
    answer_role: null,
    answer_agency_id: null,
    within_hours: null,
    counter_id: null,
    stand_in_kind: null,
    stand_in_id: null,
  };
  switch (content.kind) {
    case "handOverTime":
      return { ...empty, times: content.times.toSorted() };
    case "questionAnswer":
      return {
        ...empty,
        topic: content.topic.trim(),
        answer_role: content.answerRole,
        answer_agency_id: content.answerAgencyId,
        within_hours: content.withinHours,
      };
    case "standIn":
      return {
        ...empty,
        counter_id: content.counterId,
        stand_in_kind: content.standInKind,
        stand_in_id: content.standInId,
      };
  }
}

/** The rule that a form means. */
export function ruleOf(id: string, { unitId, content, ...period }: Input<"rule">): CoordinationRule {
  return { id, unitId, content, ...periodOf(period) };
}
