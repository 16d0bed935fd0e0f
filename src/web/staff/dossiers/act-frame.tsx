import { Button } from "@mantine/core";
import type { FormEvent, ReactElement, ReactNode } from "react";
import { useText } from "#web/text/use-text.ts";
import type { CallProblem } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { isStale } from "./act-outcome.ts";
import styles from "./acts-panel.module.css";
import type { ShownPermit } from "./permit-words.tsx";

interface Props {
  readonly label: string;
  readonly permit: ShownPermit;
  readonly pending: boolean;
  readonly problem: CallProblem | null;
  readonly submitLabel: string;
  readonly onSubmit: () => void;
  readonly onCancel?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** The form of an act: its fields, what went wrong, and its one button. */
export function ActFrame({
  label,
  permit,
  pending,
  problem,
  submitLabel,
  onSubmit,
  onCancel,
  children,
}: Props): ReactElement {
  const text = useText();
  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = event.currentTarget;
    onSubmit();
    // Once the fields say what is missing, the first of them is where the work goes on.
    requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }
  return (
    <form className={styles["form"]} aria-label={label} onSubmit={submit} noValidate>
      {children}
      {problem && <ProblemNotice problem={problem} />}
      {isStale(problem) && <p className={styles["words"]}>{text.dossiers.acts.reloaded}</p>}
      <div className={styles["buttons"]}>
        <Button type="submit" loading={pending} disabled={!permit.allowed}>
          {submitLabel}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {text.common.cancel}
          </Button>
        )}
      </div>
    </form>
  );
}
