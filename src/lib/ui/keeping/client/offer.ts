import type { Draft } from '../store.ts';

type Answers = { take(): () => void; drop(): () => void };

/**
 * Offers the draft at the head of the form, in the layout's own words. Nothing of it is laid in
 * before somebody says so, and what is said can be taken back.
 */
export function offer(form: HTMLFormElement, draft: Draft, isOlder: boolean, answers: Answers) {
  const words = document.getElementById('keeping');
  const shown = words?.querySelector('.kept-draft')?.cloneNode(true) as HTMLElement | undefined;
  if (!words || !shown) return null;
  const part = (name: string) => shown.querySelector<HTMLElement>(`[data-${name}]`)!;
  const say = (sentence: string) => setTimeout(() => (part('says').textContent = sentence), heard);
  const { today = '', before = '', older = '', taken = '', dropped = '' } = words.dataset;
  const isToday = new Date(draft.at).toDateString() === new Date().toDateString();
  const moment = new Date(draft.at).toLocaleString(document.documentElement.lang, {
    ...(isToday ? {} : { dateStyle: 'long' }),
    timeStyle: 'short'
  });
  const sentence = (isToday ? today : before).replace('#', moment);
  const asks = isOlder ? `${sentence} ${older}` : sentence;
  const texts = draft.items.map(([, , value]) => value).filter((each) => typeof each === 'string');
  part('text').textContent = texts.join('\n\n');
  shown.querySelector('details')!.open = isOlder;
  const turn = (isAsking: boolean) => {
    part('asks').hidden = !isAsking;
    part('undo').hidden = isAsking;
  };
  let undo = () => {};
  const settle = (answer: () => () => void, told: string) => () => {
    undo = answer();
    turn(false);
    say(told);
    part('undo').focus();
  };
  part('take').addEventListener('click', settle(answers.take, taken));
  part('drop').addEventListener('click', settle(answers.drop, dropped));
  part('undo').addEventListener('click', () => {
    undo();
    turn(true);
    say(asks);
    part('take').focus();
  });
  form.prepend(shown);
  say(asks);
  return shown;
}

/** A status must be on the page before its words are, to be read out. */
const heard = 50;
