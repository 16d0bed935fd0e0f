import type { Slip } from "#contract/people.ts";
import { EMPLOYER_KINDS } from "#domain/people/contract.ts";
import { Button, Group, NativeSelect } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import styles from "./people.module.css";
import { PostFields, rolesOf } from "./post-fields.tsx";
import { SlipDialog } from "./slip-dialog.tsx";
import { useCreate } from "./use-create.ts";

interface Props {
  readonly onClose: () => void;
}

/** Adds a person with one employer and a first post; then shows the slip, once. */
export function CreateDialog({ onClose }: Props): ReactElement {
  const { people, common } = useText();
  const [slip, setSlip] = useState<Slip | null>(null);
  const creating = useCreate(setSlip);
  const { form, problems, change } = creating;
  if (slip) return <SlipDialog slip={slip} onClose={onClose} />;
  return (
    <Dialog opened onClose={onClose} title={people.form.title} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void creating.submit(event)} noValidate>
        <PersonFields creating={creating} />
        <fieldset>
          <legend>{people.form.post}</legend>
          <PostFields
            form={form.post}
            roles={rolesOf(form.employerKind)}
            onChange={(post) => change({ post })}
            problems={creating.postProblems}
          />
        </fieldset>
        <TextField
          label={people.form.reason}
          hint={people.form.reasonHint}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          problem={problems.reason}
          maxLength={500}
          required
        />
        {creating.problem && <ProblemNotice problem={creating.problem} />}
        <Group>
          <Button type="submit" loading={creating.pending}>
            {people.form.submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

interface PartProps {
  readonly creating: ReturnType<typeof useCreate>;
}

function PersonFields({ creating }: PartProps): ReactElement {
  const { form: text } = useText().people;
  const { form, problems, change } = creating;
  return (
    <fieldset>
      <legend>{text.person}</legend>
      <div className={styles["pair"]}>
        <TextField
          label={text.fullName}
          value={form.fullName}
          onChange={(fullName) => change({ fullName })}
          problem={problems.fullName}
          maxLength={200}
          data-autofocus
          required
        />
        <TextField
          label={text.username}
          hint={text.usernameHint}
          value={form.username}
          onChange={(username) => change({ username })}
          problem={problems.username}
          maxLength={40}
          required
        />
      </div>
      <TextField
        label={text.number}
        hint={text.numberHint}
        value={form.identityNumber}
        onChange={(identityNumber) => change({ identityNumber })}
        problem={problems.identityNumber}
        inputMode="numeric"
        maxLength={40}
        required
      />
      <ContractFields creating={creating} />
    </fieldset>
  );
}

function ContractFields({ creating }: PartProps): ReactElement {
  const { people } = useText();
  const { form: text } = people;
  const { form, problems, change } = creating;
  return (
    <>
      <div className={styles["pair"]}>
        <NativeSelect
          label={text.employerKind}
          value={form.employerKind}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const kind = EMPLOYER_KINDS.find((one) => one === value);
            if (kind) creating.chooseEmployer(kind);
          }}
          data={EMPLOYER_KINDS.map((kind) => ({ value: kind, label: people.employerKinds[kind] }))}
        />
        <TextField
          label={text.employer}
          value={form.employer}
          onChange={(employer) => change({ employer })}
          problem={problems.employer}
          maxLength={200}
          required
        />
      </div>
      <div className={styles["pair"]}>
        <DateField
          label={text.validFrom}
          value={form.validFrom}
          onChange={(validFrom) => change({ validFrom })}
          problem={problems.validFrom}
          required
        />
        <DateField
          label={text.validTo}
          hint={text.validToHint}
          value={form.validTo}
          onChange={(validTo) => change({ validTo })}
          problem={problems.validTo}
        />
      </div>
    </>
  );
}
