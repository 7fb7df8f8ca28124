/** A whole number from 0 up to, not with, the limit. */
export type Random = (limit: number) => number;

/** Numbers that look random and are the same for the same seed (mulberry32, Tommy Ettinger). */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

export function among<Thing>(random: Random, things: readonly Thing[]): Thing {
  return things[random(things.length)]!;
}
