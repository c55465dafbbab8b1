/** @jsxImportSource preact */
import 'codat-connect-elements/platform-picker';
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
