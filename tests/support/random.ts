/** Returns a whole number from 0 and less than the limit. */
export type Random = (limit: number) => number;

/** Returns a pseudorandom generator: mulberry32 by Tommy Ettinger. The same seed gives the same numbers. */
export function randomFrom(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

export function pickFrom<Thing>(random: Random, things: readonly Thing[]): Thing {
  return things[random(things.length)]!;
}
