import { exportPlaces } from "#contract/places.ts";
import { API_PREFIX } from "#contract/route.ts";
import type { PlaceKind } from "#domain/unit/place.ts";
import { Button, Checkbox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { requestOf } from "../api-request.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { AddPlace, type Prefilled } from "./add-place.tsx";
import { today } from "./as-of.tsx";
import { ImportDialog } from "./import-dialog.tsx";
import { BackButton } from "./back-button.tsx";
import { PlaceDetail } from "./place-detail.tsx";
import { PlaceList } from "./place-list.tsx";
import styles from "./places.module.css";
import { type PlacesAsked, queryOf, usePlaces } from "./use-places.ts";

export interface Above {
  readonly key: string;
  readonly name: string;
}

interface Props {
  readonly kind: PlaceKind;
  readonly asOf: string | null;
  readonly parent: Above | null;
  readonly onLeaveParent: () => void;
  readonly onBelow: (kind: PlaceKind, place: Above) => void;
}

type Side = { readonly add: Prefilled } | { readonly key: string } | null;

const TYPING_MS = 200;

/**
 * The places of one kind: found, looked at, added, changed, imported, downloaded. On a narrow screen the list gives way
 * to the place that is looked at; both stay, so that turning a tablet loses nothing that was typed.
 */
export function PlacesTab({ kind, asOf, parent, onLeaveParent, onBelow }: Props): ReactElement {
  const [q, setQ] = useState("");
  const [asked] = useDebouncedValue(q, TYPING_MS);
  const [all, setAll] = useState(false);
  const [side, setSide] = useState<Side>(null);
  const query = { kind, q: asked, asOf, parent: parent?.key ?? null, all };
  return (
    <div className={styles["columns"]} data-side={side === null ? "empty" : "open"}>
      <div className={styles["main"]}>
        <Tools
          query={query}
          typed={q}
          onType={setQ}
          onAll={setAll}
          parent={parent}
          onLeaveParent={onLeaveParent}
          onAdd={() => setSide({ add: parent === null ? {} : { parent: parent.key } })}
        />
        <Found
          query={query}
          chosen={side && "key" in side ? side.key : null}
          onOpen={(key) => setSide({ key })}
        />
      </div>
      <Beside
        key={JSON.stringify(side)}
        kind={kind}
        day={asOf ?? today()}
        side={side}
        onSide={setSide}
        onBelow={onBelow}
      />
    </div>
  );
}

interface ToolsProps {
  readonly query: PlacesAsked;
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onAll: (all: boolean) => void;
  readonly parent: Above | null;
  readonly onLeaveParent: () => void;
  readonly onAdd: () => void;
}

function Tools({ query, typed, onType, onAll, parent, onLeaveParent, onAdd }: ToolsProps): ReactElement {
  const text = useText();
  const [importing, setImporting] = useState(false);
  const { list } = text.places;
  return (
    <div className={styles["tools"]}>
      <TextField
        label={list.search}
        value={typed}
        onChange={onType}
        maxLength={200}
        data-search
        leftSection={<Icon name="search" size={18} />}
      />
      {parent && (
        <Button
          variant="light"
          size="compact-md"
          rightSection={<span aria-hidden>×</span>}
          onClick={onLeaveParent}
        >
          {`${list.above}: ${parent.name}`}
        </Button>
      )}
      <Checkbox
        label={list.all}
        checked={query.all}
        onChange={(event) => onAll(event.currentTarget.checked)}
      />
      <div className={styles["buttons"]}>
        <Button leftSection={<Icon name="plus" size={16} />} onClick={onAdd}>
          {list.add}
        </Button>
        <Button variant="default" onClick={() => setImporting(true)}>
          {list.importFile}
        </Button>
        <Button
          component="a"
          variant="default"
          href={API_PREFIX + requestOf(exportPlaces, { query: queryOf(query) }, "").url}
          download={`${query.kind}-${query.asOf ?? today()}.csv`}
        >
          {list.download}
        </Button>
      </div>
      <ImportDialog kind={query.kind} opened={importing} onClose={() => setImporting(false)} />
    </div>
  );
}

interface FoundProps {
  readonly query: PlacesAsked;
  readonly chosen: string | null;
  readonly onOpen: (key: string) => void;
}

function Found({ query, chosen, onOpen }: FoundProps): ReactElement {
  const text = useText();
  const found = usePlaces(query);
  if (found.problem) return <ProblemNotice problem={found.problem} onRetry={found.reload} />;
  if (!found.rows) return <LoadingLines lines={8} />;
  if (found.rows.length === 0)
    return <EmptyState icon="search" title={text.places.list.none} hint={text.places.list.noneHint} />;
  return (
    <>
      <p className={styles["quiet"]} role="status">
        {text.places.list.total(found.total)}
      </p>
      <PlaceList
        label={text.places.list.results(text.places.kinds[query.kind])}
        rows={found.rows}
        day={query.asOf ?? today()}
        chosen={chosen}
        onOpen={onOpen}
      />
      {found.hasMore && (
        <Button variant="default" loading={found.loadingMore} onClick={found.loadMore}>
          {text.common.more}
        </Button>
      )}
    </>
  );
}

interface BesideProps {
  readonly kind: PlaceKind;
  readonly day: string;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  readonly onBelow: Props["onBelow"];
}

function Beside({ kind, day, side, onSide, onBelow }: BesideProps): ReactElement {
  const text = useText();
  if (side === null)
    return (
      <div className={styles["side"]}>
        <EmptyState
          icon="organisation"
          title={text.places.detail.choose}
          hint={text.places.detail.chooseHint}
        />
      </div>
    );
  return (
    <div className={styles["side"]}>
      <BackButton onBack={() => onSide(null)} />
      {"add" in side ? (
        <AddPlace
          kind={kind}
          prefilled={side.add}
          onCancel={() => onSide(null)}
          onAdded={(key) => onSide({ key })}
        />
      ) : (
        <PlaceDetail placeKey={side.key} day={day} onBelow={onBelow} onAddFrom={(add) => onSide({ add })} />
      )}
    </div>
  );
}
