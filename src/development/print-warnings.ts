import type { LitElement, ReactiveElement } from 'lit';
import { CodatElement } from '../components/codat-element.js';
import { watchForMistakes } from './watch-for-mistakes.js';

const watchOurs = (element: ReactiveElement): void => {
  if (element instanceof CodatElement) watchForMistakes(element);
};

CodatElement.addInitializer(watchOurs);

// Elements on the page were created without this initializer, and Lit doesn't add it to a class that has a list of its own, as a React component's.
if (typeof document !== 'undefined') {
  const before = [...document.querySelectorAll('*')].filter((element) => element instanceof CodatElement);
  for (const element of before) watchForMistakes(element);
  for (const elementClass of new Set(before.map(({ constructor }) => constructor as typeof LitElement)))
    elementClass.addInitializer(watchOurs);
}
