import { expect, test } from 'vitest';
import { lastVisit } from './visit.ts';

const at = (time: string) => `2026-11-26T${time}:00.000Z`;

test('the first visit has none before it', () => {
  expect(visits('12:00')).toEqual(['12:00']);
});

test('pages of one visit have the same visit before them', () => {
  expect(visits('08:00', '12:00', '12:10', '12:35')).toEqual(['08:00', '08:00', '08:00', '08:00']);
});

test('half an hour away begins a new visit', () => {
  expect(visits('08:00', '12:00', '12:30')).toEqual(['08:00', '08:00', '12:00']);
});

/** The visit before each of the visits at `times`, in one tab. */
function visits(...times: string[]): string[] {
  const [device, tab] = [store(), store()];
  return times.map((time) => lastVisit('havnen', at(time), device, tab).slice(11, 16));
}

function store() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value)
  };
}
