import { ActionIcon, Button, NumberInput, Textarea } from "@mantine/core";
import type { KeyboardEvent, ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { useRowFocus } from "#web/ui/use-row-focus.ts";
import styles from "./turns.module.css";
import { PAPERS_MAX, type PaperLine, problemOf, withRow, withoutRow } from "./wanted-papers.ts";

interface Props {
  readonly label: string;
  readonly lines: readonly PaperLine[];
  readonly onChange: (lines: readonly PaperLine[]) => void;
  /** What is missing is said once somebody has tried to send. */
  readonly tried: boolean;
  readonly autoFocus?: boolean;
}

/** Papers row by row: the keyboard alone does it, since Enter in a name goes on to the next row. */
export function PaperRows({ label, lines, onChange, tried, autoFocus = false }: Props): ReactElement {
  const text = useText();
  const words = text.turns.supplement;
  const { list, focus, focusChanged } = useRowFocus<HTMLUListElement>();

  function goOn(index: number): void {
    if (index < lines.length - 1) return focus(index + 1);
    focusChanged(index + 1);
    onChange(withRow(lines));
  }
  function remove(id: number, index: number): void {
    focusChanged(Math.max(0, index - 1));
    onChange(withoutRow(lines, id));
  }

  return (
    <fieldset className={styles["rows"]}>
      <legend>{label}</legend>
      <p className={styles["hint"]}>{words.rowsHint}</p>
      <ul ref={list}>
        {lines.map((line, index) => (
          <Row
            key={line.id}
            line={line}
            nth={index + 1}
            problem={tried ? problemOf(line, lines) : undefined}
            autoFocus={autoFocus && index === 0}
            onChange={(patch) =>
              onChange(lines.map((one) => (one.id === line.id ? { ...one, ...patch } : one)))
            }
            onNext={() => goOn(index)}
            onRemove={() => remove(line.id, index)}
          />
        ))}
      </ul>
      <Button
        variant="subtle"
        size="compact-md"
        className={styles["add"] ?? ""}
        leftSection={<Icon name="plus" size={16} />}
        disabled={lines.length >= PAPERS_MAX}
        onClick={() => goOn(lines.length - 1)}
      >
        {words.add}
      </Button>
    </fieldset>
  );
}

interface RowProps {
  readonly line: PaperLine;
  readonly nth: number;
  readonly problem: ReturnType<typeof problemOf>;
  readonly autoFocus: boolean;
  readonly onChange: (patch: Partial<PaperLine>) => void;
  readonly onNext: () => void;
  readonly onRemove: () => void;
}

function Row({ line, nth, problem, autoFocus, onChange, onNext, onRemove }: RowProps): ReactElement {
  const { supplement: words } = useText().turns;
  const problems = { rows: words.rowsMissing, count: words.countMissing };
  function onKey(event: KeyboardEvent): void {
    // While a letter is being composed, Enter ends the composing and no more.
    if (event.key !== "Enter" || event.ctrlKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onNext();
  }
  return (
    <li>
      <div className={styles["name"]}>
        <Textarea
          data-name
          label={words.paper(nth)}
          placeholder={words.name}
          value={line.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          error={problem && problems[problem]}
          maxLength={500}
          lang="vi"
          autosize
          minRows={1}
          maxRows={6}
          autoFocus={autoFocus}
          onKeyDown={onKey}
        />
      </div>
      <Count
        label={words.originals}
        name={words.originalsOf(nth)}
        value={line.originals}
        onChange={(originals) => onChange({ originals })}
      />
      <Count
        label={words.copies}
        name={words.copiesOf(nth)}
        value={line.copies}
        onChange={(copies) => onChange({ copies })}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className={styles["remove"] ?? ""}
        aria-label={words.remove(nth)}
        onClick={onRemove}
      >
        <Icon name="trash" size={18} />
      </ActionIcon>
    </li>
  );
}

interface CountProps {
  readonly label: string;
  /** The label with the paper that it is of, for who does not see the row. */
  readonly name: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** How many: typed, or with the arrow keys. */
function Count({ label, name, value, onChange }: CountProps): ReactElement {
  return (
    <NumberInput
      label={label}
      aria-label={name}
      value={value}
      onChange={(next) => onChange(typeof next === "number" ? next : 0)}
      min={0}
      max={COUNT_MAX}
      allowDecimal={false}
      allowNegative={false}
      clampBehavior="strict"
      inputMode="numeric"
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}

/** As the contract takes it. */
const COUNT_MAX = 99;
