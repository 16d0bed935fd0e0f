import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import styles from "./papers.module.css";

interface Props {
  readonly title: string;
  /** What the words are; the reason unless something else is asked. */
  readonly label?: string;
  readonly submit: string;
  readonly act: { readonly pending: boolean; readonly problem: CallProblem | null };
  readonly onClose: () => void;
  readonly onSubmit: (words: string) => Promise<void>;
}

const WORDS_MIN = 3;

/** Asks for words before something is done for good. */
export function ReasonDialog({ title, label, submit, act, onClose, onSubmit }: Props): ReactElement {
  const { papers: text } = useText();
  const [words, setWords] = useState("");
  function send(event: FormEvent): void {
    event.preventDefault();
    void onSubmit(words.trim());
  }
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form className={styles["form"]} onSubmit={send} noValidate>
        <TextField
          label={label ?? text.reason}
          value={words}
          onChange={setWords}
          maxLength={500}
          required
          data-autofocus
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={act.pending} disabled={words.trim().length < WORDS_MIN}>
            {submit}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
