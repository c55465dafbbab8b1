/** @jsxImportSource preact */
import 'codat-connect-elements/platform-picker';
import type { ConnectedEvent } from 'codat-connect-elements/elements';
import type { PrefixedElements } from 'codat-connect-elements/jsx/preact';

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends PrefixedElements<'larkspur'> {}
  }
}

export const right = (
  <>
    <platform-picker
      token-endpoint="/codat/token"
      source-types="Accounting, Banking"
      sourceTypes={['Accounting']}
      opens="popup"
      class="wide"
      oncodat-connected={({ connection }) => connection.platformName.trim()}
    />
    <larkspur-connection-result continue-to="/next" />
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
  <platform-picker
    token-endpoint={lender}
    lender={lender}
    sourceTypes={kinds}
    opens={opens}
    oncodat-connected={onConnected}
  />
);

export const wrong = (
  <>
    {/* @ts-expect-error: the tag. */}
    <platform-piker />
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
  </>
);
