import { type PersonView, givePost } from "#contract/people.ts";
import { localTime } from "#domain/shared/instant.ts";
import { Button, Group } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { focusFirstProblem } from "./first-problem.ts";
import styles from "./people.module.css";
import { POST_FAULT_FIELD, PostFields, missingOfPost, noPost, postInput, rolesOf } from "./post-fields.tsx";
import { faultsIn, wordsAt } from "./use-create.ts";
import { forgetPeople } from "./use-people.ts";

interface Props {
  readonly view: PersonView;
  readonly onClose: () => void;
}

/** One more post for somebody, at the same employer. */
export function GivePostDialog({ view, onClose }: Props): ReactElement {
  const { people, common } = useText();
  const giving = useGivePost(view, onClose);
  return (
    <Dialog opened onClose={onClose} title={people.give.title(view.person.fullName)} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void giving.submit(event)} noValidate>
        <PostFields
          form={giving.post}
          roles={rolesOf(view.person.employerKind)}
          onChange={giving.setPost}
          problems={giving.problems}
        />
        <TextField
          label={people.form.reason}
          hint={people.form.reasonHint}
          value={giving.reason}
          onChange={giving.setReason}
          problem={giving.reasonProblem}
          maxLength={500}
          required
        />
        {giving.problem && <ProblemNotice problem={giving.problem} />}
        <Group>
          <Button type="submit" loading={giving.pending}>
            {people.give.submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function useGivePost(view: PersonView, onClose: () => void) {
  const text = useText();
  const { form: words, give } = text.people;
  const act = useAct(givePost);
  const { employerKind, accountId, validTo } = view.person;
  const [post, setPost] = useState(() => ({
    ...noPost(employerKind, localTime(serverNow()).day),
    validTo: validTo ?? "",
  }));
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = missingOfPost(post, text);
  const noReason = reason.trim() === "";

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (noReason || Object.keys(missing).length > 0) return focusFirstProblem(element);
    const result = await act.send({
      params: { accountId },
      body: { ...postInput(post), version: view.version, reason: reason.trim() },
    });
    if (!result?.ok) return focusFirstProblem(element);
    onClose();
    showToast({ text: give.done });
    await forgetPeople();
  }

  return {
    post,
    setPost: (next: typeof post) => {
      act.clearProblem();
      setPost(next);
    },
    reason,
    setReason,
    problems: { ...wordsAt(faultsIn(act.problem), POST_FAULT_FIELD, text), ...(asked && missing) },
    reasonProblem: asked && noReason ? words.missing : undefined,
    submit,
    pending: act.pending,
    problem: act.problem,
  };
}
