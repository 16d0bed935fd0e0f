import { type PersonView, type PostView, endContract, endPost, previewLeaving } from "#contract/people.ts";
import { Button, Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { localTime } from "#domain/shared/instant.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { InHandPreview } from "../in-hand-preview.tsx";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import styles from "./people.module.css";
import { type EndForm, useEnd } from "./use-end.ts";

interface Props {
  readonly view: PersonView;
  readonly onClose: () => void;
}

/** Ends a contract on a day: what is in hand, and who takes it over. */
export function EndContractDialog({ view, onClose }: Props): ReactElement {
  const { end } = useText().people;
  const act = useAct(endContract);
  const { fullName, accountId } = view.person;
  async function send(form: EndForm): Promise<boolean> {
    const result = await act.send({
      params: { accountId },
      body: { ...bodyOf(form), ...(isNow(form) && { now: true }), version: view.version },
    });
    if (result?.ok) showToast({ text: end.done(fullName) });
    return result?.ok ?? false;
  }
  const words = { title: end.title(fullName), hint: end.lastDayHint, submit: end.submit };
  return <EndDialog words={words} accountId={accountId} act={act} send={send} onClose={onClose} mayBeNow />;
}

/** Ends one post on a day. */
export function EndPostDialog({ view, post, onClose }: Props & { readonly post: PostView }): ReactElement {
  const { people, lists } = useText();
  const { end, at } = people;
  const act = useAct(endPost);
  const { accountId } = view.person;
  async function send(form: EndForm): Promise<boolean> {
    const params = { accountId, postId: post.postId };
    const result = await act.send({ params, body: { ...bodyOf(form), version: view.version } });
    if (result?.ok) showToast({ text: end.postDone });
    return result?.ok ?? false;
  }
  const title = end.postTitle(at(lists.roles[post.role], post.place));
  const words = { title, hint: end.postDayHint, submit: end.postSubmit };
  return <EndDialog words={words} accountId={accountId} act={act} send={send} onClose={onClose} />;
}

function bodyOf({ lastDay, reason, successorId }: EndForm) {
  return { lastDay, reason: reason.trim(), ...(successorId !== "" && { successorId }) };
}

/** Within the last day one can only leave today. */
function isNow({ lastDay, now }: EndForm): boolean {
  return now && isToday(lastDay);
}

function isToday(day: string): boolean {
  return day === localTime(serverNow()).day;
}

interface EndProps {
  readonly words: { readonly title: string; readonly hint: string; readonly submit: string };
  readonly accountId: string;
  readonly act: Pick<ReturnType<typeof useAct>, "pending" | "problem">;
  readonly send: (form: EndForm) => Promise<boolean>;
  readonly onClose: () => void;
  /** A contract can be ended within its last day; a post is held for whole days. */
  readonly mayBeNow?: boolean;
}

function EndDialog({ words, accountId, act, send, onClose, mayBeNow = false }: EndProps): ReactElement {
  const { people, common } = useText();
  const { form, change, problems, submit } = useEnd(send, onClose);
  return (
    <Dialog opened onClose={onClose} title={words.title} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <DateField
          label={people.end.lastDay}
          hint={words.hint}
          value={form.lastDay}
          onChange={(lastDay) => change({ lastDay })}
          problem={problems.lastDay}
          data-autofocus
          required
        />
        {mayBeNow && isToday(form.lastDay) && (
          <Checkbox
            label={people.end.now}
            description={people.end.nowHint}
            checked={form.now}
            onChange={(event) => change({ now: event.currentTarget.checked })}
          />
        )}
        <TextField
          label={people.form.reason}
          hint={people.form.reasonHint}
          value={form.reason}
          onChange={(reason) => change({ reason })}
          problem={problems.reason}
          maxLength={500}
          required
        />
        <Leaving
          accountId={accountId}
          successorId={form.successorId}
          onChange={(successorId) => change({ successorId })}
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button type="submit" color="red" loading={act.pending}>
            {words.submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

interface LeavingProps {
  readonly accountId: string;
  readonly successorId: string;
  readonly onChange: (successorId: string) => void;
}

function Leaving({ accountId, successorId, onChange }: LeavingProps): ReactElement {
  const { data, problem, reload } = useRead(previewLeaving, { params: { accountId } });
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data) return <LoadingLines lines={3} />;
  return <InHandPreview {...data} successorId={successorId} onChange={onChange} />;
}
