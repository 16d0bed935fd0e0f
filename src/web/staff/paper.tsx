import { instant, localTime } from "#domain/shared/instant.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import styles from "./paper.module.css";

/** In whose name a paper is written; `place` is where, as the line of the date has it. Empty is left to be written in. */
export interface PaperUnit {
  readonly governingBody: string;
  readonly name: string;
  readonly place: string;
}

interface HeadProps {
  /** Null: the paper is not one unit's, and its left side stays empty. */
  readonly unit: PaperUnit | null;
  /** The moment that the paper is about. */
  readonly at: string;
}

/** Class of what is printed as an official paper: A4, dark upon white, its title in the middle. */
export const paperClass = styles["paper"];

/**
 * The head of an official paper (Nghị định 30/2020/NĐ-CP, Phụ lục I: the state and its motto at the right, the unit at
 * the left, place and day below). On paper alone, and in Vietnamese whatever the screen speaks.
 */
export function PaperHead({ unit, at }: HeadProps): ReactElement {
  const { paper } = useText();
  return (
    <header className={styles["head"]} lang="vi">
      <div>
        {unit && (
          <>
            {unit.governingBody !== "" && <p className={styles["upper"]}>{unit.governingBody}</p>}
            <p className={`${styles["upper"]} ${styles["strong"]} ${styles["ruled"]}`}>{unit.name}</p>
          </>
        )}
      </div>
      <div>
        <p className={styles["strong"]}>{paper.nation}</p>
        <p className={`${styles["strong"]} ${styles["ruled"]}`}>{paper.motto}</p>
        <p className={styles["day"]}>{paper.placeAndDay(unit?.place ?? "", dayOf(at))}</p>
      </div>
    </header>
  );
}

/** A plain day comes as it is, a moment as the day that it lies in. */
function dayOf(at: string): string {
  return at.length === 10 ? at : localTime(instant(at)).day;
}

interface SignaturesProps {
  /** Who signs, from the left. */
  readonly places: readonly string[];
  readonly hint: string;
}

/** Places to sign, on paper alone. */
export function PaperSignatures({ places, hint }: SignaturesProps): ReactElement {
  return (
    <div className={styles["signatures"]}>
      {places.map((who) => (
        <div key={who}>
          <p className={styles["strong"]}>{who}</p>
          <p>{hint}</p>
        </div>
      ))}
    </div>
  );
}
