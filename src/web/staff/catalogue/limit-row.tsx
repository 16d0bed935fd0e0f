import { TIME_LIMIT_MAX, TIME_LIMIT_UNITS } from "#domain/calendar/time-limit.ts";
import type { Channel } from "#domain/catalogue/procedure.ts";
import { ActionIcon, NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { LongField } from "./long-field.tsx";
import { type LimitForm, type MendProblem, isLimitUnit, withUnit } from "./mend-form.ts";
import form from "./mend.module.css";

interface Props {
  readonly channel: Channel;
  readonly turn: number;
  readonly limit: LimitForm;
  readonly problems: ReadonlyMap<string, MendProblem>;
  readonly onChange: (limit: LimitForm) => void;
  /** Absent for the last one: a channel has a limit, be it an unpublished one. */
  readonly onRemove: (() => void) | undefined;
}

/** One time limit: number, unit and, where there are several, the case. */
export function LimitRow({ channel, turn, limit, problems, onChange, onRemove }: Props): ReactElement {
  const { catalogue: text, lists } = useText();
  const problem = problems.get(`limit.${channel}.${turn}`);
  const max = limit.unit === "none" ? 0 : TIME_LIMIT_MAX[limit.unit];
  const said =
    problem && (problem === "limitTooLong" ? text.problems.limitTooLong(max) : text.problems[problem]);
  const caseProblem = problems.get(`limit.${channel}.${turn}.text`);
  const fixed = limit.unit === "none" || limit.unit === "sameDay";
  return (
    <div
      role="group"
      aria-label={text.limitOf(lists.channels[channel], turn + 1)}
      className={form["limit"]}
      data-removable={onRemove !== undefined}
    >
      <TextField
        label={text.limitAmount}
        value={fixed ? "" : limit.amount}
        onChange={(amount) => onChange({ ...limit, amount })}
        problem={typeof said === "string" ? said : undefined}
        disabled={fixed}
        inputMode="numeric"
        maxLength={6}
      />
      <NativeSelect
        label={text.limitUnit}
        value={limit.unit}
        onChange={(event) => {
          const unit = event.currentTarget.value;
          onChange(withUnit(limit, isLimitUnit(unit) ? unit : "none"));
        }}
        data={[
          { value: "none", label: text.limitNone },
          ...TIME_LIMIT_UNITS.map((unit) => ({ value: unit, label: text.limitUnits[unit] })),
        ]}
      />
      <LongField
        label={text.limitCase}
        value={limit.text}
        onChange={(words) => onChange({ ...limit, text: words })}
        problem={caseProblem && text.problems.caseMissing}
      />
      {onRemove && (
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={form["remove"] ?? ""}
          aria-label={text.limitRemove(turn + 1)}
          title={text.limitRemove(turn + 1)}
          onClick={onRemove}
        >
          <Icon name="trash" size={18} />
        </ActionIcon>
      )}
    </div>
  );
}
