import { Button } from "@mantine/core";
import { type ClipboardEvent, type ReactElement, useEffect, useId, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { isAskedAbout } from "./group-checks.ts";
import { GroupRow } from "./group-row.tsx";
import { filledRows } from "./group-line.ts";
import styles from "./group.module.css";
import { isTable } from "./pasted-rows.ts";
import { ScanField } from "./scan-field.tsx";
import { type GroupHands, useGroup } from "./use-group.ts";
import type { Intake } from "./use-intake.ts";

/** Others who came with the same request: a line to begin with, then a table of people, by hand, pasted or scanned. */
export function GroupSection({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const hands = useGroup(intake);
  const { group } = hands;
  if (group.rows.length === 0) {
    return (
      <div className={styles["begin"]}>
        <Button variant="light" leftSection={<Icon name="person" size={16} />} onClick={hands.add}>
          {text.groups.add}
        </Button>
        <span className={styles["quiet"]}>{text.groups.addHint}</span>
      </div>
    );
  }
  const phoneless = filledRows(group).filter(({ phone }) => phone.trim() === "").length;
  return (
    <Panel
      id="group"
      title={text.groups.title}
      actions={
        <>
          <Mark tone="quiet" icon="person">
            {text.groups.count(filledRows(group).length + 1)}
          </Mark>
          <Button variant="subtle" size="compact-sm" onClick={hands.disband}>
            {text.groups.disband}
          </Button>
        </>
      }
    >
      <div className={styles["top"]}>
        <TextField
          label={text.groups.name}
          hint={text.groups.nameHint}
          required
          maxLength={200}
          value={group.name}
          onChange={hands.rename}
          {...intake.field("group.name")}
        />
        <ScanField label={text.groups.scan} hint={text.groups.scanHint} scan={hands.scan} />
      </div>
      <p className={styles["quiet"]}>
        {text.groups.firstRow} {text.groups.pasteHint}
      </p>
      <Rows intake={intake} hands={hands} />
      <div className={styles["begin"]}>
        <Button variant="default" size="compact-md" onClick={hands.add}>
          {text.groups.addRow}
        </Button>
        {phoneless > 0 && <span className={styles["quiet"]}>{text.groups.noPhones(phoneless)}</span>}
      </div>
    </Panel>
  );
}

interface RowsProps {
  readonly intake: Intake;
  readonly hands: GroupHands;
}

function Rows({ intake, hands }: RowsProps): ReactElement {
  const text = useText();
  const headId = useId();
  const list = useRef<HTMLOListElement>(null);
  const { rows } = hands.group;
  useFocusOnAdded(list, rows.length);

  function onPaste(event: ClipboardEvent, rowId: string): void {
    const copied = event.clipboardData.getData("text");
    if (!isTable(copied)) return;
    event.preventDefault();
    hands.paste(rowId, copied);
  }

  /** Enter leads to the same column of the next row, and makes one after the last. */
  function onEnter(at: number, column: number): void {
    if (at === rows.length - 1) hands.add();
    else focusCell(list.current, at + 1, column);
  }

  return (
    <>
      <h3 id={headId} className={styles["tableTitle"]}>
        {text.groups.table}
      </h3>
      <div className={styles["head"]} aria-hidden="true">
        <span>{text.groups.number}</span>
        <span>{text.groups.personName}</span>
        <span>{text.groups.birthDate}</span>
        <span>{text.groups.identityNumber}</span>
        <span>{text.groups.phone}</span>
        <span>{text.groups.address}</span>
      </div>
      <ol ref={list} className={styles["rows"]} aria-labelledby={headId}>
        {rows.map((row, at) => (
          <GroupRow
            key={row.rowId}
            row={row}
            number={at + 2}
            field={intake.field}
            askedAbout={isAskedAbout(intake.form, row)}
            onChange={(patch) => hands.change(row.rowId, patch)}
            onRemove={() => hands.remove(row.rowId)}
            onEnter={(column) => onEnter(at, column)}
            onPaste={(event) => onPaste(event, row.rowId)}
          />
        ))}
      </ol>
    </>
  );
}

function focusCell(list: HTMLOListElement | null, row: number, column: number): void {
  const cells = list?.children[row]?.querySelectorAll<HTMLInputElement>("input");
  cells?.[column]?.focus();
}

/** A row that was just added is typed into at once; the rows that a draft brought are left alone. */
function useFocusOnAdded(list: { readonly current: HTMLOListElement | null }, count: number): void {
  const before = useRef(count === 1 ? 0 : count);
  useEffect(() => {
    if (count > before.current) focusCell(list.current, count - 1, 0);
    before.current = count;
  }, [count, list]);
}
