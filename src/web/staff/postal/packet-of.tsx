import type { readShipment } from "#contract/postal.ts";
import { packShipment } from "#contract/postal-packets.ts";
import { Button } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useState } from "react";
import type { Static } from "typebox";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPost } from "./forget-post.ts";
import styles from "./postal.module.css";

interface Props {
  readonly found: Static<typeof readShipment.response>;
}

/** The packet that travels by a shipment; named by scanning its label. */
export function PacketOf({ found }: Props): ReactElement | null {
  const { postal: text } = useText();
  const session = useSession();
  const act = useAct(packShipment);
  const [typed, setTyped] = useState("");
  const { shipment, packet } = found;
  const may = shipment.live && mayUse(session, "postal.order");
  async function name(event: FormEvent): Promise<void> {
    event.preventDefault();
    const code = typed.trim();
    if (code === "") return;
    const result = await act.send({ params: { shipmentId: shipment.shipmentId }, body: { code } });
    if (!result?.ok) return;
    setTyped("");
    showToast({ text: text.packetNamed });
    await forgetPost();
  }
  if (packet === null && !may) return null;
  return (
    <Panel id="packet" title={text.packet}>
      {packet === null ? (
        <p className={styles["quiet"]}>{text.noPacket}</p>
      ) : (
        <p>
          {mayUse(session, "custody.hold") ? (
            <Link
              to="/papers/$thing/$id"
              params={{ thing: "container", id: packet.id }}
              className={styles["code"]}
            >
              {packet.code}
            </Link>
          ) : (
            <span className={styles["code"]}>{packet.code}</span>
          )}
        </p>
      )}
      {may && (
        <form className={styles["filters"]} onSubmit={(event) => void name(event)}>
          <TextField label={text.packetCode} value={typed} onChange={setTyped} maxLength={60} />
          <Button type="submit" variant="default" loading={act.pending}>
            {text.namePacket}
          </Button>
        </form>
      )}
      {act.problem && <ProblemNotice problem={act.problem} />}
    </Panel>
  );
}
