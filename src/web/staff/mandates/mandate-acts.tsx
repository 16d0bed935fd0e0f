import { exportActsUnder, listActsUnder } from "#contract/mandates.ts";
import { API_PREFIX } from "#contract/route.ts";
import { DOSSIER_EVENT_TYPES } from "#domain/dossier/dossier-event.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { type AnswerOf, call } from "../api.ts";
import { requestOf } from "../api-request.ts";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";
import type { MandateView } from "./mandate-page.tsx";
import styles from "./mandates.module.css";

/** How much rests on a mandate, and act by act when somebody asks: the list to go through if it is found invalid. */
export function MandateActs({ view }: { readonly view: MandateView }): ReactElement {
  const { mandates, programmes } = useText();
  const { page } = mandates;
  const [opened, setOpened] = useState(false);
  return (
    <Panel id="acts" title={page.acts}>
      <p>{view.acts === 0 ? page.actsNone : page.actsCount(view.acts)}</p>
      {view.acts > 0 && !opened && (
        <Button variant="default" onClick={() => setOpened(true)}>
          {page.actsShow}
        </Button>
      )}
      {opened && <Acts mandateId={view.mandate.id} />}
      {view.acts > 0 && (
        <Button
          component="a"
          href={API_PREFIX + requestOf(exportActsUnder, { params: { mandateId: view.mandate.id } }, "").url}
          download
          variant="subtle"
          size="compact-sm"
        >
          {programmes.mandate.csv}
        </Button>
      )}
    </Panel>
  );
}

function Acts({ mandateId }: { readonly mandateId: string }): ReactElement {
  const text = useText();
  const list = usePages({
    key: readKey(listActsUnder, mandateId),
    read: (after) => call(listActsUnder, { params: { mandateId }, query: after === null ? {} : { after } }),
  });
  if (list.pages === undefined)
    return list.problem ? (
      <ProblemNotice problem={list.problem} onRetry={list.reload} />
    ) : (
      <LoadingLines lines={4} />
    );
  return (
    <>
      <ol className={styles["acts"]} aria-label={text.mandates.page.acts}>
        {list.pages
          .flatMap(({ acts }) => acts)
          .map((act) => (
            <li key={`${act.dossierId} ${act.type} ${act.at}`}>
              <DossierCode act={act} />
              <span>{eventWords(act.type, text)}</span>
              <span className={styles["quiet"]}>
                <span lang="vi">{act.by}</span>
                {", "}
                <time dateTime={act.at}>{text.dates.shortMoment(act.at)}</time>
              </span>
            </li>
          ))}
      </ol>
      {list.problem && <ProblemNotice problem={list.problem} onRetry={list.reload} />}
      {list.hasMore && (
        <Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>
          {text.common.more}
        </Button>
      )}
    </>
  );
}

type Act = AnswerOf<typeof listActsUnder>["acts"][number];

/** A way to the dossier for whoever may open dossiers; the code alone for everybody else. */
function DossierCode({ act: { dossierId, code } }: { readonly act: Act }): ReactElement {
  const opens = mayUse(useSession(), "dossier.read");
  if (!opens) return <strong>{code}</strong>;
  return (
    <Link to="/dossiers/$dossierId" params={{ dossierId }} className={styles["back"]}>
      {code}
    </Link>
  );
}

function eventWords(type: string, { lists }: Words): string {
  const known = DOSSIER_EVENT_TYPES.find((one) => one === type);
  return known === undefined ? type : lists.events[known];
}
