import type { AssignmentView } from "#contract/assignments.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Mark } from "#web/ui/mark.tsx";
import styles from "./rights.module.css";

interface Props {
  readonly label: string;
  readonly assignments: readonly AssignmentView[];
  /** Offered where this person may take them back. */
  readonly onRevoke?: (assignment: AssignmentView) => void;
}

/** Tasks given outside of the list: who, what, for what, why, until when, and how often it was used. */
export function AssignmentList({ label, assignments, onRevoke }: Props): ReactElement {
  const text = useText();
  return (
    <ul className={styles["assignments"]} aria-label={label}>
      {assignments.map((assignment) => (
        <li key={assignment.id} data-over={assignment.revokedAt !== null}>
          <div className={styles["row"]}>
            <strong>
              <span lang="vi">{assignment.clerk}</span>
              {`: ${text.lists.tasks[assignment.task]}, ${subjectWords(assignment, text)}`}
            </strong>
            {onRevoke && assignment.revokedAt === null && (
              <Button
                variant="default"
                size="compact-sm"
                aria-label={text.mandates.rights.revokeOf(
                  assignment.clerk,
                  text.lists.tasks[assignment.task],
                )}
                onClick={() => onRevoke(assignment)}
              >
                {text.mandates.rights.revoke}
              </Button>
            )}
          </div>
          <Details assignment={assignment} />
        </li>
      ))}
    </ul>
  );
}

function Details({ assignment }: { readonly assignment: AssignmentView }): ReactElement {
  const text = useText();
  const { rights, page } = text.mandates;
  const { subject, reason, standsBy, validTo, givenBy, givenAt, revokedAt, acts } = assignment;
  return (
    <>
      {subject.name !== "" && <p lang="vi">{subject.name}</p>}
      <p>{page.reason(reason)}</p>
      <div className={styles["row"]}>
        {revokedAt === null ? (
          <Mark tone="success">{rights.until(text.dates.shortDay(validTo))}</Mark>
        ) : (
          <Mark tone="quiet">{rights.revoked(text.dates.shortMoment(revokedAt))}</Mark>
        )}
        <Mark tone={acts === 0 ? "quiet" : "info"}>{rights.used(acts)}</Mark>
        {standsBy && <Mark tone="quiet">{rights.standsBy}</Mark>}
      </div>
      <p className={styles["quiet"]}>{rights.givenBy(givenBy, text.dates.shortMoment(givenAt))}</p>
    </>
  );
}

/** @example "thủ tục 1.000894" */
export function subjectWords({ subject }: Pick<AssignmentView, "subject">, { mandates }: Words): string {
  return subject.kind === "dossier"
    ? mandates.rights.forDossier(subject.code)
    : mandates.rights.forProcedure(subject.code);
}
