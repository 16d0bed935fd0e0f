import { REVIEW_SCOPES, VERSION_ORIGINS } from "#contract/catalogue-review.ts";
import { WARNING_KINDS } from "#domain/catalogue/warnings.ts";
import { NativeSelect } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import styles from "./catalogue.module.css";
import type { ReviewSummary } from "./catalogue-page.tsx";
import { mostFirst } from "./kind-list.tsx";
import type { ReviewFilter } from "./use-review-list.ts";

const TYPING_PAUSE_MS = 200;

interface Props {
  readonly summary: ReviewSummary | undefined;
  readonly filter: ReviewFilter;
  readonly onChange: (change: Partial<ReviewFilter>) => void;
  /** Where there is no room for the list of kinds. */
  readonly withKinds: boolean;
}

/** Narrows the list by words, field, origin, and whether anything is open. */
export function CatalogueFilters({ summary, filter, onChange, withKinds }: Props): ReactElement {
  const text = useText().catalogue;
  const fields = summary?.fields ?? [];
  return (
    <form
      role="search"
      aria-label={text.filterTitle}
      className={styles["filters"]}
      onSubmit={(event) => event.preventDefault()}
    >
      <WordsFilter filter={filter} onChange={onChange} />
      {withKinds && <KindFilter summary={summary} filter={filter} onChange={onChange} />}
      <NativeSelect
        label={text.filterScope}
        value={filter.scope}
        onChange={(event) => onChange({ scope: one(REVIEW_SCOPES, event.currentTarget.value) ?? "open" })}
        data={REVIEW_SCOPES.map((scope) => ({ value: scope, label: text.scopes[scope] }))}
      />
      <NativeSelect
        label={text.filterField}
        value={filter.field}
        onChange={(event) => onChange({ field: event.currentTarget.value })}
        data={[
          { value: "", label: text.filterFieldAll },
          ...fields.map(({ code, name, procedures }) => ({ value: code, label: `${name} (${procedures})` })),
        ]}
      />
      <NativeSelect
        label={text.filterOrigin}
        value={filter.origin}
        onChange={(event) => onChange({ origin: one(VERSION_ORIGINS, event.currentTarget.value) ?? "" })}
        data={[
          { value: "", label: text.filterOriginAll },
          ...VERSION_ORIGINS.map((origin) => ({ value: origin, label: text.origins[origin] })),
        ]}
      />
    </form>
  );
}

type PartProps = Pick<Props, "filter" | "onChange">;

/** Asked when the typing pauses; follows a filter that was cleared elsewhere. */
function WordsFilter({ filter, onChange }: PartProps): ReactElement {
  const text = useText().catalogue;
  const [typed, setTyped] = useState(filter.q);
  const [seen, setSeen] = useState(filter.q);
  const ask = useDebouncedCallback((q: string) => onChange({ q }), TYPING_PAUSE_MS);
  if (seen !== filter.q) {
    setSeen(filter.q);
    if (filter.q === "") setTyped("");
  }
  return (
    <TextField
      label={text.filterText}
      value={typed}
      onChange={(q) => {
        setTyped(q);
        ask(q);
      }}
      maxLength={200}
      data-search
      leftSection={<Icon name="search" size={18} />}
      aria-keyshortcuts="/"
    />
  );
}

function KindFilter({ summary, filter, onChange }: PartProps & Pick<Props, "summary">): ReactElement {
  const text = useText().catalogue;
  return (
    <NativeSelect
      label={text.kindsTitle}
      value={filter.kind}
      onChange={(event) => onChange({ kind: one(WARNING_KINDS, event.currentTarget.value) ?? "" })}
      data={[
        { value: "", label: text.kindAll },
        ...(summary ? mostFirst(summary) : []).map(({ kind, warnings }) => ({
          value: kind,
          label: `${text.kinds[kind].name} (${warnings})`,
        })),
      ]}
    />
  );
}

function one<Value extends string>(list: readonly Value[], text: string): Value | undefined {
  return list.find((value) => value === text);
}
