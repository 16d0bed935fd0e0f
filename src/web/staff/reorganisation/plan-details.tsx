import type { MovedUnit, ReorganisationPreview } from "#contract/reorganisations.ts";
import { BUSINESS_STATUSES } from "#domain/dossier/dossier-state.ts";
import { MANDATE_STATUSES } from "#domain/mandate/mandate-life.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Panel } from "#web/ui/panel.tsx";
import styles from "./reorganisation.module.css";

/** Everything that is open at each unit, line by line, and where it goes. */
export function PlanDetails({ preview }: { readonly preview: ReorganisationPreview }): ReactElement {
  const text = useText();
  return (
    <Panel id="details" title={text.reorganisation.details.title}>
      <div className={styles["stack"]}>
        {preview.units.map((unit) => (
          <UnitTable key={unit.key} unit={unit} />
        ))}
      </div>
    </Panel>
  );
}

function UnitTable({ unit }: { readonly unit: MovedUnit }): ReactElement {
  const text = useText();
  const { details } = text.reorganisation;
  return (
    <div className={styles["grid"]} role="region" aria-label={unit.name} tabIndex={0}>
      <table>
        <caption lang="vi">{unit.name}</caption>
        <thead>
          <tr>
            <th scope="col">{details.what}</th>
            <th scope="col" className={styles["number"]}>
              {details.count}
            </th>
            <th scope="col">{details.goes}</th>
          </tr>
        </thead>
        <tbody>
          {linesOf(unit, text).map((line) => (
            <tr key={line.what}>
              <th scope="row">{line.what}</th>
              <td className={styles["number"]}>{line.count}</td>
              <td lang="vi">{line.goes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Line {
  readonly what: string;
  readonly count: number | string;
  readonly goes: string;
}

function linesOf(unit: MovedUnit, text: Words): readonly Line[] {
  const { details } = text.reorganisation;
  const { heirName } = unit;
  return [
    ...unit.dossiers.map(({ status, count }) => ({
      what: `${details.dossiers}: ${dossierStatus(status, text)}`,
      count,
      goes: heirName,
    })),
    { what: details.deciding, count: unit.deciding, goes: unit.agencyHeirName ?? unit.agencyName },
    ...unit.papers.map(({ holder, heir, count }) => ({
      what: details.papersAt(holder),
      count,
      goes: heir,
    })),
    ...unit.mandates.map(({ status, count }) => ({
      what: `${details.mandates}: ${mandateStatus(status, text)}`,
      count,
      goes: heirName,
    })),
    { what: details.assignments, count: unit.assignments, goes: heirName },
    { what: details.posts, count: unit.posts, goes: heirName },
    ...unit.points.map((point) => ({
      what: details.point(point.name),
      count: details.counters(point.counters),
      goes: point.heirName ?? details.closes,
    })),
    { what: details.sessions, count: unit.sessions, goes: details.nothing },
  ];
}

function dossierStatus(status: string, { lists }: Words): string {
  const known = BUSINESS_STATUSES.find((one) => one === status);
  return known ? lists.businessStatuses[known].plain : status;
}

function mandateStatus(status: string, { mandates }: Words): string {
  const known = MANDATE_STATUSES.find((one) => one === status);
  return known ? mandates.statuses[known] : status;
}
