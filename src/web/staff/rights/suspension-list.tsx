import type { SuspensionView } from "#contract/assignments.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import styles from "./rights.module.css";

interface Props {
  readonly suspensions: readonly SuspensionView[];
  readonly onLift: (suspension: SuspensionView) => void;
}

/** Who or what, why, since when, and the way to lift what still holds. */
export function SuspensionTable({ suspensions, onLift }: Props): ReactElement {
  const { suspensions: text } = useText().mandates;
  return (
    <table className={look["table"]} aria-label={text.list}>
      <thead>
        <tr>
          <th scope="col">{text.columns.target}</th>
          <th scope="col">{text.columns.why}</th>
          <th scope="col">{text.columns.when}</th>
          <th scope="col">{text.columns.state}</th>
        </tr>
      </thead>
      <tbody>
        {suspensions.map((suspension) => (
          <tr key={suspension.id}>
            <th scope="row" className={styles["target"]}>
              <Target suspension={suspension} />
            </th>
            <td>
              <Why suspension={suspension} />
            </td>
            <td>
              <When suspension={suspension} />
            </td>
            <td>
              <State suspension={suspension} onLift={onLift} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function SuspensionCards({ suspensions, onLift }: Props): ReactElement {
  const { suspensions: text } = useText().mandates;
  return (
    <ul className={look["cards"]} aria-label={text.list}>
      {suspensions.map((suspension) => (
        <li key={suspension.id} className={look["card"]}>
          <Target suspension={suspension} />
          <Why suspension={suspension} />
          <When suspension={suspension} />
          <State suspension={suspension} onLift={onLift} />
        </li>
      ))}
    </ul>
  );
}

interface OneProps {
  readonly suspension: SuspensionView;
}

function Target({ suspension: { target, targetName } }: OneProps): ReactElement {
  const { targets } = useText().mandates;
  return (
    <>
      <strong lang="vi">{targetName}</strong>
      <span className={styles["under"]}>{targets[target]}</span>
    </>
  );
}

function Why({ suspension: { reason, decision, successor, handOvers: records } }: OneProps): ReactElement {
  const { mandates, handOvers, dates } = useText();
  const { page, suspensions: text } = mandates;
  return (
    <>
      <span lang="vi">{reason}</span>
      <span className={styles["under"]} lang="vi">
        {page.decisionLine(decision.number, dates.shortDay(decision.issuedOn), decision.issuer)}
      </span>
      {successor !== null && <span className={styles["under"]}>{text.successor(successor)}</span>}
      {records.map(({ handOverId, unit }) => (
        <Link
          key={handOverId}
          to="/hand-overs/$handOverId"
          params={{ handOverId }}
          className={styles["record"]}
        >
          {records.length > 1 && unit !== null ? handOvers.record.nameOf(unit) : handOvers.record.name}
        </Link>
      ))}
    </>
  );
}

function When({ suspension: { from, to, by } }: OneProps): ReactElement {
  const { mandates, dates } = useText();
  const { suspensions: text } = mandates;
  return (
    <>
      <time dateTime={from} className={styles["block"]}>
        {text.from(dates.shortMoment(from))}
      </time>
      {to !== null && (
        <time dateTime={to} className={styles["block"]}>
          {text.to(dates.shortMoment(to))}
        </time>
      )}
      <span className={styles["under"]}>{text.by(by)}</span>
    </>
  );
}

function State({ suspension, onLift }: OneProps & Pick<Props, "onLift">): ReactElement {
  const { suspensions: text } = useText().mandates;
  if (suspension.to !== null) return <Mark tone="quiet">{text.lifted}</Mark>;
  return (
    <div className={styles["row"]}>
      <Mark tone="warning" icon="warning">
        {text.holds}
      </Mark>
      <Button
        variant="default"
        size="compact-sm"
        aria-label={text.liftOf(suspension.targetName)}
        onClick={() => onLift(suspension)}
      >
        {text.lift}
      </Button>
    </div>
  );
}
