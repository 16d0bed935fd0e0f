import type { CounterView, SessionView } from "#contract/session.ts";
import { signOut } from "#contract/session.ts";
import { ActionIcon, Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { ChooseCounter } from "../session/choose-counter.tsx";
import { keepSession, mayUse } from "../session/session.ts";
import { useAct } from "../use-act.ts";
import { LanguageSwitch } from "./language-switch.tsx";
import { ProblemNotice } from "./problem-notice.tsx";
import { SchemeSwitch } from "./scheme-switch.tsx";
import { SectionBar } from "./section-bar.tsx";
import styles from "./header.module.css";

interface Props {
  readonly session: SessionView;
  readonly onHelp: () => void;
}

/** Where one is, who one is, and the sections that one's posts open. */
export function Header({ session, onHelp }: Props): ReactElement {
  const text = useText();
  return (
    <header className={`${styles["header"]} no-print`}>
      <div className={styles["row"]}>
        <Link to="/" className={styles["brand"]} aria-label={text.common.appName}>
          <Icon name="counter" size={24} />
          <strong>{text.common.appName}</strong>
        </Link>
        <Place session={session} />
        <div className={styles["tools"]}>
          <LanguageSwitch />
          <SchemeSwitch />
          <ActionIcon
            variant="transparent"
            c="inherit"
            size="lg"
            className={styles["help"] ?? ""}
            aria-label={text.common.keyboardHelp}
            title={`${text.common.keyboardHelp} (?)`}
            aria-keyshortcuts="?"
            onClick={onHelp}
          >
            <Icon name="keyboard" />
          </ActionIcon>
          <Person session={session} />
        </div>
      </div>
      <SectionBar session={session} />
    </header>
  );
}

function Place({ session }: { readonly session: SessionView }): ReactElement {
  const text = useText();
  const [opened, setOpened] = useState(false);
  const { counter } = session;
  return (
    <div className={styles["place"]}>
      <span className={styles["unit"]}>{counter?.unitName ?? session.employer}</span>
      {mayUse(session, "counter.serve") && (
        <Button
          variant="transparent"
          c="inherit"
          size="compact-sm"
          className={styles["counter"] ?? ""}
          rightSection={<Icon name="swap" size={16} />}
          aria-label={`${counter === null ? text.session.counterTitle : counter.label}. ${text.session.counterChange}`}
          onClick={() => setOpened(true)}
        >
          <span className={styles["counterName"]}>
            {counter === null ? text.session.counterTitle : counterWords(counter)}
          </span>
        </Button>
      )}
      <Dialog opened={opened} onClose={() => setOpened(false)} title={text.session.counterTitle}>
        <ChooseCounter onChosen={() => setOpened(false)} />
      </Dialog>
    </div>
  );
}

/** The counter with its point; at the unit's own house the point has the unit's name, which stands beside it. */
function counterWords({ label, receptionPoint, unitName }: CounterView): string {
  return receptionPoint === unitName ? label : `${label}, ${receptionPoint}`;
}

function Person({ session }: { readonly session: SessionView }): ReactElement {
  const text = useText();
  const act = useAct(signOut);
  async function leave(): Promise<void> {
    const result = await act.send({});
    if (result?.ok || (result && result.problem.kind === "refused")) keepSession(null);
  }
  return (
    <>
      <span className={styles["person"]}>
        <strong>{session.fullName}</strong>
        <span>{session.roles.map((role) => text.lists.roles[role]).join(", ")}</span>
      </span>
      <ActionIcon
        variant="transparent"
        c="inherit"
        size="lg"
        aria-label={text.session.signOut}
        title={text.session.signOut}
        loading={act.pending}
        onClick={() => void leave()}
      >
        <Icon name="signOut" />
      </ActionIcon>
      <Dialog opened={act.problem !== null} onClose={act.clearProblem} title={text.session.signOut}>
        {act.problem && <ProblemNotice problem={act.problem} onRetry={() => void leave()} />}
      </Dialog>
    </>
  );
}
