import {
  floorOfList,
  floorOfPicker,
  lenderPage,
  type ListedConnection,
  type ListedPlatform,
} from './floor-pages.js';
import type { Selectors } from './in-page/probe.js';

/** What the pages show. */
export interface Data {
  readonly platforms: readonly ListedPlatform[];
  readonly connections: readonly ListedConnection[];
}

/** One page that is measured. */
export interface Subject {
  readonly name: SubjectName;
  readonly label: string;
  /** The subject that it is compared with: itself for a floor. */
  readonly floor: SubjectName;
  /** Who is signed in: someone new, or someone with sixty connections. */
  readonly customer: 'new' | 'connected';
  readonly selectors: Selectors;
  readonly page: (data: Data) => string;
}

export type SubjectName = 'floor' | 'lit' | 'picker' | 'list-floor' | 'list';

const scriptTag = '<script type="module" src="/vendor/connect-elements.js"></script>';

export const subjects: readonly Subject[] = [
  {
    name: 'floor',
    label: 'floor: a static page',
    floor: 'floor',
    customer: 'new',
    selectors: { tile: 'li:not([hidden])', search: 'input' },
    page: ({ platforms }) => floorOfPicker(platforms),
  },
  {
    name: 'lit',
    label: 'bare Lit, windowed',
    floor: 'floor',
    customer: 'new',
    selectors: { host: 'lit-picker', tile: 'li', search: 'input' },
    page: () =>
      lenderPage('<script type="module" src="/lit-picker.js"></script>', '<lit-picker></lit-picker>'),
  },
  {
    name: 'picker',
    label: '`<platform-picker>`',
    floor: 'floor',
    customer: 'new',
    selectors: {
      host: 'platform-picker',
      tile: '[part="group"]:not([hidden]) li:not([hidden]) > [part~="tile"]',
      search: '#search',
    },
    page: () =>
      lenderPage(
        scriptTag,
        '<platform-picker token-endpoint="/codat/token" lender="Larkspur"></platform-picker>',
      ),
  },
  {
    name: 'list-floor',
    label: 'floor of the list: a static page',
    floor: 'list-floor',
    customer: 'connected',
    selectors: { tile: 'li' },
    page: ({ connections }) => floorOfList(connections),
  },
  {
    name: 'list',
    label: '`<connection-list>`',
    floor: 'list-floor',
    customer: 'connected',
    selectors: { host: 'connection-list', tile: '[part~="row"]', search: '#search' },
    page: () =>
      lenderPage(
        scriptTag,
        '<connection-list token-endpoint="/codat/token" lender="Larkspur"></connection-list>',
      ),
  },
];
