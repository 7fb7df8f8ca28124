import type { HeadingMark, HeadingStyle } from './heading.ts';

const STYLES: readonly HeadingStyle[] = ['capitals', 'free', 'runIn'];

/**
 * The level of each heading: the one a text begins with is its title, numbers tell theirs, and of
 * the rest capitals stand above headings set free, and these above those close to their paragraph.
 */
export function headingLevels(marks: readonly (HeadingMark | null)[]): number[] {
  const hasTitle = marks[0]?.numbers === 0;
  const others = marks.slice(hasTitle ? 1 : 0);
  const used = STYLES.filter((style) =>
    others.some((mark) => mark?.style === style && !mark.numbers)
  );
  return marks.map((mark, place) => {
    if (!mark) return 0;
    if (place === 0 && hasTitle) return 1;
    return Math.min(6, mark.numbers ? mark.numbers + 1 : used.indexOf(mark.style) + 2);
  });
}
