import { type UncollectedView, listUncollected } from "#contract/custody-places.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { PapersHead } from "./papers-head.tsx";
import styles from "./papers.module.css";

/** Results that wait for the citizen, the oldest date first; what nobody fetches goes back to the agency by an offer. */
export function UncollectedPage(): ReactElement {
  const { papers: text } = useText();
  const [back, setBack] = useState<UncollectedView | null>(null);
  const read = usePages({
    key: readKey(listUncollected, {}),
    read: (after) => call(listUncollected, { query: after === null ? {} : { after } }),
  });
  const results = read.pages?.flatMap((page) => page.results);
  const stop = () => setBack(null);
  return (
    <div className={styles["page"]}>
      <PapersHead title={text.uncollected.page} intro={text.uncollected.intro} />
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {!results && !read.problem && <LoadingLines lines={6} />}
      {results?.length === 0 && <EmptyState icon="success" title={text.uncollected.none} />}
      {results && results.length > 0 && (
        <ul className={styles["list"]} aria-label={text.uncollected.page}>
          {results.map((result) => (
            <Uncollected key={result.dossierId} result={result} onHandBack={() => setBack(result)} />
          ))}
        </ul>
      )}
      {read.hasMore && (
        <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
          {text.more}
        </Button>
      )}
      {back && (
        <HandOverDialog
          things={back.things}
          to={{ kind: "agency", id: back.agencyId }}
          onClose={stop}
          onDone={stop}
        />
      )}
    </div>
  );
}

interface Props {
  readonly result: UncollectedView;
  readonly onHandBack: () => void;
}

/** What lies in a packet, or is offered already, is handed over from its own page. */
function Uncollected({ result, onHandBack }: Props): ReactElement {
  const { papers: text, dates } = useText();
  const { dossierId, code, things, days, reminders, remindedAt } = result;
  // The list follows the dossier: where the result is, the ledger of custody says.
  const away = things.find(({ holder }) => holder?.kind === "agency")?.holder ?? null;
  const free =
    away === null &&
    !result.orderedByPost &&
    things.length > 0 &&
    things.every((one) => one.inside === null && one.manifestId === null);
  const offered = things.some(({ manifestId }) => manifestId !== null);
  return (
    <li className={styles["row"]}>
      <Mark tone={days === 0 ? "info" : "warning"} icon="clock">
        {text.uncollected.days(days)}
      </Mark>
      <div>
        <Link to="/dossiers/$dossierId" params={{ dossierId }} className={styles["code"]}>
          {code}
        </Link>
        <p lang="vi">
          {result.applicantName} · {result.procedureName}
        </p>
        <p lang="vi">{whereWords(text, result, away?.name)}</p>
        <p className={styles["quiet"]}>
          {result.orderedByPost ? text.uncollected.ordered : text.uncollected.ways[result.returnMethod]}
          {` · ${text.since(dates.shortMoment(result.readySince))} · `}
          {remindedAt === null
            ? text.uncollected.notReminded
            : text.uncollected.reminded(reminders, dates.shortMoment(remindedAt))}
        </p>
        {offered && (
          <Mark tone="info" icon="clock">
            {text.waiting}
          </Mark>
        )}
      </div>
      <div className={styles["acts"]}>
        {free && (
          <Button
            variant="default"
            size="compact-md"
            aria-label={text.uncollected.handBackOf(code)}
            onClick={onHandBack}
          >
            {text.uncollected.handBack}
          </Button>
        )}
      </div>
    </li>
  );
}

function whereWords(
  { uncollected }: Words["papers"],
  { shelf, unitName }: UncollectedView,
  awayWith: string | undefined,
): string {
  if (awayWith !== undefined) return uncollected.away(awayWith);
  return shelf === null ? uncollected.noShelf(unitName) : uncollected.shelf(shelf);
}
