import type { DossierView, NoticeView } from "#contract/dossiers.ts";
import type { NoticeState } from "#domain/notice/notice.ts";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useEffect } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { eventWords } from "./event-words.ts";
import layout from "./dossier-page.module.css";
import look from "#web/ui/rows.module.css";
import { noticePlace } from "../notices/notice-place.ts";

const TONES = {
  waiting: "info",
  failed: "warning",
  sent: "success",
  givenUp: "error",
  overtaken: "quiet",
} as const satisfies Record<NoticeState, string>;

/** What the citizen was told by messages, when, why and by which way; nothing when nothing was sent. */
export function DossierNotices({ dossier }: { readonly dossier: DossierView }): ReactElement | null {
  const text = useText();
  useArrival();
  if (dossier.notices.length === 0) return null;
  return (
    <Panel
      id="notices"
      title={text.notices.title}
      actions={
        <Link to="/notices" className={look["opener"]}>
          {text.notices.all}
        </Link>
      }
    >
      <ul className={layout["notices"]}>
        {dossier.notices.map((notice, place) => (
          <NoticeItem
            key={notice.noticeId}
            notice={notice}
            dossier={dossier}
            id={
              dossier.notices.findIndex(({ seq }) => seq === notice.seq) === place
                ? noticePlace(notice.seq)
                : undefined
            }
          />
        ))}
      </ul>
    </Panel>
  );
}

/** The address may name one message: the page of all messages leads to it. */
function useArrival(): void {
  useEffect(() => {
    const place = document.getElementById(window.location.hash.slice(1));
    if (place?.matches("[id^='notice-of-']")) place.focus();
  }, []);
}

interface ItemProps {
  readonly notice: NoticeView;
  readonly dossier: DossierView;
  /** Of several because of one event the first listed has it: a link to the news of that event leads here. */
  readonly id: string | undefined;
}

function NoticeItem({ notice, dossier, id }: ItemProps): ReactElement {
  const text = useText();
  const { notices, dates } = text;
  const cause = dossier.events.find(({ seq }) => seq === notice.seq);
  // Whoever has the slip by another way misses nothing: no failure is shown, nor why the tries before failed.
  const needless = notice.problem === "notNeeded";
  return (
    <li id={id} tabIndex={-1}>
      <strong>{notices.kinds[notice.kind]}</strong>{" "}
      <Mark tone={needless ? "quiet" : TONES[notice.state]}>
        {needless ? notices.needless : notices.states[notice.state]}
      </Mark>
      <span className={layout["quiet"]}>
        {notice.to === ""
          ? notices.channels[notice.channel]
          : notices.to(notices.channels[notice.channel], notice.to)}
      </span>
      {notice.sentAt !== null && (
        <span className={layout["quiet"]}>{notices.sentAt(dates.moment(notice.sentAt))}</span>
      )}
      {notice.sentAt === null && notice.triedAt !== null && (
        <span className={layout["quiet"]}>
          {notices.triedAt(dates.moment(notice.triedAt), notice.attempts)}
        </span>
      )}
      {notice.problem !== null && <span>{notices.problems[notice.problem]}</span>}
      {notice.answer !== null && notice.state !== "sent" && !needless && (
        <span className={layout["quiet"]}>{notices.answer(notice.answer)}</span>
      )}
      {cause && <span className={layout["quiet"]}>{notices.because(eventWords(cause, text))}</span>}
      <Newer dossier={dossier} seq={notice.overtakenBy} />
    </li>
  );
}

interface NewerProps {
  readonly dossier: DossierView;
  readonly seq: number | null;
}

/** To the news that overtook a message, if any; to the history where nobody is told of it. */
function Newer({ dossier, seq }: NewerProps): ReactElement | null {
  const text = useText();
  const told = dossier.notices.find((one) => one.seq === seq);
  const event = dossier.events.find((one) => one.seq === seq);
  if (!event) return null;
  return (
    <span>
      {text.notices.newer}{" "}
      <Link
        to="/dossiers/$dossierId"
        params={{ dossierId: dossier.dossierId }}
        hash={told ? noticePlace(told.seq) : "history"}
        className={look["opener"]}
      >
        {told ? text.notices.kinds[told.kind] : eventWords(event, text)}
      </Link>
    </span>
  );
}
