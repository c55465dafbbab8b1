import type { LitElement, ReactiveElement } from 'lit';
import { CodatElement } from '../components/codat-element.js';
import { watchForMistakes } from './watch-for-mistakes.js';

const watchOurs = (element: ReactiveElement): void => {
  if (element instanceof CodatElement) watchForMistakes(element);
};

CodatElement.addInitializer(watchOurs);

// Classes that were registered before, whose elements are on the page already, have initializers of their own.
if (typeof document !== 'undefined') {
  const before = [...document.querySelectorAll('*')].filter((element) => element instanceof CodatElement);
  for (const element of before) watchForMistakes(element);
  for (const elementClass of new Set(before.map(({ constructor }) => constructor as typeof LitElement)))
    elementClass.addInitializer(watchOurs);
}
