import { type CustodyPlaceView, passCustodyPlace } from "#contract/custody-places.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { SearchSelect } from "#web/ui/search-select.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import { Signing } from "./outsider-dialog.tsx";
import styles from "./papers.module.css";
import { useReceivers } from "./use-receivers.ts";
import { useSignature } from "./use-signature.ts";

interface Props {
  readonly place: CustodyPlaceView;
  readonly onClose: () => void;
}

/** A place with all that lies there goes into another person's charge: both sign on this screen, the taker with a code. */
export function PassPlaceDialog({ place, onClose }: Props): ReactElement {
  const { papers: text } = useText();
  const { to, ...receivers } = useReceivers(undefined, "person");
  const [mine, theirs] = [useSignature(), useSignature()];
  const act = useAct(passCustodyPlace);
  const [code, setCode] = useState("");
  const [asked, setAsked] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setAsked(true);
    if (to === "" || !mine.isGiven || !theirs.isGiven || !isCode(code)) return;
    const signature = await mine.keep();
    const receiverSignature = signature && (await theirs.keep());
    if (!signature || !receiverSignature) return;
    const result = await act.send({
      params: { placeId: place.placeId },
      body: {
        version: place.version,
        to: to.replace("person:", ""),
        signature,
        receiverSignature,
        receiverCode: digitsOf(code),
      },
    });
    if (!result?.ok) {
      // A code counts once: the next try needs the next one.
      setCode("");
      return;
    }
    showToast({ text: text.places.passed(place.name) });
    await forgetPapers();
    onClose();
  }
  const [problem] = [mine, theirs, act, receivers].flatMap((one) => one.problem ?? []);
  return (
    <Dialog opened onClose={onClose} title={text.places.passTitle(place.name)} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["quiet"]}>{text.places.passHint(place.things)}</p>
        <SearchSelect
          label={text.receiver}
          options={receivers.options}
          value={to}
          onChange={receivers.onChange}
          onType={receivers.onType}
          nothingFound={text.noReceiver}
          problem={asked && to === "" ? text.receiverMissing : undefined}
          required
        />
        <Signing title={text.outsider.giverSigns} signature={mine} asked={asked} />
        <Signing title={text.outsider.receiverSigns} signature={theirs} asked={asked} />
        <ReceiverCode code={code} onChange={setCode} isMissing={asked && !isCode(code) && !act.problem} />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={act.pending || mine.pending || theirs.pending}>
            {text.places.pass}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

const digitsOf = (typed: string) => typed.replaceAll(/\s/g, "");
const isCode = (typed: string) => /^\d{6}$/.test(digitsOf(typed));

interface CodeProps {
  readonly code: string;
  readonly onChange: (code: string) => void;
  readonly isMissing: boolean;
}

/** The screen is the giver's: whoever takes over types what the own authenticator shows. */
function ReceiverCode({ code, onChange, isMissing }: CodeProps): ReactElement {
  const { places: text } = useText().papers;
  return (
    <TextField
      label={text.receiverCode}
      hint={text.receiverCodeHint}
      value={code}
      onChange={onChange}
      problem={isMissing ? text.receiverCodeMissing : undefined}
      inputMode="numeric"
      maxLength={7}
      required
    />
  );
}
