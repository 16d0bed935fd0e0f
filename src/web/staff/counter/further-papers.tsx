import { ActionIcon, Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { CountField } from "./count-field.tsx";
import type { FurtherPaperLine } from "./intake-form.ts";
import styles from "./papers.module.css";
import type { Intake } from "./use-intake.ts";

const LINES_MAX = 50;

/** Papers that the list does not name but the citizen hands in. */
export function FurtherPapers({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const lines = intake.form.furtherPapers;
  const set = (furtherPapers: readonly FurtherPaperLine[]) => intake.change({ furtherPapers });

  function add(): void {
    const id = Math.max(0, ...lines.map((line) => line.id)) + 1;
    set([...lines, { id, name: "", originals: 1, copies: 0 }]);
  }

  return (
    <div className={styles["further"]}>
      {lines.length > 0 && <strong>{text.intake.furtherTitle}</strong>}
      {lines.map((line, at) => (
        <FurtherRow
          key={line.id}
          line={line}
          number={at + 1}
          field={intake.field(`furtherPapers.${line.id}`)}
          onChange={(patch) => set(lines.map((each) => (each.id === line.id ? { ...each, ...patch } : each)))}
          onRemove={() => set(lines.filter((each) => each.id !== line.id))}
        />
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Icon name="plus" size={16} />}
        disabled={lines.length >= LINES_MAX}
        onClick={add}
      >
        {text.intake.furtherAdd}
      </Button>
    </div>
  );
}

interface RowProps {
  readonly line: FurtherPaperLine;
  readonly number: number;
  readonly field: ReturnType<Intake["field"]>;
  readonly onChange: (patch: Partial<FurtherPaperLine>) => void;
  readonly onRemove: () => void;
}

function FurtherRow({ line, number, field, onChange, onRemove }: RowProps): ReactElement {
  const text = useText();
  return (
    <div className={styles["furtherRow"]}>
      <TextField
        label=""
        aria-label={text.intake.furtherName(number)}
        placeholder={text.intake.furtherName(number)}
        value={line.name}
        onChange={(name) => onChange({ name })}
        autoFocus={line.name === ""}
        {...field}
      />
      <CountField
        label={text.intake.furtherOriginals(number)}
        shortLabel={text.intake.originals}
        value={line.originals}
        onChange={(originals) => onChange({ originals })}
      />
      <CountField
        label={text.intake.furtherCopies(number)}
        shortLabel={text.intake.copies}
        value={line.copies}
        onChange={(copies) => onChange({ copies })}
      />
      <ActionIcon
        variant="subtle"
        color="red"
        size="lg"
        aria-label={text.intake.furtherRemove(number)}
        title={text.common.remove}
        onClick={onRemove}
      >
        <Icon name="trash" />
      </ActionIcon>
    </div>
  );
}
