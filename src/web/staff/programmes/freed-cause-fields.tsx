import { listMandates } from "#contract/mandates.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { useRead } from "../use-read.ts";
import styles from "./programmes.module.css";
import type { ProgrammeChoices } from "./use-programmes.ts";

interface Cause {
  readonly phaseId: string;
  readonly mandateId: string;
}

interface Props {
  readonly choices: ProgrammeChoices;
  readonly unitId: string;
  readonly form: Cause;
  readonly problem: string | undefined;
  readonly onChange: (changes: Partial<Cause>) => void;
}

/**
 * What took the work over: a phase of a programme or, where no programme stands behind it, a mandate of the unit.
 * Choosing one takes the other away.
 */
export function CauseFields({ choices, unitId, form, problem, onChange }: Props): ReactElement {
  const { programmes, mandates } = useText();
  const text = programmes.freed;
  const { data } = useRead(listMandates, { query: unitId === "" ? {} : { unitId } });
  // What lies in a phase is named by the phase, and what was never approved took nothing over.
  const alone = (data?.mandates ?? []).filter(({ phase, decision }) => phase === null && decision !== null);
  return (
    <div className={styles["pair"]}>
      <SearchSelect
        label={text.phase}
        options={choices.phases.map(({ id, name, programme }) => ({
          value: id,
          label: programmes.mandate.phaseLine(name, programme),
        }))}
        value={form.phaseId}
        onChange={(phaseId) => onChange({ phaseId, ...(phaseId !== "" && { mandateId: "" }) })}
        problem={problem}
        nothingFound={mandates.form.nothingFound}
      />
      <SearchSelect
        label={text.mandateAlone}
        hint={text.mandateAloneHint}
        options={alone.map(({ id, postOffice, unit, decision }) => ({
          value: id,
          label: `${mandates.at(postOffice.name, unit.name)}, ${decision?.number ?? ""}`,
        }))}
        value={form.mandateId}
        onChange={(mandateId) => onChange({ mandateId, ...(mandateId !== "" && { phaseId: "" }) })}
        nothingFound={mandates.form.nothingFound}
      />
    </div>
  );
}
