import { announce, announceFailure } from '../announce.ts';
import { on } from '../events.ts';
import { marks, withMark, type MarkName } from './marks.ts';

/** Shows the buttons above a text area that mark what is selected in it, and preview it. */
export function showToolbars(): void {
  show(document);
  on('part-replaced', show);
  document.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLElement>('[data-mark], [data-preview]');
    const area = button?.closest('.writer')?.querySelector('textarea');
    if (!button || !area) return;
    if (button.dataset.mark) mark(area, button.dataset.mark as MarkName);
    else togglePreview(button, area).catch(() => announceFailure('unfetched'));
  });
}

/** Shows the toolbars, which are hidden without script. */
function show(within: ParentNode): void {
  for (const row of within.querySelectorAll<HTMLElement>('[data-marks]')) row.hidden = false;
}

function mark(area: HTMLTextAreaElement, name: MarkName): void {
  const { selectionStart: from, selectionEnd: to, value } = area;
  const { text, caret } = withMark(value.slice(from, to), marks[name]);
  area.focus();
  area.setRangeText(text, from, to);
  area.setSelectionRange(from + caret, from + caret);
  area.dispatchEvent(new Event('input', { bubbles: true }));
}

async function togglePreview(button: HTMLElement, area: HTMLTextAreaElement): Promise<void> {
  const preview = button.closest('.writer')?.querySelector<HTMLElement>('[data-shown]');
  if (!preview) return;
  const isShown = preview.hidden;
  if (isShown) {
    const body = new FormData();
    body.set('markdown', area.value);
    const headers = { accept: 'application/json' };
    const response = await fetch(button.dataset.preview!, { method: 'POST', body, headers });
    if (!response.ok) return announce(((await response.json()) as { message: string }).message);
    preview.innerHTML = await response.text();
  }
  preview.hidden = !isShown;
  area.hidden = isShown;
  button.setAttribute('aria-pressed', String(isShown));
}
