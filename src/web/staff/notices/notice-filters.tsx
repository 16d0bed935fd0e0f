import { NOTICE_CHANNELS, NOTICE_KINDS, NOTICE_STATES } from "#domain/notice/notice.ts";
import { NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import styles from "./notices.module.css";
import type { NoticeFilter } from "./use-notices.ts";

interface Props {
  readonly filter: NoticeFilter;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (change: Partial<NoticeFilter>) => void;
}

/** By what the list is narrowed: code, state, kind, way, unit, days. */
export function NoticeFilters({ filter, units, onChange }: Props): ReactElement {
  const { notices: text } = useText();
  const { list } = text;
  return (
    <div className={styles["filters"]} role="search">
      <TextField label={list.search} value={filter.q} onChange={(q) => onChange({ q })} maxLength={60} />
      <Choice
        label={list.state}
        value={filter.state}
        options={NOTICE_STATES.map((state) => ({ value: state, label: text.states[state] }))}
        onChange={(state) => onChange({ state })}
      />
      <Choice
        label={list.kind}
        value={filter.kind}
        options={NOTICE_KINDS.map((kind) => ({ value: kind, label: text.kinds[kind] }))}
        onChange={(kind) => onChange({ kind })}
      />
      <Choice
        label={list.channel}
        value={filter.channel}
        options={NOTICE_CHANNELS.map((channel) => ({ value: channel, label: text.channels[channel] }))}
        onChange={(channel) => onChange({ channel })}
      />
      {units.length > 1 && (
        <Choice
          label={list.unit}
          value={filter.unitId}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(unitId) => onChange({ unitId })}
        />
      )}
      <DateField label={list.from} value={filter.from} onChange={(from) => onChange({ from })} />
      <DateField label={list.to} value={filter.to} onChange={(to) => onChange({ to })} />
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps): ReactElement {
  const { notices } = useText();
  return (
    <NativeSelect
      label={label}
      value={value}
      data={[{ value: "", label: notices.list.any }, ...options]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
