import 'codat-connect-elements/connection-list';
import { createSession } from 'codat-connect-elements/elements';
import type {} from 'codat-connect-elements/jsx/react';
import { PlatformPicker } from 'codat-connect-elements/react';
import { useState } from 'react';

const session = createSession({ tokenEndpoint: '/codat/token' });

async function signOut(): Promise<void> {
  await fetch('/sign-out', { method: 'POST' });
  session.end();
}

export function Books() {
  const [message, setMessage] = useState('');
  const [isShown, setShown] = useState(true);
  return (
    <>
      <p role="status">{message}</p>
      {isShown && (
        <>
          <PlatformPicker
            session={session}
            lender="Larkspur"
            sourceTypes={['Accounting']}
            onConnected={({ connection }) => setMessage(`${connection.platformName} is connected`)}
          />
          <connection-list session={session} lender="Larkspur" />
        </>
      )}
      <button type="button" onClick={() => setShown(!isShown)}>
        {isShown ? 'Hide' : 'Show'}
      </button>
      <button type="button" onClick={() => void signOut()}>
        Sign out
      </button>
    </>
  );
}
