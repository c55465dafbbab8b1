import 'codat-connect-elements/connection-list';
import type {} from 'codat-connect-elements/jsx/preact';
import 'codat-connect-elements/platform-picker';
import { useState } from 'preact/hooks';

export function Books() {
  const [message, setMessage] = useState('');
  const [isShown, setShown] = useState(true);
  return (
    <>
      <p role="status">{message}</p>
      {isShown && (
        <>
          <platform-picker
            token-endpoint="/codat/token"
            lender="Larkspur"
            sourceTypes={['Accounting']}
            oncodat-connected={({ connection }) => setMessage(`${connection.platformName} is connected`)}
          />
          <connection-list token-endpoint="/codat/token" lender="Larkspur" />
        </>
      )}
      <button type="button" onClick={() => setShown(!isShown)}>
        {isShown ? 'Hide' : 'Show'}
      </button>
      <form method="post" action="/sign-out">
        <button>Sign out</button>
      </form>
    </>
  );
}
