import { z } from 'zod';
import type { Catalogue, CommandContext, Fact, FactOf, Metadata, Recorded, Register, StoredEvent } from '#engine';

const on = z.iso.date().meta({ title: 'Ngày' });
const label = (text: string) => ({ vi: text, en: text });

/** A library book: the smallest register with a status, a fact that may be told late, and both kinds of rule. */
// prettier-ignore
export const bookFacts = {
  BookBought:   { label: label('Mua sách'),    from: ['none'],      to: 'shelved', basis: 'Điều 1', data: z.object({ on, title: z.string().min(1) }) },
  BookLent:     { label: label('Cho mượn'),    from: ['shelved'],   to: 'lent',    basis: 'Điều 2', data: z.object({ on, reader: z.string().min(1) }) },
  BookReturned: { label: label('Trả sách'),    from: ['lent'],      to: 'shelved', basis: 'Điều 3', data: z.object({ on }) },
  LoanRenewed:  { label: label('Gia hạn mượn'), from: ['lent'],                    basis: 'Điều 4', data: z.object({ on, days: z.int() }) },
} as const satisfies Catalogue;

export type BookFact = FactOf<typeof bookFacts>;
export interface Book {
  readonly status: 'none' | 'shelved' | 'lent';
  readonly reader?: string;
  readonly renewals: number;
}

const evolveBook = (book: Book, { fact }: Recorded<BookFact>): Book => {
  switch (fact.type) {
    case 'BookBought':
      return { ...book, status: 'shelved' };
    case 'BookLent':
      return { ...book, status: 'lent', reader: fact.data.reader, renewals: 0 };
    case 'BookReturned':
      return { status: 'shelved', renewals: book.renewals };
    case 'LoanRenewed':
      return { ...book, renewals: book.renewals + 1 };
    default:
      return fact satisfies never;
  }
};

export const bookRegister: Register<Book, BookFact, { readonly maxRenewals: number }> = {
  name: 'book',
  label: label('Sách'),
  catalogue: bookFacts,
  statuses: { none: 'Chưa mua', shelved: 'Trên giá', lent: 'Đang mượn' },
  initial: { status: 'none', renewals: 0 },
  evolve: evolveBook,
  impossible: [
    {
      code: 'reader-unknown',
      text: 'Người mượn phải có thẻ.',
      basis: 'Điều 2',
      broken: ({ fact }) =>
        fact.type === 'BookLent' && fact.data.reader === 'stranger'
          ? { detail: 'Người mượn chưa có thẻ.', field: 'data.reader' }
          : undefined,
    },
  ],
  unlawful: [
    {
      code: 'renewed-too-often',
      text: 'Gia hạn quá số lần.',
      basis: 'Điều 4',
      broken: ({ fact, state, reference }) =>
        fact.type === 'LoanRenewed' && state.renewals >= reference.maxRenewals
          ? { detail: `Đã gia hạn ${state.renewals} lần.` }
          : undefined,
    },
  ],
};

/** A moment after every date that specs use. */
export const LATER = '2026-12-31T00:00:00.000Z';

export const metadata = (more: Partial<Metadata> = {}): Metadata => ({
  actor: 'an',
  unit: 'u1',
  recordedAt: LATER,
  commandId: 'c0',
  commandHash: 'h0',
  correlationId: 'c0',
  confidentiality: 0,
  reference: '0'.repeat(20),
  ...more,
});

export const context = (more: Partial<CommandContext> = {}): CommandContext => ({
  commandId: 'c1',
  actor: 'an',
  unit: 'u1',
  recordedAt: LATER,
  reference: '0'.repeat(20),
  ...more,
});

/** Facts as a store would hand them back: ids e0, e1, … unless they bring their own. */
interface Told extends Fact {
  readonly data: Fact['data'] & Readonly<Record<string, unknown>>;
  readonly id?: string;
  readonly metadata?: Partial<Metadata>;
}

export const stored = (...facts: readonly Told[]) =>
  facts.map((fact, i): StoredEvent => ({
    id: fact.id ?? `e${i}`,
    stream: 'book-1',
    revision: i,
    position: String(i + 1).padStart(20, '0'),
    type: fact.type,
    schemaVersion: 1,
    data: fact.data,
    metadata: metadata(fact.metadata),
  }));
