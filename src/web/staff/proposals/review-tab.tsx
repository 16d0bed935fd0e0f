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
import type { CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import styles from "./proposals.module.css";
import type { UnitFigures } from "./review-rows.ts";
import { ReviewSheet } from "./review-sheet.tsx";

interface Asked {
  readonly unitId: string;
  /** Null until somebody touches it: the days that the figures came with are shown. */
  readonly from: string | null;
  readonly to: string | null;
  readonly find: string;
  readonly onlyOpen: boolean;
}

const NOTHING_ASKED: Asked = { unitId: "", from: null, to: null, find: "", onlyOpen: false };

/** A unit's fields and procedures with their figures, for choosing what to propose. */
export function ReviewTab(): ReactElement {
  const { data, problem, reload } = useRead(listMandateChoices, {});
  const [asked, setAsked] = useState(NOTHING_ASKED);
  if (!data)
    return problem ? <ProblemNotice problem={problem} onRetry={reload} /> : <LoadingLines lines={8} />;
  const only = data.units.length === 1 ? data.units[0]?.id : undefined;
  return (
    <Review
      asked={{ ...asked, unitId: only ?? asked.unitId }}
      units={only === undefined ? data.units : []}
      onChange={(change) => setAsked({ ...asked, ...change })}
    />
  );
}

function Review(props: FiltersProps): ReactElement {
  const { proposals: text } = useText();
  const { asked } = props;
  const { unitId, from, to } = asked;
  const query = { unitId, ...dayIn("from", from), ...dayIn("to", to) };
  const { data, problem, reload } = useRead(
    readUnitFigures,
    { query },
    { keepPrevious: true, enabled: unitId !== "" },
  );
  const view = data?.unit.id === unitId ? data : undefined;
  return (
    <div className={styles["stack"]}>
      <Filters {...props} asked={withDays(asked, view)} />
      {unitId === "" ? (
        <EmptyState icon="organisation" title={text.unitFirst} />
      ) : (
        <Answer asked={asked} view={view} problem={problem} reload={reload} />
      )}
    </div>
  );
}

interface AnswerProps {
  readonly asked: Asked;
  readonly view: UnitFigures | undefined;
  readonly problem: CallProblem | null;
  readonly reload: () => void;
}

function Answer({ asked: { unitId, find, onlyOpen }, view, problem, reload }: AnswerProps): ReactElement {
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!view) return <LoadingLines lines={10} />;
  return <ReviewSheet key={unitId} view={view} find={find} onlyOpen={onlyOpen} />;
}

/** The days that were asked for; until somebody asks, those that the figures came with. */
function withDays(asked: Asked, view: UnitFigures | undefined): Asked {
  return { ...asked, from: asked.from ?? view?.from ?? "", to: asked.to ?? view?.to ?? "" };
}

function dayIn(name: "from" | "to", day: string | null): { readonly from?: string; readonly to?: string } {
  return day !== null && parsePlainDate(day) !== undefined ? { [name]: day } : {};
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
      <DateField label={text.from} value={asked.from ?? ""} onChange={(from) => onChange({ from })} />
      <DateField label={text.to} value={asked.to ?? ""} onChange={(to) => onChange({ to })} />
      <Checkbox
        className={styles["check"] ?? ""}
        label={text.onlyOpen}
        checked={asked.onlyOpen}
        onChange={(event) => onChange({ onlyOpen: event.currentTarget.checked })}
      />
    </form>
  );
}
