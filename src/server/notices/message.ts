import type { CarrierAnswer } from "#domain/notice/notice.ts";

/** An e-mail, ready to be sent. Its id makes the Message-ID: sent twice, it is known as the same. */
export interface Mail {
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachment: { readonly fileName: string; readonly content: Buffer };
}

/** A text message, ready to be sent. */
export interface Sms {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/**
 * The ways out of the house; null where there is none. An operator's own way takes the place of one of these: it sends
 * the same id once however often it is given, and answers, but never throws, when the other side says no.
 */
export interface Carriers {
  readonly email: ((mail: Mail) => Promise<CarrierAnswer>) | null;
  readonly sms: ((sms: Sms) => Promise<CarrierAnswer>) | null;
}
