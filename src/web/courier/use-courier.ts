import { createContext, useContext, useSyncExternalStore } from "react";
import type { Courier, CourierState } from "./courier.ts";

export const CourierContext = createContext<Courier | null>(null);

/** The courier's work on this phone. */
export function useCourier(): Courier {
  const courier = useContext(CourierContext);
  if (!courier) throw new Error("The page is drawn without a courier");
  return courier;
}

/** What is shown now, followed as it changes. */
export function useCourierState(): CourierState {
  const { subscribe, state } = useCourier();
  return useSyncExternalStore(subscribe, state);
}

/** The shipment that the address names: `#/…`; empty for the list. So the phone's back button goes back. */
export function usePlace(): string {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener("hashchange", listener);
      return () => window.removeEventListener("hashchange", listener);
    },
    () => window.location.hash.replace(/^#\/?/, ""),
  );
}

/** Whether the phone believes to have a line. */
export function useOnline(): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener("online", listener);
      window.addEventListener("offline", listener);
      return () => {
        window.removeEventListener("online", listener);
        window.removeEventListener("offline", listener);
      };
    },
    () => navigator.onLine,
  );
}
