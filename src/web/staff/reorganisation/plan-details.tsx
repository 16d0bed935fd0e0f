import type { MovedUnit, ReorganisationPreview } from "#contract/reorganisations.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { type Destination, destinationsOf } from "./plan-lines.ts";
import styles from "./reorganisation.module.css";

/** Everything that is open at each unit by where it goes; folded, since the picture has the sums. */
export function PlanDetails({ preview }: { readonly preview: ReorganisationPreview }): ReactElement {
  const text = useText();
  return (
    <Panel id="details" title={text.reorganisation.details.title}>
      {preview.units.map((unit) => (
        <UnitDetails key={unit.key} unit={unit} />
      ))}
    </Panel>
  );
}

function UnitDetails({ unit }: { readonly unit: MovedUnit }): ReactElement {
  const text = useText();
  const { details } = text.reorganisation;
  const destinations = destinationsOf(unit, text);
  const count = destinations.reduce((sum, { lines }) => sum + lines.length, 0);
  return (
    <details className={styles["fold"]}>
      <summary>
        <span lang="vi">{unit.name}</span>
        <span className={styles["quiet"]}>{details.lines(count)}</span>
      </summary>
      {count > 0 && <UnitTable name={unit.name} destinations={destinations} />}
    </details>
  );
}

interface TableProps {
  readonly name: string;
  readonly destinations: readonly Destination[];
}

function UnitTable({ name, destinations }: TableProps): ReactElement {
  const { details } = useText().reorganisation;
  return (
    <div className={styles["grid"]} role="region" aria-label={name} tabIndex={0}>
      <table aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{details.goes}</th>
            <th scope="col" className={styles["number"]}>
              {details.count}
            </th>
          </tr>
        </thead>
        {destinations.map(({ goes, lines }) => (
          <tbody key={goes}>
            <tr>
              <th scope="rowgroup" colSpan={2} lang="vi">
                {goes}
              </th>
            </tr>
            {lines.map(({ what, count, counted }) => (
              <tr key={what}>
                <th scope="row">{what}</th>
                <td className={styles["number"]}>{counted ?? count}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
