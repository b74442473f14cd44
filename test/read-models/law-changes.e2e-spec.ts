import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { derivedId, type NewEvent } from '#engine';
import { appendReference, demonstrate, releasedReference } from '#exchange';
import type { LawFact } from '#law';
import { casework, rebuild } from '#read-models';
import { everythingIn } from './everything.js';
import { givenLog, type GivenLog } from './given.js';

const RECORDED_AT = '2026-11-20T03:00:00.000Z';
const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const special = (day: string, kind: 'holiday' | 'swapped-working' | 'ordinary'): readonly [string, LawFact] => [
  `calendar-${day.slice(0, 4)}`,
  {
    type: 'CalendarDayCorrected',
    data: { on: '2026-11-20', year: Number(day.slice(0, 4)), day, kind, name: 'Thử', basis: 'Thử', status: 'sourced' },
  },
];

describe('changes of the law over the files of a province', () => {
  let given: GivenLog;
  const real = { domain: casework as never };

  beforeAll(async () => {
    given = await givenLog();
    const reference = releasedReference();
    await appendReference(reference, { log: given.log, digest, recordedAt: RECORDED_AT, actor: 'release' });
    await demonstrate({ log: given.log, digest, recordedAt: RECORDED_AT, files: 250 });
    await given.project(real);
    const change = async ([stream, fact]: readonly [string, LawFact]) => {
      const [last] = await given.log.readStream(stream, { direction: 'backwards', limit: 1 });
      const event: NewEvent = {
        id: derivedId(digest, `${stream}/${last?.revision ?? -1}/changed`),
        type: fact.type,
        schemaVersion: 1,
        data: fact.data,
        metadata: {
          actor: 'an',
          unit: 'u1',
          recordedAt: RECORDED_AT,
          commandId: 'change',
          commandHash: '',
          correlationId: '',
          confidentiality: 0,
          reference: await given.log.head(),
        },
      };
      await given.log.append([{ stream, expected: last?.revision ?? 'noStream', events: [event] }]);
    };
    const due = await given.rows<{ day: string }>(
      `SELECT due_on AS day FROM read_models.docket_item WHERE closed_on IS NULL AND rests_to IS NOT NULL
       GROUP BY due_on ORDER BY count(*) DESC, due_on LIMIT 4`,
    );
    for (const { day } of due) await change(special(day, 'holiday'));
    for (const { day } of due.slice(0, 2)) await change(special(day, 'ordinary'));
    const terms = await given.rows<{ term: string }>(
      `SELECT unnest(rests_terms) AS term FROM read_models.docket_item WHERE closed_on IS NULL AND due_on IS NOT NULL
       GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 2`,
    );
    for (const { term } of terms) {
      const fact = reference.find(
        ({ type, data }) => type === 'TermEnacted' && (data as { term?: { code?: string } }).term?.code === term,
      );
      if (!fact) continue;
      const enacted = fact.data as Extract<LawFact, { type: 'TermEnacted' }>['data'];
      await change([
        fact.stream,
        { type: 'TermEnacted', data: { ...enacted, term: { ...enacted.term, lengths: { days: 33 } } } },
      ]);
    }
    await given.project(real);
  });
  afterAll(() => given.end());

  it('move due dates', async () => {
    const moved = await given.rows<{ type: string; n: number }>(
      `SELECT c.type, count(*)::int AS n FROM read_models.deadline_move JOIN read_models.law_change c USING (position)
       GROUP BY 1 ORDER BY 1`,
    );
    expect(moved.map(({ type }) => type)).toEqual(['CalendarDayCorrected', 'TermEnacted']);
  });

  it('give a version only to items whose due date moved', async () => {
    expect(
      await given.rows(
        `SELECT h.id FROM read_models.docket_item_history h JOIN read_models.law_change c ON c.position = h.known_to
         LEFT JOIN read_models.deadline_move m ON m.position = h.known_to AND m.item = h.id
         WHERE m.item IS NULL AND c.type = 'CalendarDayCorrected'`,
      ),
    ).toEqual([]);
  });

  it('give the same rows as judging every open file anew at each change', async () => {
    const { law_change: _, ...live } = await everythingIn(given);
    const judgingAll = { ...casework, reachOf: () => ({ everything: true }) };
    await rebuild({ log: given.log, url: given.projectorUrl, domain: judgingAll });
    const { law_change: __, ...all } = await everythingIn(given);
    expect(all).toEqual(live);
  });
});
