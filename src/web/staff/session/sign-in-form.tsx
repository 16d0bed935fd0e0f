import { type SessionView, signIn } from "#contract/session.ts";
import type { RefusalCode } from "#contract/refusals.ts";
import { PASSWORD_LENGTH } from "#domain/people/contract.ts";
import { Button, PasswordInput, Stack } from "@mantine/core";
import { type FormEvent, type ReactElement, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { type CallProblem, call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";

export interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly code: string;
  /** A person's own password in the place of the first one; asked for only then. */
  readonly newPassword?: string;
}

interface Props {
  readonly value: Credentials;
  readonly onChange: (value: Credentials) => void;
  readonly onSignedIn: (session: SessionView) => void;
  /** The same person signs in again: the name stands and cannot be changed. */
  readonly fixedUsername?: boolean;
}

const CODE_LENGTH = 6;

/** User name, password and the six digits. A wrong one brings one sentence and a new try at the code. */
export function SignInForm({ value, onChange, onSignedIn, fixedUsername = false }: Props): ReactElement {
  const text = useText();
  const codeField = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState(false);
  const { submit, pending, problem, first } = useSignIn(onSignedIn, (codeStands) => {
    setAsked(false);
    if (codeStands) return;
    onChange({ ...value, code: "" });
    codeField.current?.focus();
  });
  const missing = asked ? missingOf(value, first) : {};

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(missingOf(value, first)).length === 0) void submit(value);
  }

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="sm">
        {problem && <ProblemNotice problem={problem} />}
        <TextField
          label={text.session.username}
          value={value.username}
          onChange={(username) => onChange({ ...value, username })}
          autoComplete="username"
          autoFocus={!fixedUsername}
          readOnly={fixedUsername}
          problem={missing.username ? text.session.fillUsername : undefined}
        />
        <PasswordInput
          label={text.session.password}
          value={value.password}
          onChange={(event) => onChange({ ...value, password: event.currentTarget.value })}
          autoComplete="current-password"
          data-autofocus={fixedUsername || undefined}
          error={missing.password ? text.session.fillPassword : undefined}
          visibilityToggleButtonProps={{ "aria-label": text.session.showPassword }}
        />
        <TextField
          ref={codeField}
          label={text.session.code}
          hint={text.session.codeHint}
          value={value.code}
          onChange={(code) => onChange({ ...value, code: code.replace(/\D/g, "").slice(0, CODE_LENGTH) })}
          inputMode="numeric"
          autoComplete="one-time-code"
          problem={missing.code ? text.session.fillCode : undefined}
        />
        {first && (
          <NewPassword
            value={value.newPassword ?? ""}
            problem={missing.newPassword ? text.session.fillNewPassword : undefined}
            onChange={(newPassword) => onChange({ ...value, newPassword })}
          />
        )}
        <Button type="submit" loading={pending} size="md">
          {text.session.signIn}
        </Button>
      </Stack>
    </form>
  );
}

interface NewPasswordProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}

/** Appears when the password was handed over by an administrator; typed in sight, so that once is enough. */
function NewPassword({ value, problem, onChange }: NewPasswordProps): ReactElement {
  const { session } = useText();
  return (
    <PasswordInput
      label={session.newPassword}
      description={session.newPasswordHint}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      autoComplete="new-password"
      maxLength={200}
      defaultVisible
      autoFocus
      error={problem}
      visibilityToggleButtonProps={{ "aria-label": session.showPassword }}
    />
  );
}

type Missing = { readonly [Field in keyof Credentials]?: true };

function missingOf({ username, password, code, newPassword = "" }: Credentials, first: boolean): Missing {
  return {
    ...(first && Array.from(newPassword).length < PASSWORD_LENGTH.min && { newPassword: true as const }),
    ...(username.trim() === "" && { username: true as const }),
    ...(password === "" && { password: true as const }),
    ...(code.length < CODE_LENGTH && { code: true as const }),
  };
}

function isAboutPassword(code: RefusalCode): boolean {
  return code === "password_change_needed" || code === "password_too_weak";
}

function useSignIn(onSignedIn: (session: SessionView) => void, onRefused: (codeStands: boolean) => void) {
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<CallProblem | null>(null);
  const [first, setFirst] = useState(false);

  async function submit(credentials: Credentials): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    const result = await call(signIn, { body: { ...credentials, username: credentials.username.trim() } });
    busy.current = false;
    setPending(false);
    setProblem(result.ok ? null : result.problem);
    if (result.ok) return onSignedIn(result.value);
    if (result.problem.kind !== "refused") return;
    // The code stays: it was right, and it counts once the own password comes with it.
    const codeStands = isAboutPassword(result.problem.code);
    if (codeStands) setFirst(true);
    onRefused(codeStands);
  }

  return { submit, pending, problem, first };
}
