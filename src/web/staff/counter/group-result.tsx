import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useEffect, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { announce } from "#web/ui/announcer.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { KeyCap } from "#web/ui/key-cap.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { useShortcut } from "#web/ui/use-shortcut.ts";
import groupStyles from "./group.module.css";
import type { IntakeForm } from "./intake-form.ts";
import styles from "./received-panel.module.css";
import { SlipButtons } from "./slip-buttons.tsx";
import type { ReceivedGroup } from "./use-receive-group.ts";

interface Props {
  readonly received: ReceivedGroup;
  readonly onNext: () => void;
  readonly onMend: (left: IntakeForm) => void;
}

/** What came of each row of a group: its code, or why it was not received and what to do. */
export function GroupResult({ received, onNext, onMend }: Props): ReactElement {
  const text = useText();
  const next = useRef<HTMLButtonElement>(null);
  const mend = useRef<HTMLButtonElement>(null);
  const { group, rows, left } = received;
  const done = rows.flatMap((row) => row.received ?? []);
  const refused = rows.length - done.length;
  const title = titleOf(received, text);
  useShortcut({ key: "Escape" }, onNext);
  useEffect(() => {
    announce(title);
    (left === null ? next : mend).current?.focus();
  }, [title, left]);
  return (
    <section
      className={styles["panel"]}
      data-tone={refused > 0 ? "warning" : undefined}
      aria-labelledby="group-title"
    >
      <h2 id="group-title" className={styles["title"]}>
        <Icon name={refused > 0 ? "warning" : "success"} size={28} />
        {title}
      </h2>
      {group && (
        <dl className={styles["facts"]}>
          <dt>{text.groups.code}</dt>
          <dd className={styles["code"]}>{group.code}</dd>
          <dt>{text.intake.receivedProcedure}</dt>
          <dd lang="vi">{received.procedureName}</dd>
        </dl>
      )}
      {refused > 0 && (
        <div className={styles["earlier"]}>
          <Notice tone="warning" title={text.groups.resultRefused(refused)}>
            {text.groups.resultRefusedHint}
          </Notice>
        </div>
      )}
      {received.sameDay && done.length > 0 && (
        <div className={styles["earlier"]}>
          <Notice tone="info" title={text.lodging.sameDay} />
        </div>
      )}
      <RowResults rows={rows} />
      <div className={styles["acts"]}>
        {left !== null && (
          <Button ref={mend} size="md" onClick={() => onMend(left)}>
            {text.groups.mend(refused)}
          </Button>
        )}
        <SlipButtons dossierIds={done.map(({ dossierId }) => dossierId)} />
        <Button
          ref={next}
          size="md"
          variant={left === null ? "filled" : "light"}
          rightSection={<KeyCap>Esc</KeyCap>}
          aria-keyshortcuts="Escape"
          onClick={onNext}
        >
          {text.intake.next}
        </Button>
        {group && (
          <Link to="/groups/$groupId" params={{ groupId: group.groupId }} className={styles["open"]}>
            {text.groups.openGroup}
          </Link>
        )}
      </div>
    </section>
  );
}

function titleOf({ rows }: ReceivedGroup, { groups }: Words): string {
  const done = rows.flatMap((row) => row.received ?? []);
  if (done.length === 0) return groups.resultNone;
  const waits = done.every(({ status }) => status === "awaitingConfirmation");
  return waits ? groups.resultWaits(done.length) : groups.resultTitle(done.length);
}

function RowResults({ rows }: Pick<ReceivedGroup, "rows">): ReactElement {
  const text = useText();
  return (
    <ol className={groupStyles["results"]} aria-label={text.groups.resultList}>
      {rows.map(({ rowId, name, received, refusal }, at) => (
        <li key={rowId} className={groupStyles["result"]} data-refused={refusal === null ? undefined : true}>
          <span>{at + 1}</span>
          <span lang="vi">{name}</span>
          {received && (
            <span>
              <code>{received.code}</code> · {text.dates.shortMoment(received.dueAt)}
            </span>
          )}
          {refusal && <RefusedRow refusal={refusal} />}
        </li>
      ))}
    </ol>
  );
}

type Refused = NonNullable<ReceivedGroup["rows"][number]["refusal"]>;

function RefusedRow({ refusal }: { readonly refusal: Refused }): ReactElement {
  const text = useText();
  const { what, wayOut } = text.refusals[refusal.code](refusal.details);
  return (
    <span className={groupStyles["why"]}>
      <Icon name="error" size={16} /> {what} {wayOut}
    </span>
  );
}
