import { stretch } from '../../reading/stretch.ts';
import { followContents } from './contents.ts';
import { handMarks } from './editor.ts';
import { openInPlace } from './forms.ts';
import { giveLikes } from './likes.ts';
import { hearOthers } from './living.ts';
import { offerNames } from './mentions.ts';
import { markNew } from './seen.ts';
import { commentSelection } from './selection.ts';

/**
 * Makes the reading page quicker: forms open and are sent in place, what is marked can be commented on. All of it works without. Gives how to stop.
 */
export function start(page: Document): () => void {
  const debate = page.querySelector<HTMLElement>('[data-debate]');
  if (!debate) return () => {};
  const ending = new AbortController();
  const { signal } = ending;
  const grid = debate.querySelector<HTMLElement>('.reading');
  const slack = grid ? stretch(grid) : () => {};
  openInPlace(debate, signal);
  handMarks(debate, signal);
  offerNames(debate, signal);
  giveLikes(debate, signal);
  commentSelection(debate, signal);
  followContents(debate, signal);
  markNew(debate, signal);
  hearOthers(debate, signal);
  signal.addEventListener('abort', slack);
  return () => ending.abort();
}
