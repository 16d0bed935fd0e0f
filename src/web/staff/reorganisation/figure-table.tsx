import type { readFigures } from "#contract/reorganisations.ts";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Facts } from "#web/ui/facts.tsx";
import look from "#web/ui/rows.module.css";
import type { AnswerOf } from "../api.ts";
import { percentWords } from "../figure-words.ts";
import styles from "./reorganisation.module.css";

type Figures = AnswerOf<typeof readFigures>;
type Counted = Figures["sum"];

/** The figures unit by unit with their sum: a table, and on a narrow window a card for each unit. */
export function FigureTable({ figures }: { readonly figures: Figures }): ReactElement {
  const wide = useMediaQuery("(min-width: 48em)", true, { getInitialValueInEffect: false });
  return wide ? <Table figures={figures} /> : <Cards figures={figures} />;
}

function Table({ figures }: { readonly figures: Figures }): ReactElement {
  const text = useText();
  const words = text.reorganisation.figures;
  return (
    <div className={styles["grid"]} role="region" aria-label={words.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            {cellsOf(figures.sum, text).map(({ label }) => (
              <th scope="col" key={label} className={styles["number"]}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.rows.map((row) => (
            <tr key={row.unitId}>
              <th scope="row" lang="vi">
                {unitWords(row, text)}
              </th>
              <Cells counted={row} />
            </tr>
          ))}
          <tr>
            <th scope="row">{words.sum}</th>
            <Cells counted={figures.sum} />
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function Cells({ counted }: { readonly counted: Counted }): ReactElement {
  const text = useText();
  return (
    <>
      {cellsOf(counted, text).map(({ label, value }) => (
        <td key={label} className={styles["number"]}>
          {value}
        </td>
      ))}
    </>
  );
}

/** The sum first: on a phone it stands at the end of a long way. */
function Cards({ figures }: { readonly figures: Figures }): ReactElement {
  const text = useText();
  const words = text.reorganisation.figures;
  return (
    <ul className={look["cards"]} aria-label={words.title}>
      <li className={look["card"]}>
        <strong>{words.sum}</strong>
        <Facts facts={cellsOf(figures.sum, text)} />
      </li>
      {figures.rows.map((row) => (
        <li key={row.unitId} className={look["card"]}>
          <strong lang="vi">{unitWords(row, text)}</strong>
          <Facts facts={cellsOf(row, text)} />
        </li>
      ))}
    </ul>
  );
}

function unitWords({ unitName, heirName }: Figures["rows"][number], text: Words): ReactElement {
  const { nowCalled } = text.reorganisation.figures;
  return (
    <>
      {unitName}
      {heirName !== null && <span className={styles["quiet"]}> ({nowCalled(heirName)})</span>}
    </>
  );
}

/** What has no share is a dash and not a zero: nothing finished, or too few answers to tell it. */
function cellsOf(
  counted: Counted,
  text: Words,
): readonly { readonly label: string; readonly value: string }[] {
  const { figures: words, details } = text.reorganisation;
  const { received, finished, onTime, onTimeCounted, answers, satisfied } = counted;
  const share = (part: number | null, of: number) =>
    part === null || of === 0 ? details.nothing : percentWords(part / of, text);
  return [
    { label: words.received, value: String(received) },
    { label: words.finished, value: String(finished) },
    { label: words.onTime, value: String(onTime) },
    { label: words.share, value: share(onTime, finished) },
    { label: words.onTimeCounted, value: String(onTimeCounted) },
    { label: words.answers, value: String(answers) },
    { label: words.satisfied, value: share(satisfied, answers) },
  ];
}
