import { endContainer } from "#contract/containers.ts";
import type { readThing } from "#contract/custody.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import type { Static } from "typebox";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import { MoveDialog } from "./move-dialog.tsx";
import styles from "./papers.module.css";
import { RewrapDialog } from "./rewrap-dialog.tsx";
import { Closing, Opening } from "./sealing.tsx";
import { UnpackDialog } from "./unpack-dialog.tsx";

interface Props {
  readonly found: Static<typeof readThing.response>;
  readonly onHandOver: () => void;
}

/** What may be done with a thing in hand: it is handed over; a packet is sealed, opened, emptied, put away. */
export function ThingActs({ found, onHandOver }: Props): ReactElement | null {
  const { papers: text } = useText();
  const [moving, setMoving] = useState(false);
  const stop = () => setMoving(false);
  if (!found.mayHandOver) return <WhyNot view={found.view} />;
  const Seal = found.view.seal === null ? Closing : Opening;
  return (
    <div className={styles["form"]}>
      <div className={styles["acts"]}>
        <Button onClick={onHandOver}>{text.handOver}</Button>
        <Button variant="default" onClick={() => setMoving(true)}>
          {text.move.act}
        </Button>
        {moving && <MoveDialog things={[found.view]} onClose={stop} onDone={stop} />}
        {found.view.thing === "container" && <ContainerActs found={found} />}
        <LabelLink view={found.view} />
      </div>
      {found.view.thing === "container" && holdsAnything(found) && <Seal containerId={found.view.id} />}
    </div>
  );
}

/** What keeps a thing from being moved, and where to go: it waits on a bảng kê, or lies in something else. */
function WhyNot({ view: { manifestId, inside } }: Pick<Props["found"], "view">): ReactElement | null {
  const { papers: text } = useText();
  if (manifestId !== null)
    return (
      <p>
        <Mark tone="info" icon="clock">
          {text.waiting}
        </Mark>{" "}
        <Link to="/papers/manifests/$manifestId" params={{ manifestId }}>
          {text.toManifest}
        </Link>
      </p>
    );
  if (inside === null) return null;
  return (
    <p>
      {text.takeOutFirst}{" "}
      <Link to="/papers/$thing/$id" params={{ thing: "container", id: inside.id }}>
        {text.toContainer(inside.code)}
      </Link>
    </p>
  );
}

/** Also what this person may not read is in it. */
function holdsAnything({ view: { originals, copies, seal }, contents }: Props["found"]): boolean {
  return seal !== null || contents.length > 0 || originals + copies > 0;
}

function ContainerActs({ found }: Pick<Props, "found">): ReactElement {
  const { papers: text } = useText();
  const { view, contents } = found;
  const [doing, setDoing] = useState<"unpack" | "rewrap" | null>(null);
  const stop = () => setDoing(null);
  return (
    <>
      {view.seal === null && contents.length > 0 && (
        <Button variant="default" onClick={() => setDoing("unpack")}>
          {text.unpack}
        </Button>
      )}
      {holdsAnything(found) ? (
        <Button variant="default" onClick={() => setDoing("rewrap")}>
          {text.rewrap.act}
        </Button>
      ) : (
        <Ending id={view.id} />
      )}
      {doing === "unpack" && <UnpackDialog container={view} contents={contents} onClose={stop} />}
      {doing === "rewrap" && <RewrapDialog container={view} contents={contents} onClose={stop} />}
    </>
  );
}

/** One label for the thing itself, on the stock of a label printer. */
function LabelLink({ view: { thing, id } }: Pick<Props["found"], "view">): ReactElement {
  const { papers: text } = useText();
  return (
    <Button
      component="a"
      variant="default"
      href={`/api/v1/custody/labels?stock=roll50x30&${thing === "container" ? "containers" : "items"}=${id}`}
      target="_blank"
      rel="noreferrer"
    >
      {text.printLabel}
    </Button>
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
