import { takeFromOutsider } from "#contract/outsiders.ts";
import { Button } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import { Signing } from "./outsider-dialog.tsx";
import styles from "./papers.module.css";
import { ScannedCodes } from "./scanned-codes.tsx";
import { useSignature } from "./use-signature.ts";

/** Takes over what a driver or a citizen has brought: the labels are scanned, and both sign on this screen. */
export function TakingDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { papers: text } = useText();
  const navigate = useNavigate();
  const act = useAct(takeFromOutsider);
  const [mine, theirs] = [useSignature(), useSignature()];
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState(false);

  /** A scanner ends with Enter, a hand with the button. */
  function takeTyped(): void {
    const code = typed.trim().toUpperCase();
    setTyped("");
    if (code !== "" && !codes.includes(code)) setCodes([...codes, code]);
  }
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (typed.trim() !== "") return takeTyped();
    setAsked(true);
    if (codes.length === 0 || !mine.isGiven || !theirs.isGiven) return;
    const giverSignature = await theirs.keep();
    const signature = giverSignature && (await mine.keep());
    if (!giverSignature || !signature) return;
    const result = await act.send({ body: { codes: [...codes], giverSignature, signature } });
    if (!result?.ok) return;
    const { manifestId, number } = result.value;
    showToast({ text: text.taking.taken(number) });
    await forgetPapers();
    onClose();
    await navigate({ to: "/papers/manifests/$manifestId", params: { manifestId } });
  }
  const [problem] = [mine, theirs, act].flatMap((one) => one.problem ?? []);
  return (
    <Dialog opened onClose={onClose} title={text.taking.title} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["quiet"]}>{text.taking.hint}</p>
        <CodeField
          typed={typed}
          onType={setTyped}
          onTake={takeTyped}
          problem={asked && codes.length === 0 ? text.taking.nothing : undefined}
        />
        {codes.length > 0 && (
          <ScannedCodes
            title={text.lines(codes.length)}
            codes={codes}
            onDrop={(code) => setCodes(codes.filter((one) => one !== code))}
          />
        )}
        <Signing title={text.taking.giverSigns} signature={theirs} asked={asked} />
        <Signing title={text.taking.takerSigns} signature={mine} asked={asked} />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={act.pending || mine.pending || theirs.pending}>
            {text.taking.act}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

interface CodeProps {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onTake: () => void;
  readonly problem: string | undefined;
}

function CodeField({ typed, onType, onTake, problem }: CodeProps): ReactElement {
  const { papers: text } = useText();
  return (
    <div className={styles["scan"]}>
      <TextField
        label={text.taking.scan}
        value={typed}
        onChange={onType}
        maxLength={40}
        data-autofocus
        problem={problem}
      />
      <Button variant="default" onClick={onTake}>
        {text.take}
      </Button>
    </div>
  );
}
