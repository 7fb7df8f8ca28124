import { expect, test } from 'vitest';
import { singleFlight } from './single-flight.ts';

test('who asks while an answer is under way shares the next, which begins after they asked', async () => {
  let begun = 0;
  const gates: (() => void)[] = [];
  const ask = singleFlight(async () => {
    const nth = ++begun;
    await new Promise<void>((resolve) => gates.push(resolve));
    return nth;
  });
  const first = ask();
  const [second, third] = [ask(), ask()];
  expect(begun).toBe(1);
  gates[0]!();
  expect(await first).toBe(1);
  gates[1]!();
  expect(await Promise.all([second, third])).toEqual([2, 2]);
});

test('an answer that failed is asked for again by the next', async () => {
  const answers = [Promise.reject(new Error('gone')), Promise.resolve('here')];
  const ask = singleFlight(() => answers.shift()!);
  await expect(ask()).rejects.toThrow('gone');
  expect(await ask()).toBe('here');
});

test('it is at rest when an answer has come, or failed, that nobody waits behind', async () => {
  const gates: ((answer: Promise<string>) => void)[] = [];
  let rests = 0;
  const ask = singleFlight(
    () => new Promise<string>((resolve) => gates.push(resolve)),
    () => rests++
  );
  const [first, second] = [ask(), ask()];
  gates[0]!(Promise.resolve('here'));
  await first;
  expect(rests).toBe(0);
  await Promise.resolve();
  gates[1]!(Promise.reject(new Error('gone')));
  await expect(second).rejects.toThrow('gone');
  expect(rests).toBe(1);
});
