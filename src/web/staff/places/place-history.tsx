import type { Difference, PlaceView } from "#contract/places.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { valueInWords } from "./place-words.ts";
import styles from "./places.module.css";
import { type PlaceChange, standing, useChangePlace } from "./use-change-place.ts";

/** Everything that was changed about a place, the last first, and the way to take the last change back. */
export function PlaceHistory({ view }: { readonly view: PlaceView }): ReactElement {
  const text = useText();
  const { detail, fields } = text.places;
  const changing = useChangePlace(view);
  const [last] = view.history;
  const before = last && !last.created && view.place.editable ? takenBack(view, last.differences) : null;
  return (
    <Panel
      id="place-history"
      title={detail.history}
      actions={
        before && (
          <Button
            size="compact-sm"
            variant="default"
            loading={changing.pending}
            onClick={() => void changing.takeBack(view.seen, before)}
          >
            {detail.undo}
          </Button>
        )
      }
    >
      {changing.undoProblem && <ProblemNotice problem={changing.undoProblem} />}
      {view.history.length === 0 && <p className={styles["quiet"]}>{detail.noHistory}</p>}
      <ol className={styles["history"]}>
        {view.history.map((change) => (
          <li key={`${change.at} ${change.reason ?? ""}`}>
            <p>
              <strong>{change.by ?? detail.byCommand}</strong>
              {change.created && ` · ${detail.created}`}
            </p>
            <p className={styles["quiet"]}>
              <time dateTime={change.at}>{text.dates.shortMoment(change.at)}</time>
              {change.reason !== null && ` · ${change.reason}`}
            </p>
            {!change.created && (
              <ul className={styles["differences"]}>
                {change.differences.map((difference) => (
                  <li key={difference.field}>
                    {fields[difference.field]}
                    {": "}
                    <DifferenceWords difference={difference} names={view.place.names} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ol>
    </Panel>
  );
}

interface WordsProps {
  readonly difference: Difference;
  readonly names: PlaceView["place"]["names"];
}

/** What was and what is: struck through and in bold, and said to who cannot see that. */
export function DifferenceWords({ difference: { field, before, after }, names }: WordsProps): ReactElement {
  const text = useText();
  return (
    <span lang="vi">
      <del aria-label={text.places.detail.from}>{valueInWords(field, before, names, text)}</del>
      {" → "}
      <ins aria-label={text.places.detail.to}>{valueInWords(field, after, names, text)}</ins>
    </span>
  );
}

/** The place as it was before the last change: what differs goes back, the rest stays. */
function takenBack({ place }: PlaceView, differences: readonly Difference[]): PlaceChange {
  const before = { ...standing(place), values: { ...place.values } };
  for (const { field, before: value } of differences) {
    if (field === "name") before.name = value ?? "";
    else if (field === "validFrom") before.validFrom = value ?? place.validFrom;
    else if (field === "validTo") before.validTo = value;
    else if (field in place.values || value !== null) {
      const values: Record<string, string> = { ...before.values };
      if (value === null) delete values[field];
      else values[field] = value;
      before.values = values;
    }
  }
  return before;
}
