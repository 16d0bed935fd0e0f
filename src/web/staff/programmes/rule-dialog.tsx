import type { RuleView } from "#contract/programmes.ts";
import { ANSWER_ROLES, RULE_KINDS, STAND_IN_KINDS } from "#domain/programme/programme.ts";
import { NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { DecisionFields, decisionProblems } from "../decision-fields.tsx";
import type { PartDialogProps } from "./part-dialog-props.ts";
import { type PartForm, usePartForm } from "./part-form.ts";
import { PartFrame, PeriodPair } from "./part-frame.tsx";
import styles from "./programmes.module.css";
import { type RuleForm, ruleFormOf, ruleInput, ruleLacks } from "./rule-form.ts";
import type { ProgrammeChoices } from "./use-programmes.ts";

interface Props extends PartDialogProps<RuleView> {
  readonly choices: ProgrammeChoices;
}

/** A coordination rule: what it is about decides what is asked. */
export function RuleDialog({ programme, part, known, choices, onClose }: Props): ReactElement {
  const text = useText();
  const { programmes, common } = text;
  const words = programmes.rules;
  const editing = usePartForm<RuleForm>({
    programme,
    partId: part?.id ?? null,
    onClose,
    start: ruleFormOf(part, known[0]?.id ?? null),
    missing: ruleLacks,
    content: ruleInput,
  });
  const { form, change, problems } = editing;
  return (
    <PartFrame
      title={part === null ? words.add : programmes.events["rule.changed"]}
      onClose={onClose}
      editing={editing}
    >
      <div className={styles["pair"]}>
        <NativeSelect
          label={words.kind}
          value={form.kind}
          onChange={(event) => {
            const kind = RULE_KINDS.find((one) => one === event.currentTarget.value);
            if (kind) change({ kind });
          }}
          data={RULE_KINDS.map((kind) => ({ value: kind, label: programmes.ruleKinds[kind] }))}
        />
        <SearchSelect
          label={words.unit}
          placeholder={words.everywhere}
          options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.unitId}
          onChange={(unitId) => change({ unitId })}
          problem={problems["unitId"]}
          nothingFound={text.mandates.form.nothingFound}
        />
      </div>
      <ContentFields editing={editing} choices={choices} />
      <TextField
        label={`${words.note} (${common.optional})`}
        value={form.note}
        onChange={(note) => change({ note })}
        maxLength={500}
      />
      <PeriodPair form={form} onChange={change} problems={problems} />
      <DecisionFields
        form={form.decision}
        onChange={(decision) => change({ decision })}
        known={known}
        problems={problems["decision"] === undefined ? {} : decisionProblems(form.decision, text)}
      />
    </PartFrame>
  );
}

interface FieldsProps {
  readonly editing: PartForm<RuleForm>;
  readonly choices: ProgrammeChoices;
}

function ContentFields({ editing, choices }: FieldsProps): ReactElement {
  const { programmes } = useText();
  const { form, change, problems } = editing;
  if (form.kind === "questionAnswer") return <AnswerFields editing={editing} choices={choices} />;
  if (form.kind === "standIn") return <StandInFields editing={editing} choices={choices} />;
  return (
    <TextField
      label={programmes.rules.times}
      hint={programmes.rules.timesHint}
      value={form.times}
      onChange={(times) => change({ times })}
      problem={problems["times"]}
      maxLength={200}
      required
    />
  );
}

function AnswerFields({ editing: { form, change, problems }, choices }: FieldsProps): ReactElement {
  const { programmes, lists, mandates } = useText();
  const words = programmes.rules;
  return (
    <>
      <div className={styles["pair"]}>
        <TextField
          label={words.topic}
          value={form.topic}
          onChange={(topic) => change({ topic })}
          problem={problems["topic"]}
          maxLength={300}
          required
        />
        <TextField
          label={words.withinHours}
          value={form.withinHours}
          onChange={(withinHours) => change({ withinHours })}
          problem={problems["withinHours"]}
          inputMode="numeric"
          maxLength={3}
          required
        />
      </div>
      <div className={styles["pair"]}>
        <NativeSelect
          label={words.answerRole}
          value={form.answerRole}
          error={problems["answer"]}
          onChange={(event) =>
            change({ answerRole: ANSWER_ROLES.find((one) => one === event.currentTarget.value) ?? "" })
          }
          data={[
            { value: "", label: words.none2 },
            ...ANSWER_ROLES.map((role) => ({ value: role, label: lists.roles[role] })),
          ]}
        />
        <SearchSelect
          label={words.answerAgency}
          options={choices.agencies.map(({ id, name }) => ({ value: id, label: name }))}
          value={form.answerAgencyId}
          onChange={(answerAgencyId) => change({ answerAgencyId })}
          nothingFound={mandates.form.nothingFound}
          disabled={form.answerRole !== ""}
        />
      </div>
    </>
  );
}

function StandInFields({ editing: { form, change, problems }, choices }: FieldsProps): ReactElement {
  const { programmes, mandates } = useText();
  const words = programmes.rules;
  const counters = choices.counters.map(({ id, name }) => ({ value: id, label: name }));
  const standIns = {
    counter: counters.filter(({ value }) => value !== form.counterId),
    unit: choices.units.map(({ id, name }) => ({ value: id, label: name })),
    point: choices.points.map(({ id, name }) => ({ value: id, label: name })),
  }[form.standInKind];
  return (
    <>
      <SearchSelect
        label={words.counter}
        options={counters}
        value={form.counterId}
        onChange={(counterId) => change({ counterId })}
        problem={problems["counterId"]}
        nothingFound={mandates.form.nothingFound}
        required
      />
      <div className={styles["pair"]}>
        <NativeSelect
          label={words.standInKind}
          value={form.standInKind}
          onChange={(event) => {
            const standInKind = STAND_IN_KINDS.find((one) => one === event.currentTarget.value);
            if (standInKind) change({ standInKind, standInId: "" });
          }}
          data={STAND_IN_KINDS.map((kind) => ({ value: kind, label: programmes.standInKinds[kind] }))}
        />
        <SearchSelect
          label={words.standIn}
          options={standIns}
          value={form.standInId}
          onChange={(standInId) => change({ standInId })}
          problem={problems["standInId"]}
          nothingFound={mandates.form.nothingFound}
          required
        />
      </div>
    </>
  );
}
