import {
  type HolderRef,
  type HolderView,
  type ThingView,
  findReceivers,
  offerThings,
} from "#contract/custody.ts";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { type SearchOption, SearchSelect } from "#web/ui/search-select.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { SignaturePad } from "../dossiers/signature-pad.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";
import { useSignature } from "./use-signature.ts";

interface Props {
  readonly things: readonly ThingView[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function optionOf({ kind, id, name, responsible }: HolderView): SearchOption[] {
  if (id === null) return [];
  return [{ value: `${kind}:${id}`, label: responsible === null ? name : `${name} (${responsible})` }];
}

/** Offers what was chosen on a bảng kê: to whom, and the giver's signature. */
export function HandOverDialog({ things, onClose, onDone }: Props): ReactElement {
  const { papers: text } = useText();
  const navigate = useNavigate();
  const receivers = useRead(findReceivers, { query: {} });
  const signature = useSignature();
  const act = useAct(offerThings);
  const [to, setTo] = useState("");
  const [missing, setMissing] = useState(false);
  const options = (receivers.data?.receivers ?? []).flatMap(optionOf);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMissing(to === "" || signature.drawn === null);
    if (to === "" || signature.drawn === null) return;
    const signed = await signature.keep();
    if (!signed) return;
    const [kind = "", id = ""] = to.split(":");
    const result = await act.send({
      body: {
        things: things.map(({ thing, id: thingId }) => ({ thing, id: thingId })),
        to: { kind: kind as HolderRef["kind"], id },
        signature: signed,
      },
    });
    if (!result?.ok) return;
    showToast({ text: text.offered(result.value.number) });
    await forgetPapers();
    onDone();
    await navigate({ to: "/papers/manifests/$manifestId", params: { manifestId: result.value.manifestId } });
  }
  const problem = signature.problem ?? act.problem ?? receivers.problem;
  const sheets = things.reduce((sum, { originals, copies }) => sum + originals + copies, 0);
  return (
    <Dialog opened onClose={onClose} title={text.handOverTitle(things.length)} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["quiet"]}>{text.handOverHint(things.length, sheets)}</p>
        <SearchSelect
          label={text.receiver}
          options={options}
          value={to}
          onChange={setTo}
          nothingFound={text.noReceiver}
          problem={missing && to === "" ? text.receiverMissing : undefined}
          required
        />
        <SignaturePad
          signed={signature.drawn !== null}
          onChange={signature.setDrawn}
          hint={text.signHere}
          problem={missing && signature.drawn === null ? text.signatureMissing : undefined}
        />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={act.pending || signature.pending}>
            {text.offer}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
