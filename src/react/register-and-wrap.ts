import type { LitElement, ReactiveElement } from 'lit';
import {
  createElement,
  forwardRef,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type ForwardedRef,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type PropsWithoutRef,
  type ReactElement,
  type RefAttributes,
} from 'react';
import type { CodatElement } from '../components/codat-element.js';
import type { FormAssociatedElement } from '../components/form-associated-element.js';
import { register } from '../define/register.js';
import {
  booleanAsText,
  attributeTextOf,
  toServerAttributes,
  type PropertyStatics,
} from './to-server-attributes.js';

type EventMap = GlobalEventHandlersEventMap;

/** `DataArrived` for `data-arrived`. */
type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** Our event names without the prefix: `connected` for `codat-connected`. */
type OwnEvent = keyof EventMap extends infer Name
  ? Name extends `codat-${infer Rest}`
    ? Rest
    : never
  : never;

type EventProps<Name extends OwnEvent> = {
  [Each in Name as `on${Pascal<Each>}`]?: ((event: EventMap[`codat-${Each}`]) => void) | undefined;
};

/** The members of a form field that scripts read and call, which are no props. */
type FieldMembers = Exclude<
  keyof FormAssociatedElement,
  keyof CodatElement | 'name' | 'required' | 'disabled'
>;

/** The properties that a host sets. Undefined is the same as none, as in all of React's props. */
type OwnProps<Element> = {
  [Name in Exclude<keyof Element, keyof LitElement | FieldMembers>]?: Element[Name] | undefined;
};

type Props<Element, Name extends OwnEvent> = EventProps<Name> &
  OwnProps<Element> &
  Omit<HTMLAttributes<Element>, keyof EventProps<Name> | keyof OwnProps<Element>>;

/** An element as a component: its properties and events are props, and `ref` gives the element. */
type Component<Element, Name extends OwnEvent> = ForwardRefExoticComponent<
  PropsWithoutRef<Props<Element, Name>> & RefAttributes<Element>
>;

/** The props that React passes, by name. */
type Values = Readonly<Record<string, unknown>>;

type ElementClass<Element> = (new () => Element) &
  PropertyStatics &
  Pick<typeof ReactiveElement, 'addInitializer'>;

/** The props that React handles itself, though elements have properties of these names. */
const doneByReact = new Set(['children', 'className', 'style']);

/**
 * A server writes this attribute, and the component removes it once it has set properties and listeners. Its name is the
 * one that Lit and others use for this.
 */
const deferHydration = 'defer-hydration';

/** Registers an element and wraps it as a component, with props for these of our events: `onDataArrived` for `data-arrived`. */
export function registerAndWrap<Element extends ReactiveElement, Name extends OwnEvent = never>(
  tagName: string,
  elementClass: ElementClass<Element>,
  ...names: readonly Name[]
): Component<Element, Name> {
  const isOnServer = typeof document === 'undefined';
  // Before `register`, which upgrades the elements that are already on the page.
  if (!isOnServer) elementClass.addInitializer(waitForHydration);
  register(tagName, elementClass);
  const handlers = new Map(names.map((name) => [`codat-${name}`, propOf(name)]));
  const eventProps = new Set(handlers.values());
  // React 19 sets a custom element's properties, of which `translate = 'no'` means yes, and `prefix` can't be set.
  const isAttribute = (name: string): boolean =>
    !doneByReact.has(name) &&
    !/^on[A-Z]/.test(name) &&
    (name in elementClass.prototype || name.toLowerCase() in elementClass.prototype);
  const isSetByUs = (name: string): boolean =>
    eventProps.has(name) || elementClass.elementProperties.has(name) || isAttribute(name);

  const renderOnServer = (props: Values): ReactElement =>
    createElement(tagName, { ...toServerAttributes(elementClass, props), [deferHydration]: '' });

  const useInPage = (props: Values, ref: ForwardedRef<Element>): ReactElement => {
    const element = useRef<Element>(null);
    const latest = useRef<Values>({});
    useImperativeHandle<Element | null, Element | null>(ref, () => element.current, []);
    useLayoutEffect(() => {
      const previous = latest.current;
      latest.current = props;
      for (const name of Object.keys({ ...previous, ...props })) {
        const value = props[name];
        if (!element.current || eventProps.has(name)) continue;
        if (elementClass.elementProperties.has(name)) Reflect.set(element.current, name, value);
        else if (isAttribute(name) && value !== previous[name]) setAttribute(element.current, name, value);
      }
    });
    const onEvent = useCallback((event: Event) => {
      // The component may have unmounted while its element still finishes what it started.
      if (event.currentTarget instanceof Node && event.currentTarget.isConnected)
        call(latest.current[handlers.get(event.type) ?? ''], event);
    }, []);
    // Never removed, since React also cleans up this effect when it only hides the element, as below `Suspense`.
    useLayoutEffect(() => {
      for (const type of handlers.keys()) element.current?.addEventListener(type, onEvent);
      element.current?.removeAttribute(deferHydration);
    }, [onEvent]);
    const others = Object.entries(props).filter(([name]) => !isSetByUs(name));
    return createElement(tagName, {
      ...Object.fromEntries(
        others.map(([name, value]) => [name === 'className' ? 'class' : name, booleanAsText(name, value)]),
      ),
      ref: element,
      // A server renders as attributes what is set as properties here, so that the two may differ.
      suppressHydrationWarning: true,
    });
  };

  const Wrapper = forwardRef<Element, Values>((props, ref) =>
    isOnServer ? renderOnServer(props) : useInPage(props, ref),
  );
  Wrapper.displayName = elementClass.name;
  return Wrapper as Component<Element, Name>;
}

/** `onDataArrived` for `data-arrived`. */
const propOf = (name: string): string =>
  `on${name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase())}`;

/** Sets or removes an attribute of HTML. */
function setAttribute(element: Element, name: string, value: unknown): void {
  const text = attributeTextOf(booleanAsText(name, value));
  if (text === undefined) element.removeAttribute(name);
  else element.setAttribute(name, text);
}

function call(handler: unknown, event: Event): void {
  if (typeof handler === 'function') Reflect.apply(handler, undefined, [event]);
}

/**
 * Withholds the token endpoint from an element that a server rendered, until its component has hydrated, so that the
 * element dispatches nothing before the component listens.
 */
function waitForHydration(element: ReactiveElement): void {
  element.addController({
    hostConnected() {
      if (element.hasAttribute(deferHydration)) Reflect.set(element, 'tokenEndpoint', '');
    },
  });
}
