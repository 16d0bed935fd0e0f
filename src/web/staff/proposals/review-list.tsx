import { Button, Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import {
  activity,
  assignmentWords,
  durationWords,
  errorWords,
  figureLines,
  guidanceWords,
  onTimeWords,
  ratingWords,
  receivedCount,
  receivedWords,
} from "../figure-words.ts";
import styles from "./proposals.module.css";
import { type FieldRow, type ReviewRow, heldByOffice } from "./review-rows.ts";

interface Props {
  readonly rows: readonly ReviewRow[];
  readonly opened: ReadonlySet<string>;
  readonly chosen: ReadonlySet<string>;
  readonly onOpen: (fieldCode: string) => void;
  readonly onChoose: (key: string) => void;
}

/** Fields and the procedures of those that are opened, each with its figures and what the post may do. */
export function ReviewTable(props: Props): ReactElement {
  const { proposals } = useText();
  const { review, figures } = proposals;
  return (
    <section className={styles["scroll"]} aria-label={review.table} tabIndex={0}>
      <table className={look["table"]} aria-label={review.table}>
        <thead>
          <tr>
            <th scope="col">{review.what}</th>
            <th scope="col" data-number>
              {figures.received}
            </th>
            <th scope="col" data-number>
              {figures.onTime}
            </th>
            <th scope="col" data-number>
              {figures.median}
            </th>
            <th scope="col">{figures.errors}</th>
            <th scope="col">{figures.guidance}</th>
            <th scope="col">{figures.assignments}</th>
            <th scope="col">{figures.rating}</th>
            <th scope="col">{review.may}</th>
          </tr>
        </thead>
        <tbody>
          {props.rows.map((line) => (
            <tr key={`${line.kind} ${line.key}`} data-kind={line.kind} className={styles["line"]}>
              <th scope="row" className={styles["what"]}>
                <What line={line} {...props} />
              </th>
              <FigureCells line={line} />
              <td>
                <May line={line} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FigureCells({ line }: { readonly line: ReviewRow }): ReactElement {
  const text = useText();
  const { figures } = line.row;
  return (
    <>
      <td data-number>
        {receivedCount(figures)}
        <span className={styles["under"]}>{receivedWords(figures, text)}</span>
      </td>
      <td data-number>{onTimeWords(figures, text)}</td>
      <td data-number>{durationWords(figures.medianMinutes, text)}</td>
      <td>{errorWords(figures, text)}</td>
      <td>{guidanceWords(figures, text)}</td>
      <td>{assignmentWords(figures, text)}</td>
      <td>{ratingWords(figures, text)}</td>
    </>
  );
}

/** The same on a narrow screen. */
export function ReviewCards(props: Props): ReactElement {
  const text = useText();
  return (
    <ul className={look["cards"]} aria-label={text.proposals.review.table}>
      {props.rows.map((line) => (
        <li key={`${line.kind} ${line.key}`} className={look["card"]} data-kind={line.kind}>
          <What line={line} {...props} />
          {activity(line.row.figures) === 0 ? (
            <p className={styles["quiet"]}>{text.proposals.figures.nothing}</p>
          ) : (
            <Facts facts={figureLines(line.row.figures, text)} />
          )}
          <May line={line} />
        </li>
      ))}
    </ul>
  );
}

interface WhatProps extends Omit<Props, "rows"> {
  readonly line: ReviewRow;
}

/** Chosen or not, its name, and the way to its procedures. */
function What({ line, opened, chosen, onOpen, onChoose }: WhatProps): ReactElement {
  const { proposals, dates } = useText();
  const { review } = proposals;
  const { key, kind, row } = line;
  return (
    <div className={styles[kind]}>
      <Checkbox
        size="md"
        checked={chosen.has(key)}
        onChange={() => onChoose(key)}
        disabled={row.endedOn !== null}
        {...(row.endedOn !== null && { description: review.ended(dates.shortDay(row.endedOn)) })}
        aria-label={review.choose(row.name)}
        label={
          <span lang="vi">
            {kind === "procedure" && <span className={styles["code"]}>{row.id}</span>}
            {row.name}
          </span>
        }
      />
      {line.kind === "field" && line.row.procedures.length > 0 && (
        <Procedures field={line.row} isOpen={opened.has(key)} onOpen={() => onOpen(key)} />
      )}
    </div>
  );
}

interface ProceduresProps {
  readonly field: FieldRow;
  readonly isOpen: boolean;
  readonly onOpen: () => void;
}

function Procedures({ field, isOpen, onOpen }: ProceduresProps): ReactElement {
  const { review } = useText().proposals;
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      aria-expanded={isOpen}
      aria-label={review.showOf(field.name)}
      onClick={onOpen}
    >
      {isOpen ? review.hide : review.show(field.procedures.length)}
    </Button>
  );
}

function May({ line }: { readonly line: ReviewRow }): ReactElement {
  const { proposals, lists, dates } = useText();
  const { review } = proposals;
  const { held } = line.row;
  return (
    <>
      {held.length === 0 && <Mark tone="quiet">{review.mayNothing}</Mark>}
      {heldByOffice(held).map(({ id, name, tasks }) => (
        <p key={id} className={styles["flat"]} lang="vi">
          {review.mayBy(name, tasks.map((task) => lists.tasks[task]).join(", "))}
        </p>
      ))}
      {line.gapFrom !== null && (
        <Mark tone="warning" icon="warning">
          {review.gap(dates.shortDay(line.gapFrom))}
        </Mark>
      )}
    </>
  );
}
