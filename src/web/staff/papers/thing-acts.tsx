import { endContainer, openContainer, sealContainer, unpackThings } from "#contract/containers.ts";
import type { readThing } from "#contract/custody.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import type { Static } from "typebox";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";

interface Props {
  readonly found: Static<typeof readThing.response>;
  readonly onHandOver: () => void;
}

/** What may be done with a thing in hand: it is handed over; a packet is sealed, opened, emptied, put away. */
export function ThingActs({ found, onHandOver }: Props): ReactElement | null {
  const { papers: text } = useText();
  if (!found.mayHandOver) return null;
  return (
    <div className={styles["form"]}>
      <div className={styles["acts"]}>
        <Button onClick={onHandOver}>{text.handOver}</Button>
        {found.view.thing === "container" && <ContainerActs found={found} />}
      </div>
      {found.view.thing === "container" && holdsAnything(found) && (
        <Sealing id={found.view.id} sealed={found.view.seal !== null} />
      )}
    </div>
  );
}

/** Also what this person may not read is in it. */
function holdsAnything({ view: { originals, copies, seal }, contents }: Props["found"]): boolean {
  return seal !== null || contents.length > 0 || originals + copies > 0;
}

function ContainerActs({ found }: Pick<Props, "found">): ReactElement {
  const { papers: text } = useText();
  const { view, contents } = found;
  return (
    <>
      {view.seal === null && contents.length > 0 && <Emptying id={view.id} />}
      {!holdsAnything(found) && <Ending id={view.id} />}
      <Button
        component="a"
        variant="default"
        href={`/api/v1/custody/labels?stock=roll50x30&containers=${view.id}`}
        target="_blank"
        rel="noreferrer"
      >
        {text.printLabel}
      </Button>
    </>
  );
}

/** Closing by a seal, or breaking it: either way its number is read. */
function Sealing({ id, sealed }: { readonly id: string; readonly sealed: boolean }): ReactElement {
  const { papers: text } = useText();
  const close = useAct(sealContainer);
  const open = useAct(openContainer);
  const [seal, setSeal] = useState("");
  const act = sealed ? open : close;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const typed = seal.trim();
    if (typed === "") return;
    const input = { params: { containerId: id }, body: { seal: typed } };
    const result = sealed ? await open.send(input) : await close.send(input);
    if (!result?.ok) return;
    showToast({ text: sealed ? text.opened : text.sealed(typed) });
    setSeal("");
    await forgetPapers();
  }
  return (
    <form onSubmit={(event) => void submit(event)}>
      <div className={styles["scan"]}>
        <TextField
          label={sealed ? text.sealRead : text.sealNew}
          value={seal}
          onChange={setSeal}
          maxLength={40}
        />
        <Button type="submit" variant="default" loading={act.pending}>
          {sealed ? text.open : text.seal}
        </Button>
      </div>
      {act.problem && <ProblemNotice problem={act.problem} />}
    </form>
  );
}

function Emptying({ id }: { readonly id: string }): ReactElement {
  const { papers: text } = useText();
  const act = useAct(unpackThings);
  async function run(): Promise<void> {
    const result = await act.send({ params: { containerId: id }, body: {} });
    if (!result?.ok) return;
    showToast({ text: text.unpacked(result.value.unpacked) });
    await forgetPapers();
  }
  return (
    <>
      <Button variant="default" loading={act.pending} onClick={() => void run()}>
        {text.unpack}
      </Button>
      {act.problem && <ProblemNotice problem={act.problem} />}
    </>
  );
}

function Ending({ id }: { readonly id: string }): ReactElement {
  const { papers: text } = useText();
  const act = useAct(endContainer);
  async function run(): Promise<void> {
    const result = await act.send({ params: { containerId: id }, body: {} });
    if (!result?.ok) return;
    showToast({ text: text.ended(result.value.code) });
    await forgetPapers();
  }
  return (
    <>
      <Button variant="default" loading={act.pending} onClick={() => void run()}>
        {text.end}
      </Button>
      {act.problem && <ProblemNotice problem={act.problem} />}
    </>
  );
}
