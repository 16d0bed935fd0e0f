import { type ThingView, listHoldings } from "#contract/custody.ts";
import { Button, Checkbox } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";
import { ContainerDialog } from "./container-dialog.tsx";
import { HandOverDialog } from "./hand-over-dialog.tsx";
import { MoveDialog } from "./move-dialog.tsx";
import { OtherHolders } from "./other-holders.tsx";
import { OutsiderDialog } from "./outsider-dialog.tsx";
import { PackDialog } from "./pack-dialog.tsx";
import { PapersHead } from "./papers-head.tsx";
import styles from "./papers.module.css";
import { ScanField } from "./scan-field.tsx";
import { ThingRow, holderWords } from "./thing-row.tsx";

type Doing = "handOver" | "move" | "outsider" | "pack" | null;

/** What this person and the places in his or her charge hold right now, and what can be done with it. */
export function HeldPage(): ReactElement {
  const { papers: text } = useText();
  const read = usePages({
    key: readKey(listHoldings, {}),
    read: (after) => call(listHoldings, { query: after === null ? {} : { after } }),
  });
  const things = read.pages?.flatMap((page) => page.things);
  const [making, setMaking] = useState(false);
  return (
    <div className={styles["page"]}>
      <PapersHead title={text.held} intro={text.heldIntro} />
      <div className={styles["acts"]}>
        <Button
          leftSection={<Icon name="plus" size={18} />}
          variant="default"
          onClick={() => setMaking(true)}
        >
          {text.newContainer}
        </Button>
        <Button
          component="a"
          href="/api/v1/custody/labels?stock=a4&newPackets=20&newBags=4"
          target="_blank"
          rel="noreferrer"
          variant="default"
          leftSection={<Icon name="print" size={18} />}
        >
          {text.printLabels}
        </Button>
      </div>
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {!things && !read.problem && <LoadingLines lines={8} />}
      {things && <Held things={things} whole={!read.hasMore} />}
      {read.hasMore && (
        <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
          {text.more}
        </Button>
      )}
      <OtherHolders holders={read.pages?.[0]?.holders ?? []} />
      {making && <ContainerDialog onClose={() => setMaking(false)} />}
    </div>
  );
}

interface HeldProps {
  readonly things: readonly ThingView[];
  /** Nothing more is to be loaded. */
  readonly whole: boolean;
}

/** Chosen by scanning or by hand, then handed over or packed. */
function Held({ things, whole }: HeldProps): ReactElement {
  const { papers: text } = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [doing, setDoing] = useState<Doing>(null);
  const selected = things.filter(({ id }) => chosen.has(id));
  const close = () => setDoing(null);
  const done = () => {
    close();
    setChosen(new Set());
  };
  function scan(code: string): string {
    const found = things.find((thing) => sameCode(thing, code));
    if (!found) return whole ? text.notHeld(code) : text.notLoaded(code);
    if (chosen.has(found.id)) return text.twice(found.code);
    setChosen(new Set([...chosen, found.id]));
    return text.added(found.code, chosen.size + 1);
  }
  return (
    <>
      <ScanField label={text.scanToChoose} onScan={scan} />
      {things.length === 0 && (
        <EmptyState icon="success" title={text.nothingHeld} hint={text.nothingHeldHint} />
      )}
      <Groups things={things} chosen={chosen} onChoose={setChosen} />
      {selected.length > 0 && (
        <div className={styles["bar"]} role="region" aria-label={text.chosenLabel}>
          <strong>{text.chosen(selected.length)}</strong>
          <Button onClick={() => setDoing("handOver")}>{text.handOver}</Button>
          <Button variant="default" onClick={() => setDoing("outsider")}>
            {text.outsider.act}
          </Button>
          <Button variant="default" onClick={() => setDoing("move")}>
            {text.move.act}
          </Button>
          <Button variant="default" onClick={() => setDoing("pack")}>
            {text.pack}
          </Button>
          <Button variant="subtle" onClick={() => setChosen(new Set())}>
            {text.none}
          </Button>
        </div>
      )}
      {doing === "handOver" && <HandOverDialog things={selected} onClose={close} onDone={done} />}
      {doing === "outsider" && <OutsiderDialog things={selected} onClose={close} onDone={done} />}
      {doing === "move" && <MoveDialog things={selected} onClose={close} onDone={done} />}
      {doing === "pack" && <PackDialog things={selected} held={things} onClose={close} onDone={done} />}
    </>
  );
}

function sameCode({ code, seal }: ThingView, scanned: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, "").toUpperCase();
  return plain(code) === plain(scanned) || (seal !== null && plain(seal) === plain(scanned));
}

interface GroupsProps {
  readonly things: readonly ThingView[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** By whoever has it: the person first, then each place. */
function Groups({ things, chosen, onChoose }: GroupsProps): ReactElement {
  const { papers: text } = useText();
  const groups = new Map<string, ThingView[]>();
  for (const thing of things) {
    const name = thing.holder === null ? text.putAway : holderWords(thing.holder, text.citizen);
    groups.set(name, [...(groups.get(name) ?? []), thing]);
  }
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return (
    <>
      {[...groups].map(([name, own]) => (
        <section key={name} className={styles["group"]}>
          <h2 lang="vi">
            {name} ({own.length})
          </h2>
          <ul className={styles["list"]}>
            {own.map((view) => (
              <ThingRow
                key={view.id}
                view={view}
                lead={
                  <Checkbox
                    aria-label={text.choose(view.code)}
                    checked={chosen.has(view.id)}
                    disabled={view.manifestId !== null}
                    onChange={() => toggle(view.id)}
                  />
                }
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
