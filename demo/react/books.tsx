import { ConnectionList, PlatformPicker, SyncProgress } from 'codat-connect-elements/react';
import { useState, type ReactNode } from 'react';

const ours = { tokenEndpoint: '/codat/token', lender: 'Larkspur', headingLevel: 2 };

/** A business connects its books, watches them arrive and manages what it shares. */
export function Books(): ReactNode {
  const [message, setMessage] = useState('');
  const [manages, setManages] = useState(false);
  return (
    <>
      <p role="status">{message}</p>
      {manages ? (
        <ConnectionList
          {...ours}
          onDisconnected={({ connection }) =>
            setMessage(`Larkspur no longer reads ${connection.platformName}.`)
          }
        />
      ) : (
        <PlatformPicker
          {...ours}
          sourceTypes={['Accounting']}
          onConnected={({ connection }) => setMessage(`Larkspur can read ${connection.platformName}.`)}
        >
          <h2 slot="heading">Choose your books</h2>
        </PlatformPicker>
      )}
      <p>
        <button type="button" onClick={() => setManages(!manages)}>
          {manages ? 'Connect your books' : 'Manage what you share'}
        </button>
      </p>
      <SyncProgress {...ours} />
    </>
  );
}
