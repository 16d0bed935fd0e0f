import type { RoundStopView } from "#contract/rounds.ts";
import { TAKERS, type Taker, decideDelivery } from "#domain/postal/decide-delivery.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { CameraScan } from "./camera-scan.tsx";
import { isOf } from "./find-stop.ts";
import { MissingList } from "./missing-list.tsx";
import { PhotoField } from "./photo-field.tsx";
import { PlaceChoice } from "./place-choice.tsx";
import { SignatureField } from "./signature-field.tsx";
import { useKeepReport } from "./use-keep-report.tsx";

interface Props {
  readonly stop: RoundStopView;
  readonly onBack: () => void;
}

interface Answers {
  readonly code: string;
  readonly taker: Taker;
  readonly name: string;
  readonly identityChecked: boolean;
  readonly proxyPaper: string;
  readonly papersRecovered: number;
  readonly moneyTaken: boolean;
  readonly signature: Blob | null;
  readonly photo: Blob | null;
}

type Text = ReturnType<typeof useText>["round"];

/** A delivery, or a dossier that was fetched: the right packet, the person, the money, the signature. */
export function DeliverForm({ stop, onBack }: Props): ReactElement {
  const { round: text } = useText();
  const { keep, pending, problem } = useKeepReport(stop);
  const [asked, setAsked] = useState(false);
  const [place, setPlace] = useState(false);
  const [answers, setAnswers] = useState<Answers>({
    code: "",
    taker: stop.proxy ? "proxy" : "recipient",
    name: stop.proxy?.name ?? stop.name,
    identityChecked: false,
    proxyPaper: "",
    papersRecovered: 0,
    moneyTaken: false,
    signature: null,
    photo: null,
  });
  const missing = missingOf(stop, answers, text);
  const change = (changes: Partial<Answers>) => setAnswers((before) => ({ ...before, ...changes }));

  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    setAsked(true);
    if (missing.length > 0) return;
    const proof = { signature: answers.signature, photo: answers.photo, withPlace: place };
    if (stop.task === "collect") void keep({ type: "pickedUp" }, proof);
    else void keep({ type: "delivered", delivery: deliveryOf(answers) }, proof);
  }

  return (
    <form className="form" onSubmit={onSubmit} noValidate>
      <CodeField stop={stop} code={answers.code} onChange={(code) => change({ code })} />
      {stop.task === "deliver" && <TakerFields stop={stop} answers={answers} onChange={change} />}
      <MoneyField stop={stop} taken={answers.moneyTaken} onChange={(moneyTaken) => change({ moneyTaken })} />
      <SignatureField
        label={stop.task === "collect" ? text.signatureOfGiver : text.signature}
        signed={answers.signature !== null}
        onChange={(signature) => change({ signature })}
      />
      <PhotoField kept={answers.photo !== null} onChange={(photo) => change({ photo })} />
      <PlaceChoice onChange={setPlace} />
      {asked && <MissingList missing={missing} />}
      <div className="bottom">
        {problem}
        <div className="pair">
          <button type="button" onClick={onBack}>
            {text.back}
          </button>
          <button type="submit" className="mainAct" disabled={pending}>
            {stop.task === "collect" ? text.confirmPickUp : text.confirmDelivery}
          </button>
        </div>
      </div>
    </form>
  );
}

function deliveryOf({ taker, name, identityChecked, proxyPaper, papersRecovered }: Answers) {
  return {
    taker,
    name: name.trim(),
    identityChecked,
    ...(proxyPaper.trim() !== "" && { proxyPaper: proxyPaper.trim() }),
    ...(papersRecovered > 0 && { papersRecovered }),
  };
}

/** What is still missing, in words; the rule of the door is the server's own. */
function missingOf(stop: RoundStopView, answers: Answers, { missing }: Text): readonly string[] {
  const money = stop.collect.fees + stop.collect.postage > 0 && !answers.moneyTaken ? [missing.money] : [];
  const code = stop.packetCode !== null && !isOf(stop, answers.code) ? [missing.code] : [];
  if (stop.task === "collect")
    return [...code, ...money, ...(answers.signature ? [] : [missing.signatureOfGiver])];
  const decided = decideDelivery({
    ...answers,
    signed: answers.signature !== null,
    proxyOrdered: stop.proxy !== null,
  });
  const words = {
    identity_not_checked: missing.identity,
    authorisation_missing: missing.authorisation,
  };
  const name = answers.name.trim() === "" ? [missing.name] : [];
  // Said with the rest, also while something else is refused first.
  const unsigned = answers.signature ? [] : [missing.signature];
  const other = decided.ok || decided.code === "signature_missing" ? [] : [words[decided.code]];
  return [...code, ...name, ...other, ...money, ...unsigned];
}

