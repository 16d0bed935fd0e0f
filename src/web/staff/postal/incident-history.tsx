import type { IncidentEntryView } from "#contract/incidents.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import styles from "./postal.module.css";

/** What was done of an incident, the newest first. */
export function IncidentHistory({
  entries,
}: {
  readonly entries: readonly IncidentEntryView[];
}): ReactElement {
  return (
    <ol className={styles["way"]}>
      {entries.toReversed().map((entry) => (
        <Entry key={`${entry.type} ${entry.recordedAt}`} entry={entry} />
      ))}
    </ol>
  );
}

function Entry({ entry }: { readonly entry: IncidentEntryView }): ReactElement {
  const { incidents: text, dates } = useText();
  const { type, on, by, recordedAt, words, dossier, fileId } = entry;
  return (
    <li>
      <p>
        <strong>{text.entries[type]}</strong>
        {saidOf(entry, text).map((said) => `, ${said}`)}
      </p>
      {words !== "" && <p lang="vi">{words}</p>}
      <Sums entry={entry} />
      {dossier !== null && (
        <p>
          <Link
            className={styles["code"]}
            to="/dossiers/$dossierId"
            params={{ dossierId: dossier.dossierId }}
          >
            {dossier.code}
          </Link>
        </p>
      )}
      {fileId !== null && (
        <p>
          <a href={`/api/v1/custody/files/${fileId}`} target="_blank" rel="noreferrer">
            {text.scan}
          </a>
        </p>
      )}
      <p className={styles["quiet"]}>
        {`${dates.day(on)} · ${by === "" ? text.byCitizen : by} · ${dates.shortMoment(recordedAt)}`}
      </p>
    </li>
  );
}

function saidOf(
  { outcome, found, amount, number }: IncidentEntryView,
  text: ReturnType<typeof useText>["incidents"],
): readonly string[] {
  return [
    outcome === null ? null : text.outcomes[outcome],
    found === null ? null : text.faults[found],
    amount === null ? null : formatDong(dong(amount)),
    number === "" ? null : text.of(number),
  ].filter((said) => said !== null);
}

/** What an offer was computed from, line by line, and the papers of the costs. */
function Sums({ entry: { lines, costs } }: { readonly entry: IncidentEntryView }): ReactElement | null {
  const { incidents: text } = useText();
  if (lines.length === 0) return null;
  return (
    <>
      <table className={styles["sums"]}>
        <tbody>
          {lines.map(({ key, amount }) => (
            <tr key={key}>
              <th scope="row">{text.lines[key]}</th>
              <td>{formatDong(dong(amount))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.least}</th>
            <td>{formatDong(dong(lines.reduce((sum, { amount }) => sum + amount, 0)))}</td>
          </tr>
        </tfoot>
      </table>
      {costs.map(({ evidence, amount }) => (
        <p key={`${evidence} ${amount}`} className={styles["quiet"]}>
          {`${evidence}: ${formatDong(dong(amount))}`}
        </p>
      ))}
    </>
  );
}
