import type { DossierView, NoticeView } from "#contract/dossiers.ts";
import type { NoticeState } from "#domain/notice/notice.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { eventWords } from "./event-words.ts";
import layout from "./dossier-page.module.css";

const TONES = {
  waiting: "info",
  failed: "warning",
  sent: "success",
  givenUp: "error",
} as const satisfies Record<NoticeState, string>;

/** What the citizen was told by messages, when, why and by which way; nothing when nothing was sent. */
export function DossierNotices({ dossier }: { readonly dossier: DossierView }): ReactElement | null {
  const text = useText();
  if (dossier.notices.length === 0) return null;
  return (
    <Panel id="notices" title={text.notices.title} actions={<Link to="/notices">{text.notices.all}</Link>}>
      <ul className={layout["notices"]}>
        {dossier.notices.map((notice) => (
          <NoticeItem key={notice.noticeId} notice={notice} dossier={dossier} />
        ))}
      </ul>
    </Panel>
  );
}

function NoticeItem({
  notice,
  dossier,
}: {
  readonly notice: NoticeView;
  readonly dossier: DossierView;
}): ReactElement {
  const text = useText();
  const { notices, dates } = text;
  const cause = dossier.events.find(({ seq }) => seq === notice.seq);
  // Whoever has the slip by another way misses nothing: no failure is shown, nor why the tries before failed.
  const needless = notice.problem === "notNeeded";
  return (
    <li>
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
    </li>
  );
}
