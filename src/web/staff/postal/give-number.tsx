import { numberShipment } from "#contract/postal-packets.ts";
import type { ShipmentLine } from "#contract/postal.ts";
import { OWN_CARRIER } from "#domain/postal/order-terms.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPost } from "./forget-post.ts";
import styles from "./postal.module.css";

/** Why a shipment has no number, and the way to one: without it no slip is printed and nobody finds it by its label. */
export function GiveNumber({ shipment }: { readonly shipment: ShipmentLine }): ReactElement | null {
  const { postal: text } = useText();
  const session = useSession();
  const act = useAct(numberShipment);
  const [typed, setTyped] = useState("");
  const { shipmentId, waybill, live, carrier, waitsForResult } = shipment;
  if (waybill !== null || !live) return null;
  if (carrier !== OWN_CARRIER && !waitsForResult)
    return <Notice tone="info" title={text.numberless.carrier} />;
  async function give(event: FormEvent): Promise<void> {
    event.preventDefault();
    const slip = typed.trim();
    const result = await act.send({ params: { shipmentId }, body: slip === "" ? {} : { waybill: slip } });
    if (!result?.ok) return;
    const { waybill: number, warning } = result.value;
    const given = text.numberless.given(number);
    showToast({ text: warning === null ? given : `${given} ${text.doubtfulNumber[warning]}` });
    await forgetPost();
  }
  return (
    <Notice tone="warning" title={text.numberless.title}>
      <p>{text.numberless.hint}</p>
      {mayUse(session, "postal.order") && (
        <form className={styles["filters"]} onSubmit={(event) => void give(event)}>
          <TextField label={text.numberless.slip} value={typed} onChange={setTyped} maxLength={60} />
          <Button type="submit" loading={act.pending}>
            {text.numberless.give}
          </Button>
        </form>
      )}
      {act.problem && <ProblemNotice problem={act.problem} />}
      {mayUse(session, "units.edit") && <Link to="/postal/numbers">{text.numberless.toNumbers}</Link>}
    </Notice>
  );
}
