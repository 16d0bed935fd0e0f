import { Button } from "@mantine/core";
import type { FormEvent, ReactElement, ReactNode } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { useOwnValidity } from "#web/ui/own-validity.ts";
import type { CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import styles from "./postal.module.css";

interface Props {
  readonly title: string;
  /** What the button says that records it. */
  readonly save: string;
  readonly act: { readonly pending: boolean; readonly problem: CallProblem | null };
  readonly onSubmit: () => Promise<void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The dialog of an act on an incident: its fields, why it was refused, its two buttons. */
export function IncidentFrame({ title, save, act, onSubmit, onClose, children }: Props): ReactElement {
  const { incidents: text } = useText();
  function submit(event: FormEvent): void {
    event.preventDefault();
    void onSubmit();
  }
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form className={styles["form"]} onSubmit={submit} {...useOwnValidity()}>
        {children}
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.close}
          </Button>
          <Button type="submit" loading={act.pending}>
            {save}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
