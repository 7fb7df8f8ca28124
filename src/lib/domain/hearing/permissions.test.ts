import { expect, test } from 'vitest';
import {
  mayAdminister,
  mayBeginDocument,
  mayDebate,
  mayDecide,
  mayEnterMeetings,
  mayRead,
  maySeeUnpublishedAnswers,
  maySpeakForRegion,
  maySetPassage,
  mayWorkOn,
  speaksOnBehalf,
  type DocumentAccess,
  type Viewer
} from './permissions.ts';

const open: DocumentAccess = {
  id: 'havnen',
  audience: 'public',
  state: 'hearing',
  isPublished: true
};
const closed: DocumentAccess = { ...open, audience: 'members' };
const unpublished: DocumentAccess = { ...open, state: 'drafting', isPublished: false };

const reader: Viewer = null;
const member: Viewer = { id: 'ida', roles: [], rapporteurOf: [], workingGroupOf: [] };
const rapporteur: Viewer = { ...member, id: 'ove', rapporteurOf: ['fyn'] };
const worker: Viewer = { ...member, id: 'eva', workingGroupOf: ['havnen'] };
const forum: Viewer = { ...member, id: 'per', roles: ['politiskForum'] };
const administrator: Viewer = { ...member, id: 'mie', roles: ['administrator'] };
const everyone = [reader, member, rapporteur, worker, forum, administrator];

test('everyone reads a public document', () => {
  expect(who((viewer) => mayRead(viewer, open))).toEqual(everyone);
});

test('a public reader does not read what is for members only', () => {
  expect(who((viewer) => mayRead(viewer, closed))).toEqual(everyone.slice(1));
});

test('a document is its working group’s own until a version is published', () => {
  expect(who((viewer) => mayRead(viewer, unpublished))).toEqual([worker]);
});

test('members debate what they may read, and public readers do not', () => {
  expect(who((viewer) => mayDebate(viewer, open))).toEqual(everyone.slice(1));
  expect(who((viewer) => mayDebate(viewer, unpublished))).toEqual([worker]);
});

test('where a passage stands is said by its author and the working group, of what they may read', () => {
  expect(who((viewer) => maySetPassage(viewer, open, 'ida'))).toEqual([member, worker]);
  expect(who((viewer) => maySetPassage(viewer, open, null))).toEqual([worker]);
  expect(who((viewer) => maySetPassage(viewer, unpublished, 'ida'))).toEqual([worker]);
});

test('for a region speaks its rapporteur, or the working group on its behalf', () => {
  expect(who((viewer) => maySpeakForRegion(viewer, open, 'fyn'))).toEqual([rapporteur, worker]);
  expect(who((viewer) => maySpeakForRegion(viewer, open, 'vestjylland'))).toEqual([worker]);
  expect(who((viewer) => mayEnterMeetings(viewer, open))).toEqual([rapporteur, worker]);
  expect(mayEnterMeetings(rapporteur, unpublished)).toBe(false);
  expect(speaksOnBehalf(worker, 'fyn')).toBe(true);
  expect(speaksOnBehalf(rapporteur, 'fyn')).toBe(false);
});

test('the working group alone writes, answers, reports and submits, and only its own document', () => {
  expect(who((viewer) => mayWorkOn(viewer, open))).toEqual([worker]);
  expect(mayWorkOn(worker, { id: 'skolen' })).toBe(false);
  expect(who((viewer) => maySeeUnpublishedAnswers(viewer, open))).toEqual([worker]);
});

test('Politisk Forum alone decides, and an administrator does not', () => {
  expect(who((viewer) => mayDecide(viewer, open))).toEqual([forum]);
  expect(mayDecide(forum, unpublished)).toBe(false);
});

test('an administrator alone looks after members and moderation', () => {
  expect(who(mayAdminister)).toEqual([administrator]);
});

test('any member begins a document', () => {
  expect(who(mayBeginDocument)).toEqual(everyone.slice(1));
});

const who = (may: (viewer: Viewer) => boolean) => everyone.filter(may);
