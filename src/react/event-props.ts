import type { EventName } from '@lit/react';

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

/** The React props for our events: `onDataArrived` for `codat-data-arrived`. */
export function eventProps<Name extends OwnEvent>(...names: readonly Name[]): EventProps<Name> {
  const props = names.map((name) => {
    const pascal = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
    return [`on${pascal}`, `codat-${name}`];
  });
  // The loop above makes one entry for each name, as the mapped type says; TypeScript can't infer that.
  return Object.fromEntries(props) as EventProps<Name>;
}
