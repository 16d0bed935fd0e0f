import type { QueueFilter, QueueRow, WorkList } from "#contract/queue.ts";
import { DUE_BUCKETS } from "#domain/dossier/work-due.ts";
import { Button, NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import styles from "./page.module.css";

interface Props {
  readonly desk: WorkList;
  readonly filter: QueueFilter;
  readonly onChange: (filter: QueueFilter) => void;
  /** The rows shown: their fields are those that can be chosen. */
  readonly rows: readonly QueueRow[];
}

/** At these desks a case officer has the work in hand. */
const HELD: readonly WorkList[] = ["case", "approval", "agency", "unit"];
/** What lies here has no date that could be late. */
const UNMEASURED: readonly WorkList[] = ["returning", "lodged"];

/** Narrows the queue: by date, by whose it is, by the clock, by field. */
export function QueueFilters({ desk, filter, onChange, rows }: Props): ReactElement {
  const { work } = useText();
  const { filters } = work;
  const set = (name: keyof QueueFilter, value: string) => {
    const { [name]: _old, ...rest } = filter;
    onChange(value === "" ? rest : { ...rest, [name]: value });
  };
  return (
    <form
      role="search"
      aria-label={filters.label}
      className={`${styles["tools"]} ${styles["toolsEnd"]} no-print`}
      onSubmit={(event) => event.preventDefault()}
    >
      {!UNMEASURED.includes(desk) && (
        <Choice
          label={filters.due}
          value={filter.due}
          onChange={(value) => set("due", value)}
          choices={DUE_BUCKETS.map((bucket) => [bucket, filters.buckets[bucket]])}
        />
      )}
      {HELD.includes(desk) && (
        <Choice
          label={filters.holder}
          value={filter.holder}
          onChange={(value) => set("holder", value)}
          choices={[
            ["mine", filters.mine],
            ["nobody", filters.nobody],
          ]}
        />
      )}
      {!UNMEASURED.includes(desk) && desk !== "supplement" && (
        <Choice
          label={filters.clock}
          value={filter.clock}
          onChange={(value) => set("clock", value)}
          choices={[
            ["running", filters.running],
            ["standing", filters.standing],
          ]}
        />
      )}
      <Found
        label={filters.field}
        value={filter.field}
        found={rows.map(({ fieldCode, fieldName }) => [fieldCode, fieldName])}
        onChange={(value) => set("field", value)}
      />
      <Found
        label={filters.step}
        value={filter.step}
        found={rows.flatMap(({ steps }) => steps.map((step) => [step, step] as const))}
        onChange={(value) => set("step", value)}
      />
      {Object.keys(filter).length > 0 && (
        <Button variant="default" onClick={() => onChange({})}>
          {filters.clear}
        </Button>
      )}
    </form>
  );
}

interface FoundProps extends Omit<ChoiceProps, "choices"> {
  readonly found: ChoiceProps["choices"];
}

/** A choice of what the rows have; nothing to choose where they are all alike. */
function Found({ found, ...props }: FoundProps): ReactElement | null {
  const chosen = props.value === undefined ? [] : [[props.value, props.value] as const];
  const all = new Map([...chosen, ...found]);
  if (all.size < 2 && props.value === undefined) return null;
  return <Choice {...props} choices={[...all]} />;
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly choices: readonly (readonly [value: string, label: string])[];
}

function Choice({ label, value = "", onChange, choices }: ChoiceProps): ReactElement {
  const { work } = useText();
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[
        { value: "", label: work.filters.any },
        ...choices.map(([one, name]) => ({ value: one, label: name })),
      ]}
    />
  );
}
