import { type CustodyPlaceView, listCustodyPlaces } from "#contract/custody-places.ts";
import { Button, SegmentedControl } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { Icon } from "#web/ui/icons.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { ClosePlaceDialog } from "./close-place-dialog.tsx";
import { OpenPlaceDialog } from "./open-place-dialog.tsx";
import { PapersHead } from "./papers-head.tsx";
import styles from "./papers.module.css";
import { PassPlaceDialog } from "./pass-place-dialog.tsx";

/** Chỗ để: shelves, safes, desks and vehicles with whoever answers for them and how much lies there. */
export function CustodyPlacesPage(): ReactElement {
  const { papers: text } = useText();
  const [closed, setClosed] = useState(false);
  const [opening, setOpening] = useState(false);
  const read = useRead(listCustodyPlaces, { query: closed ? { closed: "true" } : {} });
  return (
    <div className={styles["page"]}>
      <PapersHead title={text.places.page} intro={text.places.intro} />
      <div className={styles["acts"]}>
        <Button leftSection={<Icon name="plus" size={18} />} onClick={() => setOpening(true)}>
          {text.places.open}
        </Button>
        <SegmentedControl
          aria-label={text.lists}
          value={closed ? "closed" : "open"}
          onChange={(value) => setClosed(value === "closed")}
          data={[
            { value: "open", label: text.places.inUse },
            { value: "closed", label: text.places.closed },
          ]}
        />
      </div>
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {read.loading && <LoadingLines lines={6} />}
      {read.data && <Places places={read.data.places} closed={closed} />}
      {opening && <OpenPlaceDialog onClose={() => setOpening(false)} />}
    </div>
  );
}

type Doing = { readonly act: "pass" | "close"; readonly place: CustodyPlaceView };

interface PlacesProps {
  readonly places: readonly CustodyPlaceView[];
  readonly closed: boolean;
}

function Places({ places, closed }: PlacesProps): ReactElement {
  const { papers: text } = useText();
  const [doing, setDoing] = useState<Doing | null>(null);
  const stop = () => setDoing(null);
  if (places.length === 0) {
    return closed ? (
      <EmptyState icon="packet" title={text.places.noneClosed} />
    ) : (
      <EmptyState icon="packet" title={text.places.none} hint={text.places.noneHint} />
    );
  }
  return (
    <>
      <ul className={styles["list"]} aria-label={text.places.page}>
        {places.map((place) => (
          <Place key={place.placeId} place={place} onAct={(act) => setDoing({ act, place })} />
        ))}
      </ul>
      {doing?.act === "pass" && <PassPlaceDialog place={doing.place} onClose={stop} />}
      {doing?.act === "close" && <ClosePlaceDialog place={doing.place} onClose={stop} />}
    </>
  );
}

interface PlaceProps {
  readonly place: CustodyPlaceView;
  readonly onAct: (act: Doing["act"]) => void;
}

/** Only whoever answers for a place passes it on or closes it. */
function Place({ place, onAct }: PlaceProps): ReactElement {
  const { papers: text } = useText();
  const mine = useSession().accountId === place.responsible.accountId;
  return (
    <li className={styles["row"]}>
      <span className={styles["code"]}>{place.code}</span>
      <div>
        <p lang="vi">
          <strong>{place.name}</strong>
        </p>
        <p className={styles["quiet"]} lang="vi">
          {text.places.kinds[place.kind]} · {place.belongsTo.name}
        </p>
        <p className={styles["quiet"]} lang="vi">
          {text.places.responsible(place.responsible.name)} · {text.places.things(place.things)}
        </p>
      </div>
      {!place.closed && (
        <div className={styles["acts"]}>
          {mine && (
            <>
              <Button
                variant="default"
                size="compact-md"
                aria-label={text.places.actOn(text.places.pass, place.name)}
                onClick={() => onAct("pass")}
              >
                {text.places.pass}
              </Button>
              <Button
                variant="default"
                size="compact-md"
                aria-label={text.places.actOn(text.places.close, place.name)}
                onClick={() => onAct("close")}
              >
                {text.places.close}
              </Button>
            </>
          )}
          <Button
            component="a"
            variant="default"
            size="compact-md"
            aria-label={text.places.actOn(text.printLabel, place.name)}
            href={`/api/v1/custody/labels?stock=roll50x30&places=${place.placeId}`}
            target="_blank"
            rel="noreferrer"
          >
            {text.printLabel}
          </Button>
        </div>
      )}
    </li>
  );
}
