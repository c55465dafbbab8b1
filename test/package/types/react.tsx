/** @jsxImportSource react */
import type { ConnectedEvent, SyncedEvent } from 'codat-connect-elements/platform-picker';
import type { PrefixedElements } from 'codat-connect-elements/jsx/react';
import { PlatformPicker } from 'codat-connect-elements/react';

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends PrefixedElements<'larkspur'> {}
  }
}

export const right = (
  <>
    <platform-picker
      token-endpoint="/codat/token"
      source-types="Accounting Banking"
      sourceTypes={['Accounting', 'Commerce']}
      accept={['shared']}
      opens="new-tab"
      heading-level="3"
      consent
      class="wide"
      oncodat-connected={({ connection }) => connection.platformName.trim()}
    >
      <a slot="help">Help</a>
    </platform-picker>
    <connection-list
      lender="Larkspur"
      connectAnother={(sourceType: 'Banking' | 'Commerce') => void sourceType}
    />
    <powered-by-codat />
    <larkspur-sync-progress connection="4b" oncodat-synced={({ missing }) => missing.join()} />
    <PlatformPicker sourceTypes={['Accounting']} onConnected={({ connection }) => connection.id.trim()} />
  </>
);

/** Settings that another component may leave out. */
interface Optional {
  readonly lender?: string;
  readonly kinds?: readonly ('Accounting' | 'Banking')[];
  readonly opens?: 'auto' | 'popup';
  readonly onConnected?: (event: ConnectedEvent) => void;
}

export const passedOn = ({ lender, kinds, opens, onConnected }: Optional) => (
  <>
    <PlatformPicker lender={lender} sourceTypes={kinds} opens={opens} onConnected={onConnected} />
    <platform-picker lender={lender} sourceTypes={kinds} opens={opens} oncodat-connected={onConnected} />
    <sync-progress token-endpoint={lender} />
  </>
);

export const wrong = (
  <>
    {/* @ts-expect-error: the tag. */}
    <platform-piker />
    {/* @ts-expect-error: the prefixed tag. */}
    <larkspur-sync-proges />
    {/* @ts-expect-error: the value of an attribute. */}
    <platform-picker opens="new-window" />
    {/* @ts-expect-error: a word in an attribute. */}
    <platform-picker source-types="Acounting" />
    {/* @ts-expect-error: an entry of a list. */}
    <platform-picker sourceTypes={['Acounting']} />
    {/* @ts-expect-error: a property. */}
    <platform-picker sourceType={['Accounting']} />
    {/* @ts-expect-error: a field of an event. */}
    <platform-picker oncodat-connected={({ connexion }) => void connexion} />
    {/* @ts-expect-error: the event of another element. */}
    <platform-picker oncodat-connected={(event: SyncedEvent) => void event} />
    {/* @ts-expect-error: an event of the component. */}
    <PlatformPicker onConected={() => undefined} />
    {/* @ts-expect-error: an entry of the component's list. */}
    <PlatformPicker sourceTypes={['Acounting']} />
    {/* @ts-expect-error: the value of the component's property. */}
    <PlatformPicker opens="new-window" />
    {/* @ts-expect-error: a property to read alone. */}
    <PlatformPicker value={['4b']} />
    {/* @ts-expect-error: a method of Lit's. */}
    <PlatformPicker requestUpdate={() => undefined} />
  </>
);
