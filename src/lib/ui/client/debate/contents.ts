/** The current section is the last whose heading is in the window's upper third, or above it. */
const third = 3;

/** Marks the section in view in the contents as the current location. */
export function markSectionInView(): void {
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.contents a')];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  const update = () => {
    const above = headings.filter(
      (each) => each && each.getBoundingClientRect().top < innerHeight / third
    );
    const current = above.at(-1)?.id;
    for (const link of links)
      if (current && link.hash === `#${current}`) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
  };
  const observer = new IntersectionObserver(update, { rootMargin: '0px 0px -66% 0px' });
  for (const heading of headings) if (heading) observer.observe(heading);
}
