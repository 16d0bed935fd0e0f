import { listDemoAccounts } from "#contract/session.ts";
import type { Static } from "typebox";
import { type ReactElement, useEffect, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { useRead } from "../use-read.ts";
import styles from "./sign-in.module.css";

type DemoAccount = Static<typeof listDemoAccounts.response>["accounts"][number];

/** Codes change every half minute; asked often enough that none shown is old. */
const REFRESH_MS = 3_000;

interface Props {
  readonly onChoose: (account: DemoAccount) => void;
  /** Told whenever new codes are there, so that a filled form does not go stale. */
  readonly onCodes: (accounts: readonly DemoAccount[]) => void;
}

/** The demo's people with their codes of this moment; nothing where no demo is loaded. */
export function DemoAccounts({ onChoose, onCodes }: Props): ReactElement | null {
  const text = useText();
  const { data, readAt } = useRead(listDemoAccounts, {}, { refetchEveryMs: REFRESH_MS });
  const seconds = useCountdown(data?.codesChangeIn ?? 0, readAt);
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

function DemoPerson({
  account,
  onChoose,
}: Pick<Props, "onChoose"> & { readonly account: DemoAccount }): ReactElement {
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

/** Seconds left, counted from when the codes were read. */
function useCountdown(from: number, readAt: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return Math.max(0, Math.ceil(from - (now - readAt) / 1_000));
}
