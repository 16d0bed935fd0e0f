import { listDemoAccounts } from "#contract/session.ts";
import type { Static } from "typebox";
import { type ReactElement, useEffect, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { useRead } from "../use-read.ts";
import styles from "./sign-in.module.css";

type DemoAccount = Static<typeof listDemoAccounts.response>["accounts"][number];

interface Props {
  readonly onChoose: (account: DemoAccount) => void;
  /** Told whenever new codes are there, so that a filled form does not go stale. */
  readonly onCodes: (accounts: readonly DemoAccount[]) => void;
}

/** The demo's people with their codes of this moment; nothing where no demo is loaded. */
export function DemoAccounts({ onChoose, onCodes }: Props): ReactElement | null {
  const text = useText();
  const { data, reload } = useRead(listDemoAccounts, {});
  const seconds = useCountdown(data?.codesChangeIn, reload);
  useEffect(() => {
    if (data) onCodes(data.accounts);
  }, [data, onCodes]);
  if (!data || data.accounts.length === 0) return null;
  return (
    <section className={styles["demo"]} aria-labelledby="demo-title">
      <header className={styles["demoHead"]}>
        <div>
          <h2 id="demo-title">{text.session.demoTitle}</h2>
          <p>{text.session.demoIntro}</p>
        </div>
        <span className={styles["seconds"]}>{text.session.demoSeconds(seconds)}</span>
      </header>
      <ul className={styles["people"]}>
        {data.accounts.map((account) => (
          <li key={account.username}>
            <DemoPerson account={account} onChoose={onChoose} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function DemoPerson({ account, onChoose }: Pick<Props, "onChoose"> & { readonly account: DemoAccount }): ReactElement {
  const text = useText();
  const roles = account.roles.map((role) => text.lists.roles[role]).join(", ");
  return (
    <button
      type="button"
      className={styles["person"]}
      onClick={() => onChoose(account)}
      aria-label={text.session.demoFill(account.fullName, roles)}
    >
      <span className={styles["who"]}>
        <strong>{account.fullName}</strong>
        <span>{roles}</span>
        <span className={styles["employer"]}>{account.employer}</span>
      </span>
      <span className={styles["code"]} title={text.session.demoCode}>
        {account.code}
      </span>
    </button>
  );
}

/** Counts the seconds down and asks for new codes at the end. */
function useCountdown(from: number | undefined, onEnd: () => void): number {
  const [left, setLeft] = useState(from ?? 0);
  useEffect(() => {
    if (from === undefined) return undefined;
    const end = Date.now() + from * 1_000;
    setLeft(from);
    const timer = setInterval(() => {
      const seconds = Math.ceil((end - Date.now()) / 1_000);
      setLeft(Math.max(0, seconds));
      if (seconds <= 0) onEnd();
    }, 1_000);
    return () => clearInterval(timer);
    // `onEnd` is new on every render; the clock starts anew only with new codes.
  }, [from]);
  return left;
}
