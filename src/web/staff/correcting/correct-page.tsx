import { readCorrection } from "#contract/correcting.ts";
import { Button } from "@mantine/core";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { receiptLink } from "../dossiers/file-link.ts";
import { forgetDossiers } from "../dossiers/forget-dossiers.ts";
import page from "../dossiers/page.module.css";
import { queryClient } from "../query-client.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { readKey, useRead } from "../use-read.ts";
import { CorrectSheet } from "./correct-sheet.tsx";
import type { CorrectionPage } from "./correction-form.ts";

const route = getRouteApi("/dossiers/$dossierId/correction");

/** Puts right a dossier that was handed back: the form of the counter, filled with what was written down. */
export function CorrectPage(): ReactElement {
  const { dossierId } = route.useParams();
  return <Correction key={dossierId} dossierId={dossierId} />;
}

function Correction({ dossierId }: { readonly dossierId: string }): ReactElement {
  const text = useText();
  const input = { params: { dossierId } };
  const { data, problem, reload } = useRead(readCorrection, input);
  // The form begins with one state of the dossier: what is read again while somebody types changes nothing under them.
  const [begun, setBegun] = useState<CorrectionPage | null>(null);
  const [corrected, setCorrected] = useState<string | null>(null);
  useEffect(() => {
    // A form that was left is begun anew from what the dossier then says.
    return () => queryClient.removeQueries({ queryKey: readKey(readCorrection) });
  }, []);
  if (begun === null && data) setBegun(data);
  if (corrected !== null) return <Corrected dossierId={dossierId} code={corrected} />;
  return (
    <div className={page["page"]}>
      {begun && (
        <CorrectSheet
          key={begun.version}
          begun={begun}
          onReload={() => {
            void queryClient.resetQueries({ queryKey: readKey(readCorrection, input) });
            setBegun(null);
          }}
          onCorrected={() => {
            setCorrected(begun.code);
            void forgetDossiers();
          }}
        />
      )}
      {!begun && problem && (
        <>
          <h1 className={page["narrow"]}>{text.lists.moves.correct}</h1>
          <ProblemNotice problem={problem} onRetry={reload} />
        </>
      )}
      {!begun && !problem && <LoadingLines lines={12} />}
    </div>
  );
}

/** What is to be done now: the new slip takes the place of the old one. */
function Corrected({ dossierId, code }: { readonly dossierId: string; readonly code: string }): ReactElement {
  const text = useText();
  const navigate = useNavigate();
  const head = useRef<HTMLHeadingElement>(null);
  useEffect(() => head.current?.focus(), []);
  const actions = (
    <>
      <Button
        component="a"
        href={receiptLink(dossierId)}
        target="_blank"
        rel="noreferrer"
        size="compact-md"
        aria-label={`${text.correcting.print}, ${text.dossiers.page.printNewTab}`}
      >
        {text.correcting.print}
      </Button>
      <Button variant="default" size="compact-md" onClick={() => void navigate({ to: "/awaited" })}>
        {text.dossiers.acts.toConfirmations}
      </Button>
    </>
  );
  return (
    <div className={page["page"]}>
      <div className={page["head"]}>
        <h1 ref={head} tabIndex={-1}>
          {text.correcting.title(code)}
        </h1>
      </div>
      <Notice tone="success" title={text.correcting.doneTitle} actions={actions} live>
        {text.correcting.doneHint}
      </Notice>
    </div>
  );
}
