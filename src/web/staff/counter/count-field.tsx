import { NumberInput } from "@mantine/core";
import type { ReactElement } from "react";
import styles from "./papers.module.css";

interface Props {
  readonly label: string;
  /** Stands beside the field where the columns have no heads. */
  readonly shortLabel: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly min?: number;
  readonly max?: number;
}

/** A small count: typed, or with the arrow keys. */
export function CountField({ label, shortLabel, value, onChange, min = 0, max = 99 }: Props): ReactElement {
  return (
    <div className={styles["count"]}>
      <span className={styles["short"]} aria-hidden="true">
        {shortLabel}
      </span>
      <NumberInput
        aria-label={label}
        value={value}
        onChange={(next) => onChange(typeof next === "number" ? next : min)}
        min={min}
        max={max}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        inputMode="numeric"
        size="sm"
        onFocus={(event) => event.currentTarget.select()}
      />
    </div>
  );
}
