import type { MovedUnit, ReorganisationPreview } from "#contract/reorganisations.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import styles from "./reorganisation.module.css";

type Heir = ReorganisationPreview["heirs"][number];

/** What ends on the left, what goes on at the right, with how much is open on each side. */
export function PlanPicture({ preview }: { readonly preview: ReorganisationPreview }): ReactElement {
  const { reorganisation: text } = useText();
  return (
    <Panel id="picture" title={text.picture.title}>
      <div className={styles["picture"]}>
        {preview.heirs.map((heir) => (
          <Flow
            key={heir.key}
            heir={heir}
            units={preview.units.filter((unit) => unit.heir === heir.key)}
            points={preview.units.flatMap(({ points }) => points)}
          />
        ))}
        <p className={styles["quiet"]}>{text.picture.space(preview.spaceName)}</p>
      </div>
    </Panel>
  );
}

interface FlowProps {
  readonly heir: Heir;
  readonly units: readonly MovedUnit[];
  readonly points: MovedUnit["points"];
}

function Flow({ heir, units, points }: FlowProps): ReactElement {
  const { reorganisation: text } = useText();
  const coming = points.filter(({ heirName }) => heirName === heir.name);
  return (
    <div className={styles["flow"]}>
      <div className={styles["side"]} role="group" aria-label={text.picture.before}>
        {units.map((unit) => (
          <Before key={unit.key} unit={unit} />
        ))}
      </div>
      <span className={styles["arrow"]}>
        <Icon name="arrow" size={28} />
      </span>
      <div className={styles["side"]} role="group" aria-label={text.picture.after}>
        <div className={styles["box"]} data-side="after">
          <span className={styles["line"]}>
            <strong lang="vi">{heir.name}</strong>
            <Mark tone={heir.isNew ? "info" : "quiet"}>
              {heir.isNew ? text.picture.isNew : text.picture.standing}
            </Mark>
          </span>
          <span className={styles["quiet"]} lang="vi">
            {heir.agencyName}
          </span>
          <ul>
            <li>{text.picture.dossiers(sum(units.map(dossiersOf)))}</li>
            <li>{text.picture.points(coming.length)}</li>
            <li>{text.picture.counters(sum(coming.map(({ counters }) => counters)))}</li>
          </ul>
        </div>
      </div>
    </div>
  );
}

function Before({ unit }: { readonly unit: MovedUnit }): ReactElement {
  const { picture } = useText().reorganisation;
  const counts = [
    [dossiersOf(unit), picture.dossiers],
    [sum(unit.papers.map(({ count }) => count)), picture.papers],
    [sum(unit.mandates.map(({ count }) => count)), picture.mandates],
    [unit.points.length, picture.points],
    [sum(unit.points.map(({ counters }) => counters)), picture.counters],
    [unit.posts, picture.posts],
  ] as const;
  const held = counts.flatMap(([count, say]) => (count === 0 ? [] : [say(count)]));
  return (
    <div className={styles["box"]} data-side="before">
      <strong lang="vi">{unit.name}</strong>
      <span className={styles["quiet"]} lang="vi">
        {unit.agencyHeirName === null
          ? picture.agencyStays(unit.agencyName)
          : picture.agencyGoes(unit.agencyName, unit.agencyHeirName)}
      </span>
      <ul>
        {held.map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
    </div>
  );
}

function dossiersOf({ dossiers }: MovedUnit): number {
  return sum(dossiers.map(({ count }) => count));
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
