import { TIME_LIMIT_UNITS } from "#domain/calendar/time-limit.ts";
import { STEP_ROLES } from "#domain/dossier/internal-procedure.ts";
import { ActionIcon, NativeSelect, Textarea } from "@mantine/core";
import type { KeyboardEvent, ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon, type IconName } from "#web/ui/icons.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { type StepRow, rowProblem } from "./step-rows.ts";
import styles from "./steps.module.css";

export interface StepRowProps {
  readonly row: StepRow;
  /** The number of the row, from 1, and how many there are. */
  readonly nth: number;
  readonly count: number;
  readonly agencies: readonly { readonly id: string; readonly name: string }[];
  /** What the rule says to this step. */
  readonly findings: readonly string[];
  readonly onChange: (patch: Partial<StepRow>) => void;
  readonly onNext: () => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One step being written: the keyboard alone does it. */
export function StepRowFields(props: StepRowProps): ReactElement {
  const { row, nth, findings, onChange, onMove, onNext } = props;
  const { form, table } = useText().steps;
  function onKey(event: KeyboardEvent): void {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.altKey && (by === -1 || by === 1)) {
      event.preventDefault();
      onMove(by);
      return;
    }
    // While a letter is being composed, Enter ends the composing and no more.
    const onName = event.target instanceof HTMLElement && event.target.dataset["name"] !== undefined;
    if (event.key !== "Enter" || !onName || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onNext();
  }
  return (
    <li className={styles["row"]} aria-label={form.step(nth)} onKeyDown={onKey}>
      <span className={styles["nth"]} aria-hidden="true">
        {nth}
      </span>
      <div className={styles["fields"]}>
        <div className={styles["first"]}>
          <TextField
            data-name
            label={table.name}
            value={row.name}
            onChange={(name) => onChange({ name })}
            maxLength={200}
            lang="vi"
            required
          />
          <Place {...props} />
        </div>
        <Timing {...props} />
        {findings.map((finding) => (
          <p key={finding} className={styles["finding"]}>
            <Icon name="error" size={16} />
            <span>{finding}</span>
          </p>
        ))}
      </div>
      <Tools {...props} />
    </li>
  );
}

/** Who does it, and at which agency; what the one-stop officer does is done where the dossier was received. */
function Place({ row, agencies, onChange }: StepRowProps): ReactElement {
  const { steps, lists } = useText();
  const atDesk = row.role === "oneStopOfficer";
  return (
    <>
      <NativeSelect
        label={steps.table.role}
        value={row.role}
        onChange={(event) => {
          const role = STEP_ROLES.find((one) => one === event.currentTarget.value) ?? row.role;
          onChange({ role, ...(role === "oneStopOfficer" && { agencyId: null }) });
        }}
        data={STEP_ROLES.map((role) => ({ value: role, label: lists.roles[role] }))}
      />
      <SearchSelect
        label={steps.table.place}
        placeholder={atDesk ? steps.table.receivingUnit : steps.form.agencyDefault}
        options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
        value={row.agencyId ?? ""}
        onChange={(id) => onChange({ agencyId: id === "" ? null : id })}
        disabled={atDesk}
        nothingFound={steps.form.findings.agency_unknown}
      />
    </>
  );
}

function Timing({ row, onChange }: StepRowProps): ReactElement {
  const { steps, catalogue } = useText();
  const { form, table } = steps;
  const problem = rowProblem(row);
  const fixed = row.unit === "none" || row.unit === "sameDay";
  const said = problem && form.problems[problem];
  return (
    <div className={styles["second"]}>
      {/* The unit stands first: it says whether there is a number to be typed, and Tab then finds the field. */}
      <NativeSelect
        label={table.limit}
        value={row.unit}
        onChange={(event) => {
          const unit = TIME_LIMIT_UNITS.find((one) => one === event.currentTarget.value) ?? "none";
          onChange({ unit });
        }}
        data={[
          { value: "none", label: form.unitNone },
          ...TIME_LIMIT_UNITS.map((unit) => ({ value: unit, label: catalogue.limitUnits[unit] })),
        ]}
      />
      <TextField
        label={form.amount}
        value={fixed ? "" : row.amount}
        onChange={(amount) => onChange({ amount })}
        problem={problem === "afterUnreadable" ? undefined : said}
        disabled={fixed}
        inputMode="numeric"
        maxLength={4}
      />
      <TextField
        label={table.after}
        value={row.after}
        onChange={(after) => onChange({ after })}
        problem={problem === "afterUnreadable" ? said : undefined}
        maxLength={100}
      />
      <Textarea
        label={table.yields}
        value={row.yields}
        onChange={(event) => onChange({ yields: event.currentTarget.value })}
        maxLength={2_000}
        lang="vi"
        autosize
        minRows={1}
        maxRows={6}
      />
    </div>
  );
}

function Tools({ nth, count, onMove, onRemove }: StepRowProps): ReactElement {
  const { form } = useText().steps;
  return (
    <div className={styles["tools"]}>
      <Tool icon="up" label={form.up(nth)} disabled={nth === 1} onClick={() => onMove(-1)} />
      <Tool icon="down" label={form.down(nth)} disabled={nth === count} onClick={() => onMove(1)} />
      <Tool icon="trash" label={form.remove(nth)} disabled={count === 1} onClick={onRemove} />
    </div>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly label: string;
  readonly disabled: boolean;
  readonly onClick: () => void;
}

function Tool({ icon, label, disabled, onClick }: ToolProps): ReactElement {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="lg"
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} size={18} />
    </ActionIcon>
  );
}
