import { readUnitFigures } from "#contract/figures.ts";
import { listMandateChoices } from "#contract/mandates.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Checkbox } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./proposals.module.css";
import { ReviewSheet } from "./review-sheet.tsx";

interface Asked {
  readonly unitId: string;
  readonly from: string;
  readonly to: string;
  readonly find: string;
  readonly onlyOpen: boolean;
}

const NOTHING_ASKED: Asked = { unitId: "", from: "", to: "", find: "", onlyOpen: false };

/** A unit's fields and procedures with their figures, for choosing what to propose. */
export function ReviewTab(): ReactElement {
  const { proposals: text } = useText();
  const { data, problem, reload } = useRead(listMandateChoices, {});
  const [asked, setAsked] = useState(NOTHING_ASKED);
  if (!data)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={8} />;
  const only = data.units.length === 1 ? data.units[0]?.id : undefined;
  const unitId = only ?? asked.unitId;
  return (
    <div className={styles["stack"]}>
      <Filters
        asked={asked}
        units={only === undefined ? data.units : []}
        onChange={(change) => setAsked({ ...asked, ...change })}
      />
      {unitId === "" ? (
        <EmptyState icon="organisation" title={text.unitFirst} />
      ) : (
        <Unit key={unitId} asked={{ ...asked, unitId }} />
      )}
    </div>
  );
}

interface FiltersProps {
  readonly asked: Asked;
  /** To choose among; empty when there is only one. */
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly onChange: (change: Partial<Asked>) => void;
}

function Filters({ asked, units, onChange }: FiltersProps): ReactElement {
  const { proposals: text, mandates } = useText();
  return (
    <form
      role="search"
      aria-label={text.views.review}
      className={styles["filters"]}
      onSubmit={(event) => event.preventDefault()}
    >
      {units.length > 0 && (
        <SearchSelect
          label={text.unit}
          placeholder={mandates.form.pick}
          options={units.map(({ id, name }) => ({ value: id, label: name }))}
          value={asked.unitId}
          onChange={(unitId) => onChange({ unitId })}
          nothingFound={mandates.form.nothingFound}
        />
      )}
      <TextField
        label={text.find}
        value={asked.find}
        onChange={(find) => onChange({ find })}
        maxLength={200}
      />
      <DateField label={text.from} value={asked.from} onChange={(from) => onChange({ from })} />
      <DateField label={text.to} value={asked.to} onChange={(to) => onChange({ to })} />
      <Checkbox
        className={styles["check"] ?? ""}
        label={text.onlyOpen}
        checked={asked.onlyOpen}
        onChange={(event) => onChange({ onlyOpen: event.currentTarget.checked })}
      />
    </form>
  );
}

function Unit({ asked }: { readonly asked: Asked }): ReactElement {
  const { unitId, from, to, find, onlyOpen } = asked;
  const query = {
    unitId,
    ...(parsePlainDate(from) !== undefined && { from }),
    ...(parsePlainDate(to) !== undefined && { to }),
  };
  const { data, problem, reload } = useRead(readUnitFigures, { query }, { keepPrevious: true });
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  return data ? <ReviewSheet view={data} find={find} onlyOpen={onlyOpen} /> : <LoadingLines lines={10} />;
}
