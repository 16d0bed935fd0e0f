import { type AwaitedRow, listConfirmations } from "#contract/confirming.ts";
import { CONFIRMED_AT_ONCE_MAX } from "#domain/dossier/confirmation.ts";
import { Button, Checkbox } from "@mantine/core";
import { type ReactElement, useEffect, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import { KeyCap } from "#web/ui/key-cap.tsx";
import { Notice } from "#web/ui/notice.tsx";
import look from "#web/ui/rows.module.css";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { AwaitedBoard } from "./awaited-board.tsx";
import styles from "./confirming.module.css";
import { useBarred } from "./use-barred.ts";
import { type Chosen, useChosen } from "./use-chosen.ts";
import { type NotConfirmed, useConfirmMany } from "./use-confirm-many.ts";
import { useAwaited } from "./use-waiting.ts";

/** What the officer or the head confirms, many at once. */
export function ConfirmBoard(): ReactElement {
  const text = useText();
  const read = useAwaited(listConfirmations);
  const barredBy = useBarred("confirm");
  const chosen = useChosen(read.rows ?? [], (row) => (row.own ? text.confirming.own : barredBy(row)));
  const many = useConfirmMany();
  const keepFocus = useKeptFocus(read.rows);
  const confirm = () => void many.confirm(chosen.rows).then(keepFocus);
  return (
    <>
      {many.problem && <ProblemNotice problem={many.problem} />}
      {many.refused.length > 0 && <Refused refused={many.refused} />}
      <AwaitedBoard
        read={read}
        empty={{ title: text.confirming.empty, hint: text.confirming.emptyHint }}
        chosen={chosen}
        onConfirm={confirm}
        renderBar={(shown) => (
          <ChooseBar shown={shown} chosen={chosen} pending={many.pending} onConfirm={confirm} />
        )}
      />
    </>
  );
}

/**
 * What had the focus goes with the rows that were confirmed, at once or when the list was read anew: the keyboard goes on
 * at the first row that is left, else at the tab.
 *
 * @returns what is called once the act is done
 */
function useKeptFocus(rows: readonly AwaitedRow[] | undefined): () => void {
  const wanted = useRef(false);
  useEffect(() => {
    if (wanted.current && rows) wanted.current = !moveLostFocus();
  }, [rows]);
  return () => {
    wanted.current = !moveLostFocus();
  };
}

/** @returns whether the focus was lost, and is at its new place */
function moveLostFocus(): boolean {
  const now = document.activeElement;
  if (now !== document.body && now?.id !== "content") return false;
  const left =
    document.querySelector<HTMLElement>('[role="tabpanel"] [data-opener]') ??
    document.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  left?.focus();
  return true;
}

interface BarProps {
  readonly shown: readonly AwaitedRow[];
  readonly chosen: Chosen;
  readonly pending: boolean;
  readonly onConfirm: () => void;
}

function ChooseBar({ shown, chosen, pending, onConfirm }: BarProps): ReactElement {
  const text = useText();
  const choosable = shown.filter((row) => chosen.barredBy(row) === null);
  const count = chosen.rows.length;
  const all = choosable.length > 0 && count >= Math.min(choosable.length, CONFIRMED_AT_ONCE_MAX);
  return (
    <>
      <div className={`${styles["bar"]} ${styles["chooseBar"]}`}>
        <Checkbox
          label={text.confirming.chooseAll}
          checked={all}
          indeterminate={!all && count > 0}
          disabled={choosable.length === 0}
          onChange={() => (all ? chosen.clear() : chosen.chooseAll(shown))}
        />
        <span className={look["quiet"]} role="status">
          {text.confirming.chosen(count)}
          {count === CONFIRMED_AT_ONCE_MAX && `. ${text.confirming.chosenMax(CONFIRMED_AT_ONCE_MAX)}`}
        </span>
        {/* Barred when nothing of it may be confirmed: why stands at each row. */}
        <Button
          disabled={count === 0}
          loading={pending}
          onClick={onConfirm}
          aria-keyshortcuts="Control+Enter"
          rightSection={<KeyCap>Ctrl ↵</KeyCap>}
        >
          {text.confirming.confirmChosen(count)}
        </Button>
      </div>
      <p className={styles["keys"]}>{text.confirming.keys}</p>
    </>
  );
}

function Refused({ refused }: { readonly refused: readonly NotConfirmed[] }): ReactElement {
  const text = useText();
  return (
    <Notice tone="warning" live title={text.confirming.notConfirmed(refused.length)}>
      <ul className={styles["refused"]}>
        {refused.map(({ dossierId, code, refusal }) => (
          <li key={dossierId}>
            <strong>{code}</strong>: {text.refusals[refusal.code](refusal.details).what}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
