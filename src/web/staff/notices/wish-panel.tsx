import { type NoticeWishView, readNoticeWish, recordNoticeWish } from "#contract/notices.ts";
import {
  NOTICE_LANGUAGES,
  type NoticeLanguage,
  SENDING_CHANNELS,
  type SendingChannel,
} from "#domain/notice/notice.ts";
import { Button, Checkbox, NativeSelect } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { Panel } from "#web/ui/panel.tsx";
import look from "#web/ui/rows.module.css";
import { showToast } from "#web/ui/toasts.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import rows from "../told-rows.module.css";
import styles from "./notices.module.css";
import { forgetNotices } from "./use-notices.ts";

interface PanelProps {
  readonly dossierId: string;
  /** Told while the dialog is open, so that the page below leaves its keys alone. */
  readonly onChanging?: (open: boolean) => void;
}

/** How the person of a dossier wants to be told, and the change of it. */
export function WishPanel({ dossierId, onChanging }: PanelProps): ReactElement | null {
  const { notices: text } = useText();
  const { data: wish } = useRead(readNoticeWish, { params: { dossierId } });
  const may = mayUse(useSession(), "dossier.turn");
  const [changing, setChanging] = useState(false);
  const change = (open: boolean): void => {
    setChanging(open);
    onChanging?.(open);
  };
  if (!wish) return null;
  const button = may && (
    <Button size="compact-sm" variant="default" onClick={() => change(true)}>
      {text.wish.change}
    </Button>
  );
  return (
    <Panel id="notice-wish" title={text.wish.title} actions={button || undefined}>
      <div className={styles["wish"]}>
        <p className={styles["flat"]}>
          {wish.channels.length === 0
            ? text.wish.none
            : wish.channels.map((channel) => text.channels[channel]).join(", ")}
        </p>
        <p className={look["quiet"]}>{wish.said ? text.wish.said : text.wish.usual}</p>
        <p className={look["quiet"]}>{`${text.wish.language}: ${text.languages[wish.language]}`}</p>
      </div>
      {changing && <WishDialog dossierId={dossierId} wish={wish} onClose={() => change(false)} />}
    </Panel>
  );
}

interface Props {
  readonly dossierId: string;
  readonly wish: NoticeWishView;
  readonly onClose: () => void;
}

function WishDialog({ dossierId, wish, onClose }: Props): ReactElement {
  const { notices: text } = useText();
  const act = useAct(recordNoticeWish);
  const [chosen, setChosen] = useState<readonly SendingChannel[]>(wish.channels);
  const [language, setLanguage] = useState<NoticeLanguage>(wish.language);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    const result = await act.send({ params: { dossierId }, body: { channels: [...chosen], language } });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.wish.saved });
    await forgetNotices();
  }
  const placeWords = (channel: SendingChannel) => {
    const place = placeOf(chosen, channel);
    return place === undefined ? undefined : text.wish.place(place);
  };
  const toggle = (channel: SendingChannel) =>
    setChosen(chosen.includes(channel) ? chosen.filter((one) => one !== channel) : [...chosen, channel]);
  return (
    <Dialog opened onClose={onClose} title={text.wish.change}>
      <form className={rows["form"]} onSubmit={(event) => void submit(event)}>
        <p className={look["quiet"]}>{text.wish.hint}</p>
        <fieldset className={styles["ways"]}>
          <legend>{text.wish.wanted}</legend>
          {SENDING_CHANNELS.map((channel) => (
            <Checkbox
              key={channel}
              checked={chosen.includes(channel)}
              onChange={() => toggle(channel)}
              label={text.channels[channel]}
              description={wish.reachable.includes(channel) ? placeWords(channel) : text.wish.noContact}
            />
          ))}
        </fieldset>
        {chosen.length === 0 && <p className={styles["flat"]}>{text.wish.none}</p>}
        <NativeSelect
          label={text.wish.language}
          value={language}
          data={NOTICE_LANGUAGES.map((one) => ({ value: one, label: text.languages[one] }))}
          onChange={(event) => setLanguage(event.currentTarget.value === "en" ? "en" : "vi")}
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button type="submit" loading={act.pending}>
            {text.wish.save}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text.wish.cancel}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

/** Which place a way has among the chosen ones: the first is used first. */
function placeOf(chosen: readonly SendingChannel[], channel: SendingChannel): number | undefined {
  const place = chosen.indexOf(channel);
  return chosen.length > 1 && place >= 0 ? place + 1 : undefined;
}
