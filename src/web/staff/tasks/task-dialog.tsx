import { type TaskView, finishTask, snoozeTask } from "#contract/tasks.ts";
import { instant, localTime } from "#domain/shared/instant.ts";
import { addDays, parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { useNow } from "../dossiers/use-now.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import rows from "../told-rows.module.css";
import { forgetTasks } from "./use-tasks.ts";

/** Which task is settled, and how. */
export interface Settling {
  readonly task: TaskView;
  readonly how: "finish" | "snooze";
}

/** Asks for the words, and for the day when it is put off. */
export function TaskDialog(props: Settling & { readonly onClose: () => void }): ReactElement {
  return props.how === "finish" ? <FinishDialog {...props} /> : <SnoozeDialog {...props} />;
}

interface Props {
  readonly task: TaskView;
  readonly onClose: () => void;
}

const WORDS_MIN = 3;

function FinishDialog({ task, onClose }: Props): ReactElement {
  const { tasks: text } = useText();
  const act = useAct(finishTask);
  const [words, setWords] = useState("");
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const result = await act.send({ params: { taskId: task.taskId }, body: { words: words.trim() } });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.finished(task.code) });
    await forgetTasks();
  }
  return (
    <Dialog opened onClose={onClose} title={text.finishTitle(task.code)}>
      <form className={rows["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={rows["quiet"]}>{text.finishHint}</p>
        <TextField
          label={text.finishWords}
          value={words}
          onChange={setWords}
          maxLength={500}
          required
          data-autofocus
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <Acts pending={act.pending} ready={words.trim().length >= WORDS_MIN} onClose={onClose} />
      </form>
    </Dialog>
  );
}

function SnoozeDialog({ task, onClose }: Props): ReactElement {
  const { tasks: text } = useText();
  const act = useAct(snoozeTask);
  const now = useNow();
  const [until, setUntil] = useState<string>(() => addDays(localTime(instant(now)).day, 1));
  const [words, setWords] = useState("");
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const result = await act.send({ params: { taskId: task.taskId }, body: { until, words: words.trim() } });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.snoozeSaved(task.code) });
    await forgetTasks();
  }
  const ready = words.trim().length >= WORDS_MIN && parsePlainDate(until) !== undefined;
  return (
    <Dialog opened onClose={onClose} title={text.snoozeTitle(task.code)}>
      <form className={rows["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <DateField label={text.snoozeUntil} value={until} onChange={setUntil} required data-autofocus />
        <TextField label={text.snoozeWords} value={words} onChange={setWords} maxLength={500} required />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <Acts pending={act.pending} ready={ready} onClose={onClose} />
      </form>
    </Dialog>
  );
}

interface ActsProps {
  readonly pending: boolean;
  readonly ready: boolean;
  readonly onClose: () => void;
}

function Acts({ pending, ready, onClose }: ActsProps): ReactElement {
  const { tasks: text } = useText();
  return (
    <DialogActs>
      <Button type="submit" loading={pending} disabled={!ready}>
        {text.save}
      </Button>
      <Button variant="default" onClick={onClose}>
        {text.cancel}
      </Button>
    </DialogActs>
  );
}
