import { ConnectionList, PlatformPicker } from 'codat-connect-elements/react';
import { useState } from 'react';

const ours = { tokenEndpoint: '/codat/token', lender: 'Larkspur' };

export function Books() {
  const [message, setMessage] = useState('');
  const [isShown, setShown] = useState(true);
  return (
    <>
      <p role="status">{message}</p>
      {isShown && (
        <>
          <PlatformPicker
            {...ours}
            sourceTypes={['Accounting']}
            onConnected={({ connection }) => setMessage(`${connection.platformName} is connected`)}
          />
          <ConnectionList {...ours} />
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
