/**
 * Prints warnings on a page with a script tag, which loads this file beside it during development. The file finds the
 * elements by their tags, since it shares no code with the script.
 */
import type { CodatElement } from '../components/codat-element.js';
import { watchForMistakes } from './watch-for-mistakes.js';

const tags = ['platform-picker', 'connection-list', 'sync-progress', 'connection-result'] as const;

for (const tag of tags)
  void customElements.whenDefined(tag).then((constructor) => {
    // The script tag registers classes of ours under these tags.
    const elementClass = constructor as unknown as typeof CodatElement;
    elementClass.addInitializer((element) => watchForMistakes(element as CodatElement));
    for (const element of document.querySelectorAll(tag)) watchForMistakes(element);
  });
