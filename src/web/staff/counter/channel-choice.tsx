import { NativeSelect, SegmentedControl } from "@mantine/core";
import { type ReactElement, useId } from "react";
import type { PublishedLimit } from "#domain/catalogue/procedure.ts";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { figureWithoutUnit, limitWords } from "#web/text/procedure-words.ts";
import styles from "./procedure-panel.module.css";
import { chooseChannel } from "./start-form.ts";
import type { Intake } from "./use-intake.ts";

/** In the list a case without a name stands for all that have none of their own. */
const USUAL = "";
const NONE = "-";

/** How the dossier came in, and the case, where the time limit depends on one. */
export function ChannelChoice({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const labelId = useId();
  const { form, view, change } = intake;
  const offers = view.content.channels;
  const limits = offers.find(({ channel }) => channel === form.channel)?.limits ?? [];
  const chosen = limits.some((limit) => (limit.case ?? null) === form.case);
  const { problem, warnings: _, ...field } = intake.field("case");
  return (
    <div className={styles["channel"]}>
      {offers.length > 1 && (
        <div>
          <span id={labelId} className={styles["dueTitle"]}>
            {text.intake.channel}
          </span>
          <SegmentedControl
            fullWidth
            aria-labelledby={labelId}
            value={form.channel}
            onChange={(channel) => change(chooseChannel(view, form, channel))}
            data={offers.map(({ channel }) => ({ value: channel, label: text.lists.channels[channel] }))}
          />
        </div>
      )}
      {limits.length > 1 && (
        <NativeSelect
          label={text.intake.caseLabel}
          error={problem}
          {...field}
          value={chosen ? (form.case ?? USUAL) : NONE}
          onChange={(event) => change({ case: caseOf(event.currentTarget.value) })}
          data={[
            ...(chosen ? [] : [{ value: NONE, label: text.intake.caseChoose }]),
            ...limits.map((limit) => ({ value: limit.case ?? USUAL, label: caseWords(limit, text) })),
          ]}
        />
      )}
    </div>
  );
}

function caseOf(value: string): string | null {
  return value === USUAL || value === NONE ? null : value;
}

function caseWords(limit: PublishedLimit, text: Words): string {
  if (figureWithoutUnit(limit) !== undefined) return limitWords(limit, text);
  const name = limit.case === undefined ? text.intake.caseAll : (limit.text ?? limit.case);
  return limit.limit === null ? name : `${name} (${limitWords(limit, text)})`;
}
