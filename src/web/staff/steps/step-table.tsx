import type { StepPlan } from "#contract/steps.ts";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Facts } from "#web/ui/facts.tsx";
import look from "#web/ui/rows.module.css";
import styles from "./steps.module.css";

interface Props {
  readonly steps: readonly StepPlan[];
}

/** The steps with all that is set of each, as a table, on a narrow screen as cards; on paper always as a table. */
export function StepTable({ steps }: Props): ReactElement {
  const wide = useMediaQuery("(min-width: 48em)", true, { getInitialValueInEffect: false });
  return wide ? <Table steps={steps} /> : <Cards steps={steps} />;
}

function Table({ steps }: Props): ReactElement {
  const text = useText();
  const { table } = text.steps;
  return (
    <div className={styles["scroll"]} tabIndex={0} role="group" aria-label={table.title}>
      <table className={look["table"]}>
        <thead>
          <tr>
            <th scope="col" data-number>
              {table.number}
            </th>
            <th scope="col">{table.name}</th>
            <th scope="col">{table.role}</th>
            <th scope="col">{table.place}</th>
            <th scope="col">{table.limit}</th>
            <th scope="col">{table.after}</th>
            <th scope="col">{table.yields}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            <tr key={step.key}>
              <td data-number>{index + 1}</td>
              <th scope="row" className={styles["name"]} lang="vi">
                {step.name}
              </th>
              <td>{text.lists.roles[step.role]}</td>
              <td lang="vi">{placeWords(step, text)}</td>
              <td>{limitWords(step, text)}</td>
              <td>{afterWords(step, steps, text)}</td>
              <td lang="vi">{papersWords(step, text)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cards({ steps }: Props): ReactElement {
  const text = useText();
  const { table } = text.steps;
  return (
    <ol className={look["cards"]} aria-label={table.title}>
      {steps.map((step, index) => (
        <li key={step.key} className={look["card"]}>
          <p lang="vi">
            <strong>
              {index + 1}. {step.name}
            </strong>
          </p>
          <Facts
            facts={[
              { label: table.role, value: text.lists.roles[step.role] },
              { label: table.place, value: placeWords(step, text) },
              { label: table.limit, value: limitWords(step, text) },
              { label: table.after, value: afterWords(step, steps, text) },
              { label: table.yields, value: papersWords(step, text) },
            ]}
          />
        </li>
      ))}
    </ol>
  );
}

function afterWords({ after }: StepPlan, steps: readonly StepPlan[], { steps: { table } }: Words): string {
  if (after.length === 0) return table.start;
  const numbers = after.map((key) => steps.findIndex((step) => step.key === key) + 1);
  return numbers.toSorted((one, other) => one - other).join(", ");
}

function papersWords({ yields }: StepPlan, { steps: { table } }: Words): string {
  return yields.length === 0 ? table.noPapers : yields.join("; ");
}

function placeWords({ role, agencyName }: StepPlan, { steps: { table } }: Words): string {
  return agencyName ?? (role === "oneStopOfficer" ? table.receivingUnit : table.decidingAgency);
}

/** How long a step may take. @example "2 ngày làm việc" */
export function limitWords({ limit }: Pick<StepPlan, "limit">, { dueDate, steps }: Words): string {
  return limit === null ? steps.table.noLimit : dueDate.limits[limit.unit](limit.amount);
}
