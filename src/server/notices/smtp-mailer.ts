import type { CarrierAnswer } from "#domain/notice/notice.ts";
import { readEmail } from "#domain/person/email.ts";
import { createTransport } from "nodemailer";
import type { MailSettings, SmtpServer } from "../notice-settings.ts";
import type { Carriers } from "./message.ts";

/** Of one silence of the server. A whole conversation has some ten of them at most: less than a claim lasts. */
const PATIENCE_MS = { connect: 20_000, greeting: 20_000, name: 10_000, silence: 30_000 };

/**
 * Sends each message by a conversation of its own with the mail server (RFC 5321). No password and no text crosses the
 * network in the clear unless the settings say so. Files and addresses named in a message are never read.
 */
export function smtpMailer(
  { server, from }: MailSettings,
  patience: typeof PATIENCE_MS = PATIENCE_MS,
): NonNullable<Carriers["email"]> {
  const transport = createTransport({
    host: server.host,
    port: server.port,
    ...protection(server.tls),
    ...(server.signIn && { auth: { user: server.signIn.user, pass: server.signIn.password } }),
    connectionTimeout: patience.connect,
    greetingTimeout: patience.greeting,
    dnsTimeout: patience.name,
    socketTimeout: patience.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
    logger: false,
  });
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);
  return async ({ id, to, subject, text, html, attachment }) => {
    // What is no address would be made one on the way, and somebody else's.
    if (!readEmail(to.address).ok) return { taken: false, problem: "refused", answer: null };
    try {
      const sent = await transport.sendMail({
        messageId: `<${id}@${domain}>`,
        from,
        to,
        // What the conversation names is the one address, however the header would be read.
        envelope: { from: from.address, to: [to.address] },
        subject,
        text,
        html,
        attachments: attachment
          ? [{ filename: attachment.fileName, content: attachment.content, contentType: "application/pdf" }]
          : [],
        headers: { "Auto-Submitted": "auto-generated" },
      });
      return { taken: true, answer: answerCode(sent.response) };
    } catch (error) {
      return judge(error as SmtpFailure);
    }
  };
}

function protection(tls: SmtpServer["tls"]) {
  return { secure: tls === "wrapped", requireTLS: tls === "upgrade", ignoreTLS: tls === "none" };
}

interface SmtpFailure {
  readonly code?: string;
  readonly responseCode?: number;
  readonly response?: string;
  /** What the server was told when it said no. */
  readonly command?: string;
}

/** What is about this message, and not about whether the server lets us in. */
const ABOUT_MESSAGE: readonly (string | undefined)[] = ["MAIL FROM", "RCPT TO", "DATA"];
const SIGN_IN_REQUIRED = 530;

/** No for good ends it; all else may be otherwise at the next try. Words of the server are left out: they name people. */
function judge({ code, responseCode, response, command }: SmtpFailure): CarrierAnswer {
  if (responseCode === undefined) {
    return { taken: false, problem: "noAnswer", answer: plainCode(code) };
  }
  const answer = answerCode(response);
  if (code === "EAUTH" || responseCode === SIGN_IN_REQUIRED)
    return { taken: false, problem: "notSignedIn", answer };
  if (responseCode >= 500 && ABOUT_MESSAGE.includes(command))
    return { taken: false, problem: "refused", answer };
  return { taken: false, problem: "refusedForNow", answer };
}

/** @example answerCode("550 5.1.1 <hong@vidu.vn>: no such user") → "550 5.1.1" */
function answerCode(response: string | undefined): string | null {
  const [, code, detail] = /^(\d{3})(?:[ -](\d\.\d{1,3}\.\d{1,3})(?=\s|$))?/.exec(response ?? "") ?? [];
  return code === undefined ? null : [code, detail].filter(Boolean).join(" ");
}

function plainCode(code: string | undefined): string | null {
  return code !== undefined && /^[A-Z_]{1,40}$/.test(code) ? code : null;
}
