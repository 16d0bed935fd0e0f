import { ActionIcon, Checkbox } from "@mantine/core";
import type { ClipboardEvent, KeyboardEvent, ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { lineField } from "./group-checks.ts";
import type { GroupLine, LineTexts } from "./group-line.ts";
import styles from "./group.module.css";
import type { Intake } from "./use-intake.ts";

interface Props {
  readonly row: GroupLine;
  /** Its place in the group, in which the person of the form stands first. */
  readonly number: number;
  readonly field: Intake["field"];
  /** The person has another dossier, or stands above as well: it can be said that this one is meant. */
  readonly askedAbout: boolean;
  readonly onChange: (patch: Partial<LineTexts> & Pick<GroupLine, "besidesOpen">) => void;
  readonly onRemove: () => void;
  readonly onEnter: (column: number) => void;
  readonly onPaste: (event: ClipboardEvent) => void;
}

/** One person of a group: five fields on a line, each with what is wrong beside it. */
export function GroupRow(props: Props): ReactElement {
  const { row, number, field, askedAbout, onChange, onRemove, onEnter, onPaste } = props;
  const text = useText();
  const of = (name: string) => field(lineField(row.rowId, name));

  function onKeyDown(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.ctrlKey || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    const cells = [...event.currentTarget.querySelectorAll("input")];
    onEnter(cells.indexOf(event.target));
  }

  return (
    <li
      className={styles["row"]}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      aria-label={text.groups.row(number)}
    >
      <span className={styles["number"]} aria-hidden="true">
        {number}
      </span>
      <TextField
        label={text.groups.personName}
        value={row.name}
        onChange={(name) => onChange({ name })}
        {...of("name")}
      />
      <DateField
        label={text.groups.birthDate}
        anyCentury
        value={row.birthDate}
        onChange={(birthDate) => onChange({ birthDate })}
        {...of("birthDate")}
      />
      <TextField
        label={text.groups.identityNumber}
        inputMode="numeric"
        value={row.identityNumber}
        onChange={(identityNumber) => onChange({ identityNumber })}
        {...of("identityNumber")}
      />
      <TextField
        label={text.groups.phone}
        inputMode="tel"
        value={row.phone}
        onChange={(phone) => onChange({ phone })}
        {...of("phone")}
      />
      <TextField
        label={text.groups.address}
        placeholder={text.groups.addressSame}
        value={row.address}
        onChange={(address) => onChange({ address })}
        {...of("address")}
      />
      <ActionIcon
        variant="subtle"
        color="red"
        size="lg"
        className={styles["remove"] ?? ""}
        aria-label={text.groups.removeRow(number)}
        title={text.groups.removeRow(number)}
        onClick={onRemove}
      >
        <Icon name="trash" />
      </ActionIcon>
      {askedAbout && <Meant checked={row.besidesOpen ?? false} onChange={onChange} />}
    </li>
  );
}

interface MeantProps {
  readonly checked: boolean;
  readonly onChange: (patch: { readonly besidesOpen: boolean }) => void;
}

/** Received all the same, though the person stands above or has another dossier. */
function Meant({ checked, onChange }: MeantProps): ReactElement {
  const { groups } = useText();
  return (
    <Checkbox
      className={styles["meant"] ?? ""}
      label={groups.besidesOpen}
      checked={checked}
      onChange={(event) => onChange({ besidesOpen: event.currentTarget.checked })}
    />
  );
}
