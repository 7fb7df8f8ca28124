/**
 * Keeps the reading grid as tall as the debate in its margin, so that a long debate at the last
 * paragraph pushes what follows the text down and does not lie over it.
 */
export function fitGridToTalk(): void {
  const grid = document.querySelector<HTMLElement>('.reading');
  if (!grid) return;
  const observer = new ResizeObserver(() => {
    const bottoms = Array.from(grid.querySelectorAll('.talk'), bottomInMargin);
    const bottom = Math.max(0, ...bottoms) - grid.getBoundingClientRect().top;
    grid.style.minHeight = bottom > 0 ? `${Math.ceil(bottom)}px` : '';
  });
  for (const talk of grid.querySelectorAll('.talk')) observer.observe(talk);
}

function bottomInMargin(talk: Element): number {
  return getComputedStyle(talk).position === 'absolute' ? talk.getBoundingClientRect().bottom : 0;
}
