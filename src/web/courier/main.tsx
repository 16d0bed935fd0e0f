import "../ui/fonts.css";
import "./courier.css";
import "./courier-forms.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { currentLanguage } from "#web/text/use-text.ts";
import { call } from "#web/staff/api.ts";
import { CourierApp } from "./courier-app.tsx";
import { openCourierStore } from "./courier-store.ts";
import { openCourier } from "./courier.ts";
import { CourierContext } from "./use-courier.ts";

/** How long something waits before it is tried again while nothing else happens. */
const RETRY_MS = 30_000;

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root");
document.documentElement.lang = currentLanguage();

const courier = await openCourier(await openCourierStore(), call);
createRoot(root).render(
  <StrictMode>
    <CourierContext value={courier}>
      <CourierApp />
    </CourierContext>
  </StrictMode>,
);

const synchronise = (): void => void courier.synchronise();
window.addEventListener("online", synchronise);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) synchronise();
});
setInterval(() => {
  if (courier.state().acts.some(({ refused }) => !refused)) synchronise();
}, RETRY_MS);
synchronise();

// The page opens without a network from the second time on; in a browser without workers it is a page like any other.
if ("serviceWorker" in navigator) void navigator.serviceWorker.register("/courier/sw.js");
// A phone that runs out of space throws away what was not asked to stay.
void navigator.storage?.persist?.();
