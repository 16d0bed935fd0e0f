import type { TrainingChoices } from "#contract/training.ts";
import { TRAINING_RESULTS } from "#domain/people/training.ts";
import { CloseButton, SegmentedControl } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { SearchSelect } from "#web/ui/search-select.tsx";
import styles from "./people.module.css";
import type { useRecordTraining } from "./use-record-training.ts";

interface Props {
  readonly choices: TrainingChoices;
  readonly recording: ReturnType<typeof useRecordTraining>;
}

/** The fields of a session: chosen by typing, taken away by their cross. */
export function ChosenFields({ choices, recording }: Props): ReactElement {
  const { form: text } = useText().training;
  const { form, change, problems } = recording;
  const left = choices.fields.filter(({ code }) => !form.fieldCodes.includes(code));
  const nameOf = (code: string) => choices.fields.find((field) => field.code === code)?.name ?? code;
  return (
    <>
      <SearchSelect
        adds
        label={text.addField}
        placeholder={text.pick}
        options={left.map(({ code, name }) => ({ value: code, label: name }))}
        value=""
        onChange={(code) => code !== "" && change({ fieldCodes: [...form.fieldCodes, code] })}
        problem={problems.fieldCodes}
        nothingFound={text.nothingFound}
      />
      <ul className={styles["chips"]}>
        {form.fieldCodes.map((code) => (
          <li key={code} lang="vi">
            {nameOf(code)}
            <CloseButton
              size="sm"
              aria-label={text.remove(nameOf(code))}
              onClick={() => change({ fieldCodes: form.fieldCodes.filter((one) => one !== code) })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Who came, added one after the other by keyboard, each with the result. */
export function Participants({ choices, recording }: Props): ReactElement {
  const { form: text } = useText().training;
  const { form, change, problems } = recording;
  const chosen = new Set(form.participants.map(({ accountId }) => accountId));
  const left = choices.clerks.filter(({ id }) => !chosen.has(id));
  return (
    <>
      <SearchSelect
        adds
        label={text.addParticipant}
        hint={text.addHint}
        placeholder={text.pick}
        options={left.map((one) => ({ value: one.id, label: `${one.name} – ${one.place}` }))}
        value=""
        onChange={(accountId) =>
          accountId !== "" &&
          change({ participants: [...form.participants, { accountId, result: "passed" }] })
        }
        problem={problems.participants}
        nothingFound={text.nothingFound}
      />
      <p className={styles["quiet"]} role="status">
        {text.chosen(form.participants.length)}
      </p>
      <ul className={styles["lines"]}>
        {form.participants.map((one) => (
          <Participant key={one.accountId} one={one} choices={choices} recording={recording} />
        ))}
      </ul>
    </>
  );
}

type One = Props["recording"]["form"]["participants"][number];

function Participant({ one, choices, recording }: Props & { readonly one: One }): ReactElement {
  const { training } = useText();
  const { form, change } = recording;
  const clerk = choices.clerks.find(({ id }) => id === one.accountId);
  const name = clerk?.name ?? one.accountId;
  const others = form.participants.filter(({ accountId }) => accountId !== one.accountId);
  return (
    <li>
      <div className={styles["between"]}>
        <div lang="vi">
          {name}
          <span className={styles["under"]}>{clerk?.place}</span>
        </div>
        <div className={styles["row"]}>
          <SegmentedControl
            size="xs"
            aria-label={training.form.resultOf(name)}
            value={one.result}
            onChange={(value) => {
              const result = TRAINING_RESULTS.find((known) => known === value);
              if (!result) return;
              change({
                participants: form.participants.map((each) =>
                  each.accountId === one.accountId ? { ...each, result } : each,
                ),
              });
            }}
            data={TRAINING_RESULTS.map((result) => ({ value: result, label: training.results[result] }))}
          />
          <CloseButton
            aria-label={training.form.remove(name)}
            onClick={() => change({ participants: others })}
          />
        </div>
      </div>
    </li>
  );
}
