import { decodeHTML } from 'entities';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, describeQuestion, type Answer, type Question } from '../support/fuzz/asking.ts';
import { servePlanted, type PlantedForum } from '../support/fuzz/serving.ts';
import {
  allActions,
  firstPages,
  groundOf,
  learn,
  pageOf,
  type Ground
} from '../support/fuzz/ground.ts';
import { wander } from '../support/fuzz/wandering.ts';
import { randomFrom } from '../support/random.ts';

/**
 * Everybody asks every address, and sends every form, with values that nobody should give. The same
 * FUZZ_SEED asks the same; FUZZ_SECONDS goes on for so long, with one seed after another.
 */

const seed = Number(process.env.FUZZ_SEED ?? 20261126);
const seconds = Number(process.env.FUZZ_SECONDS ?? 0);

/** As many questions of each seed as are asked in some 20 s. */
const steps = 2000;

/** More would be more of the same. */
const maxFailures = 10;

/** A proxy in front, as it comes, takes no more; in bytes. */
const maxHeaderBytes = 4000;

const patience = 300_000 + seconds * 1000;

let forum: PlantedForum['forum'];
let close: PlantedForum['close'] | undefined;
let ground: Ground;
let asked = 0;
const failures: string[] = [];
const statuses = new Map<number, number>();

beforeAll(async () => {
  // More than once, so that what one form uses up is there for the next.
  const served = await servePlanted(3);
  ({ forum, close } = served);
  ground = groundOf(forum.url, served.cookies, served.planted);
}, patience);
afterAll(() => close?.(), patience);

test(
  'every page answers everybody who may see it, and every form of the forum is found on one',
  async () => {
    // What is not there for who wrote it all is there for nobody.
    const everybody = Object.keys(ground.cookies).sort(
      (one, other) => Number(other === 'workingGroup') - Number(one === 'workingGroup')
    );
    for (const [route, path] of firstPages(ground))
      for (const person of everybody) {
        const page = pageOf(ground, person, path);
        const answer = await put(page, 'the first round');
        if (answer?.status === 404 && !path.includes('?')) break;
        if (answer?.status === 200) learn(ground, route, page, answer);
      }
    expect(failures).toEqual([]);
    const unseen = allActions(ground).filter((action) => !ground.shown.has(action));
    expect(unseen).toEqual([]);
  },
  patience
);

test(
  'no value, wherever it is given, ends in an error of the server, loses what was typed, or is told by a link to nowhere',
  async () => {
    const until = Date.now() + seconds * 1000;
    for (let round = seed; round === seed || Date.now() < until; round++) {
      const random = randomFrom(round);
      for (let step = 0; step < steps && failures.length < maxFailures; step++) {
        const question = await wander(ground, random);
        const when = `seed ${round}, step ${step}`;
        const answer = await put(question, when);
        if (!answer || !isRefusal(answer)) continue;
        const shown = decodeHTML(answer.text);
        for (const words of question.kept)
          if (!shown.includes(words)) fail(question, `"${words}" is lost`, when);
        for (const id of brokenLinks(answer.text))
          fail(question, `a link leads to no #${id}`, when);
      }
    }
    const counts = [...statuses].sort().map(([status, count]) => `${count} × ${status}`);
    console.log(`FUZZ_SEED=${seed}: ${asked} requests, ${counts.join(', ')}`);
    expect(failures).toEqual([]);
    const health = await fetch(`${forum.url}/health`);
    expect(health.status).toBe(200);
    expect(forum.printed()).not.toMatch(/refused by the database|uncaught|unhandled| 5\d\d$/im);
  },
  patience
);

/** A form was read and refused, in a page that can give its words back. */
const isRefusal = ({ status, type }: Answer) =>
  status >= 400 && ![405, 413, 415].includes(status) && type.startsWith('text/html');

/** Returns the ids that links within the page lead to, and that no element of it has. */
function brokenLinks(html: string): string[] {
  const ids = [...html.matchAll(/ href="#([^"]+)"/g)].map(([, id]) => id!);
  return ids.filter((id) => !html.includes(` id="${id}"`));
}

/** Asks, and remembers an answer that there should not be. */
async function put(question: Question, when: string): Promise<Answer | null> {
  asked++;
  try {
    const answer = await ask(forum.url, question);
    statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    if (answer.status >= 500) fail(question, answer.status, when);
    if (answer.headers > maxHeaderBytes) fail(question, `${answer.headers} of headers`, when);
    return answer;
  } catch (error) {
    fail(question, String(error), when);
    return null;
  }
}

function fail(question: Question, answer: number | string, when: string) {
  failures.push(`${when}: ${answer}\n${describeQuestion(question)}`);
}
