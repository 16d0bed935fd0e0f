import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { stepColumns } from "./step-columns.ts";
import styles from "./steps.module.css";

/** What the drawing shows of a step. */
interface DrawnStep {
  readonly key: string;
  readonly name: string;
  readonly after: readonly string[];
  /** Who does it, and how long: a short line below the name. */
  readonly line: string;
}

/** The order of steps from left to right; what stands below each other runs side by side. */
export function OrderDrawing({ steps }: { readonly steps: readonly DrawnStep[] }): ReactElement {
  const text = useText().steps.drawing;
  const { columns, placeless } = stepColumns(steps);
  const number = (step: DrawnStep) => steps.indexOf(step) + 1;
  return (
    <div className={styles["drawing"]}>
      <ol className={styles["columns"]} aria-label={text.title}>
        {columns.map((column, index) => (
          <li key={column.map(({ key }) => key).join(" ")} className={styles["column"]}>
            {index > 0 && (
              <span className={styles["arrow"]}>
                <Icon name="arrow" size={18} />
              </span>
            )}
            <div className={styles["boxes"]}>
              {column.length > 1 && <p className={styles["beside"]}>{text.sideBySide}</p>}
              <ul>
                {column.map((step) => (
                  <li key={step.key} className={styles["box"]}>
                    <strong lang="vi">
                      {number(step)}. {step.name === "" ? text.nameless : step.name}
                    </strong>
                    <span>{step.line}</span>
                  </li>
                ))}
              </ul>
            </div>
          </li>
        ))}
      </ol>
      {placeless.length > 0 && (
        <p>
          <Mark tone="error" icon="error">
            {text.placeless(placeless.map(number).join(", "))}
          </Mark>
        </p>
      )}
    </div>
  );
}
