import 'codat-connect-elements/connection-list';
import type {} from 'codat-connect-elements/jsx/solid';
import 'codat-connect-elements/platform-picker';
import { createSignal, Show } from 'solid-js';

export function Books() {
  const [message, setMessage] = createSignal('');
  const [isShown, setShown] = createSignal(true);
  return (
    <>
      <p role="status">{message()}</p>
      <Show when={isShown()}>
        <platform-picker
          token-endpoint="/codat/token"
          lender="Larkspur"
          prop:sourceTypes={['Accounting']}
          on:codat-connected={({ connection }) => setMessage(`${connection.platformName} is connected`)}
        />
        <connection-list token-endpoint="/codat/token" lender="Larkspur" />
      </Show>
      <button type="button" onClick={() => setShown(!isShown())}>
        {isShown() ? 'Hide' : 'Show'}
      </button>
      <form method="post" action="/sign-out">
        <button>Sign out</button>
      </form>
    </>
  );
}
