import { recordStaffFreed } from "#contract/staff-freed.ts";
import { WENT_TO, type WentTo } from "#domain/programme/programme.ts";
import { NativeSelect } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { useAct } from "../use-act.ts";
import { CauseFields } from "./freed-cause-fields.tsx";
import { type Problems, focusWrong, missingIn } from "./part-form.ts";
import { PartFrame } from "./part-frame.tsx";
import styles from "./programmes.module.css";
import { type ProgrammeChoices, forgetProgrammes } from "./use-programmes.ts";

interface Props {
  readonly choices: ProgrammeChoices;
  readonly onClose: () => void;
}

const START = {
  unitId: "",
  agencyId: "",
  postTitle: "",
  persons: "1",
  freedOn: "",
  phaseId: "",
  mandateId: "",
  wentTo: WENT_TO[0] as WentTo,
  wentToWords: "",
  note: "",
};
type Form = typeof START;

/** A post whose work the post office took over. Nobody is named. */
export function FreedDialog({ choices, onClose }: Props): ReactElement {
  const { programmes, common } = useText();
  const text = programmes.freed;
  const editing = useFreedForm(onClose);
  const { form, change, problems } = editing;
  return (
    <PartFrame title={text.add} onClose={onClose} editing={editing}>
      <PlaceFields choices={choices} form={form} problems={problems} onChange={change} />
      <div className={styles["pair"]}>
        <TextField
          label={text.postTitle}
          value={form.postTitle}
          onChange={(postTitle) => change({ postTitle })}
          problem={problems["postTitle"]}
          maxLength={300}
          required
        />
        <TextField
          label={text.persons}
          value={form.persons}
          onChange={(persons) => change({ persons })}
          problem={problems["persons"]}
          inputMode="numeric"
          maxLength={4}
          required
        />
        <DateField
          label={text.freedOn}
          value={form.freedOn}
          onChange={(freedOn) => change({ freedOn })}
          problem={problems["freedOn"]}
          required
        />
      </div>
      <CauseFields
        choices={choices}
        unitId={form.unitId}
        form={form}
        problem={problems["phaseId"]}
        onChange={change}
      />
      <WentFields form={form} onChange={change} />
      <TextField
        label={`${text.note} (${common.optional})`}
        value={form.note}
        onChange={(note) => change({ note })}
        maxLength={500}
      />
    </PartFrame>
  );
}

/** Where the person went, by kind and in words. */
function WentFields({ form, onChange: change }: Pick<FieldsProps, "form" | "onChange">): ReactElement {
  const { programmes, common } = useText();
  const text = programmes.freed;
  return (
    <div className={styles["pair"]}>
      <NativeSelect
        label={text.wentTo}
        value={form.wentTo}
        onChange={(event) =>
          change({ wentTo: WENT_TO.find((one) => one === event.currentTarget.value) ?? form.wentTo })
        }
        data={WENT_TO.map((one) => ({ value: one, label: programmes.wentTo[one] }))}
      />
      <TextField
        label={`${text.wentToWords} (${common.optional})`}
        value={form.wentToWords}
        onChange={(wentToWords) => change({ wentToWords })}
        maxLength={300}
      />
    </div>
  );
}

interface FieldsProps {
  readonly choices: ProgrammeChoices;
  readonly form: Form;
  readonly problems: Problems;
  readonly onChange: (changes: Partial<Form>) => void;
}

/** One unit or one agency: choosing one takes the other away. */
function PlaceFields({ choices, form, problems, onChange }: FieldsProps): ReactElement {
  const { programmes, mandates } = useText();
  const text = programmes.freed;
  return (
    <div className={styles["pair"]}>
      <SearchSelect
        label={text.unit}
        options={choices.units.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.unitId}
        onChange={(unitId) => onChange({ unitId, mandateId: "", ...(unitId !== "" && { agencyId: "" }) })}
        problem={problems["unitId"]}
        nothingFound={mandates.form.nothingFound}
      />
      <SearchSelect
        label={text.agency}
        options={choices.agencies.map(({ id, name }) => ({ value: id, label: name }))}
        value={form.agencyId}
        onChange={(agencyId) => onChange({ agencyId, ...(agencyId !== "" && { unitId: "" }) })}
        nothingFound={mandates.form.nothingFound}
      />
    </div>
  );
}

function lackingIn(form: Form, text: Words): Problems {
  return {
    ...missingIn({ ...form }, { needed: ["postTitle", "persons", "freedOn"], days: ["freedOn"] }, text),
    ...(form.unitId === "" && form.agencyId === "" && { unitId: text.mandates.missing }),
    ...(form.phaseId === "" && form.mandateId === "" && { phaseId: text.programmes.freed.causeMissing }),
    ...(!/^[1-9]\d{0,2}$/.test(form.persons.trim()) && { persons: text.programmes.faults.target_wrong("") }),
  };
}

function useFreedForm(onClose: () => void) {
  const text = useText();
  const act = useAct(recordStaffFreed);
  const [form, setForm] = useState(START);
  const [asked, setAsked] = useState(false);
  const lacking = lackingIn(form, text);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (Object.keys(lacking).length > 0) {
      focusWrong(element);
      return;
    }
    const { unitId, agencyId, phaseId, mandateId, persons, ...rest } = form;
    const body = {
      ...rest,
      unitId: unitId === "" ? null : unitId,
      agencyId: agencyId === "" ? null : agencyId,
      phaseId: phaseId === "" ? null : phaseId,
      mandateId: mandateId === "" ? null : mandateId,
      persons: Number(persons.trim()),
    };
    const result = await act.send({ body });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.programmes.freed.saved });
    await forgetProgrammes();
  }

  return {
    form,
    change: (changes: Partial<Form>) => setForm((now) => ({ ...now, ...changes })),
    reason: null,
    setReason: () => undefined,
    problems: asked ? lacking : {},
    problem: act.problem,
    pending: act.pending,
    submit,
  };
}