function CodeField(props: {
  readonly stop: RoundStopView;
  readonly code: string;
  readonly onChange: (code: string) => void;
}): ReactElement | null {
  const { stop, code, onChange } = props;
  const { round: text } = useText();
  if (stop.packetCode === null) return null;
  const right = isOf(stop, code);
  return (
    <div className="field">
      <label htmlFor="packet">{text.scanFirst}</label>
      <input
        id="packet"
        value={code}
        autoComplete="off"
        autoCapitalize="characters"
        aria-describedby="packet-state"
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        // A scanner ends with Enter, which is no confirmation.
        onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
      />
      <CameraScan onCode={onChange} />
      <p id="packet-state" className={right ? "right" : "quiet"} role="status">
        {right ? text.codeMatches : text.codeDiffers(stop.packetCode)}
      </p>
    </div>
  );
}

function TakerFields(props: {
  readonly stop: RoundStopView;
  readonly answers: Answers;
  readonly onChange: (changes: Partial<Answers>) => void;
}): ReactElement {
  const { stop, answers, onChange } = props;
  const { round: text } = useText();
  const nameOf: Readonly<Record<Taker, string>> = {
    recipient: stop.name,
    proxy: stop.proxy?.name ?? "",
    other: "",
  };
  const offered = TAKERS.filter((taker) => taker !== "proxy" || stop.proxy !== null);
  return (
    <>
      <fieldset className="choices">
        <legend>{text.whoTakes}</legend>
        {offered.map((taker) => (
          <label key={taker}>
            <input
              type="radio"
              name="taker"
              checked={answers.taker === taker}
              onChange={() => onChange({ taker, name: nameOf[taker] })}
            />
            {text.takers[taker]}
          </label>
        ))}
      </fieldset>
      <div className="field">
        <label htmlFor="taker-name">{text.takerName}</label>
        <input
          id="taker-name"
          lang="vi"
          value={answers.name}
          autoComplete="off"
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
        />
      </div>
      {answers.taker !== "recipient" && (
        <div className="field">
          <label htmlFor="proxy-paper">{text.proxyPaper}</label>
          <input
            id="proxy-paper"
            value={answers.proxyPaper}
            autoComplete="off"
            onChange={({ currentTarget }) => onChange({ proxyPaper: currentTarget.value })}
          />
        </div>
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={answers.identityChecked}
          onChange={({ currentTarget }) => onChange({ identityChecked: currentTarget.checked })}
        />
        {text.identityChecked}
      </label>
      <RecoveredField answers={answers} onChange={onChange} />
    </>
  );
}

function MoneyField(props: {
  readonly stop: RoundStopView;
  readonly taken: boolean;
  readonly onChange: (taken: boolean) => void;
}): ReactElement {
  const { stop, taken, onChange } = props;
  const { round: text } = useText();
  const sum = stop.collect.fees + stop.collect.postage;
  if (sum === 0) return <p className="quiet">{text.noMoney}</p>;
  return (
    <label className="tick tickMoney">
      <input
        type="checkbox"
        checked={taken}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      {text.moneyTaken(formatDong(dong(sum)))}
    </label>
  );
}

function RecoveredField(props: {
  readonly answers: Answers;
  readonly onChange: (changes: Partial<Answers>) => void;
}): ReactElement {
  const { answers, onChange } = props;
  const { round: text } = useText();
  return (
    <div className="field">
      <label htmlFor="recovered">{text.papersRecovered}</label>
      <input
        id="recovered"
        type="number"
        inputMode="numeric"
        min={0}
        max={1000}
        value={answers.papersRecovered}
        onChange={({ currentTarget }) =>
          onChange({
            papersRecovered: Math.min(1000, Math.max(0, Math.trunc(currentTarget.valueAsNumber) || 0)),
          })
        }
      />
    </div>
  );
}
