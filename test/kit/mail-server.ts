import { once } from "node:events";
import type { MailSettings } from "#server/notice-settings.ts";
import { SMTPServer } from "smtp-server";

/** A mail server of the test's own, which keeps what it is given. */
export interface MailServer {
  /** Each message that was taken, as it came. */
  readonly mails: readonly TakenMail[];
  readonly settings: MailSettings;
  [Symbol.asyncDispose](): Promise<void>;
}

export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly raw: string;
}

/** What it says to the recipient of try number `attempt`; undefined: welcome. */
export type Verdict = (attempt: number) => { readonly code: number; readonly words: string } | undefined;

export interface MailServerOptions {
  readonly onRecipient?: Verdict;
  /** What it greets with, when it is not open. */
  readonly closed?: { readonly code: number; readonly words: string };
  /** The password that lets in; absent: nobody signs in. */
  readonly password?: string;
  /** How it is talked to; as a rule in the clear. */
  readonly settings?: Partial<MailSettings["server"]>;
}

/** Starts a server on this machine that speaks real SMTP. */
export async function mailServer(options: MailServerOptions = {}): Promise<MailServer> {
  const mails: TakenMail[] = [];
  let attempts = 0;
  const server = new SMTPServer({
    logger: false,
    disableReverseLookup: true,
    hideSTARTTLS: true,
    allowInsecureAuth: true,
    authOptional: options.password === undefined,
    onAuth: (auth, _session, callback) =>
      auth.password === options.password
        ? callback(null, { user: auth.username ?? "" })
        : callback(refusal(535, "5.7.8 authentication failed")),
    onConnect: (_session, callback) =>
      callback(options.closed && refusal(options.closed.code, options.closed.words)),
    onRcptTo: (_address, _session, callback) => {
      attempts += 1;
      const verdict = options.onRecipient?.(attempts);
      callback(verdict && refusal(verdict.code, verdict.words));
    },
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => {
        const { mailFrom, rcptTo } = session.envelope;
        mails.push({
          from: mailFrom ? mailFrom.address : "",
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString("utf8"),
        });
        callback(null);
      });
    },
  });
  server.on("error", () => undefined); // A client that goes away in the middle is part of the tests.
  const listener = server.listen(0, "127.0.0.1");
  await once(listener, "listening");
  const address = listener.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    mails,
    settings: {
      server: { host: "127.0.0.1", port, tls: "none", signIn: null, ...options.settings },
      from: { name: "Một cửa Bình Thành", address: "motcua@example.vn" },
    },
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

/** A part of a message: its headers, unfolded, and its content, decoded. */
export interface MailPart {
  readonly headers: ReadonlyMap<string, string>;
  readonly content: Buffer;
}

/** The head of a message and its parts that are no envelope of others, in their order. */
export function readMail(raw: string): { readonly head: MailPart["headers"]; readonly parts: MailPart[] } {
  const head = headersOf(raw);
  return { head, parts: partsOf(raw, head) };
}

function partsOf(raw: string, headers: MailPart["headers"]): MailPart[] {
  const body = raw.slice(raw.indexOf("\r\n\r\n") + 4);
  const boundary = /^multipart\/.*boundary="?([^";]+)/.exec(headers.get("content-type") ?? "")?.[1];
  if (boundary === undefined) return [{ headers, content: decoded(body, headers) }];
  return body
    .split(`--${boundary}`)
    .slice(1, -1)
    .flatMap((part) => partsOf(part.slice(2), headersOf(part.slice(2))));
}

function headersOf(raw: string): MailPart["headers"] {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  return new Map(
    head.split("\r\n").map((line) => {
      const colon = line.indexOf(":");
      return [line.slice(0, colon).toLowerCase(), wordsOf(line.slice(colon + 1).trim())] as const;
    }),
  );
}

/** Encoded words of a header (RFC 2047) as what they say. */
function wordsOf(text: string): string {
  return text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === "b"
        ? Buffer.from(word, "base64").toString("utf8")
        : unquoted(word.replaceAll("_", " ")).toString("utf8"),
    );
}

function decoded(body: string, headers: MailPart["headers"]): Buffer {
  const encoding = headers.get("content-transfer-encoding");
  if (encoding === "base64") return Buffer.from(body, "base64");
  return encoding === "quoted-printable" ? unquoted(body.replace(/=\r\n/g, "")) : Buffer.from(body);
}

function unquoted(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([\dA-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  );
}
