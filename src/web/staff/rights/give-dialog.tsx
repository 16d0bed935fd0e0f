import { TASKS } from "#domain/mandate/mandate.ts";
import { Button, Checkbox, Group, NativeSelect, Radio } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProcedureFinder } from "../procedure-finder.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { DossierFinder } from "./dossier-finder.tsx";
import styles from "./rights.module.css";
import type { UnitRights } from "./unit-rights-page.tsx";
import { useGive } from "./use-give.ts";

interface Props {
  readonly rights: UnitRights;
  readonly onClose: () => void;
}

/** Gives a clerk a task outside of the list, for one procedure or one dossier, with a reason and a last day. */
export function GiveDialog({ rights, onClose }: Props): ReactElement {
  const { mandates, common } = useText();
  const giving = useGive(rights, onClose);
  return (
    <Dialog opened onClose={onClose} title={mandates.rights.give} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void giving.submit(event)} noValidate>
        <WhoAndWhat giving={giving} rights={rights} />
        <Subject giving={giving} />
        <WhyAndHow giving={giving} />
        {giving.problem && <ProblemNotice problem={giving.problem} />}
        <Group>
          <Button type="submit" loading={giving.pending}>
            {mandates.give.submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

interface PartProps {
  readonly giving: ReturnType<typeof useGive>;
}

function WhoAndWhat({ giving, rights }: PartProps & { readonly rights: UnitRights }): ReactElement {
  const { mandates, lists } = useText();
  const { form, change, problems } = giving;
  return (
    <div className={styles["pair"]}>
      <SearchSelect
        label={mandates.give.clerk}
        placeholder={mandates.form.pick}
        options={rights.clerks.map(({ accountId, fullName }) => ({ value: accountId, label: fullName }))}
        value={form.accountId}
        onChange={(accountId) => change({ accountId })}
        problem={problems.accountId}
        nothingFound={mandates.form.nothingFound}
        required
      />
      <NativeSelect
        label={mandates.give.task}
        value={form.task}
        onChange={(event) => {
          const { value } = event.currentTarget;
          const task = TASKS.find((one) => one === value);
          if (task) change({ task });
        }}
        data={TASKS.map((task) => ({ value: task, label: lists.tasks[task] }))}
      />
    </div>
  );
}

function Subject({ giving }: PartProps): ReactElement {
  const { mandates } = useText();
  const { form, change, problems } = giving;
  return (
    <>
      <Radio.Group
        label={mandates.give.subject}
        value={form.kind}
        onChange={(kind) => change({ kind: kind === "dossier" ? "dossier" : "procedure" })}
      >
        <Group mt={4} gap="lg">
          <Radio value="procedure" label={mandates.give.subjects.procedure} />
          <Radio value="dossier" label={mandates.give.subjects.dossier} />
        </Group>
      </Radio.Group>
      {form.kind === "procedure" ? (
        <ProcedureFinder
          label={mandates.give.procedure}
          chosen={form.procedure === null ? [] : [form.procedure]}
          onChange={(chosen) => change({ procedure: chosen[0] ?? null })}
          problem={problems.procedure}
          single
          required
        />
      ) : (
        <DossierFinder
          chosen={form.dossier}
          onChange={(dossier) => change({ dossier })}
          problem={problems.dossier}
        />
      )}
    </>
  );
}

function WhyAndHow({ giving }: PartProps): ReactElement {
  const { give } = useText().mandates;
  const { form, change, problems } = giving;
  return (
    <>
      <TextField
        label={give.reason}
        value={form.reason}
        onChange={(reason) => change({ reason })}
        problem={problems.reason}
        maxLength={500}
        required
      />
      <DateField
        label={give.until}
        hint={give.untilHint}
        value={form.validTo}
        onChange={(validTo) => change({ validTo })}
        problem={problems.validTo}
        required
      />
      <Checkbox
        label={give.standsBy}
        description={give.standsByHint}
        checked={form.standsBy}
        onChange={(event) => change({ standsBy: event.currentTarget.checked })}
      />
    </>
  );
}
