import { type ReactElement, useCallback, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { LanguageSwitch } from "../shell/language-switch.tsx";
import { SchemeSwitch } from "../shell/scheme-switch.tsx";
import { DemoAccounts } from "./demo-accounts.tsx";
import { keepSession } from "./session.ts";
import { type Credentials, SignInForm } from "./sign-in-form.tsx";
import styles from "./sign-in.module.css";

const NOBODY: Credentials = { username: "", password: "", code: "" };

/** The door of the console. */
export function SignInPage(): ReactElement {
  const text = useText();
  const [credentials, setCredentials] = useState(NOBODY);
  const refreshCode = useCallback((accounts: readonly Credentials[]) => {
    setCredentials((now) => {
      const account = accounts.find(({ username }) => username === now.username);
      return account && now.code !== "" ? { ...now, code: account.code } : now;
    });
  }, []);
  return (
    <div className={styles["page"]}>
      <header className={styles["top"]}>
        <Brand />
        <div className={styles["switches"]}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </header>
      <main className={styles["main"]}>
        <section className={styles["card"]} aria-labelledby="sign-in-title">
          <h1 id="sign-in-title">{text.session.signInTitle}</h1>
          <p className={styles["intro"]}>{text.session.signInIntro}</p>
          <SignInForm value={credentials} onChange={setCredentials} onSignedIn={keepSession} />
        </section>
        <DemoAccounts
          onChoose={({ username, password, code }) => setCredentials({ username, password, code })}
          onCodes={refreshCode}
        />
      </main>
    </div>
  );
}

function Brand(): ReactElement {
  const text = useText();
  return (
    <div className={styles["brand"]}>
      <Icon name="counter" size={26} />
      <span>
        <strong>{text.common.appName}</strong>
        <small>{text.common.appTagline}</small>
      </span>
    </div>
  );
}
