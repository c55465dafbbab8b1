import type { Page } from 'playwright-core';
import { ourElements } from './our-elements.js';

/** What moves on the page now, and what of our elements would if it appeared now. */
export function motions(page: Page): Promise<string[]> {
  return page.evaluate(motionsOf, ourElements);
}

function motionsOf(ourElements: string): string[] {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const root of roots)
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) roots.push(shadowRoot);
  const running = [...new Set(roots.flatMap((root) => root.getAnimations()))].map((animation) => {
    const { target, pseudoElement } = animation.effect as KeyframeEffect;
    return `${nameOf(target)}${pseudoElement ?? ''} is ${animation.playState}`;
  });

  // An animation that has already finished is still in the styles.
  const styled = [...document.querySelectorAll(ourElements)]
    .flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])])
    .flatMap((element) =>
      ['', '::before', '::after']
        .filter((pseudo) => {
          const { animationName, transitionDuration } = getComputedStyle(element, pseudo);
          // What is in a place that isn't drawn has no styles at all.
          return !['none', ''].includes(animationName) || /[1-9]/.test(transitionDuration);
        })
        .map((pseudo) => `${nameOf(element)}${pseudo} has an animation or a transition`),
    );
  return [...running, ...styled];

  function nameOf(element: Element | null): string {
    return element?.outerHTML.slice(0, 80) ?? '';
  }
}
