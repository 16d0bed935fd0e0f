import { listQuarantine, reopenQuarantine, settleQuarantine } from "#contract/quarantine.ts";
import { Button, SegmentedControl } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { Link } from "@tanstack/react-router";
import type { Static } from "typebox";
import type { Words } from "#web/text/words.ts";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { call } from "../api.ts";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice, problemSentence } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";
import { forgetPost } from "./forget-post.ts";
import { PostalHead } from "./postal-head.tsx";
import styles from "./postal.module.css";

type Stray = Static<typeof listQuarantine.response>["events"][number];

/** What carriers reported of shipments that nobody here knows; a person says of which each is. */
export function QuarantinePage(): ReactElement {
  const { papers, postal: text } = useText();
  const [settled, setSettled] = useState(false);
  const query = settled ? ({ settled: "true" } as const) : {};
  const read = usePages({
    key: readKey(listQuarantine, { query }),
    read: (after) => call(listQuarantine, { query: after === null ? query : { ...query, after } }),
  });
  const events = read.pages?.flatMap((page) => page.events);
  return (
    <div className={styles["page"]}>
      <PostalHead title={text.quarantine} intro={text.quarantineIntro} />
      <SegmentedControl
        aria-label={papers.lists}
        value={settled ? "settled" : "open"}
        onChange={(value) => setSettled(value === "settled")}
        data={[
          { value: "open", label: text.straysOpen },
          { value: "settled", label: text.straysSettled },
        ]}
      />
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {!events && !read.problem && <LoadingLines lines={6} />}
      {events && <Strays events={events} settled={settled} />}
      {read.hasMore && (
        <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
          {text.more}
        </Button>
      )}
    </div>
  );
}

function Strays({
  events,
  settled,
}: {
  readonly events: readonly Stray[];
  readonly settled: boolean;
}): ReactElement {
  const { postal: text } = useText();
  const may = mayUse(useSession(), "postal.order");
  if (events.length === 0)
    return settled ? (
      <EmptyState icon="packet" title={text.noneSettled} />
    ) : (
      <EmptyState icon="success" title={text.nothingStray} hint={text.nothingStrayHint} />
    );
  return (
    <ul className={styles["list"]} aria-label={text.quarantine}>
      {events.map((event) => (
        <StrayRow key={event.eventId} event={event} may={may} />
      ))}
    </ul>
  );
}

function StrayRow({ event, may }: { readonly event: Stray; readonly may: boolean }): ReactElement {
  const words = useText();
  const { common, postal: text, dates } = words;
  const [typed, setTyped] = useState("");
  const act = useAct(settleQuarantine);
  async function settle(shipment: string | null): Promise<void> {
    const result = await act.send({ params: { eventId: event.eventId }, body: { shipment } });
    if (!result?.ok) return;
    if (shipment === null)
      showToast({ text: text.dismissed, action: { label: common.undo, run: () => void takeBack() } });
    else showToast({ text: text.attached });
    await forgetPost();
  }
  const takeBack = () => letWait(event.eventId, words);
  function submit(submitted: FormEvent): void {
    submitted.preventDefault();
    if (typed.trim() !== "") void settle(typed.trim());
  }
  const name = event.waybill ?? event.orderNumber ?? text.noWaybill;
  const told = [text.events[event.type]];
  if (event.code !== null) told.push(text.code(event.code, event.message ?? ""));
  return (
    <li>
      <p className={styles["code"]}>{text.stray(name, event.source)}</p>
      <p className={styles["quiet"]}>{`${told.join(": ")} · ${dates.moment(event.at)}`}</p>
      {event.settled !== null && <Settled event={event} settled={event.settled} may={may} />}
      {may && event.settled === null && (
        <form className={styles["filters"]} onSubmit={submit}>
          <TextField label={text.attachTo} value={typed} onChange={setTyped} maxLength={200} />
          <Button type="submit" variant="default" loading={act.pending}>
            {text.attach}
          </Button>
          <Button variant="subtle" onClick={() => void settle(null)}>
            {text.dismiss}
          </Button>
        </form>
      )}
      {act.problem && <ProblemNotice problem={act.problem} />}
    </li>
  );
}

/** Undoes a laying aside: the report waits again. */
async function letWait(eventId: string, words: Words): Promise<void> {
  const result = await call(reopenQuarantine, { params: { eventId }, body: {} });
  showToast({ text: result.ok ? words.postal.waitsAgain : problemSentence(result.problem, words).what });
  await forgetPost();
}

interface SettledProps {
  readonly event: Stray;
  readonly settled: NonNullable<Stray["settled"]>;
  readonly may: boolean;
}

/** What became of a report, by whom, and the way back from a laying aside. */
function Settled({ event, settled, may }: SettledProps): ReactElement {
  const words = useText();
  const { postal: text, dates } = words;
  const { as, by, at, shipment, mayReopen } = settled;
  return (
    <>
      <p lang="vi">
        {text.straySettled[as](by, dates.moment(at))}
        {shipment !== null && (
          <>
            {" "}
            <Link to="/postal/shipments/$shipmentId" params={{ shipmentId: shipment.shipmentId }}>
              {shipment.orderNumber}
            </Link>
          </>
        )}
      </p>
      {may && mayReopen && (
        <div className={styles["acts"]}>
          <Button variant="default" size="compact-md" onClick={() => void letWait(event.eventId, words)}>
            {text.letWait}
          </Button>
        </div>
      )}
    </>
  );
}
