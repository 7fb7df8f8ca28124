import type { ComponentProps } from 'svelte';
import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import VoiceForm from './VoiceForm.svelte';

const meetings = ['m1', 'm2'].map((id) => ({
  ...{ id, regionName: 'Fyn', place: 'Odense', heldOn: '2026-03-01' }
}));

test.each(['member', 'm2', 'workingGroup'])(
  'a refused form comes back with the voice that was chosen: %s',
  (voice) => {
    expect(chosenOf({ meetingId: 'm1', voice })).toBe(voice);
  }
);

test('a form that was not sent has the voice of the comment', () => {
  expect(chosenOf({ meetingId: 'm1' })).toBe('m1');
  expect(chosenOf({})).toBe('member');
});

/** The selected voice of a comment of the meeting, if any; `voice` was chosen in a refused form. */
function chosenOf({ meetingId, voice }: { meetingId?: string; voice?: string }) {
  const input = {
    commentId: 'c1',
    author: { name: 'Ida Holm', enteredBy: null },
    meeting: meetingId ? { id: meetingId } : null
  } as unknown as ComponentProps<typeof VoiceForm>['input'];
  const told = { errors: {}, refusal: 'Nej.', refused: null, savedMeanwhile: null };
  const refused = voice === undefined ? null : { form: 'voice', values: { voice }, ...told };
  const { body } = render(VoiceForm, { props: { input, base: '/d', meetings, refused } });
  return /value="([^"]*)" selected/.exec(body)?.[1];
}
