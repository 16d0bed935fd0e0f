import { type FindingView, resolveFinding } from "#contract/sites.ts";
import { localTime } from "#domain/shared/instant.ts";
import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DateField } from "#web/ui/date-field.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { serverNow } from "../server-clock.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { PhotoField } from "./photo-field.tsx";
import styles from "./sites.module.css";
import { type KeptPhoto, usePhotos } from "./use-photos.ts";
import { forgetSites } from "./use-sites.ts";

interface Props {
  readonly finding: FindingView;
  readonly onClose: () => void;
}

/** The head of the unit says when and how a finding was put right, with photos. */
export function ResolveDialog({ finding, onClose }: Props): ReactElement {
  const { sites, mandates, common } = useText();
  const text = sites.finding;
  const form = useResolve(finding, onClose);
  return (
    <Dialog opened onClose={onClose} title={text.resolve} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void form.submit(event)} noValidate>
        <p className={styles["flat"]} lang="vi">
          <strong>{finding.words}</strong>
        </p>
        <DateField
          label={text.resolveDay}
          value={form.day}
          onChange={form.setDay}
          problem={form.asked && parsePlainDate(form.day) === undefined ? mandates.notADay : undefined}
          required
        />
        <Textarea
          label={text.resolveWords}
          description={text.resolveWordsHint}
          value={form.words}
          onChange={(event) => form.setWords(event.currentTarget.value)}
          error={form.asked && form.words.trim() === "" ? mandates.missing : undefined}
          maxLength={500}
          autosize
          minRows={2}
          required
          data-autofocus
        />
        <PhotoField
          queue={form.queue}
          owner="resolution"
          about={text.resolve}
          photos={form.photos}
          onChange={form.setPhotos}
        />
        {form.queue.unsent > 0 && <p className={styles["note"]}>{sites.photos.unsent(form.queue.unsent)}</p>}
        {form.problem && <ProblemNotice problem={form.problem} />}
        <Group>
          <Button type="submit" loading={form.pending} disabled={form.queue.unsent > 0}>
            {text.send}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function useResolve(finding: FindingView, onClose: () => void) {
  const { finding: text } = useText().sites;
  const act = useAct(resolveFinding);
  const [day, setDay] = useState<string>(() => localTime(serverNow()).day);
  const [words, setWords] = useState("");
  const [photos, setPhotos] = useState<readonly KeptPhoto[]>([]);
  const [asked, setAsked] = useState(false);
  const queue = usePhotos((_owner, photo) => setPhotos((now) => [...now, photo]));

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (words.trim() === "" || parsePlainDate(day) === undefined) {
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const body = { day, words: words.trim(), photos: [...photos] };
    const result = await act.send({ params: { findingId: finding.id }, body });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.resolveDone });
    await forgetSites();
  }

  const { pending, problem } = act;
  return { day, setDay, words, setWords, photos, setPhotos, asked, queue, submit, pending, problem };
}
