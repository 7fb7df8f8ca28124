import { describe, expect, test } from 'vitest';
import { outdated } from '../../docs/diagrams.ts';

describe('The diagrams in docs/', () => {
  test('show the tables and the events as they are now: `npm run diagrams` draws them', () => {
    expect(outdated()).toEqual([]);
  });
});
