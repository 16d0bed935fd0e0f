import "@mantine/core/styles.css";
import "../ui/fonts.css";
import "../ui/global.css";
import { QueryClientProvider } from "@tanstack/react-query";
import { RouterProvider } from "@tanstack/react-router";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { currentLanguage } from "../text/use-text.ts";
import { UiProvider } from "../ui/ui-provider.tsx";
import { queryClient } from "./query-client.ts";
import { router } from "./router.tsx";
import { styleNonce } from "./style-nonce.ts";

const root = document.getElementById("root");
if (!root) throw new Error("The page has no element with the id root");
document.documentElement.lang = currentLanguage();

createRoot(root).render(
  <StrictMode>
    <UiProvider nonce={styleNonce()}>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </UiProvider>
  </StrictMode>,
);
