import { Button, Group, Textarea } from "@mantine/core";
import type { FormEvent, ReactElement, ReactNode } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import type { CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import type { Problems } from "./part-form.ts";
import styles from "./programmes.module.css";

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly editing: {
    readonly reason: string | null;
    readonly setReason: (reason: string) => void;
    readonly problems: Problems;
    readonly problem: CallProblem | null;
    readonly pending: boolean;
    readonly submit: (event: FormEvent) => Promise<void>;
  };
  readonly children: ReactNode;
}

/** The dialog in which something of a programme is written: its fields, the reason of a change, what is wrong. */
export function PartFrame({ title, onClose, editing, children }: Props): ReactElement {
  const { programmes, common } = useText();
  const { form } = programmes;
  return (
    <Dialog opened onClose={onClose} title={title} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void editing.submit(event)} noValidate>
        {children}
        {editing.reason !== null && (
          <Textarea
            label={form.reason}
            description={form.reasonHint}
            value={editing.reason}
            onChange={(event) => editing.setReason(event.currentTarget.value)}
            error={editing.problems["reason"]}
            maxLength={500}
            autosize
            required
          />
        )}
        {editing.problem && <ProblemNotice problem={editing.problem} />}
        <Group>
          <Button type="submit" loading={editing.pending}>
            {form.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

interface PeriodProps {
  readonly form: { readonly validFrom: string; readonly validTo: string };
  readonly onChange: (changes: { validFrom?: string; validTo?: string }) => void;
  readonly problems: Problems;
}

/** From the first to the last day; without a last day it holds until somebody ends it. */
export function PeriodPair({ form, onChange, problems }: PeriodProps): ReactElement {
  const { programmes, common } = useText();
  return (
    <div className={styles["pair"]}>
      <DateField
        label={programmes.form.validFrom}
        value={form.validFrom}
        onChange={(validFrom) => onChange({ validFrom })}
        problem={problems["validFrom"]}
        required
      />
      <DateField
        label={`${programmes.form.validTo} (${common.optional})`}
        value={form.validTo}
        onChange={(validTo) => onChange({ validTo })}
        problem={problems["validTo"]}
      />
    </div>
  );
}

/** A period as a route takes it. */
export function periodInput({ validFrom, validTo }: PeriodProps["form"]) {
  return { validFrom, validTo: validTo.trim() === "" ? null : validTo };
}
