import { describe, expect, it } from 'vitest';
import type { Fields } from '#lib/domain/merging.ts';
import type { Context } from '../access/context.ts';
import { compareWithSaved, madeFrom, findMergedFields, type Saved } from './merging.ts';

/** None of what is read here asks who reads. */
const context = {} as Context;
const first: Saved = { revision: 3, fields: { foreword: 'Vi mødtes.', 'reason-a': 'Fordi.' } };
const second: Saved = {
  revision: 4,
  by: 'Ida Holm',
  fields: { foreword: 'Vi mødtes.', 'reason-a': 'Fordi døren var låst.' }
};
const { revision, base } = madeFrom(first);
const sent = (typed: Fields): Fields => ({
  ...first.fields,
  revision: String(revision),
  base,
  ...typed
});
const reading = (saved: Saved) => async () => saved;

describe('a form that somebody else saved before', () => {
  it('comes back on the revision that it was made from, so that pressing again erases nothing', async () => {
    const typed = sent({ foreword: 'Vi var 12.' });
    const { savedMeanwhile, values } = await compareWithSaved(context, reading(second), typed);
    expect(values?.revision).toBe('3');
    expect(savedMeanwhile?.by).toBe('Ida Holm');
    expect(await findMergedFields(context, reading(second), typed)).toBeNull();
  });

  it('keeps what only the other changed, also in the field, and what only its writer changed', async () => {
    const { savedMeanwhile, values } = await compareWithSaved(
      context,
      reading(second),
      sent({ foreword: 'Vi var 12.' })
    );
    expect(savedMeanwhile?.fields.map(({ field, state }) => [field, state])).toEqual([
      ['foreword', 'mine'],
      ['reason-a', 'theirs']
    ]);
    expect(values?.['reason-a']).toBe('Fordi døren var låst.');
    const again = { ...values!, newer: '4' };
    expect(await findMergedFields(context, reading(second), again)).toMatchObject({
      revision: '4',
      foreword: 'Vi var 12.',
      'reason-a': 'Fordi døren var låst.'
    });
  });

  it('is saved only when its writer has chosen of what both changed', async () => {
    const typed = { ...sent({ 'reason-a': 'Fordi det regnede.' }), newer: '4' };
    expect(await findMergedFields(context, reading(second), typed)).toBeNull();
    const wild = { ...typed, 'keep-reason-a': 'alt' };
    expect(await findMergedFields(context, reading(second), wild)).toBeNull();
    const mine = { ...typed, 'keep-reason-a': 'mine' };
    expect(await findMergedFields(context, reading(second), mine)).toMatchObject({
      revision: '4',
      'reason-a': 'Fordi det regnede.'
    });
    const theirs = { ...typed, 'keep-reason-a': 'theirs' };
    expect(await findMergedFields(context, reading(second), theirs)).toMatchObject({
      'reason-a': 'Fordi døren var låst.'
    });
  });

  it('is compared once more where a third saved before the choice was sent', async () => {
    const third = { ...second, revision: 5 };
    const chosen = { ...sent({ 'reason-a': 'Nej.' }), newer: '4', 'keep-reason-a': 'mine' };
    expect(await findMergedFields(context, reading(third), chosen)).toBeNull();
    const { savedMeanwhile } = await compareWithSaved(context, reading(third), chosen);
    expect(savedMeanwhile?.revision).toBe(5);
  });

  it('asks of every difference when the digests are missing or made up', async () => {
    for (const hostile of ['', '%%%', 'reason-a=x&reason-a=y', '__proto__=1', 'æ'.repeat(5000)]) {
      const typed = { ...sent({}), base: hostile };
      const { savedMeanwhile } = await compareWithSaved(context, reading(second), typed);
      expect(savedMeanwhile?.fields.map(({ state }) => state)).toEqual(['both']);
    }
  });

  it('neither asks of nor writes what stands on another page of it', async () => {
    const onThisPage = madeFrom({ revision: 3, fields: { foreword: 'Vi mødtes.' } });
    const typed = { foreword: 'Vi var 12.', revision: '3', base: onThisPage.base, newer: '4' };
    const { savedMeanwhile } = await compareWithSaved(context, reading(second), typed);
    expect(savedMeanwhile?.fields.map(({ field }) => field)).toEqual(['foreword']);
    const merged = await findMergedFields(context, reading(second), typed);
    expect(merged).toMatchObject({ foreword: 'Vi var 12.', revision: '4' });
    expect(merged).not.toHaveProperty('reason-a');
  });

  it('hands back words to what is no longer there', async () => {
    const gone = {
      ...second,
      fields: { foreword: 'Vi mødtes.' },
      isGone: (field: string) => field === 'reason-a'
    };
    const { savedMeanwhile } = await compareWithSaved(
      context,
      reading(gone),
      sent({ 'reason-a': 'Fordi det regnede.' })
    );
    expect(savedMeanwhile?.gone).toEqual([{ field: 'reason-a', mine: 'Fordi det regnede.' }]);
  });

  it('shows of long words what the writer changes in what is saved', async () => {
    const long =
      'Havnen skal være åben for alle, der vil sejle, også om vinteren, når isen ligger.';
    const theirs = { ...second, fields: { foreword: `${long} Og om natten.` } };
    const { savedMeanwhile } = await compareWithSaved(
      context,
      reading(theirs),
      sent({ foreword: long })
    );
    expect(savedMeanwhile?.fields[0]!.changes?.rows).toHaveLength(1);
  });
});
