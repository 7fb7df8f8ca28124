import { askedAt, fitting, type Asked, type Name } from './names.ts';

/**
 * After an "@" those who take part in the debate are listed under what one writes: arrows choose,
 * Enter or a press writes the name, Escape closes. The focus stays where one writes, and what is
 * chosen is told as the list's active option.
 */
export function offerNames(debate: HTMLElement, signal: AbortSignal) {
  let names: Promise<Name[]> | null = null;
  let open: List | null = null;

  debate.addEventListener('input', (event) => void look(event.target), { signal });
  debate.addEventListener('click', (event) => void look(event.target), { signal });
  debate.addEventListener('keydown', (event) => press(event), { signal });
  debate.addEventListener('focusout', close, { signal });

  async function look(target: EventTarget | null) {
    const area = (target as Element).closest<HTMLTextAreaElement>('textarea[data-names]');
    if (!area) return;
    const asked = askedAt(area.value, area.selectionStart);
    const known = asked ? await (names ??= fetchNames(area.dataset.names!)) : [];
    const now = askedAt(area.value, area.selectionStart);
    const found = now && document.activeElement === area ? fitting(known, now.typed) : [];
    close();
    if (now && found.length > 0) open = listUnder(area, now, found, choose);
  }

  function press(event: KeyboardEvent) {
    if (!open || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) open.move(step);
    else if (event.key === 'Enter') choose(open.chosen());
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  }

  function choose(name: string) {
    if (!open) return;
    const { area, asked } = open;
    close();
    area.setRangeText(`@${name} `, asked.from, area.selectionStart, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function close() {
    open?.close();
    open = null;
  }
}

async function fetchNames(address: string): Promise<Name[]> {
  const response = await fetch(address).catch(() => null);
  return response?.ok ? ((await response.json()) as Name[]) : [];
}

type List = {
  area: HTMLTextAreaElement;
  asked: Asked;
  chosen(): string;
  move(step: number): void;
  close(): void;
};

const listId = 'skriv-navne';

function listUnder(
  area: HTMLTextAreaElement,
  asked: Asked,
  names: readonly Name[],
  choose: (name: string) => void
): List {
  const list = document.createElement('ul');
  list.id = listId;
  list.role = 'listbox';
  list.ariaLabel = area.dataset.namesLabel ?? '';
  list.append(...names.map(optionOf));
  const options = [...list.children] as HTMLElement[];
  let at = 0;
  const mark = () => {
    for (const [place, option] of options.entries()) option.ariaSelected = String(place === at);
    area.setAttribute('aria-activedescendant', options[at]!.id);
    options[at]!.scrollIntoView({ block: 'nearest' });
  };
  // A press must not take the focus from what one writes.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = (event.target as Element).closest<HTMLElement>('[role=option]');
    if (option) choose(names[options.indexOf(option)]!.name);
  });
  area.after(list);
  area.ariaAutoComplete = 'list';
  area.setAttribute('aria-controls', listId);
  tell(area, names.length);
  list.scrollIntoView({ block: 'nearest' });
  mark();
  return {
    area,
    asked,
    chosen: () => names[at]!.name,
    move(step) {
      at = (at + step + names.length) % names.length;
      mark();
    },
    close() {
      list.remove();
      area.removeAttribute('aria-activedescendant');
      area.removeAttribute('aria-controls');
      tell(area, 0);
    }
  };
}

function optionOf({ name, region }: Name, place: number): HTMLElement {
  const option = document.createElement('li');
  option.id = `${listId}-${place}`;
  option.role = 'option';
  option.textContent = name;
  if (region) {
    const from = document.createElement('small');
    from.textContent = region;
    option.append(' ', from);
  }
  return option;
}

/** A text area cannot say that it has a list: a status beside it does. */
function tell(area: HTMLTextAreaElement, count: number) {
  const status = area.closest('.writer')?.querySelector<HTMLElement>('[role=status]');
  if (!status) return;
  const { one = '', many = '' } = status.dataset;
  const words = count === 0 ? '' : count === 1 ? one : many.replace('#', String(count));
  if (status.textContent !== words) status.textContent = words;
}
