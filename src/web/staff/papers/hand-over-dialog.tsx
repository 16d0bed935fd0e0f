import { type HolderRef, type ThingView, offerThings } from "#contract/custody.ts";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";
import { useReceivers } from "./use-receivers.ts";
import { SignatureField } from "./signature-field.tsx";
import { useSignature } from "./use-signature.ts";

interface Props {
  readonly things: readonly ThingView[];
  /** Who receives it, as long as nobody else is chosen. */
  readonly to?: HolderRef;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Offers what was chosen on a bảng kê: to whom, and the giver's signature. */
export function HandOverDialog({ things, to: meant, onClose, onDone }: Props): ReactElement {
  const { papers: text } = useText();
  const navigate = useNavigate();
  const { to, ...receivers } = useReceivers(meant);
  const signature = useSignature();
  const act = useAct(offerThings);
  const [missing, setMissing] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setMissing(to === "" || !signature.isGiven);
    if (to === "" || !signature.isGiven) return;
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
          options={receivers.options}
          value={to}
          onChange={receivers.onChange}
          onType={receivers.onType}
          nothingFound={text.noReceiver}
          problem={missing && to === "" ? text.receiverMissing : undefined}
          required
        />
        <SignatureField signature={signature} asked={missing} />
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
