import { readThing } from "#contract/custody.ts";
import { Link, useParams } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import type { Static } from "typebox";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { HolderLink } from "./holder-link.tsx";
import { PapersHead } from "./papers-head.tsx";
import styles from "./papers.module.css";
import { ThingActs } from "./thing-acts.tsx";
import { ThingRow, holderWords } from "./thing-row.tsx";

type Answered = Static<typeof readThing.response>;

/** Who has a paper, packet or bag now, and its whole way there. */
export function ThingPage(): ReactElement {
  const { papers: text } = useText();
  const { thing, id } = useParams({ strict: false }) as { thing: "item" | "container"; id: string };
  const read = useRead(readThing, { params: { thing, id } });
  return (
    <div className={styles["page"]}>
      <PapersHead title={read.data?.view.code ?? text.where} />
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {read.loading && <LoadingLines lines={6} />}
      {read.data && <Found found={read.data} />}
    </div>
  );
}

function Found({ found }: { readonly found: Answered }): ReactElement {
  const { papers: text } = useText();
  const { view, contents } = found;
  const [handing, setHanding] = useState(false);
  return (
    <>
      {found.openDifferences > 0 && (
        <Notice tone="warning" title={text.differencesWait(found.openDifferences)}>
          <Link to="/papers/differences">{text.differences}</Link>
        </Notice>
      )}
      <Now found={found} onHandOver={() => setHanding(true)} />
      {view.thing === "container" && (
        <Panel title={contents.length === 0 ? text.contentsTitle : text.contents(contents.length)}>
          {contents.length === 0 ? (
            <p className={styles["quiet"]}>
              {view.originals + view.copies > 0
                ? text.onlyCounted(text.sheets(view.originals, view.copies))
                : text.empty}
            </p>
          ) : (
            <ul className={styles["list"]}>
              {contents.map((inner) => (
                <ThingRow key={inner.id} view={inner} />
              ))}
            </ul>
          )}
        </Panel>
      )}
      <Panel title={text.way}>
        <ol className={styles["way"]}>
          {found.chain.toReversed().map((step) => (
            <Step key={step.seq} step={step} />
          ))}
        </ol>
      </Panel>
      {handing && (
        <HandOverDialog things={[view]} onClose={() => setHanding(false)} onDone={() => setHanding(false)} />
      )}
    </>
  );
}

interface NowProps {
  readonly found: Answered;
  readonly onHandOver: () => void;
}

/** Who has it now, what it is, and what may be done with it. */
function Now({ found, onHandOver }: NowProps): ReactElement {
  const { papers: text, dates } = useText();
  const { view } = found;
  return (
    <Panel title={text.nowTitle}>
      <p className={styles["now"]} lang="vi">
        {view.holder === null ? text.putAway : holderWords(view.holder, text.citizen)}
      </p>
      {view.holder !== null && (
        <p lang="vi">
          <HolderLink holder={view.holder}>{text.whatElse(view.holder.name)}</HolderLink>
        </p>
      )}
      <p className={styles["quiet"]} lang="vi">
        {text.kinds[view.kind]}
        {view.name !== null && `: ${view.name}`} · {text.sheets(view.originals, view.copies)}
        {view.seal !== null && ` · ${text.sealedBy(view.seal)}`}
        {view.inside !== null && ` · ${text.insideOf(view.inside.code)}`} ·{" "}
        {text.since(dates.shortMoment(view.since))}
      </p>
      {view.dossierId !== null && view.dossierCode !== null && (
        <p>
          <Link to="/dossiers/$dossierId" params={{ dossierId: view.dossierId }} className={styles["code"]}>
            {text.ofDossier(view.dossierCode)}
          </Link>
        </p>
      )}
      <ThingActs found={found} onHandOver={onHandOver} />
    </Panel>
  );
}

function Step({ step }: { readonly step: Answered["chain"][number] }): ReactElement {
  const { papers: text, dates } = useText();
  const { from, to, seal } = step;
  const name = (holder: typeof from) => (holder === null ? "" : holderWords(holder, text.citizen));
  const says = text.steps[step.type as keyof typeof text.steps] ?? text.steps.handedOver;
  return (
    <li>
      <p lang="vi">
        <strong>{says({ from: name(from), to: name(to), seal: seal ?? "" })}</strong>
      </p>
      <p className={styles["quiet"]} lang="vi">
        {dates.moment(step.at)} · {text.by(step.actor)}
        {step.originals !== null && step.copies !== null && ` · ${text.sheets(step.originals, step.copies)}`}
        {step.by !== null && ` · ${text.stepOf(step.by.code)}`}
        {step.manifestId !== null && (
          <>
            {" · "}
            <Link to="/papers/manifests/$manifestId" params={{ manifestId: step.manifestId }}>
              {text.toRecord}
            </Link>
          </>
        )}
      </p>
      {step.signatures.map(({ name: signer, kind, fileId, dossierFile }) => (
        <p key={`${signer}-${fileId ?? kind}`} className={styles["quiet"]} lang="vi">
          {text.signedBy(signer, text.signatureKinds[kind as keyof typeof text.signatureKinds] ?? "")}
          {fileId !== null && !dossierFile && (
            <img
              className={styles["picture"]}
              src={`/api/v1/custody/files/${fileId}`}
              alt={text.signatureOf(signer)}
              loading="lazy"
            />
          )}
        </p>
      ))}
      {step.photos.map((photo) => (
        <img
          key={photo}
          className={styles["picture"]}
          src={`/api/v1/custody/files/${photo}`}
          alt={text.photo}
          loading="lazy"
        />
      ))}
    </li>
  );
}
