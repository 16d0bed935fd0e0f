import { type CitizenPage, POST_FIELD_CHARACTERS, type PostAnswer, type PostForm } from "#contract/track.ts";
import type { PostalService } from "#domain/postal/tariff.ts";
import { dong, formatDong } from "#domain/shared/money.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";
import { PostPrice } from "./post-price.tsx";
import { type Proven, PostStep } from "./post-step.tsx";

interface Props extends Proven, Pick<Extract<CitizenPage, { kind: "dossier" }>, "posted"> {
  readonly words: Words;
}

/**
 * The citizen's own order of the post: what to do and where, then its price line by line, then the order at that price. Each
 * press is a plain form with both codes, and what is refused comes back as it was typed.
 */
export function PostOrder(props: Props): ReactElement | null {
  const { dossier, posted, words } = props;
  const { post: text } = words.citizen;
  const { services, cancellable } = dossier.post;
  if (services.length === 0 && cancellable.length === 0 && posted === undefined) return null;
  return (
    <section className="card screen-only" id="post" aria-labelledby="post-title">
      <h2 id="post-title">{text.title}</h2>
      <Said posted={posted} words={words} />
      {cancellable.map((order) => (
        <PostStep key={order.orderId} proven={props}>
          <p>
            <strong>{text.mine}</strong>{" "}
            {text.line(text.open[order.service], order.total === null ? null : formatDong(dong(order.total)))}
          </p>
          <input type="hidden" name="step" value="cancel" />
          <input type="hidden" name="order" value={order.orderId} />
          <input type="hidden" name="version" value={order.version} />
          <p>
            <button type="submit">{text.cancel}</button>
          </p>
        </PostStep>
      ))}
      {posted?.kind === "quoted" && <PostPrice answer={posted} proven={props} words={words} />}
      {services.length > 0 && <OrderForm {...props} />}
    </section>
  );
}

interface SaidProps {
  readonly posted: PostAnswer | undefined;
  readonly words: Words;
}

/** What became of the press before. */
function Said({ posted, words }: SaidProps): ReactElement | null {
  const { post: text } = words.citizen;
  if (posted === undefined) return null;
  switch (posted.kind) {
    case "refused":
      return (
        <p className="problem" role="alert" id="post-problem">
          {text.problems[posted.problem]}
        </p>
      );
    case "quoted":
      return posted.changed ? (
        <p className="note" role="alert">
          {text.changed}
        </p>
      ) : null;
    case "ordered":
    case "cancelled":
      return (
        <p className="thanks" role="status">
          {text[posted.kind]}
        </p>
      );
    case "orderedAlready":
    case "notCancelled":
      return (
        <p className="note" role="alert">
          {text[posted.kind]}
        </p>
      );
  }
}

type FormAnswer = Extract<PostAnswer, { kind: "refused" | "quoted" }>;

function OrderForm(props: Props): ReactElement {
  const { dossier, posted, words } = props;
  const { post: text } = words.citizen;
  const [first, ...others] = dossier.post.services;
  const answer = posted?.kind === "refused" || posted?.kind === "quoted" ? posted : undefined;
  const summary = others.length > 0 ? text.title : text.open[first ?? "return"];
  return (
    <details open={posted?.kind === "refused"}>
      <summary>{answer?.kind === "quoted" ? text.change : summary}</summary>
      <PostStep proven={props}>
        <input type="hidden" name="step" value="quote" />
        <Service services={dossier.post.services} chosen={answer?.form.service} words={words} />
        <Where known={dossier.post.addressKnown} answer={answer} words={words} />
        <Proxy form={answer?.form} words={words} />
        <button type="submit">{text.ask}</button>
      </PostStep>
    </details>
  );
}

interface ServiceProps {
  readonly services: readonly PostalService[];
  readonly chosen: PostalService | undefined;
  readonly words: Words;
}

function Service({ services, chosen, words }: ServiceProps): ReactElement {
  const { post: text } = words.citizen;
  if (services.length === 1) return <input type="hidden" name="service" value={services[0]} />;
  return (
    <div className="field">
      <label htmlFor="post-service">{text.service}</label>
      <select id="post-service" name="service" defaultValue={chosen}>
        {services.map((service) => (
          <option key={service} value={service}>
            {text.open[service]}
          </option>
        ))}
      </select>
    </div>
  );
}

interface FieldsProps {
  readonly answer: FormAnswer | undefined;
  readonly words: Words;
}

/** To the address of the dossier, which the page does not say, or to one that is typed; old names lead to those of today. */
function Where({ known, answer, words }: FieldsProps & { readonly known: boolean }): ReactElement {
  const { post: text } = words.citizen;
  const form = answer?.form;
  const to = form?.to ?? (known ? "dossier" : "other");
  return (
    <>
      {known ? (
        <fieldset>
          <legend>{text.to}</legend>
          <label className="choice">
            <input
              className="home"
              type="radio"
              name="to"
              value="dossier"
              defaultChecked={to === "dossier"}
            />
            {text.toDossier}
          </label>
          <label className="choice">
            <input type="radio" name="to" value="other" defaultChecked={to === "other"} />
            {text.toOther}
          </label>
        </fieldset>
      ) : (
        <input type="hidden" name="to" value="other" />
      )}
      <div className="elsewhere">
        <Field name="name" label={text.name} value={form?.name} />
        <Field name="phone" label={text.phone} value={form?.phone} kind="tel" />
        <Field name="address" label={text.address} hint={text.addressHint} value={form?.address} />
        <Offers answer={answer} words={words} />
      </div>
    </>
  );
}

/** Communes of today that the address may mean, to choose one. */
function Offers({ answer, words }: FieldsProps): ReactElement | null {
  if (answer?.kind !== "refused" || answer.offers.length === 0) return null;
  return (
    <fieldset>
      <legend>{words.citizen.post.which}</legend>
      {answer.offers.map(({ communeCode, address }) => (
        <label key={communeCode} className="choice" lang="vi">
          <input type="radio" name="commune" value={communeCode} />
          {address}
        </label>
      ))}
    </fieldset>
  );
}

function Proxy({
  form,
  words,
}: {
  readonly form: PostForm | undefined;
  readonly words: Words;
}): ReactElement {
  const { post: text } = words.citizen;
  const typed = form !== undefined && `${form.proxyName}${form.proxyNumber}${form.proxyPaper}`.trim() !== "";
  return (
    <details open={typed}>
      <summary>{text.proxy}</summary>
      <p className="hint">{text.proxyHint}</p>
      <Field name="proxyName" label={text.proxyName} value={form?.proxyName} />
      <Field name="proxyNumber" label={text.proxyNumber} value={form?.proxyNumber} />
      <Field name="proxyPaper" label={text.proxyPaper} value={form?.proxyPaper} />
    </details>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly value: string | undefined;
  readonly hint?: string;
  readonly kind?: "text" | "tel";
}

function Field({ name, label, value, hint, kind = "text" }: FieldProps): ReactElement {
  const id = `post-${name}`;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      <input
        id={id}
        name={name}
        type={kind}
        defaultValue={value}
        maxLength={POST_FIELD_CHARACTERS}
        {...(hint !== undefined && { "aria-describedby": `${id}-hint` })}
      />
    </div>
  );
}
