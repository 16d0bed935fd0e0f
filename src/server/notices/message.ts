import type { CarrierAnswer } from "#domain/notice/notice.ts";

/** A paper that goes with a mail. */
export interface Attachment {
  readonly fileName: string;
  readonly content: Buffer;
}

/** An e-mail, ready to be sent. Its id makes the Message-ID: sent twice, it is known as the same. */
export interface Mail {
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachment: Attachment | null;
}

/** A message to a telephone number, ready to be sent. */
export interface ShortMessage {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

type ToPhone = (message: ShortMessage) => Promise<CarrierAnswer>;

/**
 * The ways out of the house; null where there is none. An operator's own way takes the place of one of these: it sends
 * the same id once however often it is given, and answers, but never throws, when the other side says no.
 */
export interface Carriers {
  readonly email: ((mail: Mail) => Promise<CarrierAnswer>) | null;
  readonly sms: ToPhone | null;
  readonly zalo: ToPhone | null;
}
