import { createComponent, type EventName, type ReactWebComponent } from '@lit/react';
import * as react from 'react';
import { register } from '../define/register.js';

type HostEvents = GlobalEventHandlersEventMap;

/** `DataArrived` for `data-arrived`. */
type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** Our event names without the prefix: `connected` for `codat-connected`. */
type OwnEvent = keyof HostEvents extends infer Name
  ? Name extends `codat-${infer Rest}`
    ? Rest
    : never
  : never;

type EventProps<Name extends OwnEvent> = {
  readonly [Each in Name as `on${Pascal<Each>}`]: EventName<HostEvents[`codat-${Each}`]>;
};

/** Registers an element and wraps it as a component, with props for these of our events: `onDataArrived` for `data-arrived`. */
export function component<Element extends HTMLElement, Name extends OwnEvent = never>(
  tagName: string,
  elementClass: new () => Element,
  ...names: readonly Name[]
): ReactWebComponent<Element, EventProps<Name>> {
  register(tagName, elementClass);
  const props = names.map((name) => {
    const pascal = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
    return [`on${pascal}`, `codat-${name}`];
  });
  // The loop above makes one entry for each name, as the mapped type says; TypeScript can't infer that.
  const events = Object.fromEntries(props) as EventProps<Name>;
  return createComponent({ react, tagName, elementClass, events });
}
