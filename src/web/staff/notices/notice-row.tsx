import { type SentNotice, sendNoticeAgain, tellInPerson } from "#contract/notices.ts";
import type { NoticeState } from "#domain/notice/notice.ts";
import { DOSSIER_EVENT_TYPES } from "#domain/dossier/dossier-event.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { IconName } from "#web/ui/icons.tsx";
import { Mark } from "#web/ui/mark.tsx";
import look from "#web/ui/rows.module.css";
import { showToast } from "#web/ui/toasts.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import rows from "../told-rows.module.css";
import { noticePlace } from "./notice-place.ts";
import { forgetNotices } from "./use-notices.ts";

const LOOK = {
  waiting: { tone: "info", icon: "clock" },
  failed: { tone: "warning", icon: "refresh" },
  sent: { tone: "success", icon: "success" },
  givenUp: { tone: "error", icon: "error" },
  overtaken: { tone: "quiet", icon: "arrow" },
} as const satisfies Record<NoticeState, { readonly tone: string; readonly icon: IconName }>;

/** One message: what, of which dossier, to whom, why, what became of it, and what a person can do. */
export function NoticeRow({ notice }: { readonly notice: SentNotice }): ReactElement {
  const { notices: text, dates, lists } = useText();
  const { tone, icon } = LOOK[notice.state];
  const cause = DOSSIER_EVENT_TYPES.find((type) => type === notice.because);
  return (
    <li className={rows["row"]}>
      <div className={rows["cell"]}>
        <Mark tone={tone} icon={icon}>
          {text.states[notice.state]}
        </Mark>
        <span className={rows["day"]}>{dates.shortMoment(notice.createdAt)}</span>
      </div>
      <div className={rows["cell"]}>
        <p>
          <strong>{text.kinds[notice.kind]}</strong>
        </p>
        <Link to="/dossiers/$dossierId" params={{ dossierId: notice.dossierId }} className={look["opener"]}>
          {notice.code}
        </Link>
        <p lang="vi">{notice.procedureName}</p>
        <p className={look["quiet"]} lang="vi">
          {notice.unitName}
        </p>
        {cause !== undefined && <p className={look["quiet"]}>{text.because(lists.events[cause])}</p>}
        <Newer notice={notice} />
      </div>
      <div className={rows["cell"]}>
        <Became notice={notice} />
      </div>
      <RowActs notice={notice} />
    </li>
  );
}

/** To the news of the dossier that overtook a message. */
function Newer({ notice: { dossierId, overtakenBy } }: { readonly notice: SentNotice }): ReactElement | null {
  const { notices: text, lists } = useText();
  const type = DOSSIER_EVENT_TYPES.find((one) => one === overtakenBy?.because);
  if (overtakenBy === null || type === undefined) return null;
  return (
    <p>
      {text.newer}{" "}
      <Link
        to="/dossiers/$dossierId"
        params={{ dossierId }}
        hash={noticePlace(overtakenBy.seq)}
        className={look["opener"]}
      >
        {lists.events[type]}
      </Link>
    </p>
  );
}

function Became({ notice }: { readonly notice: SentNotice }): ReactElement {
  const { notices: text, dates } = useText();
  const { channel, to, sentAt, triedAt, attempts, problem, answer, toldBy, language } = notice;
  return (
    <>
      <p>{to === "" ? text.channels[channel] : text.to(text.channels[channel], to)}</p>
      {channel !== "person" && <p className={look["quiet"]}>{text.languages[language]}</p>}
      {sentAt !== null && <p>{text.sentAt(dates.shortMoment(sentAt))}</p>}
      {toldBy !== null && <p>{text.list.toldBy(toldBy)}</p>}
      {sentAt === null && triedAt !== null && <p>{text.triedAt(dates.shortMoment(triedAt), attempts)}</p>}
      {problem !== null && sentAt === null && <p>{text.problems[problem]}</p>}
      {answer !== null && sentAt === null && <p className={look["quiet"]}>{text.answer(answer)}</p>}
    </>
  );
}

/** What was given up is sent again, or told; what was dropped because it is no longer so is left alone. */
function RowActs({ notice }: { readonly notice: SentNotice }): ReactElement | null {
  const { notices: text } = useText();
  const may = mayUse(useSession(), "dossier.turn");
  const again = useAct(sendNoticeAgain);
  const tell = useAct(tellInPerson);
  if (!may || notice.state !== "givenUp" || notice.problem === "notNeeded") return null;
  const { noticeId, code, channel } = notice;
  async function run(act: typeof again | typeof tell, words: string): Promise<void> {
    const result = await act.send({ params: { noticeId } });
    if (!result?.ok) return;
    showToast({ text: words });
    await forgetNotices();
  }
  const problem = again.problem ?? tell.problem;
  return (
    <div className={rows["acts"]}>
      {channel !== "person" && (
        <Button
          size="compact-md"
          variant="default"
          loading={again.pending}
          aria-label={`${text.list.again}: ${code}`}
          onClick={() => void run(again, text.list.againDone(code))}
        >
          {text.list.again}
        </Button>
      )}
      <Button
        size="compact-md"
        loading={tell.pending}
        aria-label={`${text.list.told}: ${code}`}
        onClick={() => void run(tell, text.list.toldDone(code))}
      >
        {text.list.told}
      </Button>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
