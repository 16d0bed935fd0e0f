import { findThings, readManifest, settleManifest } from "#contract/custody.ts";
import { Button, Checkbox } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import type { Static } from "typebox";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { AcceptDialog } from "./accept-dialog.tsx";
import { CodePanel } from "./code-panel.tsx";
import { forgetPapers } from "./forget-papers.ts";
import { type ManifestCount, keepManifestCount, keptManifestCount } from "./manifest-count.ts";
import { PapersHead } from "./papers-head.tsx";
import styles from "./papers.module.css";
import { ReasonDialog } from "./reason-dialog.tsx";
import { ScanField } from "./scan-field.tsx";
import { ScannedCodes } from "./scanned-codes.tsx";
import { SignedPanel } from "./signed-panel.tsx";
import { ThingRow, holderWords } from "./thing-row.tsx";

type Answered = Static<typeof readManifest.response>;

/** One bảng kê: what is on it, counted by scanning, and what becomes of it. */
export function ManifestPage(): ReactElement {
  const { papers: text } = useText();
  const { manifestId } = useParams({ strict: false }) as { manifestId: string };
  const read = useRead(readManifest, { params: { manifestId } });
  return (
    <div className={styles["page"]}>
      <PapersHead title={read.data?.manifest.number ?? text.incoming} />
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {read.loading && <LoadingLines lines={6} />}
      {read.data && <Found found={read.data} />}
    </div>
  );
}

function Found({ found }: { readonly found: Answered }): ReactElement {
  const { papers: text, common } = useText();
  const { manifest, lines } = found;
  const { manifestId } = manifest;
  const [count, setCounted] = useState(() => keptManifestCount(manifestId));
  const [doing, setDoing] = useState<"accept" | "settle" | null>(null);
  const { seen, extra } = count;
  const setCount = (next: ManifestCount) => {
    keepManifestCount(manifestId, next);
    setCounted(next);
  };
  function scan(code: string): string | Promise<string> {
    const [line, ...others] = lines.filter((one) => isMeant(one, code));
    if (line && others.length === 0) return tick(line);
    if (extra.includes(code)) return text.twice(code);
    return outside(code);
  }
  function tick({ view }: Answered["lines"][number]): string {
    if (seen.has(view.id)) return text.twice(view.code);
    setCount({ extra, seen: new Set([...seen, view.id]) });
    return text.ticked(view.code, seen.size + 1, lines.length);
  }
  /** Of what was counted by eye; it says how many, and is undone at a press. */
  function tickAll(): void {
    setCount({ extra, seen: new Set(lines.map(({ view }) => view.id)) });
    const action = { label: common.undo, run: () => setCount({ extra, seen }) };
    showToast({ text: text.allTicked(lines.length - seen.size), action });
  }
  /** Not a line: what lies in a bag of the list came with it, anything else is too much. */
  async function outside(code: string): Promise<string> {
    const answer = await call(findThings, { query: { q: code } });
    const found = answer.ok ? answer.value.things : [];
    const box = found.find(({ inside }) => lines.some(({ view }) => view.id === inside?.id))?.inside;
    if (box) return text.insideOnList(code, box.code);
    setCount({ seen, extra: [...extra, code] });
    return text.notOnList(code);
  }
  return (
    <>
      <Standing found={found} onSettle={() => setDoing("settle")} />
      <Outside found={found} />
      {manifest.mayAccept && <ScanField label={text.scanToCount} onScan={scan} />}
      <Panel title={text.lines(lines.length)}>
        <Lines found={found} count={count} onCount={setCount} />
      </Panel>
      {manifest.mayAccept && extra.length > 0 && (
        <ScannedCodes
          title={text.extraCodes(extra.length)}
          codes={extra}
          onDrop={(code) => {
            setCount({ seen, extra: extra.filter((one) => one !== code) });
            announce(text.stockUndone(code));
          }}
        />
      )}
      {found.differences.length > 0 && <Differences found={found} />}
      {manifest.mayAccept && (
        <CountBar
          seen={seen.size}
          lines={lines.length}
          onAccept={() => setDoing("accept")}
          onTickAll={tickAll}
        />
      )}
      {doing === "accept" && (
        <AcceptDialog found={found} seen={seen} extra={extra} onClose={() => setDoing(null)} />
      )}
      {doing === "settle" && <Settling found={found} onClose={() => setDoing(null)} />}
    </>
  );
}

/** What waits for somebody without an account: the code, where a phone was given, or the signed paper. */
function Outside({ found: { manifest, outsider } }: { readonly found: Answered }): ReactElement | null {
  const { manifestId, to, mayWithdraw } = manifest;
  if (to.kind !== "outsider" || !mayWithdraw) return null;
  return (
    <>
      {outsider !== null && outsider.phone !== null && <CodePanel manifestId={manifestId} />}
      <SignedPanel manifestId={manifestId} />
    </>
  );
}

interface CountBarProps {
  readonly seen: number;
  readonly lines: number;
  readonly onAccept: () => void;
  readonly onTickAll: () => void;
}

/** How many are counted, and the next step. */
function CountBar({ seen, lines, onAccept, onTickAll }: CountBarProps): ReactElement {
  const { papers: text } = useText();
  return (
    <div className={styles["bar"]}>
      <strong>{text.seenOf(seen, lines)}</strong>
      <Button onClick={onAccept}>{text.accept}</Button>
      {seen < lines && (
        <Button variant="default" onClick={onTickAll}>
          {text.allSeen(lines - seen)}
        </Button>
      )}
    </div>
  );
}

