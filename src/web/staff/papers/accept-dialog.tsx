import { acceptManifest, keepCustodyFile, type readManifest } from "#contract/custody.ts";
import { Button, Checkbox } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import type { Static } from "typebox";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { type Damage, NO_DAMAGE, damagesWith, isWhole } from "./damage-fields.tsx";
import { DamageList } from "./damage-list.tsx";
import { forgetPapers } from "./forget-papers.ts";
import { NOTHING_COUNTED, keepManifestCount } from "./manifest-count.ts";
import styles from "./papers.module.css";
import { type Reception, ReceptionField, isChosen } from "./reception-field.tsx";
import { SignatureField } from "./signature-field.tsx";
import { useSignature } from "./use-signature.ts";

interface Props {
  readonly found: Static<typeof readManifest.response>;
  /** Things that were counted. */
  readonly seen: ReadonlySet<string>;
  /** Codes that were scanned and are not on the list. */
  readonly extra: readonly string[];
  readonly onClose: () => void;
}

const MISSING = "missing" as const;
const EXTRA = "extra" as const;

/** What is accepted, as it is being filled in, and how it is sent: signature and photos are kept first, each once. */
function useAcceptance({ found, seen, extra, onClose }: Props) {
  const { papers: text } = useText();
  const { manifest, lines } = found;
  const act = useAct(acceptManifest);
  const photo = useAct(keepCustodyFile);
  const signature = useSignature();
  const [damages, setDamages] = useState<readonly Damage[]>([NO_DAMAGE]);
  const [inPerson, setInPerson] = useState(manifest.to.kind === "postOffice");
  const [receivedAs, setReceivedAs] = useState<Reception | null>(null);
  const [asked, setAsked] = useState(false);
  const missing = lines.filter(({ view }) => !seen.has(view.id));
  const mayChoose = manifest.to.kind !== "person";

  async function keepPhoto(body: Blob): Promise<string | null> {
    const kept = await photo.send({ query: { purpose: "photo" }, body });
    return kept?.ok ? kept.value.fileId : null;
  }

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (!damages.every(isWhole) || !isChosen(found, receivedAs)) return;
    const signed = await signature.keep();
    if (!signed) return;
    const damaged = await damagesWith(damages, keepPhoto);
    if (!damaged) return;
    const differences = [
      ...missing.map(({ position }) => ({ kind: MISSING, position, note: text.missingNote })),
      ...extra.map((scanned) => ({ kind: EXTRA, scanned, note: text.extraNote })),
      ...damaged,
    ];
    const counted = lines.length - missing.length + extra.length;
    const as = { ...(mayChoose && inPerson && { inPerson }), ...(receivedAs && { receivedAs }) };
    const body = { counted, signature: signed, differences, ...as };
    const result = await act.send({ params: { manifestId: manifest.manifestId }, body });
    if (!result) return;
    // Somebody was faster: the page behind shows what became of it.
    if (!result.ok) return result.problem.kind === "refused" ? forgetPapers() : undefined;
    const { competing, accepted, tasks } = result.value;
    showToast({ text: competing ? text.competing : text.accepted(accepted, tasks) });
    keepManifestCount(manifest.manifestId, NOTHING_COUNTED);
    onClose();
    await forgetPapers();
  }

  return {
    submit,
    asked,
    missing,
    damages,
    setDamages,
    mayChoose,
    inPerson,
    setInPerson,
    receivedAs,
    setReceivedAs,
    signature,
    problem: signature.problem ?? photo.problem ?? act.problem,
    pending: act.pending || signature.pending || photo.pending || damages.some(({ shrinking }) => shrinking),
  };
}

/** Accepts what was counted: what was not is missing, what differs is noted with a photo, and the receiver signs. */
export function AcceptDialog(props: Props): ReactElement {
  const { papers: text } = useText();
  const { found, seen, extra, onClose } = props;
  const { manifest, lines } = found;
  const filling = useAcceptance(props);
  const { asked, missing, signature, problem } = filling;
  return (
    <Dialog opened onClose={onClose} title={text.acceptTitle(manifest.number)} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void filling.submit(event)} noValidate>
        <Counted missing={missing.map(({ view }) => view.code)} extra={extra} lines={lines.length} />
        <DamageList
          lines={lines.filter(({ view }) => seen.has(view.id))}
          damages={filling.damages}
          onChange={filling.setDamages}
          asked={asked}
        />
        {filling.mayChoose && (
          <Checkbox
            label={text.inPerson(manifest.to.name)}
            checked={filling.inPerson}
            onChange={(event) => filling.setInPerson(event.currentTarget.checked)}
          />
        )}
        <ReceptionField
          found={found}
          chosen={filling.receivedAs}
          onChange={filling.setReceivedAs}
          asked={asked}
        />
        <SignatureField signature={signature} asked={asked} />
        {problem && <ProblemNotice problem={problem} />}
        <Acts pending={filling.pending} onClose={onClose} />
      </form>
    </Dialog>
  );
}

interface ActsProps {
  readonly pending: boolean;
  readonly onClose: () => void;
}

function Acts({ pending, onClose }: ActsProps): ReactElement {
  const { papers: text } = useText();
  return (
    <DialogActs>
      <Button variant="default" onClick={onClose}>
        {text.cancel}
      </Button>
      <Button type="submit" loading={pending}>
        {text.accept}
      </Button>
    </DialogActs>
  );
}

interface CountedProps {
  readonly missing: readonly string[];
  readonly extra: readonly string[];
  readonly lines: number;
}

function Counted({ missing, extra, lines }: CountedProps): ReactElement {
  const { papers: text } = useText();
  return (
    <>
      <p lang="vi">{text.countedWords(lines - missing.length, lines)}</p>
      {missing.length > 0 && (
        <Notice tone="warning" title={text.missingTitle(missing.length)}>
          {missing.join(", ")}
        </Notice>
      )}
      {extra.length > 0 && (
        <Notice tone="warning" title={text.extraTitle(extra.length)}>
          {extra.join(", ")}
        </Notice>
      )}
    </>
  );
}
