import { searchProcedures } from "#contract/catalogue.ts";
import { Button, Select } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactElement, type ReactNode, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import styles from "./procedure-finder.module.css";
import { useRead } from "./use-read.ts";

export interface NamedProcedure {
  readonly id: string;
  readonly name: string;
}

interface Props {
  readonly label: string;
  readonly hint?: string;
  readonly chosen: readonly NamedProcedure[];
  readonly onChange: (chosen: readonly NamedProcedure[]) => void;
  /** One at most: the next choice takes the place of the one before. */
  readonly single?: boolean;
  readonly required?: boolean;
  readonly problem?: ReactNode;
}

const TYPING_MS = 200;

/** Finds procedures by name or code, one after the other; what is chosen stands below in full, to be removed again. */
export function ProcedureFinder(props: Props): ReactElement {
  const { label, hint, chosen, onChange, single = false, required = false, problem } = props;
  const text = useText();
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MS);
  const { data } = useRead(
    searchProcedures,
    { query: asked === "" ? {} : { q: asked.slice(0, 200) } },
    { keepPrevious: true },
  );
  const found = (data?.procedures ?? []).filter(({ code }) => !chosen.some(({ id }) => id === code));

  function choose(code: string | null): void {
    const one = found.find((row) => row.code === code);
    if (!one) return;
    const added = { id: one.code, name: one.name };
    onChange(single ? [added] : [...chosen, added]);
    setTyped("");
  }

  return (
    <div>
      <Select
        label={label}
        description={hint}
        placeholder={text.mandates.form.findProcedure}
        data={found.map(({ code, name }) => ({ value: code, label: `${code} – ${name}` }))}
        value={null}
        onChange={choose}
        searchValue={typed}
        onSearchChange={setTyped}
        searchable
        openOnFocus={false}
        selectFirstOptionOnChange
        filter={({ options }) => options}
        nothingFoundMessage={text.mandates.form.nothingFound}
        required={required}
        error={problem}
      />
      <Chosen chosen={chosen} onChange={onChange} label={label} />
    </div>
  );
}

function Chosen({
  chosen,
  onChange,
  label,
}: Pick<Props, "chosen" | "onChange" | "label">): ReactElement | null {
  const text = useText();
  if (chosen.length === 0) return null;
  return (
    <ul className={styles["chosen"]} aria-label={label}>
      {chosen.map(({ id, name }) => (
        <li key={id}>
          <span lang="vi">
            <strong>{id}</strong> {name}
          </span>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<Icon name="minus" size={14} />}
            aria-label={text.mandates.form.removeOne(`${id} ${name}`)}
            onClick={() => onChange(chosen.filter((one) => one.id !== id))}
          >
            {text.common.remove}
          </Button>
        </li>
      ))}
    </ul>
  );
}
