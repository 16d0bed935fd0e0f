import { type ProcedureRow, searchProcedures } from "#contract/catalogue.ts";
import { Box, Loader } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type KeyboardEvent, type ReactElement, useEffect, useId, useMemo, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { KeyCap } from "#web/ui/key-cap.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { nearestFirst } from "./nearest-first.ts";
import { ProcedureResults } from "./procedure-results.tsx";

const TYPING_PAUSE_MS = 180;

/** Finds a procedure by words without diacritics or by code; the arrows choose, Enter opens. */
export function ProcedureSearch({ onChoose }: { readonly onChoose: (code: string) => void }): ReactElement {
  const text = useText();
  const listId = useId();
  const search = useProcedureSearch();
  const { rows, active, typed } = search;
  const onKeyDown = useProcedureKeys(search, onChoose);

  return (
    <Panel id="procedure-search" title={text.intake.searchTitle} actions={<KeyCap>F2</KeyCap>}>
      <TextField
        label={text.intake.searchLabel}
        placeholder={text.intake.searchPlaceholder}
        hint={text.intake.searchHint}
        value={typed}
        onChange={search.setTyped}
        onKeyDown={onKeyDown}
        leftSection={<Icon name="search" />}
        rightSection={search.fetching ? <Loader size="xs" /> : null}
        size="md"
        autoFocus
        data-search
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={rows[active] ? `${listId}-${active}` : undefined}
      />
      <Box mt="sm">
        <Found search={search} listId={listId} onChoose={onChoose} />
      </Box>
    </Panel>
  );
}

interface FoundProps {
  readonly search: ReturnType<typeof useProcedureSearch>;
  readonly listId: string;
  readonly onChoose: (code: string) => void;
}

function Found({ search, listId, onChoose }: FoundProps): ReactElement {
  const text = useText();
  if (search.problem) return <ProblemNotice problem={search.problem} onRetry={search.reload} />;
  if (search.loading) return <LoadingLines lines={6} />;
  if (search.rows.length === 0) {
    return (
      <EmptyState
        icon="search"
        title={text.intake.searchNothing(search.typed.trim())}
        hint={text.intake.searchNothingHint}
      />
    );
  }
  return <ProcedureResults id={listId} act="receive" search={search} onChoose={onChoose} />;
}

/** The keys of a field that finds procedures: the arrows walk through the rows, Enter chooses. */
export function useProcedureKeys(
  search: ReturnType<typeof useProcedureSearch>,
  onChoose: (code: string) => void,
): (event: KeyboardEvent) => void {
  const { rows, active } = search;
  // Quick hands press Enter before the answer is there: it opens what the answer brings.
  const entered = useRef(false);
  const chosen = search.behind ? undefined : rows[active]?.code;
  useEffect(() => {
    if (entered.current && chosen !== undefined) onChoose(chosen);
  }, [chosen, onChoose]);

  return (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && rows.length > 0) {
      event.preventDefault();
      search.setActive((active + step + rows.length) % rows.length);
    }
    entered.current = event.key === "Enter";
    if (entered.current && chosen !== undefined) onChoose(chosen);
  };
}

/** What was typed, what was found for it, and which row is the active one. */
export function useProcedureSearch() {
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const [active, setActive] = useState(0);
  const query = asked === "" ? {} : { q: asked.slice(0, 200) };
  const read = useRead(searchProcedures, { query }, { keepPrevious: true });
  const rows = useMemo<readonly ProcedureRow[]>(
    () => nearestFirst(read.data?.procedures ?? [], asked),
    [read.data, asked],
  );
  return {
    ...read,
    rows,
    typed,
    setTyped: (words: string) => {
      setTyped(words);
      setActive(0);
    },
    active: Math.min(active, Math.max(0, rows.length - 1)),
    setActive,
    /** True while the rows still belong to what was typed before. */
    behind: asked !== typed.trim() || read.fetching,
  };
}
