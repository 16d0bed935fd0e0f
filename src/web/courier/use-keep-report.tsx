import type { RoundStopView } from "#contract/rounds.ts";
import { type Instant, instant } from "#domain/shared/instant.ts";
import { type ReactElement, useRef, useState } from "react";
import { v4 as uuid } from "uuid";
import { useText } from "#web/text/use-text.ts";
import { serverNow } from "#web/staff/server-clock.ts";
import type { CourierState } from "./courier.ts";
import type { KeptFile, Report } from "./courier-store.ts";
import { visitPoint } from "./visit-point.ts";
import { useCourier } from "./use-courier.ts";

/** What happened, without what the phone adds: its number, the moment and the place. */
export type Happening = Omit<Report, "reportId" | "at" | "point" | "signatureFileId" | "photoFileId">;

interface Proof {
  readonly signature?: Blob | null;
  readonly photo?: Blob | null;
  /** The courier agreed to keep where the door is. */
  readonly withPlace?: boolean;
}

/** Keeps what happened at a stop on the phone, once however often it is pressed, and goes back to the list. */
export function useKeepReport(stop: RoundStopView): {
  readonly keep: (happening: Happening, proof?: Proof) => Promise<void>;
  readonly pending: boolean;
  readonly problem: ReactElement | null;
} {
  const courier = useCourier();
  const { round: text } = useText();
  const [pending, setPending] = useState(false);
  const [full, setFull] = useState(false);
  const begun = useRef(false);

  async function keep(happening: Happening, proof: Proof = {}): Promise<void> {
    if (begun.current) return;
    begun.current = true;
    setPending(true);
    const at = momentOf(courier.state());
    const point = proof.withPlace ? await visitPoint() : null;
    try {
      await courier.record({
        shipmentId: stop.shipmentId,
        about: `${stop.name}, ${stop.address}`,
        report: { ...happening, reportId: uuid(), at, ...(point && { point }) },
        files: [...fileOf("signature", proof.signature), ...fileOf("photo", proof.photo)],
      });
      window.location.hash = "/";
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      begun.current = false;
      setFull(true);
    } finally {
      setPending(false);
    }
  }

  const problem = full ? (
    <p className="problem" role="alert">
      {text.storageFull}
    </p>
  ) : null;
  return { keep, pending, problem };
}

/** A phone whose clock went back reports nothing before the round was loaded, nor before what it reported last. */
function momentOf({ round, acts }: CourierState): Instant {
  const moments = [
    serverNow(),
    ...(round ? [instant(round.readAt)] : []),
    ...acts.map(({ report }) => instant(report.at)),
  ];
  return moments.reduce((latest, moment) => (moment > latest ? moment : latest));
}

function fileOf(purpose: KeptFile["purpose"], content: Blob | null | undefined): readonly KeptFile[] {
  return content ? [{ uploadId: uuid(), purpose, content }] : [];
}
