import { recordGuidance } from "#contract/guidance.ts";
import { GUIDANCE_OUTCOMES, type GuidanceOutcome } from "#domain/mandate/guidance.ts";
import { Button, Chip, Group, Radio, Select, Stack } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import styles from "./guidance.module.css";
import { ProcedureChoice } from "./procedure-choice.tsx";

/** How long it took, as it is remembered: nobody stops a watch. */
const MINUTES = [5, 10, 15, 20, 30, 45, 60] as const;

interface Props {
  readonly fields: readonly { readonly code: string; readonly name: string }[];
  readonly onClose: () => void;
  readonly onRecorded: (guidanceId: string) => void;
}

/** One line about a guidance: what about, how long, how it ended. Nobody is named. */
export function GuidanceDialog({ fields, onClose, onRecorded }: Props): ReactElement {
  const { guidance: text, common } = useText();
  const act = useAct(recordGuidance);
  const [procedure, setProcedure] = useState<{ code: string; name: string } | null>(null);
  const [fieldCode, setFieldCode] = useState<string | null>(null);
  const [minutes, setMinutes] = useState("10");
  const [outcome, setOutcome] = useState<GuidanceOutcome>("answered");
  const [asked, setAsked] = useState(false);
  const missing = asked && procedure === null && fieldCode === null;

  async function record(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (procedure === null && fieldCode === null) return;
    const about = procedure ? { procedureCode: procedure.code } : { fieldCode: fieldCode ?? "" };
    const result = await act.send({ body: { ...about, minutes: Number(minutes), outcome } });
    if (result?.ok) onRecorded(result.value.guidanceId);
  }

  return (
    <Dialog opened size="lg" title={text.dialogTitle} onClose={onClose}>
      <form onSubmit={(event) => void record(event)} noValidate className={styles["choices"]}>
        <ProcedureChoice chosen={procedure} onChoose={setProcedure} />
        {procedure === null && (
          <Select
            label={text.field}
            placeholder={text.fieldPlaceholder}
            searchable
            clearable
            data={fields.map(({ code, name }) => ({ value: code, label: name }))}
            value={fieldCode}
            onChange={setFieldCode}
            error={missing ? text.subjectMissing : undefined}
            comboboxProps={{ withinPortal: true }}
          />
        )}
        <Chip.Group value={minutes} onChange={setMinutes}>
          <fieldset className={styles["minutes"]}>
            <legend>{text.minutes}</legend>
            <Group gap="xs">
              {MINUTES.map((count) => (
                <Chip key={count} value={String(count)}>
                  {text.minutesOf(count)}
                </Chip>
              ))}
            </Group>
          </fieldset>
        </Chip.Group>
        <Radio.Group label={text.outcome} value={outcome} onChange={(value) => setOutcome(value)}>
          <Stack gap="xs" mt="xs">
            {GUIDANCE_OUTCOMES.map((one) => (
              <Radio key={one} value={one} label={text.outcomes[one]} />
            ))}
          </Stack>
        </Radio.Group>
        {act.problem && <ProblemNotice problem={act.problem} />}
        <Group>
          <Button type="submit" loading={act.pending}>
            {text.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}
