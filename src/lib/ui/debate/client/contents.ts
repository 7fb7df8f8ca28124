/** Marks in the contents the section that one is at. */
export function followContents(debate: HTMLElement, signal: AbortSignal) {
  const links = [...debate.querySelectorAll<HTMLAnchorElement>('.contents a')];
  const headings = links.map((link) => document.getElementById(link.hash.slice(1)));
  const update = () => {
    const above = headings.filter((each) => each && each.getBoundingClientRect().top < line());
    const here = above.at(-1)?.id;
    for (const link of links)
      if (here && link.hash === `#${here}`) link.setAttribute('aria-current', 'location');
      else link.removeAttribute('aria-current');
  };
  const observer = new IntersectionObserver(update, { rootMargin: '0px 0px -66% 0px' });
  for (const heading of headings) if (heading) observer.observe(heading);
  signal.addEventListener('abort', () => observer.disconnect());
}

/** A heading in the upper third of the window is the section one reads. */
const line = () => innerHeight / 3;
