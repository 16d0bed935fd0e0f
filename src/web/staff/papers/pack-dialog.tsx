import { makeContainer, packThings } from "#contract/containers.ts";
import type { ThingView } from "#contract/custody.ts";
import { Button } from "@mantine/core";
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

interface Props {
  readonly things: readonly ThingView[];
  readonly held: readonly ThingView[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const NEW = { packet: "newPacket", bag: "newBag" } as const;
type NewKind = keyof typeof NEW;

/** What things are put into. */
type Into = Pick<ThingView, "id" | "code">;

/** Puts what was chosen into a packet or bag: a new one, or one that is open here. */
export function PackDialog({ things, held, onClose, onDone }: Props): ReactElement {
  const { papers: text } = useText();
  const make = useAct(makeContainer);
  const pack = useAct(packThings);
  const [into, setInto] = useState<string>(() => NEW[kindFor(things)]);
  const [made, setMade] = useState<ReadonlyMap<NewKind, Into>>(new Map());
  const open = held.filter(
    ({ thing, id, seal, manifestId }) =>
      thing === "container" &&
      seal === null &&
      manifestId === null &&
      !things.some((chosen) => chosen.id === id),
  );
  const options = [
    { value: NEW.packet, label: text.newPacket },
    { value: NEW.bag, label: text.newBag },
    ...open.map(({ id, code, kind }) => ({ value: id, label: `${text.kinds[kind]} ${code}` })),
  ];
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    // A packet that was made before a line dropped is used, and no second one is made.
    const kind = newKindOf(into);
    const box = kind ? (made.get(kind) ?? (await makeNew(kind))) : open.find(({ id }) => id === into);
    if (!box) return;
    const refs = things.map(({ thing, id }) => ({ thing, id }));
    const result = await pack.send({ params: { containerId: box.id }, body: { things: refs } });
    if (!result?.ok) return;
    showToast({ text: text.packed(result.value.packed, box.code) });
    await forgetPapers();
    onDone();
  }
  async function makeNew(kind: NewKind): Promise<Into | null> {
    const result = await make.send({ body: { kind } });
    if (!result?.ok) return null;
    const { containerId: id, code } = result.value;
    setMade(new Map(made).set(kind, { id, code }));
    return { id, code };
  }
  const problem = make.problem ?? pack.problem;
  return (
    <Dialog opened onClose={onClose} title={text.packTitle(things.length)}>
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <SearchSelect
          label={text.into}
          options={options}
          value={into}
          onChange={setInto}
          nothingFound={text.noContainer}
          required
        />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={make.pending || pack.pending}>
            {text.pack}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

/** Papers go into a packet, packets into a bag. */
function kindFor(things: readonly ThingView[]): NewKind {
  return things.some(({ thing }) => thing === "container") ? "bag" : "packet";
}

function newKindOf(into: string): NewKind | undefined {
  return (["packet", "bag"] as const).find((kind) => NEW[kind] === into);
}
