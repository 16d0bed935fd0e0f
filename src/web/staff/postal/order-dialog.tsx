import { orderPostalService, type readDossierPost } from "#contract/postal.ts";
import { POSTAL_PAYMENTS, type PostalPayment } from "#domain/postal/order-terms.ts";
import type { PostalService } from "#domain/postal/tariff.ts";
import { Button, NativeSelect, Switch } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import type { Static } from "typebox";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { CommuneField } from "./commune-field.tsx";
import { forgetPost } from "./forget-post.ts";
import styles from "./postal.module.css";
import { QuoteLines } from "./quote-lines.tsx";
import { useQuote } from "./use-quote.ts";

type Begin = Static<typeof readDossierPost.response>;

interface Props {
  readonly dossierId: string;
  readonly begin: Begin;
  readonly onClose: () => void;
}

const LIGHTEST_GRAMS = "100";

/** Most who come want the result sent. */
function beginWith(services: readonly PostalService[]): PostalService {
  return services.includes("return") ? "return" : (services[0] ?? "return");
}

function emptyForm({ citizen, services, carriers }: Begin) {
  return {
    service: beginWith(services),
    grams: LIGHTEST_GRAMS,
    name: citizen.name,
    address: citizen.address,
    communeCode: citizen.communeCode ?? "",
    phone: citizen.phone,
    payment: "recipientPays" as PostalPayment,
    discountId: "",
    carrier: carriers[0] ?? "",
    waybill: "",
    withProxy: false,
    proxyName: "",
    proxyNumber: "",
    proxyPaper: "",
  };
}
type Form = ReturnType<typeof emptyForm>;

function bodyOf(form: Form, saidTotal: number) {
  const { name, address, phone, communeCode, discountId } = form;
  return {
    service: form.service,
    weightGrams: gramsOf(form),
    citizen: { name, address, phone, communeCode },
    payment: form.payment,
    carrier: form.carrier,
    saidTotal,
    ...(discountId !== "" && { discountId }),
    ...(form.waybill.trim() !== "" && { waybill: form.waybill.trim() }),
    ...(form.withProxy && {
      proxy: { name: form.proxyName, identityNumber: form.proxyNumber, paper: form.proxyPaper },
    }),
  };
}

/** What is no number weighs nothing, which the price refuses with its sentence. */
function gramsOf({ grams }: Form): number {
  return /^\d{1,6}$/.test(grams.trim()) ? Number(grams) : 0;
}

/** Orders the post for a dossier; the price stands there line by line while the form is filled in. */
export function OrderDialog({ dossierId, begin, onClose }: Props): ReactElement {
  const { postal: text } = useText();
  const [form, setForm] = useState(() => emptyForm(begin));
  const change = (part: Partial<Form>) => setForm({ ...form, ...part });
  const act = useAct(orderPostalService);
  const { service, communeCode, discountId } = form;
  const said = useQuote(dossierId, { service, weightGrams: gramsOf(form), communeCode, discountId });
  async function order(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!said.quote) return;
    const result = await act.send({ params: { dossierId }, body: bodyOf(form, said.quote.quote.total) });
    if (!result?.ok) return;
    const { warning } = result.value;
    showToast({ text: warning === null ? text.placed : `${text.placed} ${text.doubtfulNumber[warning]}` });
    onClose();
    await forgetPost();
  }
  return (
    <Dialog opened onClose={onClose} title={text.newOrder} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void order(event)} noValidate>
        <NativeSelect
          label={text.service}
          value={service}
          onChange={(event) => change({ service: event.currentTarget.value as PostalService })}
          data={begin.services.map((value) => ({ value, label: text.services[value] }))}
        />
        <TextField
          label={text.name}
          value={form.name}
          onChange={(name) => change({ name })}
          maxLength={200}
        />
        <CommuneField
          address={form.address}
          communeCode={communeCode}
          onChange={(address, code) => change({ address, communeCode: code })}
        />
        <TextField
          label={text.phone}
          value={form.phone}
          inputMode="tel"
          onChange={(phone) => change({ phone })}
          maxLength={40}
        />
        <TextField
          label={text.weight}
          value={form.grams}
          inputMode="numeric"
          onChange={(grams) => change({ grams })}
          maxLength={6}
        />
        <Said said={said} form={form} change={change} />
        <FurtherFields form={form} change={change} carriers={begin.carriers} />
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.close}
          </Button>
          <Button type="submit" loading={act.pending} disabled={!said.isCurrent}>
            {text.place}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

interface PartProps {
  readonly form: Form;
  readonly change: (part: Partial<Form>) => void;
}

function Said({
  said: { quote, problem },
  form,
  change,
}: PartProps & { readonly said: ReturnType<typeof useQuote> }): ReactElement {
  const { postal: text } = useText();
  if (problem) return <ProblemNotice problem={problem} />;
  if (!quote) return <p className={styles["quiet"]}>{form.communeCode === "" ? text.communeMissing : ""}</p>;
  return (
    <div aria-live="polite">
      <QuoteLines quote={quote.quote} />
      <p className={styles["quiet"]}>{text.days(quote.days)}</p>
      {quote.doubt !== null && <p className={styles["quiet"]}>{text.doubts[quote.doubt]}</p>}
      {!quote.vatDecided && <p className={styles["quiet"]}>{text.vatUndecided}</p>}
      <p className={styles["quiet"]} lang="vi">
        {quote.tariff.name}
      </p>
      {quote.discounts.length > 0 && (
        <NativeSelect
          label={text.discount}
          value={form.discountId}
          onChange={(event) => change({ discountId: event.currentTarget.value })}
          data={[
            { value: "", label: text.noDiscount },
            ...quote.discounts.map(({ id, name, percent }) => ({ value: id, label: `${name}: ${percent}%` })),
          ]}
        />
      )}
    </div>
  );
}

function FurtherFields({
  form,
  change,
  carriers,
}: PartProps & { readonly carriers: readonly string[] }): ReactElement {
  const { postal: text } = useText();
  return (
    <>
      <NativeSelect
        label={text.payment}
        value={form.payment}
        onChange={(event) => change({ payment: event.currentTarget.value as PostalPayment })}
        data={POSTAL_PAYMENTS.map((value) => ({ value, label: text.payments[value] }))}
      />
      {carriers.length > 1 && (
        <NativeSelect
          label={text.carrier}
          value={form.carrier}
          onChange={(event) => change({ carrier: event.currentTarget.value })}
          data={carriers.map((value) => ({ value, label: text.carriers(value) }))}
        />
      )}
      <TextField
        label={text.waybill}
        value={form.waybill}
        onChange={(waybill) => change({ waybill })}
        maxLength={60}
      />
      <Switch
        label={text.withProxy}
        checked={form.withProxy}
        onChange={(event) => change({ withProxy: event.currentTarget.checked })}
      />
      {form.withProxy && (
        <>
          <TextField
            label={text.proxyName}
            value={form.proxyName}
            onChange={(proxyName) => change({ proxyName })}
            maxLength={200}
          />
          <TextField
            label={text.proxyNumber}
            value={form.proxyNumber}
            onChange={(proxyNumber) => change({ proxyNumber })}
            maxLength={20}
          />
          <TextField
            label={text.proxyPaper}
            value={form.proxyPaper}
            onChange={(proxyPaper) => change({ proxyPaper })}
            maxLength={300}
          />
        </>
      )}
    </>
  );
}
