import { type CustodyPlaceView, closeCustodyPlace } from "#contract/custody-places.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";

interface Props {
  readonly place: CustodyPlaceView;
  readonly onClose: () => void;
}

/** Asks before a place is closed for good; where something lies the server says so. */
export function ClosePlaceDialog({ place, onClose }: Props): ReactElement {
  const { papers: text } = useText();
  const act = useAct(closeCustodyPlace);
  async function run(): Promise<void> {
    const result = await act.send({
      params: { placeId: place.placeId },
      body: { version: place.version },
    });
    if (!result?.ok) return;
    showToast({ text: text.places.closedNow(place.name) });
    await forgetPapers();
    onClose();
  }
  return (
    <Dialog opened onClose={onClose} title={text.places.closeTitle(place.name)}>
      <div className={styles["form"]}>
        <p>{text.places.closeHint}</p>
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button loading={act.pending} onClick={() => void run()}>
            {text.places.close}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  );
}
