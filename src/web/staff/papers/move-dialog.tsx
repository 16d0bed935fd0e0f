import {
  type HolderRef,
  type HolderView,
  type ThingView,
  listHoldings,
  placeThings,
} from "#contract/custody.ts";
import { listCustodyPlaces } from "#contract/custody-places.ts";
import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";
import { SignatureField } from "./signature-field.tsx";
import { useSignature } from "./use-signature.ts";

interface Props {
  readonly things: readonly ThingView[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const ONE_PERSONS = ["person", "counter", "place"] as const;

/** Whoever has all of it already is no place to move it to. */
function targetOf({ kind, id, name }: HolderView, things: readonly ThingView[], myself: string) {
  const own = ONE_PERSONS.find((one) => one === kind);
  if (own === undefined || id === null || things.every(({ holder }) => holder?.id === id)) return [];
  const ref: HolderRef = { kind: own, id };
  return [{ ref, value: id, label: own === "person" ? myself : name }];
}

/** Two shelves of one name are told apart by their labels. */
function apart<Target extends { readonly value: string; readonly label: string }>(
  targets: readonly Target[],
  codes: ReadonlyMap<string, string>,
): readonly Target[] {
  return targets.map((target) => {
    const isAlone = targets.filter(({ label }) => label === target.label).length === 1;
    const code = codes.get(target.value);
    return isAlone || code === undefined ? target : { ...target, label: `${target.label} (${code})` };
  });
}

function targetsOf(
  holders: readonly { readonly holder: HolderView; readonly own: boolean }[] = [],
  things: readonly ThingView[],
  myself: string,
) {
  return holders.flatMap(({ holder, own }) => (own ? targetOf(holder, things, myself) : []));
}

/** Moves things between what one person alone answers for: one signature, nobody else has to accept. */
export function MoveDialog({ things, onClose, onDone }: Props): ReactElement {
  const { papers: text } = useText();
  const own = useRead(listHoldings, { query: {} });
  const places = useRead(listCustodyPlaces, { query: {} });
  const signature = useSignature();
  const act = useAct(placeThings);
  const [chosen, setChosen] = useState("");
  const [asked, setAsked] = useState(false);
  const codes = new Map(places.data?.places.map(({ placeId, code }) => [placeId, code]));
  const targets = apart(targetsOf(own.data?.holders, things, text.move.myself), codes);
  const target = targets.find(({ value }) => value === chosen);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (!target || !signature.isGiven) return;
    const signed = await signature.keep();
    if (!signed) return;
    const result = await act.send({
      body: { things: things.map(({ thing, id }) => ({ thing, id })), to: target.ref, signature: signed },
    });
    if (result?.ok !== true) return;
    showToast({ text: text.move.moved(result.value.placed, target.label) });
    await forgetPapers();
    onDone();
  }
  const problem = signature.problem ?? act.problem ?? own.problem;
  return (
    <Dialog opened onClose={onClose} title={text.move.title(things.length)} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["quiet"]}>
          {own.data && targets.length === 0 ? text.move.nowhere : text.move.hint}
        </p>
        <NativeSelect
          label={text.move.to}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          error={asked && !target ? text.move.toMissing : undefined}
          data={[
            { value: "", label: text.move.choose },
            ...targets.map(({ value, label }) => ({ value, label })),
          ]}
        />
        <SignatureField signature={signature} asked={asked} />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={act.pending || signature.pending}>
            {text.move.act}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
