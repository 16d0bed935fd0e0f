import type { AwaitedRow } from "#contract/confirming.ts";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactElement, type ReactNode, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { AwaitedList, openerId } from "./awaited-list.tsx";
import styles from "./confirming.module.css";
import { filterRows } from "./filter-rows.ts";
import { ListHead, MoreRows } from "./list-head.tsx";
import { OpenedDossier } from "./opened-dossier.tsx";
import type { Chosen } from "./use-chosen.ts";
import { type Waiting, useWholeWhileTyping } from "./use-waiting.ts";

interface Props {
  readonly read: Waiting<AwaitedRow>;
  readonly empty: { readonly title: string; readonly hint: string };
  readonly chosen: Chosen | null;
  readonly onConfirm: () => void;
  /** What is done with the rows that are shown. */
  readonly renderBar?: (shown: readonly AwaitedRow[]) => ReactNode;
}

/** The list of what waits, with the dossier that was opened beside it. */
export function AwaitedBoard({ read, empty, chosen, onConfirm, renderBar }: Props): ReactElement {
  const text = useText();
  const [typed, setTyped] = useState("");
  const opening = useOpening();
  const wide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  useWholeWhileTyping(read, typed);
  const { rows, problem, reload } = read;
  if (!rows)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={6} />;
  const shown = filterRows(rows, typed, (row) => row.clerk);
  const opened = rows.find(({ dossierId }) => dossierId === opening.id);
  return (
    <div className={styles["board"]} data-opened={opened !== undefined}>
      <div className={styles["listSide"]}>
        {problem && <ProblemNotice problem={problem} onRetry={reload} />}
        <ListHead read={read} typed={typed} onType={setTyped} words={text.confirming} />
        {rows.length === 0 ? (
          <EmptyState icon="success" title={empty.title} hint={empty.hint} />
        ) : (
          <>
            {renderBar?.(shown)}
            <Rows
              shown={shown}
              typed={typed}
              openedId={opened?.dossierId ?? null}
              onOpen={opening.toggle}
              onEnter={opening.enter}
              chosen={chosen}
              onConfirm={onConfirm}
            />
            <MoreRows read={read} />
          </>
        )}
      </div>
      {opened && (
        <OpenedDossier
          key={opened.dossierId}
          dossierId={opened.dossierId}
          version={opened.version}
          code={opened.code}
          alone={!wide}
          entered={opening.entered}
          onBack={() => document.getElementById(openerId(opened))?.focus()}
          onClose={() => {
            opening.close();
            // Back to the row that it was opened from, which a narrow window shows only now.
            requestAnimationFrame(() => document.getElementById(openerId(opened))?.focus());
          }}
        />
      )}
    </div>
  );
}

/** Which dossier is open, and how often somebody went from its row into it. */
function useOpening() {
  const [{ id, entered }, setOpening] = useState<{ readonly id: string | null; readonly entered: number }>({
    id: null,
    entered: 0,
  });
  return {
    id,
    entered,
    toggle: ({ dossierId }: AwaitedRow) =>
      setOpening({ id: dossierId === id ? null : dossierId, entered: 0 }),
    enter: ({ dossierId }: AwaitedRow) =>
      setOpening((was) => ({ id: dossierId, entered: was.id === dossierId ? was.entered + 1 : 1 })),
    close: () => setOpening({ id: null, entered: 0 }),
  };
}

interface RowsProps {
  readonly shown: readonly AwaitedRow[];
  readonly typed: string;
  readonly openedId: string | null;
  readonly onOpen: (row: AwaitedRow) => void;
  readonly onEnter: (row: AwaitedRow) => void;
  readonly chosen: Chosen | null;
  readonly onConfirm: () => void;
}

function Rows({ shown, typed, ...list }: RowsProps): ReactElement {
  const text = useText();
  if (shown.length === 0) return <EmptyState icon="search" title={text.confirming.noMatch(typed)} />;
  return <AwaitedList rows={shown} {...list} />;
}
