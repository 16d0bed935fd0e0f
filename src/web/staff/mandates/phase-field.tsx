import { listProgrammeChoices } from "#contract/programmes.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { useRead } from "../use-read.ts";

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (phaseId: string) => void;
  readonly problem?: string | undefined;
  readonly placeholder: string;
}

/** A phase of a programme; nothing while there is no programme. */
export function PhaseField({ label, value, onChange, problem, placeholder }: Props): ReactElement | null {
  const { programmes, mandates } = useText();
  const { data } = useRead(listProgrammeChoices, {});
  if (!data || data.phases.length === 0) return null;
  return (
    <SearchSelect
      label={label}
      placeholder={placeholder}
      options={data.phases.map(({ id, name, programme }) => ({
        value: id,
        label: programmes.mandate.phaseLine(name, programme),
      }))}
      value={value}
      onChange={onChange}
      problem={problem}
      nothingFound={mandates.form.nothingFound}
    />
  );
}
