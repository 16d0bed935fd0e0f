import { type AdministrativeUnitView, readAdministrativeUnit } from "#contract/map.ts";
import { Anchor, Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import type { AnswerOf } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { daysInWords } from "./place-words.ts";
import styles from "./places.module.css";

interface Props {
  readonly code: string;
  readonly asOf: string | null;
  /** Opens a unit that this one came from or became, on a day of its own. */
  readonly onOpen: (code: string, day: string) => void;
  /** Lists what lies below; none where the list is of another day, on which the code may name another unit. */
  readonly onBelow: ((unit: { readonly code: string; readonly name: string }) => void) | undefined;
}

/** One unit of the map: where it lay on the day, what it came from, what it is today, and how sure that is. */
export function MapUnit({ code, asOf, onOpen, onBelow }: Props): ReactElement {
  const text = useText();
  const { data, problem, reload } = useRead(readAdministrativeUnit, {
    params: { code },
    query: asOf === null ? {} : { asOf },
  });
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data) return <LoadingLines lines={6} />;
  const { unit, parents } = data;
  return (
    <Panel
      id="map-unit"
      title={<span lang="vi">{unit.name}</span>}
      actions={
        <Mark tone={data.mark === "sourced" ? "success" : "warning"}>{text.lists.marks[data.mark]}</Mark>
      }
    >
      <Facts
        facts={[
          { label: text.places.map.code, value: unit.code },
          { label: text.places.map.kind, value: text.places.unitKinds[unit.kind] },
          {
            label: text.places.map.parents,
            value: (
              <span lang="vi">{parents.map(({ name }) => name).join(", ") || text.places.map.none}</span>
            ),
          },
          { label: text.places.list.days, value: daysInWords(unit, text) },
          {
            label: text.places.map.predecessors,
            value: <Related of={unit} units={data.predecessors} onOpen={onOpen} />,
          },
          {
            label: text.places.map.successors,
            value: <Related of={unit} units={data.successors} onOpen={onOpen} />,
          },
          { label: text.places.fields.source, value: <span lang="vi">{data.source}</span> },
        ]}
      />
      {onBelow && isAbove(unit) && (
        <Button mt="md" variant="subtle" onClick={() => onBelow({ code: unit.code, name: unit.name })}>
          {text.places.map.below}
        </Button>
      )}
    </Panel>
  );
}

function isAbove({ kind }: AdministrativeUnitView): boolean {
  return !["ward", "commune", "township", "specialZone"].includes(kind);
}

interface RelatedProps {
  readonly of: AdministrativeUnitView;
  readonly units: AnswerOf<typeof readAdministrativeUnit>["successors"];
  readonly onOpen: Props["onOpen"];
}

/** Each leads to its own sheet, on its first day; a unit that still stands is its own successor and leads nowhere. */
function Related({ of, units, onOpen }: RelatedProps): ReactElement {
  const text = useText();
  if (units.length === 0) return <>{text.places.map.none}</>;
  return (
    <ul className={styles["differences"]}>
      {units.map((unit) => (
        <li key={`${unit.code} ${unit.validFrom}`} lang="vi">
          {unit.code === of.code && unit.validFrom === of.validFrom ? (
            `${unit.name} (${unit.code})`
          ) : (
            <Anchor component="button" type="button" onClick={() => onOpen(unit.code, unit.validFrom)}>
              {`${unit.name} (${unit.code})`}
            </Anchor>
          )}
          {!unit.whole && ` – ${text.places.map.part}`}
        </li>
      ))}
    </ul>
  );
}
