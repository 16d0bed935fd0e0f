import { type Channel, FEE_KINDS } from "#domain/catalogue/procedure.ts";
import { ActionIcon, NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { LongField } from "./long-field.tsx";
import type { FeeForm, MendProblem } from "./mend-form.ts";
import form from "./mend.module.css";

interface Props {
  readonly channel: Channel;
  readonly turn: number;
  readonly fee: FeeForm;
  readonly problems: ReadonlyMap<string, MendProblem>;
  readonly onChange: (fee: FeeForm) => void;
  readonly onRemove: () => void;
}

/** One fee: what it is, how much for each what, and the words where there is no sure amount. */
export function FeeRow({ channel, turn, fee, problems, onChange, onRemove }: Props): ReactElement {
  const { catalogue: text, lists } = useText();
  const at = `fee.${channel}.${turn}`;
  return (
    <div role="group" aria-label={text.feeOf(lists.channels[channel], turn + 1)} className={form["fee"]}>
      <NativeSelect
        label={text.feeKind}
        value={fee.kind}
        onChange={(event) => {
          const kind = FEE_KINDS.find((one) => one === event.currentTarget.value);
          if (kind) onChange({ ...fee, kind });
        }}
        data={FEE_KINDS.map((kind) => ({ value: kind, label: lists.feeKinds[kind] }))}
      />
      <LongField
        label={text.feeName}
        value={fee.name}
        onChange={(name) => onChange({ ...fee, name })}
        problem={problems.has(`${at}.name`) ? text.problems.nameMissing : undefined}
      />
      <TextField
        label={text.feeAmount}
        hint={text.feeAmountHint}
        value={fee.amount}
        onChange={(amount) => onChange({ ...fee, amount })}
        problem={problems.has(`${at}.amount`) ? text.problems.amountWrong : undefined}
        inputMode="numeric"
        maxLength={20}
      />
      <TextField
        label={text.feeUnit}
        value={fee.unit}
        onChange={(unit) => onChange({ ...fee, unit })}
        maxLength={500}
        lang="vi"
      />
      <div className={form["wide"]}>
        <LongField
          label={text.feeText}
          value={fee.text}
          onChange={(words) => onChange({ ...fee, text: words })}
        />
      </div>
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        className={form["remove"] ?? ""}
        aria-label={text.feeRemove(turn + 1)}
        title={text.feeRemove(turn + 1)}
        onClick={onRemove}
      >
        <Icon name="trash" size={18} />
      </ActionIcon>
    </div>
  );
}
