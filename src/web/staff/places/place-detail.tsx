import { type PlaceView, readPlace } from "#contract/places.ts";
import { PLACE_FIELDS, PARENT_FIELD, PLACE_KINDS, type PlaceKind } from "#domain/unit/place.ts";
import { Button, Group } from "@mantine/core";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Facts } from "#web/ui/facts.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import type { Prefilled } from "./add-place.tsx";
import { ClosePlace } from "./close-place.tsx";
import { PlaceFormView } from "./place-form.tsx";
import { PlaceHistory } from "./place-history.tsx";
import { PlaceMark } from "./place-list.tsx";
import { daysInWords, valueInWords } from "./place-words.ts";
import type { Above } from "./places-tab.tsx";
import styles from "./places.module.css";
import { ReopenPlace } from "./reopen-place.tsx";
import { useChangePlace } from "./use-change-place.ts";

interface Props {
  readonly placeKey: string;
  /** The day on which one looks. */
  readonly day: string;
  readonly onBelow: (kind: PlaceKind, place: Above) => void;
  readonly onAddFrom: (prefilled: Prefilled) => void;
}

/** One place: what it says, what can be done to it, and everything that was done to it. */
export function PlaceDetail({ placeKey, day, onBelow, onAddFrom }: Props): ReactElement {
  const { data, problem, reload } = useRead(readPlace, { params: { key: placeKey } });
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data) return <LoadingLines lines={8} />;
  return (
    <>
      <Sheet view={data} day={day} onBelow={onBelow} onAddFrom={onAddFrom} />
      <PlaceHistory view={data} />
    </>
  );
}

type Doing = "looking" | "editing" | "closing" | "reopening";

interface SheetProps extends Omit<Props, "placeKey"> {
  readonly view: PlaceView;
}

function Sheet({ view, day, onBelow, onAddFrom }: SheetProps): ReactElement {
  const text = useText();
  const { place } = view;
  const [doing, setDoing] = useState<Doing>("looking");
  const [returned, setReturned] = useState(false);
  function stop(): void {
    setDoing("looking");
    setReturned(true);
  }
  return (
    <Panel
      id="place"
      title={<span lang="vi">{place.name}</span>}
      actions={<PlaceMark row={place} day={day} />}
    >
      {doing === "looking" && (
        <>
          <PlaceFacts view={view} />
          {!place.editable && <p className={styles["quiet"]}>{text.places.detail.notYours}</p>}
          <Actions view={view} returned={returned} onDo={setDoing} onBelow={onBelow} />
        </>
      )}
      {doing === "editing" && <EditPlace view={view} onDone={stop} />}
      {doing === "closing" && <ClosePlace view={view} onDone={stop} />}
      {doing === "reopening" && <ReopenPlace view={view} onDone={stop} onAddFrom={onAddFrom} />}
    </Panel>
  );
}

function PlaceFacts({ view: { place } }: { readonly view: PlaceView }): ReactElement {
  const text = useText();
  const shown = PLACE_FIELDS[place.kind].filter((field) => place.values[field] !== undefined);
  return (
    <Facts
      facts={[
        ...shown.map((field) => ({
          label: text.places.fields[field],
          value: <span lang="vi">{valueInWords(field, place.values[field], place.names, text)}</span>,
        })),
        { label: text.places.list.days, value: daysInWords(place, text) },
        { label: text.places.fields.key, value: <code>{place.key}</code> },
      ]}
    />
  );
}

interface ActionsProps {
  readonly view: PlaceView;
  /** Whether a form was here before: its last button is gone, and the focus comes back to where it was opened. */
  readonly returned: boolean;
  readonly onDo: (doing: Doing) => void;
  readonly onBelow: Props["onBelow"];
}

function Actions({ view: { place }, returned, onDo, onBelow }: ActionsProps): ReactElement {
  const text = useText();
  const edit = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (returned) edit.current?.focus();
  }, [returned]);
  const { detail } = text.places;
  const below = PLACE_KINDS.find((kind) => PARENT_FIELD[kind] === place.kind);
  return (
    <Group gap="sm" mt="md">
      {place.editable && (
        <>
          <Button ref={edit} onClick={() => onDo("editing")}>
            {detail.edit}
          </Button>
          {place.validTo === null ? (
            <Button variant="default" onClick={() => onDo("closing")}>
              {detail.close}
            </Button>
          ) : (
            <Button variant="default" onClick={() => onDo("reopening")}>
              {detail.reopen}
            </Button>
          )}
        </>
      )}
      {below && (
        <Button variant="subtle" onClick={() => onBelow(below, { key: place.key, name: place.name })}>
          {detail.counters}
        </Button>
      )}
    </Group>
  );
}

function EditPlace({
  view,
  onDone,
}: {
  readonly view: PlaceView;
  readonly onDone: () => void;
}): ReactElement {
  const text = useText();
  const { place } = view;
  const changing = useChangePlace(view);
  return (
    <PlaceFormView
      kind={place.kind}
      start={{ ...place, validTo: place.validTo ?? "", reason: "" }}
      names={place.names}
      isNew={false}
      pending={changing.pending}
      problem={changing.problem}
      onCancel={onDone}
      onSubmit={({ name, validFrom, validTo, values, reason }) => {
        const changes = { name, validFrom, validTo: validTo.trim() === "" ? null : validTo, values };
        void changing.change(changes, reason, text.places.form.saved).then((done) => done && onDone());
      }}
    />
  );
}
