import type { PostAnswer, PostForm } from "#contract/track.ts";
import type { QuoteLine } from "#domain/postal/tariff.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";
import { PostStep, type Proven } from "./post-step.tsx";

interface Props {
  readonly answer: Extract<PostAnswer, { kind: "quoted" }>;
  readonly words: Words;
  readonly proven: Proven;
}

/** The price line by line, what the citizen may claim, and the button that orders at exactly this price. */
export function PostPrice({ answer, proven, words }: Props): ReactElement {
  const { post: text } = words.citizen;
  const { form, quoted, address } = answer;
  const { quote, days, doubt, vatDecided, discounts } = quoted;
  const total = formatDong(quote.total);
  return (
    <>
      <h3>{text.quoteTitle}</h3>
      <dl className="pairs price">
        {quote.lines.map((line) => (
          <div key={`${line.key}-${"leg" in line ? line.leg : ""}`}>
            <dt>{lineWords(line, words)}</dt>
            <dd>{amountOf(line.amount)}</dd>
          </div>
        ))}
        <div className="sum">
          <dt>{text.total}</dt>
          <dd>{total}</dd>
        </div>
      </dl>
      <p>{address === null ? text.goingDossier : text.going(address)}</p>
      <p>
        {text.pay} {text.days(days)} {text.weight(quote.weightGrams)}
      </p>
      {doubt !== null && <p className="small">{text.doubt}</p>}
      {!vatDecided && <p className="small">{text.taxOpen}</p>}
      {discounts.length > 0 && (
        <PostStep proven={proven}>
          <Kept form={form} step="quote" without="discount" />
          <div className="field">
            <label htmlFor="post-discount">{text.discount}</label>
            <p id="post-discount-hint" className="hint">
              {text.discountHint}
            </p>
            <select
              id="post-discount"
              name="discount"
              defaultValue={form.discountId}
              aria-describedby="post-discount-hint"
            >
              <option value="">{text.noDiscount}</option>
              {discounts.map(({ id, name, percent }) => (
                <option key={id} value={id}>
                  {`${name} (−${percent}%)`}
                </option>
              ))}
            </select>
          </div>
          <p>
            <button type="submit">{text.again}</button>
          </p>
        </PostStep>
      )}
      <PostStep proven={proven}>
        <Kept form={form} step="order" />
        <input type="hidden" name="total" value={quote.total} />
        <p>
          <button type="submit">{text.order(total)}</button>
        </p>
      </PostStep>
    </>
  );
}

const FIELDS = {
  service: "service",
  to: "to",
  name: "name",
  phone: "phone",
  address: "address",
  communeCode: "commune",
  proxyName: "proxyName",
  proxyNumber: "proxyNumber",
  proxyPaper: "proxyPaper",
  discountId: "discount",
} as const satisfies Record<keyof PostForm, string>;

interface KeptProps {
  readonly form: PostForm;
  readonly step: "quote" | "order";
  /** A field that is asked anew. */
  readonly without?: string;
}

/** What was typed goes with the next press. */
function Kept({ form, step, without }: KeptProps): ReactElement {
  const kept = Object.entries(FIELDS) as [keyof PostForm, string][];
  return (
    <>
      <input type="hidden" name="step" value={step} />
      {kept
        .filter(([, name]) => name !== without)
        .map(([field, name]) => (
          <input key={name} type="hidden" name={name} value={form[field]} />
        ))}
    </>
  );
}

function lineWords(line: QuoteLine, { postal: { lines, legs } }: Words): string {
  if (line.key === "step") return lines.step(legs[line.leg], line.upToGrams);
  if (line.key === "further") return lines.further(legs[line.leg], line.times, line.perGrams);
  return line.key === "discount" ? lines.discount(line.percent) : lines.vat(line.percent);
}

function amountOf(amount: number): string {
  return amount < 0 ? `−${formatDong(dong(-amount))}` : formatDong(dong(amount));
}