/** By its code or by the seal on it, or by the code of its dossier where one line alone is of it. */
function isMeant({ view, seal }: Answered["lines"][number], scanned: string): boolean {
  const plain = (typed: string) => typed.replace(/\s+/g, "").toUpperCase();
  return [view.code, seal, view.seal, view.dossierCode].some(
    (code) => code !== null && plain(code) === plain(scanned),
  );
}

interface StandingProps {
  readonly found: Answered;
  readonly onSettle: () => void;
}

function Standing({ found, onSettle }: StandingProps): ReactElement {
  const { papers: text, dates } = useText();
  const { manifest, outsider, reason } = found;
  const { manifestId, state, offeredBy, offeredAt, settledAt } = manifest;
  return (
    <Panel
      title={text.fromTo(holderWords(manifest.from, text.citizen), holderWords(manifest.to, text.citizen))}
    >
      <p className={styles["quiet"]} lang="vi">
        {text.states[state]} · {text.offeredBy(offeredBy, dates.moment(offeredAt))}
        {settledAt !== null && ` · ${text.settledAt(dates.moment(settledAt))}`}
      </p>
      {outsider !== null && (
        <p lang="vi">{text.outsider.shown(outsider.name, outsider.paper, outsider.phone)}</p>
      )}
      {reason !== null && <p lang="vi">{text.reasonSaid(reason)}</p>}
      <div className={styles["acts"]}>
        <Paper id={manifestId} paper="manifest" label={text.printManifest} />
        {state === "accepted" && <Paper id={manifestId} paper="record" label={text.printRecord} />}
        {(manifest.mayWithdraw || manifest.mayAccept) && (
          <Button variant="default" onClick={onSettle}>
            {manifest.mayWithdraw ? text.withdraw : text.refuse}
          </Button>
        )}
      </div>
    </Panel>
  );
}

interface LinesProps {
  readonly found: Answered;
  readonly count: ManifestCount;
  readonly onCount: (count: ManifestCount) => void;
}

function Lines({ found: { manifest, lines }, count, onCount }: LinesProps): ReactElement {
  const { papers: text } = useText();
  const tick = (id: string, on: boolean) => {
    const seen = new Set(count.seen);
    if (on) seen.add(id);
    else seen.delete(id);
    onCount({ ...count, seen });
  };
  return (
    <ol className={styles["list"]}>
      {lines.map(({ view, outcome, position }) => (
        <ThingRow
          key={position}
          view={view}
          lead={
            manifest.mayAccept ? (
              <Checkbox
                aria-label={text.counted1(view.code)}
                checked={count.seen.has(view.id)}
                onChange={(event) => tick(view.id, event.currentTarget.checked)}
              />
            ) : (
              <span>{position}</span>
            )
          }
        >
          {outcome === "missing" && <Mark tone="error">{text.outcomes.missing}</Mark>}
          {outcome === "accepted" && <Mark tone="success">{text.outcomes.accepted}</Mark>}
        </ThingRow>
      ))}
    </ol>
  );
}

function Differences({ found: { differences, lines } }: { readonly found: Answered }): ReactElement {
  const { papers: text, dates } = useText();
  const codeOf = (thingId: string | null) => lines.find(({ view }) => view.id === thingId)?.view.code ?? null;
  return (
    <Panel title={text.differences}>
      <ul className={styles["way"]}>
        {differences.map(({ taskId, kind, scanned, note, photoFileId, thingId, settled }) => (
          <li key={taskId}>
            <p lang="vi">
              <strong>{text.differenceKinds[kind as keyof typeof text.differenceKinds]}</strong>{" "}
              <span className={styles["code"]}>{scanned ?? codeOf(thingId)}</span> {note}
            </p>
            <p className={styles["quiet"]} lang="vi">
              {settled === null
                ? text.notSettled
                : text.settledBy(settled.by, dates.shortMoment(settled.at), settled.words)}
            </p>
            {photoFileId !== null && (
              <img
                className={styles["picture"]}
                src={`/api/v1/custody/files/${photoFileId}`}
                alt={text.photo}
                loading="lazy"
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Paper({
  id,
  paper,
  label,
}: {
  readonly id: string;
  readonly paper: string;
  readonly label: string;
}): ReactElement {
  return (
    <Button
      component="a"
      variant="default"
      leftSection={<Icon name="print" size={18} />}
      href={`/api/v1/custody/manifests/${id}/print?paper=${paper}`}
      target="_blank"
      rel="noreferrer"
    >
      {label}
    </Button>
  );
}

/** The giver withdraws, the addressee refuses: with the reason. */
function Settling({
  found,
  onClose,
}: {
  readonly found: Answered;
  readonly onClose: () => void;
}): ReactElement {
  const { papers: text } = useText();
  const act = useAct(settleManifest);
  const { manifestId, number, mayWithdraw } = found.manifest;
  return (
    <ReasonDialog
      title={mayWithdraw ? text.withdrawTitle(number) : text.refuseTitle(number)}
      submit={mayWithdraw ? text.withdraw : text.refuse}
      act={act}
      onClose={onClose}
      onSubmit={async (reason) => {
        const result = await act.send({ params: { manifestId }, body: { reason } });
        if (!result?.ok) return;
        showToast({ text: mayWithdraw ? text.withdrawn(number) : text.refused(number) });
        onClose();
        await forgetPapers();
      }}
    />
  );
}
