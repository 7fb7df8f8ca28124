import { say } from './place.ts';

type Mark = { before: string; after: string; isLine?: boolean };

const marks: Record<string, Mark> = {
  bold: { before: '**', after: '**' },
  italic: { before: '*', after: '*' },
  link: { before: '[', after: '](https://)' },
  quote: { before: '> ', after: '', isLine: true },
  list: { before: '- ', after: '', isLine: true }
};

/** The row of marks above what one writes, and how it will look. */
export function handMarks(debate: HTMLElement, signal: AbortSignal) {
  show(debate);
  debate.addEventListener('fresh', (event) => show(event.target as HTMLElement), { signal });
  debate.addEventListener(
    'click',
    (event) => {
      const button = (event.target as Element).closest<HTMLElement>('[data-mark], [data-preview]');
      const area = button?.closest('.writer')?.querySelector('textarea');
      if (!button || !area) return;
      if (button.dataset.mark) wrap(area, marks[button.dataset.mark]!);
      else
        preview(button, area, debate.dataset.previewAt ?? '').catch(() =>
          say(debate.dataset.unfetched ?? '')
        );
    },
    { signal }
  );
}

function show(within: HTMLElement) {
  for (const row of within.querySelectorAll<HTMLElement>('[data-marks]')) row.hidden = false;
}

function wrap(area: HTMLTextAreaElement, { before, after, isLine }: Mark) {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const chosen = value.slice(from, to);
  const marked = isLine
    ? chosen
        .split('\n')
        .map((line) => before + line)
        .join('\n')
    : before + chosen + after;
  area.focus();
  area.setRangeText(marked, from, to, 'end');
  if (!chosen && !isLine) area.setSelectionRange(from + before.length, from + before.length);
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

async function preview(button: HTMLElement, area: HTMLTextAreaElement, address: string) {
  const shown = button.closest('.writer')?.querySelector<HTMLElement>('[data-shown]');
  if (!shown) return;
  const isShown = !shown.hidden;
  if (!isShown) {
    const body = new FormData();
    body.set('markdown', area.value);
    const headers = { accept: 'application/json' };
    const response = await fetch(address, { method: 'POST', body, headers });
    if (!response.ok) return say(((await response.json()) as { message: string }).message);
    shown.innerHTML = await response.text();
  }
  shown.hidden = isShown;
  area.hidden = !isShown;
  button.setAttribute('aria-pressed', String(!isShown));
}
