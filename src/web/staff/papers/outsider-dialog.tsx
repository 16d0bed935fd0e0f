import type { ThingView } from "#contract/custody.ts";
import { handToOutsider } from "#contract/outsiders.ts";
import { Button, Radio, Stack } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";
import { SignatureField } from "./signature-field.tsx";
import { useSignature } from "./use-signature.ts";

interface Props {
  readonly things: readonly ThingView[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const WAYS = ["drawn", "code", "paper"] as const;
type Way = (typeof WAYS)[number];

interface Receiver {
  readonly name: string;
  readonly paper: string;
  readonly phone: string;
  readonly way: Way;
}

/** The giver's and the receiver's signatures and what was typed, sent as one hand-over. */
function useHandToOutsider({ things, onDone }: Props) {
  const { papers: text } = useText();
  const navigate = useNavigate();
  const act = useAct(handToOutsider);
  const [mine, theirs] = [useSignature(), useSignature()];

  async function hand(receiver: Receiver): Promise<void> {
    const signature = await mine.keep();
    const taken = signature && receiver.way === "drawn" ? await theirs.keep() : undefined;
    if (!signature || taken === null) return;
    const phone = receiver.phone.trim();
    const result = await act.send({
      body: {
        things: things.map(({ thing, id }) => ({ thing, id })),
        receiver: {
          name: receiver.name.trim(),
          paper: receiver.paper.trim(),
          ...(phone !== "" && { phone }),
        },
        signature,
        ...(taken ? { receiverSignature: taken } : { waitsFor: receiver.way === "paper" ? "paper" : "code" }),
      },
    });
    if (!result?.ok) return;
    const { manifestId, number, state } = result.value;
    const waiting = receiver.way === "paper" ? text.outsider.paperMade : text.outsider.codeSent;
    showToast({ text: state === "accepted" ? text.outsider.handed(number) : waiting });
    await forgetPapers();
    onDone();
    await navigate({ to: "/papers/manifests/$manifestId", params: { manifestId } });
  }

  const pending = act.pending || mine.pending || theirs.pending;
  const problem = mine.problem ?? theirs.problem ?? act.problem;
  return { mine, theirs, hand, pending, problem };
}

const SUBMITS = {
  drawn: ({ handOver }) => handOver,
  code: ({ outsider }) => outsider.sendCode,
  paper: ({ outsider }) => outsider.makePaper,
} as const satisfies Record<Way, (text: Words["papers"]) => string>;

/** Hands what was chosen to somebody without an account, who signs here, on paper, or by a code to the own phone. */
export function OutsiderDialog(props: Props): ReactElement {
  const { things, onClose } = props;
  const { papers: text } = useText();
  const { mine, theirs, hand, pending, problem } = useHandToOutsider(props);
  const [receiver, setReceiver] = useState<Receiver>({
    name: "",
    paper: "",
    phone: "",
    way: "drawn",
  });
  const [asked, setAsked] = useState(false);
  const missing = missingOf(receiver, theirs.isGiven);
  const said = (field: keyof Receiver | "signature") =>
    asked && missing.has(field) ? text.outsider.missing[field] : undefined;

  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (missing.size === 0 && mine.isGiven) void hand(receiver);
  }

  return (
    <Dialog opened onClose={onClose} title={text.outsider.title(things.length)} size="lg">
      <form className={styles["form"]} onSubmit={submit} noValidate>
        <ReceiverFields
          receiver={receiver}
          onChange={(part) => {
            // What was signed in one way is no signature in another.
            if (part.way !== undefined) theirs.give("drawn", null);
            setReceiver((before) => ({ ...before, ...part }));
          }}
          said={said}
        />
        {receiver.way === "drawn" && (
          <Signing title={text.outsider.receiverSigns} signature={theirs} asked={asked} />
        )}
        {receiver.way === "paper" && <p className={styles["quiet"]}>{text.outsider.signOnPaperHint}</p>}
        <Signing title={text.outsider.giverSigns} signature={mine} asked={asked} />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button type="submit" loading={pending}>
            {SUBMITS[receiver.way](text)}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

interface SigningProps {
  readonly title: string;
  readonly signature: ReturnType<typeof useSignature>;
  readonly asked: boolean;
}

/** A signature with whose it is, where two sign one after the other. */
export function Signing({ title, ...signing }: SigningProps): ReactElement {
  return (
    <section aria-label={title}>
      <strong>{title}</strong>
      <SignatureField {...signing} />
    </section>
  );
}

function missingOf(receiver: Receiver, signed: boolean): ReadonlySet<keyof Receiver | "signature"> {
  const { name, paper, phone, way } = receiver;
  return new Set([
    ...(name.trim() === "" ? (["name"] as const) : []),
    ...(paper.trim() === "" ? (["paper"] as const) : []),
    ...(way === "code" && phone.trim() === "" ? (["phone"] as const) : []),
    ...(way === "drawn" && !signed ? (["signature"] as const) : []),
  ]);
}

interface FieldsProps {
  readonly receiver: Receiver;
  readonly onChange: (part: Partial<Receiver>) => void;
  readonly said: (field: keyof Receiver) => string | undefined;
}

function ReceiverFields({ receiver, onChange, said }: FieldsProps): ReactElement {
  const { outsider } = useText().papers;
  return (
    <>
      <p className={styles["quiet"]}>{outsider.hint}</p>
      <TextField
        label={outsider.name}
        value={receiver.name}
        onChange={(name) => onChange({ name })}
        problem={said("name")}
        maxLength={200}
        lang="vi"
        required
      />
      <TextField
        label={outsider.paper}
        hint={outsider.paperHint}
        value={receiver.paper}
        onChange={(paper) => onChange({ paper })}
        problem={said("paper")}
        maxLength={200}
        required
      />
      <Radio.Group
        label={outsider.way}
        value={receiver.way}
        onChange={(chosen) => onChange({ way: WAYS.find((way) => way === chosen) ?? "drawn" })}
      >
        <Stack gap="xs" mt="xs">
          {WAYS.map((way) => (
            <Radio key={way} value={way} label={outsider.ways[way]} />
          ))}
        </Stack>
      </Radio.Group>
      {receiver.way === "code" && (
        <TextField
          label={outsider.phone}
          hint={outsider.phoneHint}
          value={receiver.phone}
          onChange={(phone) => onChange({ phone })}
          problem={said("phone")}
          inputMode="tel"
          required
        />
      )}
    </>
  );
}
