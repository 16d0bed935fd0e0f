import { readLodging } from "#contract/lodging.ts";
import { getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useEffect, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import type { AnswerOf } from "../api.ts";
import type { Received } from "../counter/counter-page.tsx";
import { LodgedPanel } from "../counter/lodged-panel.tsx";
import styles from "../counter/lodging.module.css";
import { ReceivedPanel } from "../counter/received-panel.tsx";
import type { Lodged } from "../counter/use-lodge.ts";
import { forgetDossiers } from "../dossiers/forget-dossiers.ts";
import { queryClient } from "../query-client.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { readKey, useRead } from "../use-read.ts";
import { AcceptSheet } from "./accept-sheet.tsx";

const route = getRouteApi("/dossiers/$dossierId/acceptance");

type Begun = AnswerOf<typeof readLodging>;
export type Settled =
  | { readonly kind: "received"; readonly received: Received }
  | { readonly kind: "lodged"; readonly lodged: Lodged };

/** The citizen is back with a dossier that was lodged: the form of the counter, begun with what was written down. */
export function AcceptPage(): ReactElement {
  const { dossierId } = route.useParams();
  return <Acceptance key={dossierId} dossierId={dossierId} />;
}

function Acceptance({ dossierId }: { readonly dossierId: string }): ReactElement {
  const text = useText();
  const navigate = useNavigate();
  const input = { params: { dossierId } };
  const { data, problem, reload } = useRead(readLodging, input);
  // The form begins with one state of the dossier: what is read again while somebody types changes nothing under them.
  const [begun, setBegun] = useState<Begun | null>(null);
  const [settled, setSettled] = useState<Settled | null>(null);
  useEffect(() => {
    // A form that was left is begun anew from what the dossier then says.
    return () => queryClient.removeQueries({ queryKey: readKey(readLodging) });
  }, []);
  if (begun === null && data) setBegun(data);
  const toCounter = () => void navigate({ to: "/counter" });
  if (settled?.kind === "received") return <ReceivedPanel received={settled.received} onNext={toCounter} />;
  if (settled?.kind === "lodged") return <LodgedPanel lodged={settled.lodged} onNext={toCounter} />;
  return (
    <div className={styles["page"]}>
      {begun && (
        <AcceptSheet
          key={begun.version}
          begun={begun}
          onReload={() => {
            void queryClient.resetQueries({ queryKey: readKey(readLodging, input) });
            setBegun(null);
          }}
          onSettled={(now) => {
            setSettled(now);
            void forgetDossiers();
          }}
        />
      )}
      {!begun && problem && (
        <>
          <h1>{text.lists.moves.receive}</h1>
          <ProblemNotice problem={problem} onRetry={reload} />
        </>
      )}
      {!begun && !problem && <LoadingLines lines={12} />}
    </div>
  );
}
