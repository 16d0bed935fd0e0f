import { Button, Loader } from "@mantine/core";
import { type KeyboardEvent, type ReactElement, useId } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProcedureResults } from "./procedure-results.tsx";
import { useProcedureKeys, useProcedureSearch } from "./procedure-search.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import styles from "./guidance.module.css";

interface Chosen {
  readonly code: string;
  readonly name: string;
}

interface Props {
  readonly chosen: Chosen | null;
  readonly onChoose: (chosen: Chosen | null) => void;
}

/** One procedure, found by words or code as at the counter; once chosen it stands there with a way back. */
export function ProcedureChoice({ chosen, onChoose }: Props): ReactElement {
  const { guidance: text } = useText();
  if (!chosen) return <ProcedureField onChoose={onChoose} />;
  return (
    <div className={styles["chosen"]}>
      <span lang="vi">
        {chosen.code} – {chosen.name}
      </span>
      <Button size="compact-md" variant="default" onClick={() => onChoose(null)}>
        {text.otherProcedure}
      </Button>
    </div>
  );
}

function ProcedureField({ onChoose }: Pick<Props, "onChoose">): ReactElement {
  const { guidance: text, intake } = useText();
  const listId = useId();
  const search = useProcedureSearch();
  const { rows, active, typed } = search;

  function choose(code: string): void {
    const row = rows.find((one) => one.code === code);
    if (row) onChoose({ code: row.code, name: row.name });
  }

  const onKey = useProcedureKeys(search, choose);
  function onKeyDown(event: KeyboardEvent): void {
    if (typed.trim() === "") return;
    if (event.key === "Enter") event.preventDefault(); // It chooses; only from an empty field it sends the form.
    onKey(event);
  }

  return (
    <div>
      <TextField
        label={text.procedure}
        hint={text.procedureHint}
        placeholder={intake.searchPlaceholder}
        value={typed}
        onChange={search.setTyped}
        onKeyDown={onKeyDown}
        leftSection={<Icon name="search" />}
        rightSection={search.fetching ? <Loader size="xs" /> : null}
        role="combobox"
        aria-expanded={typed.trim() !== "" && rows.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={typed.trim() !== "" && rows[active] ? `${listId}-${active}` : undefined}
        data-autofocus
      />
      {search.problem && <ProblemNotice problem={search.problem} onRetry={search.reload} />}
      {typed.trim() !== "" && rows.length > 0 && (
        <div className={styles["results"]}>
          <ProcedureResults id={listId} act="guide" search={search} onChoose={choose} />
        </div>
      )}
    </div>
  );
}
