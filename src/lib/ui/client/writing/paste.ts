import { announce } from '../announce.ts';
import { fitBetween, isRich } from './pasted.ts';

/**
 * Puts what is pasted into a text area with `data-pastes` as Markdown: headings, lists, emphasis and
 * tables of a word processor. The plain text is there at once, and stays if the server does not
 * answer or the member has typed on in it; undoing brings it back.
 */
export function pasteAsMarkdown(): void {
  document.addEventListener('paste', (event) => {
    const area = event.target;
    if (!(area instanceof HTMLTextAreaElement) || area.dataset.pastes === undefined) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const html = fragmentOf(event.clipboardData?.getData('text/html') ?? '');
    if (text === '' || !isRich({ html, text })) return;
    event.preventDefault();
    const start = area.selectionStart;
    insert(area, text);
    void replace(area, { start, end: area.selectionStart }, { html, text });
  });
}

/** Returns the part of the clipboard's HTML that was copied: Word's styles before it are long. */
function fragmentOf(html: string): string {
  const [, fragment] = /<!--StartFragment-->([^]*)<!--EndFragment-->/.exec(html) ?? [];
  return fragment ?? html;
}

async function replace(
  area: HTMLTextAreaElement,
  { start, end }: { start: number; end: number },
  pasted: { html: string; text: string }
): Promise<void> {
  const body = new FormData();
  body.set('html', pasted.html);
  body.set('text', pasted.text);
  const inserted = area.value.slice(start, end);
  const before = area.value;
  const response = await fetch('/paste', { method: 'POST', body }).catch(() => null);
  if (!response?.ok || area.value !== before) return;
  const read = await response.text();
  const markdown = fitBetween(before.slice(0, start), read, before.slice(end));
  if (markdown.trim() === '' || markdown === inserted || area.value !== before) return;
  area.setSelectionRange(start, end);
  insert(area, markdown);
  announce(area.dataset.pastes ?? '');
}

/** Inserts in place of the selection, so that it can be undone where the browser allows it. */
function insert(area: HTMLTextAreaElement, text: string): void {
  area.focus();
  if (document.execCommand('insertText', false, text)) return;
  area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
  area.dispatchEvent(new Event('input', { bubbles: true }));
}
