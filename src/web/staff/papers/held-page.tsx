import { type ThingView, findThings, listHoldings } from "#contract/custody.ts";
import { Button, Checkbox } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { type AnswerOf, call } from "../api.ts";
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
  const holders = read.pages?.[0]?.holders ?? [];
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
      {things && <Held things={things} holders={holders} whole={!read.hasMore} />}
      {read.hasMore && (
        <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
          {text.more}
        </Button>
      )}
      <OtherHolders holders={holders} />
      {making && <ContainerDialog onClose={() => setMaking(false)} />}
    </div>
  );
}

interface HeldProps {
  readonly things: readonly ThingView[];
  readonly holders: AnswerOf<typeof listHoldings>["holders"];
  /** Nothing more is to be loaded. */
  readonly whole: boolean;
}

/** Chosen by scanning or by hand, then handed over or packed. */
function Held({ things: loaded, holders, whole }: HeldProps): ReactElement {
  const { papers: text } = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  /** Scanned though not loaded yet: the list of a clerk with hundreds of packets has pages. */
  const [beyond, setBeyond] = useState<readonly ThingView[]>([]);
  const [doing, setDoing] = useState<Doing>(null);
  const things = [...beyond.filter(({ id }) => !loaded.some((one) => one.id === id)), ...loaded];
  const selected = things.filter(({ id }) => chosen.has(id));
  const close = () => setDoing(null);
  const done = () => {
    close();
    setChosen(new Set());
    setBeyond([]);
  };
  function choose(found: readonly ThingView[], code: string): string {
    const next = found.filter(({ id, manifestId }) => manifestId === null && !chosen.has(id));
    if (next.length === 0) return text.twice(code);
    setChosen(new Set([...chosen, ...next.map(({ id }) => id)]));
    return text.added(code, chosen.size + next.length);
  }
  /** By the code of a thing or its seal, or by that of a dossier: then all of it that is here. */
  function scan(code: string): string | Promise<string> {
    const found = things.filter((thing) => sameCode(thing, code));
    if (found.length > 0) return choose(found, code);
    return whole ? text.notHeld(code) : scanBeyond(code);
  }
  async function scanBeyond(code: string): Promise<string> {
    const answer = await call(findThings, { query: { q: code } });
    if (!answer.ok) return text.scanLost;
    const own = new Set(holders.flatMap(({ holder, own: mine }) => (mine ? [holder.id] : [])));
    const found = answer.value.things.filter(
      (thing) => sameCode(thing, code) && thing.inside === null && own.has(thing.holder?.id ?? null),
    );
    if (found.length === 0) return text.notHeld(code);
    setBeyond([...beyond, ...found]);
    return choose(found, code);
  }
  return (
    <>
      <ScanField label={text.scanToChoose} onScan={scan} />
      {things.length === 0 && (
        <EmptyState icon="success" title={text.nothingHeld} hint={text.nothingHeldHint} />
      )}
      <Groups things={things} whole={whole} chosen={chosen} onChoose={setChosen} />
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

function sameCode({ code, seal, dossierCode }: ThingView, scanned: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, "").toUpperCase();
  return [code, seal, dossierCode].some((own) => own !== null && plain(own) === plain(scanned));
}

interface GroupsProps {
  readonly things: readonly ThingView[];
  readonly whole: boolean;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

/** By whoever has it: the person first, then each place. */
function Groups({ things, whole, chosen, onChoose }: GroupsProps): ReactElement {
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
  function toggleAll(own: readonly ThingView[], on: boolean): void {
    const next = new Set(chosen);
    for (const { id, manifestId } of own) {
      if (on && manifestId === null) next.add(id);
      if (!on) next.delete(id);
    }
    onChoose(next);
  }
  return (
    <>
      {[...groups].map(([name, own]) => (
        <section key={name} className={styles["group"]}>
          <h2 lang="vi">
            {name} ({whole ? own.length : `${own.length}+`})
          </h2>
          {own.length > 1 && (
            <Checkbox
              label={text.chooseAll}
              checked={own.every(({ id, manifestId }) => manifestId !== null || chosen.has(id))}
              indeterminate={own.some(({ id }) => chosen.has(id)) && !own.every(({ id }) => chosen.has(id))}
              onChange={(event) => toggleAll(own, event.currentTarget.checked)}
            />
          )}
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
