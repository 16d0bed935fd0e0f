import type { Report } from "./courier-store.ts";

const WAIT_MS = 6_000;
const CHOICE = "motcua.courier.place";

/** Where the phone is, as far as it says so within seconds; null otherwise. Nothing waits for it longer. */
export function visitPoint(): Promise<NonNullable<Report["point"]> | null> {
  if (!("geolocation" in navigator)) return Promise.resolve(null);
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        resolve({
          latitude: coords.latitude,
          longitude: coords.longitude,
          accuracyMetres: Math.min(100_000, Math.max(1, Math.round(coords.accuracy))),
        }),
      () => resolve(null),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 0 },
    );
  });
}

/** Whether the courier lets places be remembered; asked once, kept on this phone. */
export function placeChoice(): boolean {
  return localStorage.getItem(CHOICE) === "yes";
}

/** Remembers the choice of {@link placeChoice}. */
export function choosePlace(remember: boolean): void {
  localStorage.setItem(CHOICE, remember ? "yes" : "no");
}
