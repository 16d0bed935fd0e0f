import { listMandateChoices } from "#contract/mandates.ts";
import { MANDATE_STATUSES } from "#domain/mandate/mandate-life.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { NativeSelect } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { useRead } from "../use-read.ts";
import styles from "./mandates.module.css";
import { PhaseField } from "./phase-field.tsx";
import type { MandateFilter } from "./use-mandates.ts";

interface Props {
  readonly filter: MandateFilter;
  readonly onChange: (change: Partial<MandateFilter>) => void;
}

/** Narrows the list by unit, and by status or by the day on which it gives a right. */
export function MandateFilters({ filter, onChange }: Props): ReactElement {
  const { mandates, programmes } = useText();
  const { list, statuses, form } = mandates;
  const { data } = useRead(listMandateChoices, {});
  return (
    <form
      role="search"
      aria-label={list.filter}
      className={styles["filters"]}
      onSubmit={(event) => event.preventDefault()}
    >
      <SearchSelect
        label={list.unit}
        placeholder={list.unitAll}
        options={(data?.units ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.unitId}
        onChange={(unitId) => onChange({ unitId })}
        nothingFound={form.nothingFound}
      />
      <NativeSelect
        label={list.status}
        value={filter.status}
        onChange={(event) => {
          const { value } = event.currentTarget;
          onChange({ status: MANDATE_STATUSES.find((one) => one === value) ?? "", day: "" });
        }}
        data={[
          { value: "", label: list.statusAll },
          ...MANDATE_STATUSES.map((status) => ({ value: status, label: statuses[status] })),
        ]}
      />
      <DayFilter filter={filter} onChange={onChange} />
      <PhaseField
        label={programmes.mandate.filter}
        placeholder={list.unitAll}
        value={filter.phaseId}
        onChange={(phaseId) => onChange({ phaseId })}
      />
    </form>
  );
}

/** Asked as soon as a day is read; follows a filter that was cleared elsewhere. */
function DayFilter({ filter, onChange }: Props): ReactElement {
  const { list } = useText().mandates;
  const [typed, setTyped] = useState(filter.day);
  const [seen, setSeen] = useState(filter.day);
  if (seen !== filter.day) {
    setSeen(filter.day);
    setTyped(filter.day);
  }
  return (
    <DateField
      label={list.day}
      hint={list.dayHint}
      value={typed}
      onChange={(value) => {
        setTyped(value);
        const day = value.trim() === "" ? "" : parsePlainDate(value);
        if (day !== undefined && day !== filter.day) onChange({ day, status: "" });
      }}
    />
  );
}
