import type { AwaitedRow } from "#contract/confirming.ts";
import { useMediaQuery } from "@mantine/hooks";
import { type ReactElement, type ReactNode, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import type { Read } from "../use-read.ts";
import { AwaitedList, openerId } from "./awaited-list.tsx";
import styles from "./confirming.module.css";
import { filterRows } from "./filter-rows.ts";
import { OpenedDossier } from "./opened-dossier.tsx";
import { RefreshButton } from "./refresh-button.tsx";
import type { Chosen } from "./use-chosen.ts";

export type AwaitedRead = Read<{ readonly rows: AwaitedRow[]; readonly total: number }>;

interface Props {
  readonly read: AwaitedRead;
  readonly empty: { readonly title: string; readonly hint: string };
  readonly chosen: Chosen | null;
  readonly onConfirm: () => void;
  /** What is done with the rows that are shown. */
  readonly renderBar?: (shown: readonly AwaitedRow[]) => ReactNode;
}

/** The list of what waits, with the dossier that was opened beside it. */
export function AwaitedBoard({ read, empty, chosen, onConfirm, renderBar }: Props): ReactElement {
  const [typed, setTyped] = useState("");
  const [openedId, setOpenedId] = useState<string | null>(null);
  const wide = useMediaQuery("(min-width: 62em)", true, { getInitialValueInEffect: false });
  const { data, problem, reload } = read;
  if (!data)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={6} />;
  const shown = filterRows(data.rows, typed);
  const opened = data.rows.find(({ dossierId }) => dossierId === openedId);
  return (
    <div className={styles["board"]} data-opened={opened !== undefined}>
      <div className={styles["listSide"]}>
        {problem && <ProblemNotice problem={problem} onRetry={reload} />}
        <ListHead read={read} typed={typed} onType={setTyped} />
        {data.rows.length === 0 ? (
          <EmptyState icon="success" title={empty.title} hint={empty.hint} />
        ) : (
          <>
            {renderBar?.(shown)}
            <Rows
              shown={shown}
              typed={typed}
              openedId={opened?.dossierId ?? null}
              onOpen={({ dossierId }) => setOpenedId(dossierId === openedId ? null : dossierId)}
              chosen={chosen}
              onConfirm={onConfirm}
            />
          </>
        )}
      </div>
      {opened && (
        <OpenedDossier
          key={opened.dossierId}
          dossierId={opened.dossierId}
          code={opened.code}
          alone={!wide}
          onClose={() => {
            setOpenedId(null);
            // Back to the row that it was opened from, which a narrow window shows only now.
            requestAnimationFrame(() => document.getElementById(openerId(opened))?.focus());
          }}
        />
      )}
    </div>
  );
}

interface RowsProps {
  readonly shown: readonly AwaitedRow[];
  readonly typed: string;
  readonly openedId: string | null;
  readonly onOpen: (row: AwaitedRow) => void;
  readonly chosen: Chosen | null;
  readonly onConfirm: () => void;
}

function Rows({ shown, typed, ...list }: RowsProps): ReactElement {
  const text = useText();
  if (shown.length === 0) return <EmptyState icon="search" title={text.confirming.noMatch(typed)} />;
  return <AwaitedList rows={shown} {...list} />;
}

interface HeadProps {
  readonly read: AwaitedRead;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

function ListHead({ read, typed, onType }: HeadProps): ReactElement {
  const text = useText();
  const { rows, total } = read.data ?? { rows: [], total: 0 };
  return (
    <>
      <div className={styles["tools"]}>
        <TextField
          label={text.confirming.filter}
          hint={text.confirming.filterHint}
          value={typed}
          onChange={onType}
          leftSection={<Icon name="search" size={18} />}
          data-search
        />
      </div>
      <div className={styles["bar"]}>
        <span role="status">
          {rows.length < total ? text.confirming.shownOf(rows.length, total) : text.confirming.total(total)}
        </span>
        <RefreshButton fetching={read.fetching} onClick={read.reload} />
      </div>
    </>
  );
}
