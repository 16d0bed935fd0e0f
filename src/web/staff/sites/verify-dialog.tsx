import { type FindingView, verifyFinding } from "#contract/sites.ts";
import { Button, Group, Radio, Stack, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { PhotoStrip } from "./photo-strip.tsx";
import styles from "./sites.module.css";
import { forgetSites } from "./use-sites.ts";

interface Props {
  readonly finding: FindingView;
  readonly onClose: () => void;
}

/** A surveyor looks at what was put right: it closes the finding, or says what is still missing. */
export function VerifyDialog({ finding, onClose }: Props): ReactElement {
  const { sites, dates, common } = useText();
  const text = sites.finding;
  const form = useVerify(finding, onClose);
  const last = finding.resolutions.at(-1);
  return (
    <Dialog opened onClose={onClose} title={text.verify} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void form.submit(event)} noValidate>
        <p className={styles["flat"]} lang="vi">
          <strong>{finding.words}</strong>
        </p>
        {last && (
          <div lang="vi">
            <p className={styles["flat"]}>
              {text.resolvedBy(last.by, dates.shortDay(last.day))}: {last.words}
            </p>
            <PhotoStrip photos={last.photos} about={last.words} />
          </div>
        )}
        <Radio.Group
          label={text.verdict}
          value={form.accepted ? "accept" : "reject"}
          onChange={(value) => form.setAccepted(value === "accept")}
        >
          <Stack gap="xs" mt={4}>
            <Radio value="accept" label={text.accept} />
            <Radio value="reject" label={text.reject} />
          </Stack>
        </Radio.Group>
        <Textarea
          label={text.verdictWords}
          description={text.verdictWordsHint}
          value={form.words}
          onChange={(event) => form.setWords(event.currentTarget.value)}
          error={form.missing}
          maxLength={500}
          autosize
          minRows={2}
          required={!form.accepted}
        />
        {form.problem && <ProblemNotice problem={form.problem} />}
        <Group>
          <Button type="submit" loading={form.pending}>
            {text.record}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function useVerify(finding: FindingView, onClose: () => void) {
  const { sites, mandates } = useText();
  const act = useAct(verifyFinding);
  const [accepted, setAccepted] = useState(true);
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState(false);
  const isMissing = !accepted && words.trim() === "";

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (isMissing) {
      element.querySelector("textarea")?.focus();
      return;
    }
    const result = await act.send({
      params: { findingId: finding.id },
      body: { resolutionId: finding.resolutions.at(-1)?.id ?? "", accepted, words: words.trim() },
    });
    if (!result?.ok) return;
    onClose();
    showToast({ text: sites.finding.verifyDone });
    await forgetSites();
  }

  const { pending, problem } = act;
  const missing = asked && isMissing ? mandates.missing : undefined;
  return { accepted, setAccepted, words, setWords, missing, submit, pending, problem };
}
