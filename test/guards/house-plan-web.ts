import type { Uses } from "./rooms.ts";

/** The rooms of the web, as {@link HOUSE_PLAN} lists the others. */
export const WEB_PLAN: Readonly<Record<string, Uses>> = {
  "web/citizen": { rooms: ["contract", "domain", "web/text", "web/ui"], packages: ["react", "react-dom"] },
  "web/staff": {
    rooms: [
      "contract",
      "domain",
      "web/staff/catalogue",
      "web/staff/confirming",
      "web/staff/counter",
      "web/staff/dossiers",
      "web/staff/mandates",
      "web/staff/people",
      "web/staff/places",
      "web/staff/programmes",
      "web/staff/proposals",
      "web/staff/reorganisation",
      "web/staff/rights",
      "web/staff/samples",
      "web/staff/session",
      "web/staff/shell",
      "web/staff/sites",
      "web/text",
      "web/ui",
    ],
    packages: [
      "@mantine/core",
      "@mantine/hooks",
      "@tanstack/react-query",
      "@tanstack/react-router",
      "react",
      "react-dom",
      "typebox",
      "uuid",
    ],
  },
  "web/staff/catalogue": {
    rooms: ["contract", "domain", "web/staff", "web/staff/shell", "web/text", "web/ui"],
    packages: ["@mantine/core", "@mantine/hooks", "@tanstack/react-router", "diff", "react"],
  },
  "web/staff/confirming": {
    rooms: [
      "contract",
      "domain",
      "web/staff",
      "web/staff/dossiers",
      "web/staff/session",
      "web/staff/shell",
      "web/text",
      "web/ui",
    ],
    packages: ["@mantine/core", "@mantine/hooks", "@tanstack/react-router", "react"],
  },
  "web/staff/counter": {
    rooms: ["contract", "domain", "web/staff", "web/staff/session", "web/staff/shell", "web/text", "web/ui"],
    packages: ["@mantine/core", "@mantine/hooks", "@tanstack/react-router", "react", "uuid"],
  },
  "web/staff/dossiers": {
    rooms: ["contract", "domain", "web/staff", "web/staff/session", "web/staff/shell", "web/text", "web/ui"],
    packages: [
      "@mantine/core",
      "@mantine/hooks",
      "@tanstack/react-router",
      "react",
      "signature_pad",
      "typebox",
    ],
  },
  "web/staff/mandates": {
    rooms: ["contract", "domain", "web/staff", "web/staff/session", "web/staff/shell", "web/text", "web/ui"],
    packages: ["@mantine/core", "@mantine/hooks", "@tanstack/react-router", "react"],
  },
  "web/staff/people": {
    rooms: ["contract", "domain", "web/staff", "web/staff/shell", "web/text", "web/ui"],
    packages: ["@mantine/core", "@mantine/hooks", "@tanstack/react-router", "react"],
  },
  "web/staff/places": {
    rooms: ["contract", "domain", "web/staff", "web/staff/shell", "web/text", "web/ui"],
    packages: ["@mantine/core", "@mantine/hooks", "react"],
  },
  "web/staff/proposals": {
    rooms: [
      "contract",
      "domain",
      "web/staff",
      "web/staff/mandates",
      "web/staff/session",
      "web/staff/shell",
      "web/text",
      "web/ui",
    ],
    packages: ["@mantine/core", "@mantine/hooks", "@tanstack/react-router", "react", "uuid"],
  },
  "web/staff/reorganisation": {
    rooms: ["contract", "domain", "web/staff", "web/staff/shell", "web/text", "web/ui"],
    packages: ["@mantine/core", "@mantine/hooks", "@tanstack/react-router", "react"],
  },
  "web/staff/programmes": {
    rooms: ["contract", "domain", "web/staff", "web/staff/session", "web/staff/shell", "web/text", "web/ui"],
    packages: ["@mantine/core", "@tanstack/react-router", "react"],
  },
  "web/staff/rights": {
    rooms: [
      "contract",
      "domain",
      "web/staff",
      "web/staff/programmes",
      "web/staff/session",
      "web/staff/shell",
      "web/text",
      "web/ui",
    ],
    packages: ["@mantine/core", "@mantine/hooks", "@tanstack/react-router", "react"],
  },
  "web/staff/samples": {
    rooms: [
      "contract",
      "domain",
      "web/staff",
      "web/staff/dossiers",
      "web/staff/session",
      "web/staff/shell",
      "web/text",
      "web/ui",
    ],
    packages: ["@mantine/core", "@tanstack/react-router", "react"],
  },
  "web/staff/session": {
    rooms: ["contract", "domain", "web/staff", "web/staff/shell", "web/text", "web/ui"],
    packages: ["@mantine/core", "@tanstack/react-query", "react", "typebox"],
  },
  "web/staff/sites": {
    rooms: ["contract", "domain", "web/staff", "web/staff/session", "web/staff/shell", "web/text", "web/ui"],
    packages: ["@mantine/core", "@mantine/hooks", "@tanstack/react-router", "react", "uuid"],
  },
  "web/staff/shell": {
    rooms: ["contract", "domain", "web/staff", "web/staff/session", "web/text", "web/ui"],
    packages: ["@mantine/core", "@tanstack/react-router", "react"],
  },
  "web/text": { rooms: ["contract", "domain"], packages: ["react"] },
  "web/ui": { rooms: ["domain", "web/text"], packages: ["@mantine/core", "react"] },
};
