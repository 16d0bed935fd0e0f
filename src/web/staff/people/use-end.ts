import { localTime } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { type FormEvent, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { serverNow } from "../server-clock.ts";
import { focusFirstProblem } from "./first-problem.ts";
import { forgetHandOvers } from "./use-hand-overs.ts";
import { forgetPeople } from "./use-people.ts";

export interface EndForm {
  readonly lastDay: string;
  /** At this moment, not when the last day is over. */
  readonly now: boolean;
  readonly reason: string;
  readonly successorId: string;
}

/** The form of an end, of a contract or a post: what is missing in it, and its sending. */
export function useEnd(send: (form: EndForm) => Promise<boolean>, onClose: () => void) {
  const { form: text } = useText().people;
  const [asked, setAsked] = useState(false);
  const [form, setForm] = useState<EndForm>(() => ({
    lastDay: localTime(serverNow()).day,
    now: false,
    reason: "",
    successorId: "",
  }));
  const missing = {
    ...(parsePlainDate(form.lastDay) === undefined && { lastDay: text.notADay }),
    ...(form.reason.trim() === "" && { reason: text.missing }),
  };
  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (Object.keys(missing).length > 0) return focusFirstProblem(element);
    if (!(await send(form))) return;
    onClose();
    await Promise.all([forgetPeople(), forgetHandOvers()]);
  }
  const problems: Readonly<Partial<Record<keyof EndForm, string>>> = asked ? missing : {};
  return {
    form,
    change: (changes: Partial<EndForm>) => setForm((now) => ({ ...now, ...changes })),
    problems,
    submit,
  };
}
