import { randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import plainHelmet from "helmet";

/** What a page may load, and who may frame it; the nonces of styles and scripts are added page by page. */
export function securityHeaders(publicUrl: string) {
  const https = publicUrl.startsWith("https:");
  return {
    enableCSPNonces: true,
    hsts: https,
    referrerPolicy: { policy: "no-referrer" as const },
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", "blob:", "data:"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        frameSrc: ["'self'", "blob:"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
  };
}

/** The courier's page compiles a program that reads codes; it comes from here as every script does. */
export function courierPageHeaders(publicUrl: string) {
  const headers = securityHeaders(publicUrl);
  const { contentSecurityPolicy } = headers;
  const { directives } = contentSecurityPolicy;
  const scriptSrc = [...directives.scriptSrc, "'wasm-unsafe-eval'"];
  return {
    ...headers,
    contentSecurityPolicy: { ...contentSecurityPolicy, directives: { ...directives, scriptSrc } },
  };
}

/**
 * Sets the headers of a page that is answered before any hook runs, for an address that the router cannot read.
 * @returns the nonce for its style
 */
export function setPageHeaders(publicUrl: string, { request, raw }: FastifyReply): string {
  const nonce = randomBytes(16).toString("hex");
  const { hsts, referrerPolicy, contentSecurityPolicy } = securityHeaders(publicUrl);
  const { directives } = contentSecurityPolicy;
  const setHeaders = plainHelmet({
    hsts,
    referrerPolicy,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...directives, styleSrc: [...directives.styleSrc, `'nonce-${nonce}'`] },
    },
  });
  setHeaders(request.raw, raw, (error) => {
    if (error instanceof Error) throw error;
  });
  return nonce;
}

/**
 * The headers of the API's answers, as a hook. They are data and files, never pages: nothing in them runs or loads, so
 * they need no nonces, and the middleware is built once instead of at each request (a tenth of an intake's time).
 */
export function apiSecurityHeaders(publicUrl: string) {
  const { hsts, referrerPolicy } = securityHeaders(publicUrl);
  const setHeaders = plainHelmet({
    hsts,
    referrerPolicy,
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'none'"],
        frameAncestors: ["'self'"],
      },
    },
  });
  return (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) =>
    setHeaders(request.raw, reply.raw, (error) => done(error instanceof Error ? error : undefined));
}
