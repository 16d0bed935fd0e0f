import { signIn } from "#contract/session.ts";
import { type FormEvent, type ReactElement, useState } from "react";
import { v4 as uuid } from "uuid";
import { type CallProblem, call } from "#web/staff/api.ts";
import { useText } from "#web/text/use-text.ts";
import { useOwnValidity } from "#web/ui/own-validity.ts";
import { useCourier } from "./use-courier.ts";

/** A small way in, so that nobody leaves the round to sign in. A first password is changed on the staff pages. */
export function SignIn(): ReactElement {
  const courier = useCourier();
  const { round: text, refusals } = useText();
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<CallProblem | null>(null);

  async function onSubmit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string) => {
      const value = form.get(name);
      return typeof value === "string" ? value : "";
    };
    setPending(true);
    const body = {
      username: typed("username").trim(),
      password: typed("password"),
      code: typed("code").trim(),
    };
    const answer = await call(signIn, { body, idempotencyKey: uuid() });
    setPending(false);
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) await courier.signedIn(answer.value);
  }

  return (
    <form className="form signIn" onSubmit={(event) => void onSubmit(event)} {...useOwnValidity()}>
      <h2>{text.signInTitle}</h2>
      <div className="field">
        <label htmlFor="username">{text.username}</label>
        <input id="username" name="username" autoComplete="username" autoCapitalize="none" required />
      </div>
      <div className="field">
        <label htmlFor="password">{text.password}</label>
        <input id="password" name="password" type="password" autoComplete="current-password" required />
      </div>
      <div className="field">
        <label htmlFor="totp">{text.code}</label>
        <input id="totp" name="code" inputMode="numeric" autoComplete="one-time-code" required />
      </div>
      {problem && (
        <p className="problem" role="alert">
          {problem.kind === "refused"
            ? `${refusals[problem.code](problem.details).what} ${refusals[problem.code](problem.details).wayOut}`
            : text.serverDown}
        </p>
      )}
      <button type="submit" className="mainAct" disabled={pending}>
        {text.signIn}
      </button>
      <a href="/staff/">{text.staffPage}</a>
    </form>
  );
}
