import { PRESENCE_EVERY_MS, type PresenceView, keepPresence } from "#contract/presence.ts";
import type { Move } from "#domain/dossier/dossier-machine.ts";
import { useEffect, useRef, useState } from "react";
import { call } from "../api.ts";

/** Nobody is there who has touched nothing for so long; the session must be able to end then, too. */
const AWAY_MS = 5 * 60_000;
const TOUCHES = ["pointerdown", "pointermove", "keydown", "wheel"] as const;

/**
 * Tells the server that this page is open and hears who else has the dossier open and what was done after the version
 * that is shown. A lost answer changes nothing: it is asked again, and no act waits for it.
 */
export function usePresence(dossierId: string, version: number, doing: Move | null): PresenceView | null {
  const [heard, setHeard] = useState<PresenceView | null>(null);
  const told = useRef({ version, doing });
  useEffect(() => {
    told.current = { version, doing };
  });
  useEffect(() => {
    let open = true;
    let touchedAt = performance.now();
    const touch = () => void (touchedAt = performance.now());
    async function tell(): Promise<void> {
      if (document.visibilityState === "hidden" || performance.now() - touchedAt > AWAY_MS) return;
      const answer = await call(keepPresence, { params: { dossierId }, body: told.current });
      if (open && answer.ok) setHeard(answer.value);
    }
    function leave(): void {
      const body = { ...told.current, leaving: true };
      void call(keepPresence, { params: { dossierId }, body, outliveTab: true });
    }
    const seen = () => void tell();
    const timer = setInterval(seen, PRESENCE_EVERY_MS);
    document.addEventListener("visibilitychange", seen);
    for (const kind of TOUCHES) document.addEventListener(kind, touch, { passive: true });
    window.addEventListener("pagehide", leave);
    return () => {
      open = false;
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
      for (const kind of TOUCHES) document.removeEventListener(kind, touch);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [dossierId]);
  useEffect(() => {
    // What this page shows or does has changed: the others hear it at once.
    async function tell(): Promise<void> {
      const answer = await call(keepPresence, { params: { dossierId }, body: { version, doing } });
      if (answer.ok) setHeard(answer.value);
    }
    void tell();
  }, [dossierId, version, doing]);
  return heard;
}
