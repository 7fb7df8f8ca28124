import type { Name } from './names.ts';

/** The names that are shown under a text area. */
export type NameList = {
  /** Returns the name that is marked. */
  chosen(): string;
  /** Marks the name `step` further down. */
  move(step: number): void;
  close(): void;
};

const listId = 'skriv-navne';

/** Shows `names` under `area` as its listbox, and calls `choose` with the one that is pressed. */
export function listUnder(
  area: HTMLTextAreaElement,
  names: readonly Name[],
  choose: (name: string) => void
): NameList {
  const options = names.map(optionOf);
  const list = listOf(area, options);
  list.addEventListener('click', ({ target }) => {
    const option = (target as Element).closest<HTMLElement>('[role=option]');
    if (option) choose(names[options.indexOf(option)]!.name);
  });
  attach(area, list, names.length);
  let at = 0;
  mark(area, options, at);
  return {
    chosen: () => names[at]!.name,
    move(step) {
      at = (at + step + names.length) % names.length;
      mark(area, options, at);
    },
    close: () => detach(area, list)
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

function listOf(area: HTMLTextAreaElement, options: HTMLElement[]): HTMLElement {
  const list = document.createElement('ul');
  list.id = listId;
  list.role = 'listbox';
  list.ariaLabel = area.dataset.namesLabel ?? '';
  list.append(...options);
  // A press must not take the focus from the text area.
  list.addEventListener('pointerdown', (event) => event.preventDefault());
  return list;
}

function attach(area: HTMLTextAreaElement, list: HTMLElement, count: number): void {
  area.after(list);
  area.ariaAutoComplete = 'list';
  area.setAttribute('aria-controls', listId);
  tell(area, count);
  list.scrollIntoView({ block: 'nearest' });
}

/** Marks the option at index `at`, which screen readers then read out. */
function mark(area: HTMLTextAreaElement, options: HTMLElement[], at: number): void {
  for (const [place, option] of options.entries()) option.ariaSelected = String(place === at);
  area.setAttribute('aria-activedescendant', options[at]!.id);
  options[at]!.scrollIntoView({ block: 'nearest' });
}

function detach(area: HTMLTextAreaElement, list: HTMLElement): void {
  list.remove();
  area.removeAttribute('aria-activedescendant');
  area.removeAttribute('aria-controls');
  tell(area, 0);
}

/** Writes the number of names in the status beside `area`: a text area has no role for a list. */
function tell(area: HTMLTextAreaElement, count: number): void {
  const status = area.closest('.writer')?.querySelector<HTMLElement>('[role=status]');
  if (!status) return;
  const { one = '', many = '' } = status.dataset;
  const words = count === 0 ? '' : count === 1 ? one : many.replace('#', String(count));
  if (status.textContent !== words) status.textContent = words;
}
