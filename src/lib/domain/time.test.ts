import { expect, test } from 'vitest';
import { fromDanishTime, addDays, toDanishTime } from './time.ts';

test('a hearing that closes at 23.59 in Denmark closes at 22.59 UTC in winter and 21.59 in summer', () => {
  expect(fromDanishTime('2026-01-14', '23:59').toISOString()).toBe('2026-01-14T22:59:00.000Z');
  expect(fromDanishTime('2026-07-14', '23:59').toISOString()).toBe('2026-07-14T21:59:00.000Z');
});

test('what clocks show goes out and back through the nights when they are changed', () => {
  for (const date of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25'])
    for (const time of ['00:30', '01:30', '03:00', '12:00', '23:59'])
      expect(toDanishTime(fromDanishTime(date, time))).toEqual({ date, time });
});

test('an hour that comes twice is the first, and one that is left out is the hour after', () => {
  expect(fromDanishTime('2026-10-25', '02:30').toISOString()).toBe('2026-10-25T00:30:00.000Z');
  expect(toDanishTime(fromDanishTime('2026-03-29', '02:30')).time).toBe('03:30');
});

test('no day, no time, or a day that is not in the calendar is no moment', () => {
  for (const [date, time] of [
    ['', ''],
    ['2026-02-30', '12:00'],
    ['2026-03-14', '25:00'],
    ['i dag', '12:00']
  ])
    expect(fromDanishTime(date!, time!).getTime()).toBeNaN();
});

test('a fortnight is counted by the calendar, over months and summer time', () => {
  expect(addDays('2026-03-20', 14)).toBe('2026-04-03');
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
});
