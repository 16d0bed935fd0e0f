import { type Slip, createPerson } from "#contract/people.ts";
import { ACCOUNT_FAULTS, type AccountFault, type EmployerKind } from "#domain/people/contract.ts";
import { localTime } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { type FormEvent, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import type { CallProblem } from "../api.ts";
import { serverNow } from "../server-clock.ts";
import { useAct } from "../use-act.ts";
import { focusFirstProblem } from "./first-problem.ts";
import {
  POST_FAULT_FIELD,
  type PostForm,
  type PostProblems,
  missingOfPost,
  noPost,
  postInput,
} from "./post-fields.tsx";
import { forgetPeople } from "./use-people.ts";

export interface CreateForm {
  readonly username: string;
  readonly fullName: string;
  readonly identityNumber: string;
  readonly employerKind: EmployerKind;
  readonly employer: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly post: PostForm;
  readonly reason: string;
}

type Problems = Readonly<Partial<Record<keyof CreateForm, string>>>;

/** At which field the server's finding stands. */
const FAULT_FIELD: Readonly<Partial<Record<AccountFault, keyof CreateForm>>> = {
  username_shape: "username",
  full_name_missing: "fullName",
  employer_missing: "employer",
  number_unreadable: "identityNumber",
  period_reversed: "validTo",
};

/** The form of a new account, what is missing in it, and its sending. */
export function useCreate(onCreated: (slip: Slip) => void) {
  const text = useText();
  const act = useAct(createPerson);
  const [asked, setAsked] = useState(false);
  const [form, setForm] = useState<CreateForm>(startForm);
  const missing = missingOf(form, text);
  const missingPost = missingOfPost(form.post, text);
  const faults = faultsIn(act.problem);

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (Object.keys({ ...missing, ...missingPost }).length > 0) return focusFirstProblem(element);
    const { post, validTo, ...rest } = form;
    const result = await act.send({
      body: { ...rest, validTo: validTo.trim() === "" ? null : validTo, post: postInput(post) },
    });
    if (!result?.ok) return focusFirstProblem(element);
    onCreated(result.value.slip);
    await forgetPeople();
  }

  return {
    form,
    change: (changes: Partial<CreateForm>) => {
      act.clearProblem();
      setForm((now) => ({ ...now, ...changes }));
    },
    chooseEmployer: (employerKind: EmployerKind) =>
      setForm((now) => ({ ...now, employerKind, post: noPost(employerKind, now.post.validFrom) })),
    problems: { ...wordsAt(faults, FAULT_FIELD, text), ...(asked && missing) } as Problems,
    postProblems: { ...wordsAt(faults, POST_FAULT_FIELD, text), ...(asked && missingPost) } as PostProblems,
    submit,
    pending: act.pending,
    problem: act.problem,
  };
}

function startForm(): CreateForm {
  const today = localTime(serverNow()).day;
  return {
    username: "",
    fullName: "",
    identityNumber: "",
    employerKind: "post",
    employer: "",
    validFrom: today,
    validTo: "",
    post: noPost("post", today),
    reason: "",
  };
}

function missingOf(form: CreateForm, { people }: Words): Problems {
  const { form: text, faults } = people;
  return {
    ...(form.username.trim() === "" && { username: faults.username_shape }),
    ...(form.fullName.trim() === "" && { fullName: faults.full_name_missing }),
    ...(form.identityNumber.trim() === "" && { identityNumber: faults.number_unreadable }),
    ...(form.employer.trim() === "" && { employer: faults.employer_missing }),
    ...(form.reason.trim() === "" && { reason: text.missing }),
    ...(parsePlainDate(form.validFrom) === undefined && { validFrom: text.notADay }),
    ...(form.validTo.trim() !== "" &&
      parsePlainDate(form.validTo) === undefined && { validTo: text.notADay }),
  };
}

/** What the server found wrong, of the closed list of the domain. */
export function faultsIn(problem: CallProblem | null): readonly AccountFault[] {
  if (problem?.kind !== "refused" || problem.code !== "account_invalid") return [];
  const { problems } = problem.details;
  return Array.isArray(problems) ? ACCOUNT_FAULTS.filter((fault) => problems.includes(fault)) : [];
}

/** The findings in words, each at its field. */
export function wordsAt<Field extends string>(
  faults: readonly AccountFault[],
  fieldOf: Readonly<Partial<Record<AccountFault, Field>>>,
  { people }: Words,
): Readonly<Partial<Record<Field, string>>> {
  const found = faults.flatMap((fault) => {
    const field = fieldOf[fault];
    return field === undefined ? [] : [[field, people.faults[fault]]];
  });
  return Object.fromEntries(found) as Readonly<Partial<Record<Field, string>>>;
}
