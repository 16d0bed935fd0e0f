import { listQuarantine, reopenQuarantine, settleQuarantine } from "#contract/quarantine.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import type { Static } from "typebox";
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
  const { postal: text } = useText();
  const read = usePages({
    key: readKey(listQuarantine, {}),
    read: (after) => call(listQuarantine, { query: after === null ? {} : { after } }),
  });
  const events = read.pages?.flatMap((page) => page.events);
  const may = mayUse(useSession(), "postal.order");
  return (
    <div className={styles["page"]}>
      <PostalHead title={text.quarantine} intro={text.quarantineIntro} />
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {!events && !read.problem && <LoadingLines lines={6} />}
      {events?.length === 0 && (
        <EmptyState icon="success" title={text.nothingStray} hint={text.nothingStrayHint} />
      )}
      {events && events.length > 0 && (
        <ul className={styles["list"]} aria-label={text.quarantine}>
          {events.map((event) => (
            <StrayRow key={event.eventId} event={event} may={may} />
          ))}
        </ul>
      )}
      {read.hasMore && (
        <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
          {text.more}
        </Button>
      )}
    </div>
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
  async function takeBack(): Promise<void> {
    const result = await call(reopenQuarantine, { params: { eventId: event.eventId }, body: {} });
    showToast({ text: result.ok ? text.waitsAgain : problemSentence(result.problem, words).what });
    await forgetPost();
  }
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
      {may && (
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
