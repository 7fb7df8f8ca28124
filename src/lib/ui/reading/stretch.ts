/**
 * An attachment for the grid: as tall as the talk in its margin, so that a long debate at the last
 * paragraph pushes what follows the text instead of lying over it.
 */
export function stretch(grid: HTMLElement): () => void {
  const observer = new ResizeObserver(() => {
    const bottoms = Array.from(grid.querySelectorAll('.talk'), bottomInMargin);
    const bottom = Math.max(0, ...bottoms) - grid.getBoundingClientRect().top;
    grid.style.minHeight = bottom > 0 ? `${Math.ceil(bottom)}px` : '';
  });
  for (const talk of grid.querySelectorAll('.talk')) observer.observe(talk);
  return () => observer.disconnect();
}

function bottomInMargin(talk: Element): number {
  return getComputedStyle(talk).position === 'absolute' ? talk.getBoundingClientRect().bottom : 0;
}
