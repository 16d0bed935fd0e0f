import { handBackDossier, remarkOnReturn, resubmitDossier } from "#contract/confirming.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { useAct } from "../use-act.ts";
import { ActFrame } from "./act-frame.tsx";
import { settle } from "./act-outcome.ts";
import type { ActFormProps } from "./act-props.ts";
import { NoteField } from "./note-field.tsx";

/** The officer gives the dossier back to the counter and says what is to be mended. */
export function HandBackForm(props: ActFormProps): ReactElement {
  return <WordsForm {...props} move="handBack" route={handBackDossier} />;
}

/** The counter's answer, with which the dossier waits again. */
export function ResubmitForm(props: ActFormProps): ReactElement {
  return <WordsForm {...props} move="resubmit" route={resubmitDossier} />;
}

/** Words about a return that waits. */
export function RemarkForm(props: ActFormProps): ReactElement {
  return <WordsForm {...props} move="remark" route={remarkOnReturn} />;
}

/** As the contract asks: the other side must know what to do. */
const WORDS_MIN = 3;

interface WordsFormProps extends ActFormProps {
  readonly move: "handBack" | "resubmit" | "remark";
  readonly route: typeof handBackDossier | typeof resubmitDossier | typeof remarkOnReturn;
}

function WordsForm({ move, route, dossier, permit, onDone, onCancel }: WordsFormProps): ReactElement {
  const text = useText();
  const act = useAct(route);
  const [words, setWords] = useState("");
  const [tried, setTried] = useState(false);
  const short = tidyText(words).length < WORDS_MIN;
  async function send(): Promise<void> {
    setTried(true);
    if (short) return;
    const { dossierId, version } = dossier;
    settle(await act.send({ params: { dossierId }, body: { version, words: tidyText(words) } }), onDone);
  }
  const { label, hint, submit } = text.confirming.forms[move];
  return (
    <ActFrame
      label={text.lists.moves[move]}
      permit={permit}
      pending={act.pending}
      problem={act.problem}
      submitLabel={submit}
      onSubmit={() => void send()}
      onCancel={onCancel}
    >
      <NoteField
        label={label}
        hint={hint}
        problem={tried && short ? text.confirming.forms.short : undefined}
        value={words}
        onChange={setWords}
        required
        autoFocus
      />
    </ActFrame>
  );
}
