import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  becameField,
  forgetField,
  forgetValue,
  isCorrectionField,
  isUnanswered,
  readCorrectionAnswers,
  sameField
} from './correction-fields.ts';

test('yes and no are read by the places of the paragraphs, several if they were split or merged', () => {
  const answers = readCorrectionAnswers({
    'same:3,4:7': 'yes',
    'same:9:9,10': 'no',
    note: 'Kort.'
  });
  expect(answers).toEqual({
    same: [{ from: [3, 4], to: [7] }],
    different: [{ from: [9], to: [9, 10] }],
    forgotten: []
  });
});

test('paragraphs that became the same one are joined in it', () => {
  const answers = readCorrectionAnswers({ 'became:3': '7', 'became:5,6': '7', 'became:8': '' });
  expect(answers.same).toEqual([{ from: [3, 5, 6], to: [7] }]);
});

test('a form without answers, or with other words in their fields, is unanswered', () => {
  const wild = {
    ...{ note: 'Kortere.', 'same:x:y': 'yes', 'same:1': 'yes', 'same:1:2:3': 'yes' },
    ...{ 'same:1:2': 'måske', 'became:1': 'x', 'became:': '4', 'became:1,': '4' },
    forget: ['alt', '1:', '1:2:3', '1234567:1']
  };
  expect(isUnanswered(readCorrectionAnswers(wild))).toBe(true);
  expect(isUnanswered(readCorrectionAnswers({}))).toBe(true);
});

test('every answer that is written is read as it was', () => {
  fc.assert(
    fc.property(fc.array(pairing), fc.array(pairing), fc.array(pair), (same, different, pairs) => {
      const forget = pairs.map(forgetValue);
      const no = different.filter((each) => !same.some((one) => isOne(one, each)));
      const fields = { ...answered(same, 'yes'), ...answered(no, 'no'), [forgetField]: forget };
      const answers = readCorrectionAnswers(fields);
      expect(answers.same).toEqual(unique(same));
      expect(answers.different).toEqual(unique(no));
      expect(answers.forgotten).toEqual(pairs);
      expect(Object.keys(fields).every(isCorrectionField)).toBe(true);
    })
  );
});

test('what every old paragraph became is read as it was written', () => {
  fc.assert(
    fc.property(places, place, (from, became) => {
      const { same } = readCorrectionAnswers({ [becameField(from)]: String(became) });
      expect(same).toEqual([{ from, to: [became] }]);
    })
  );
});

const place = fc.nat({ max: 999_999 });
const places = fc.uniqueArray(place, { minLength: 1, maxLength: 4 });
const pair = fc.record({ from: place, to: place });
const pairing = fc.record({ from: places, to: places });
type Pairing = { from: number[]; to: number[] };

const isOne = (one: Pairing, other: Pairing) => sameField(one) === sameField(other);

const unique = (pairings: Pairing[]) => [
  ...new Map(pairings.map((each) => [sameField(each), each])).values()
];

const answered = (pairings: Pairing[], answer: string) =>
  Object.fromEntries(pairings.map((each) => [sameField(each), answer]));
