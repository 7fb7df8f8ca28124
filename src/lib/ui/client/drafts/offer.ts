import type { Draft } from './store.ts';

/** What is done with the draft: each does it, and returns how to undo it. */
type Answers = { take(): () => void; drop(): () => void };

/** In milliseconds: screen readers read a status out if it was on the page before its words. */
const pause = 50;

/**
 * Offers the draft at the head of the form, in the layout's words, and returns what is shown; null
 * if the layout has no words. Nothing is filled in before it is answered, and both answers can be undone.
 */
export function offer(form: HTMLFormElement, draft: Draft, isOlder: boolean, answers: Answers) {
  const words = document.getElementById('keeping');
  const shown = words?.querySelector('.kept-draft')?.cloneNode(true) as HTMLElement | undefined;
  if (!words || !shown) return null;
  const part = (name: string) => shown.querySelector<HTMLElement>(`[data-${name}]`)!;
  const say = (sentence: string) => setTimeout(() => (part('says').textContent = sentence), pause);
  const question = questionOf(draft, isOlder, words.dataset);
  const showQuestion = (isAsking: boolean) => {
    part('asks').hidden = !isAsking;
    part('undo').hidden = isAsking;
  };
  let undo = () => {};
  const answer = (name: keyof Answers, told = '') =>
    part(name).addEventListener('click', () => {
      undo = answers[name]();
      showQuestion(false);
      say(told);
      part('undo').focus();
    });
  answer('take', words.dataset.taken);
  answer('drop', words.dataset.dropped);
  part('undo').addEventListener('click', () => {
    undo();
    showQuestion(true);
    say(question);
    part('take').focus();
  });
  part('text').textContent = textOf(draft);
  shown.querySelector('details')!.open = isOlder;
  form.prepend(shown);
  say(question);
  return shown;
}

/** Returns the sentence that says when the draft was typed, and if the form is newer. */
function questionOf(draft: Draft, isOlder: boolean, words: DOMStringMap): string {
  const { today = '', before = '', older = '' } = words;
  const isToday = new Date(draft.at).toDateString() === new Date().toDateString();
  const moment = new Date(draft.at).toLocaleString(document.documentElement.lang, {
    ...(isToday ? {} : { dateStyle: 'long' }),
    timeStyle: 'short'
  });
  const sentence = (isToday ? today : before).replace('#', moment);
  return isOlder ? `${sentence} ${older}` : sentence;
}

const textOf = (draft: Draft) =>
  draft.items
    .map(([, , value]) => value)
    .filter((value) => typeof value === 'string')
    .join('\n\n');
