import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { KeptAct } from "./courier-store.ts";
import { useCourier, useCourierState } from "./use-courier.ts";

/** What was recorded and is not with the server yet; what was refused comes first, with its way out. */
export function QueueList(): ReactElement | null {
  const { acts, ofOthers } = useCourierState();
  const { round: text } = useText();
  if (acts.length === 0 && ofOthers === 0) return null;
  const refused = acts.filter((act) => act.refused);
  const waiting = acts.filter((act) => !act.refused);
  return (
    <section aria-labelledby="queue" className="queue">
      <h2 id="queue">{text.queueTitle}</h2>
      {refused.length > 0 && <p className="problem">{text.refusedCount(refused.length)}</p>}
      <ul>
        {[...refused, ...waiting].map((act) => (
          <QueueRow key={act.seq} act={act} />
        ))}
      </ul>
      {waiting.length > 0 && <p className="quiet">{text.queueHint}</p>}
      {ofOthers > 0 && <p className="quiet">{text.ofOthers(ofOthers)}</p>}
    </section>
  );
}

/** Refusals of a file: the photo is no part of what must be proved. */
const OF_THE_FILE: ReadonlySet<string> = new Set(["file_type_unknown", "file_empty", "input_too_large"]);

const hasPhoto = ({ files }: KeptAct) => files.some(({ purpose }) => purpose === "photo");

function QueueRow({ act }: { readonly act: KeptAct & { readonly seq: number } }): ReactElement {
  const courier = useCourier();
  const { busy } = useCourierState();
  const { round: text, dates, refusals } = useText();
  const [sure, setSure] = useState(false);
  const { type, at } = act.report;
  const sentence = act.refused && refusals[act.refused.code](act.refused.details);
  return (
    <li>
      <p>
        <strong>{type in text.doneAs ? text.doneAs[type as keyof typeof text.doneAs] : type}</strong>{" "}
        {dates.shortMoment(at)}
      </p>
      <p lang="vi">{act.about}</p>
      {sentence && (
        <p className="problem" role="alert">
          {sentence.what} {sentence.wayOut}
        </p>
      )}
      {sure && <p className="problem">{text.dropSure}</p>}
      <p className="queueActs">
        {act.refused && (
          <button type="button" disabled={busy} onClick={() => void courier.sendAgain(act)}>
            {text.again}
          </button>
        )}
        {act.refused && OF_THE_FILE.has(act.refused.code) && hasPhoto(act) && (
          <button type="button" disabled={busy} onClick={() => void courier.sendAgain(act, "photo")}>
            {text.againWithoutPhoto}
          </button>
        )}
        <button
          type="button"
          className="plain"
          disabled={busy}
          onClick={() => (sure ? void courier.drop(act.seq) : setSure(true))}
        >
          {sure || act.refused ? text.drop : text.takeBack}
        </button>
      </p>
    </li>
  );
}
