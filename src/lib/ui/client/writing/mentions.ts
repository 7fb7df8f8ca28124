import { matching, mentionAt, type Mention, type Name } from './names.ts';
import { listUnder, type NameList } from './name-list.ts';

/**
 * Lists names under a text area with `data-names` while one writes a mention: arrows choose, Enter
 * or a press writes the name, Escape closes. The focus stays in the text area.
 */
export function offerNames(): void {
  document.addEventListener('input', ({ target }) => void look(target as Element));
  document.addEventListener('click', ({ target }) => void look(target as Element));
  document.addEventListener('keydown', press);
  document.addEventListener('focusout', close);
}

/** The names, fetched when the first mention is written. */
let names: Promise<Name[]> | null = null;
let open: { area: HTMLTextAreaElement; mention: Mention; list: NameList } | null = null;

async function look(target: Element): Promise<void> {
  const area = target.closest<HTMLTextAreaElement>('textarea[data-names]');
  if (!area) return;
  const isMention = mentionAt(area.value, area.selectionStart) !== null;
  const known = isMention ? await (names ??= fetchNames(area.dataset.names!)) : [];
  const mention = mentionAt(area.value, area.selectionStart);
  const found = mention && document.activeElement === area ? matching(known, mention.typed) : [];
  close();
  if (mention && found.length > 0) open = { area, mention, list: listUnder(area, found, choose) };
}

async function fetchNames(address: string): Promise<Name[]> {
  const response = await fetch(address).catch(() => null);
  return response?.ok ? ((await response.json()) as Name[]) : [];
}

function press(event: KeyboardEvent): void {
  if (!open || event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) open.list.move(step);
  else if (event.key === 'Enter') choose(open.list.chosen());
  else if (event.key === 'Escape') close();
  else return;
  event.preventDefault();
}

function choose(name: string): void {
  if (!open) return;
  const { area, mention } = open;
  close();
  area.setRangeText(`@${name} `, mention.from, area.selectionStart, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

function close(): void {
  open?.list.close();
  open = null;
}
