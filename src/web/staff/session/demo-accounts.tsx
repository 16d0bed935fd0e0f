import { listDemoAccounts } from "#contract/session.ts";
import { type ReactElement, useEffect, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { useRead } from "../use-read.ts";
import { type DemoAccount, FEW_ACCOUNTS, groupAccounts } from "./demo-groups.ts";
import styles from "./demo-accounts.module.css";

/** Codes change every half minute; asked often enough that none shown is old. */
const REFRESH_MS = 3_000;

interface Props {
  readonly onChoose: (account: DemoAccount) => void;
  /** Told whenever new codes are there, so that a filled form does not go stale. */
  readonly onCodes: (accounts: readonly DemoAccount[]) => void;
}

/** The demo's people by the place where they work, with their codes of this moment; nothing where no demo is loaded. */
export function DemoAccounts({ onChoose, onCodes }: Props): ReactElement | null {
  const text = useText();
  const { data, readAt } = useRead(listDemoAccounts, {}, { refetchEveryMs: REFRESH_MS });
  const seconds = useCountdown(data?.codesChangeIn ?? 0, readAt);
  useEffect(() => {
    if (data) onCodes(data.accounts);
  }, [data, onCodes]);
  if (!data || data.accounts.length === 0) return null;
  return (
    <section className={styles["demo"]} aria-labelledby="demo-title" data-demo>
      <header className={styles["head"]}>
        <div>
          <h2 id="demo-title">{text.session.demoTitle}</h2>
          <p>{text.session.demoIntro}</p>
        </div>
        <span className={styles["seconds"]}>{text.session.demoSeconds(seconds)}</span>
      </header>
      <People accounts={data.accounts} onChoose={onChoose} />
    </section>
  );
}

interface PeopleProps extends Pick<Props, "onChoose"> {
  readonly accounts: readonly DemoAccount[];
}

function People({ accounts, onChoose }: PeopleProps): ReactElement {
  const text = useText();
  const [wanted, setWanted] = useState("");
  const groups = groupAccounts(accounts, wanted, {
    role: (role) => text.lists.roles[role],
    story: (story) => text.session.demoStories[story],
  });
  const found = groups.flatMap((group) => group.accounts);
  const [first] = found;
  const searching = wanted.trim() !== "";
  const few = accounts.length <= FEW_ACCOUNTS;
  return (
    <>
      {!few && (
        <form
          role="search"
          className={styles["search"]}
          onSubmit={(event) => {
            event.preventDefault();
            if (searching && first) onChoose(first);
          }}
        >
          <TextField
            type="search"
            label={text.session.demoSearch}
            hint={text.session.demoSearchHint}
            value={wanted}
            onChange={setWanted}
          />
          <p className={styles["found"]} role="status">
            {searching && (first ? text.session.demoPeople(found.length) : text.session.demoNobody(wanted))}
          </p>
        </form>
      )}
      <div className={styles["groups"]}>
        {groups.map((group, index) => (
          <details key={group.place} open={few || searching || index === 0} className={styles["group"]}>
            <summary>
              <span>{group.place}</span>
              <span className={styles["count"]}>{text.session.demoPeople(group.accounts.length)}</span>
            </summary>
            <ul>
              {group.accounts.map((account) => (
                <li key={account.username}>
                  <DemoPerson account={account} onChoose={onChoose} />
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </>
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
