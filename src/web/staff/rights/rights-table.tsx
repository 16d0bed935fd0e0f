import type { ClerkView } from "#contract/assignments.ts";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { type RightGroup, groupRights } from "./group-rights.ts";
import styles from "./rights.module.css";

/** Tasks by field, with the decision and the last day; on a narrow screen as paragraphs. */
export function RightsTable({ clerk }: { readonly clerk: ClerkView }): ReactElement {
  const wide = useMediaQuery("(min-width: 48em)", true, { getInitialValueInEffect: false });
  const groups = groupRights(clerk.rights);
  return wide ? <Table clerk={clerk} groups={groups} /> : <Paragraphs groups={groups} />;
}

interface Props {
  readonly groups: readonly RightGroup[];
}

function Table({ clerk, groups }: Props & { readonly clerk: ClerkView }): ReactElement {
  const text = useText();
  const { rights } = text.mandates;
  return (
    <table className={styles["table"]} aria-label={rights.table(clerk.fullName)}>
      <thead>
        <tr>
          <th scope="col">{rights.columns.tasks}</th>
          <th scope="col">{rights.columns.fields}</th>
          <th scope="col">{rights.columns.decision}</th>
          <th scope="col">{rights.columns.until}</th>
        </tr>
      </thead>
      <tbody>
        {groups.map((group) => (
          <tr key={`${group.decision} ${group.fields[0] ?? ""} ${group.tasks.join()}`}>
            <th scope="row">{doing(group, text)}</th>
            <td lang="vi">{group.fields.join(", ")}</td>
            <td lang="vi">{group.decision}</td>
            <td>{lastDay(group, text)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Paragraphs({ groups }: Props): ReactElement {
  const text = useText();
  const { columns } = text.mandates.rights;
  return (
    <ul className={styles["groups"]}>
      {groups.map((group) => (
        <li key={`${group.decision} ${group.fields[0] ?? ""} ${group.tasks.join()}`}>
          <strong>{doing(group, text)}</strong>
          <p lang="vi">{group.fields.join(", ")}</p>
          <p className={styles["quiet"]} lang="vi">
            {`${columns.decision} ${group.decision} · ${columns.until}: ${lastDay(group, text)}`}
          </p>
        </li>
      ))}
    </ul>
  );
}

function doing({ tasks, awaitsConfirmation }: RightGroup, { lists, mandates }: Words): string {
  const words = tasks.map((task) => lists.tasks[task]).join(", ");
  return awaitsConfirmation ? `${words} (${mandates.rights.awaits})` : words;
}

function lastDay({ until }: RightGroup, { mandates: { period }, dates }: Words): string {
  return until === null ? period.openEnd : dates.shortDay(until);
}
