import { type SessionView, signIn } from "#contract/session.ts";
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
  const { submit, pending, problem } = useSignIn(onSignedIn, () => {
    onChange({ ...value, code: "" });
    setAsked(false);
    codeField.current?.focus();
  });
  const missing = asked ? missingOf(value) : {};

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(missingOf(value)).length === 0) void submit(value);
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
        <Button type="submit" loading={pending} size="md">
          {text.session.signIn}
        </Button>
      </Stack>
    </form>
  );
}

type Missing = { readonly [Field in keyof Credentials]?: true };

function missingOf({ username, password, code }: Credentials): Missing {
  return {
    ...(username.trim() === "" && { username: true as const }),
    ...(password === "" && { password: true as const }),
    ...(code.length < CODE_LENGTH && { code: true as const }),
  };
}

function useSignIn(onSignedIn: (session: SessionView) => void, onRefused: () => void) {
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<CallProblem | null>(null);

  async function submit(credentials: Credentials): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setPending(true);
    const result = await call(signIn, { body: { ...credentials, username: credentials.username.trim() } });
    busy.current = false;
    setPending(false);
    setProblem(result.ok ? null : result.problem);
    if (result.ok) onSignedIn(result.value);
    else if (result.problem.kind === "refused") onRefused();
  }

  return { submit, pending, problem };
}
