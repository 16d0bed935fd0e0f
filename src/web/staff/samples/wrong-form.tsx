import { WRONG_KINDS, type WrongKind } from "#domain/mandate/sampling.ts";
import { Button, Group, NativeSelect, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import styles from "./samples.module.css";

export interface WrongWords {
  readonly kind: WrongKind;
  readonly words: string;
}

interface Props {
  readonly pending: boolean;
  readonly onSave: (found: WrongWords) => void;
  readonly onCancel: () => void;
}

/** What was wrong: its kind and, in words, what whoever did it must know to mend it. */
export function WrongForm({ pending, onSave, onCancel }: Props): ReactElement {
  const { samples: text, common } = useText();
  const [kind, setKind] = useState<WrongKind | "">("");
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = words.trim() === "";
  const noKind = kind === "";

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const element = event.currentTarget;
    setAsked(true);
    if (noKind || missing)
      requestAnimationFrame(() => element.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
    else onSave({ kind, words: words.trim() });
  }

  return (
    <form className={styles["stack"]} onSubmit={submit} noValidate>
      <NativeSelect
        label={text.kind}
        value={kind}
        autoFocus
        onChange={(event) => {
          const { value } = event.currentTarget;
          setKind(WRONG_KINDS.find((one) => one === value) ?? "");
        }}
        data={[
          { value: "", label: text.kindChoose },
          ...WRONG_KINDS.map((one) => ({ value: one, label: text.kinds[one] })),
        ]}
        error={asked && noKind ? text.kindMissing : undefined}
        required
      />
      <Textarea
        label={text.words}
        description={text.wordsHint}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={asked && missing ? text.missing : undefined}
        maxLength={2_000}
        autosize
        minRows={2}
        required
      />
      <Group>
        <Button type="submit" loading={pending}>
          {text.save}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {common.cancel}
        </Button>
      </Group>
    </form>
  );
}
