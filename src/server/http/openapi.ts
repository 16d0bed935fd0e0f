import type { SwaggerOptions } from "@fastify/swagger";

/** The document that describes the API; made from the contract, since that is what the routes are made from. */
export function describeApi(): SwaggerOptions {
  return {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Motcua",
        version: "1",
        description:
          "One-stop public service. Every write needs an Idempotency-Key; errors are problem details (RFC 9457) with a stable code, listed in docs/errors.md.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
    },
  };
}
