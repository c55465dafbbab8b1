import type { EventName } from '@lit/react';

type HostEvents = GlobalEventHandlersEventMap;

/** `DataArrived` for `data-arrived`. */
type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** The events of ours without the prefix they share: `connected` for `codat-connected`. */
type Told = keyof HostEvents extends infer Name ? (Name extends `codat-${infer Rest}` ? Rest : never) : never;

type EventProps<Name extends Told> = {
  readonly [Each in Name as `on${Pascal<Each>}`]: EventName<HostEvents[`codat-${Each}`]>;
};

/** The props by which a React component hears events of ours: `onDataArrived` hears `codat-data-arrived`. */
export function eventProps<Name extends Told>(...names: readonly Name[]): EventProps<Name> {
  const props = names.map((name) => {
    const pascal = name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
    return [`on${pascal}`, `codat-${name}`];
  });
  // What the mapping above says of each name is what the line above does to it.
  return Object.fromEntries(props) as EventProps<Name>;
}
