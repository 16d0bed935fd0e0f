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
  const [asked, setAsked] = useState(false);
  const isShort = words.trim().length < WORDS_MIN;
  function send(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (!isShort) void onSubmit(words.trim());
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
          problem={asked && isShort ? text.reasonShort(WORDS_MIN) : undefined}
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={act.pending}>
            {submit}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
