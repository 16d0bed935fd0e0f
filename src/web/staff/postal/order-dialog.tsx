import { orderPostalService } from "#contract/postal.ts";
import type { PostalService } from "#domain/postal/tariff.ts";
import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { CommuneField } from "./commune-field.tsx";
import { forgetPost } from "./forget-post.ts";
import {
  type OrderBegin,
  type OrderForm,
  emptyOrder,
  gramsOf,
  orderBody,
  orderProblems,
  phoneWarnings,
} from "./order-form.ts";
import { OrderTerms } from "./order-terms.tsx";
import { OrderPrice } from "./order-price.tsx";
import styles from "./postal.module.css";
import { useQuote } from "./use-quote.ts";

interface Props {
  readonly dossierId: string;
  readonly begin: OrderBegin;
  readonly onClose: () => void;
}

/** The form of an order with its price, what is wrong with it once it was tried, and how it is placed. */
function useOrder({ dossierId, begin, onClose }: Props) {
  const { postal: text } = useText();
  const [form, setForm] = useState(() => emptyOrder(begin));
  const [asked, setAsked] = useState(false);
  const act = useAct(orderPostalService);
  const { service, communeCode, discountId } = form;
  const said = useQuote(dossierId, { service, weightGrams: gramsOf(form), communeCode, discountId });
  const problems = orderProblems(form);
  async function place(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const fields = event.currentTarget;
    setAsked(true);
    if (!said.quote || Object.keys(problems).length > 0) {
      // Once the fields say what is missing, the first of them is where the work goes on.
      requestAnimationFrame(() => fields.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const result = await act.send({ params: { dossierId }, body: orderBody(form, said.quote.quote.total) });
    if (!result?.ok) return;
    const { warning } = result.value;
    showToast({ text: warning === null ? text.placed : `${text.placed} ${text.doubtfulNumber[warning]}` });
    onClose();
    await forgetPost();
  }
  return {
    form,
    change: (part: Partial<OrderForm>) => setForm({ ...form, ...part }),
    said,
    place,
    problem: act.problem,
    pending: act.pending || said.asking,
    wordsOf: (field: keyof OrderForm) => {
      const problem = asked ? problems[field] : undefined;
      return problem && text.orderProblems[problem];
    },
  };
}

/** Orders the post for a dossier; the price stands there line by line while the form is filled in. */
export function OrderDialog(props: Props): ReactElement {
  const { begin, onClose } = props;
  const { postal, party } = useText();
  const { form, change, said, place, problem, pending, wordsOf } = useOrder(props);
  return (
    <Dialog opened onClose={onClose} title={postal.newOrder} size="lg">
      <form className={styles["form"]} onSubmit={(event) => void place(event)} noValidate>
        <NativeSelect
          label={postal.service}
          value={form.service}
          onChange={(event) => change({ service: event.currentTarget.value as PostalService })}
          data={begin.services.map((value) => ({ value, label: postal.services[value] }))}
        />
        <TextField
          label={postal.name}
          value={form.name}
          onChange={(name) => change({ name })}
          maxLength={200}
          problem={wordsOf("name")}
        />
        <CommuneField
          address={form.address}
          communeCode={form.communeCode}
          onChange={(address, code) => change({ address, communeCode: code })}
          problem={wordsOf("address")}
        />
        <TextField
          label={postal.phone}
          value={form.phone}
          inputMode="tel"
          onChange={(phone) => change({ phone })}
          maxLength={40}
          problem={wordsOf("phone")}
          warnings={phoneWarnings(form.phone).map((warning) => party.warnings[warning])}
        />
        <TextField
          label={postal.weight}
          value={form.grams}
          inputMode="numeric"
          onChange={(grams) => change({ grams })}
          maxLength={6}
        />
        <OrderPrice said={said} form={form} change={change} />
        <OrderTerms form={form} change={change} carriers={begin.carriers} wordsOf={wordsOf} />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {postal.close}
          </Button>
          <Button type="submit" loading={pending}>
            {postal.place}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}
