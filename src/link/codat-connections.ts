import { ConnectionList } from '../define/connection-list.js';
import { toErrorCallbackArgs, sessionOfProps } from './callback-args.js';
import { mountWithCloseAndFinishButtons, type CloseAndFinishButtons } from './close-and-finish-buttons.js';
import type { CodatConnectionsProps } from './props.js';
import { warnOfIgnoredProps } from './warn-of-ignored-props.js';

/**
 * `<connection-list>` with the call shape of Codat's Connections SDK. It reads its props once. To remove it, take the
 * element out of its target. Throws a `TypeError` without `tokenEndpoint` or `session`.
 */
export class CodatConnections {
  readonly #frame: CloseAndFinishButtons;

  constructor({ target, props }: { readonly target: HTMLElement; readonly props: CodatConnectionsProps }) {
    warnOfIgnoredProps(props);
    const { onClose, onDisconnect, onReconnect, onError } = props;
    const session = sessionOfProps(props);
    const list = Object.assign(new ConnectionList(), { session });
    list.addEventListener('codat-disconnected', ({ connection }) =>
      onDisconnect?.({ connectionId: connection.id }),
    );
    list.addEventListener('codat-connected', ({ connection }) =>
      onReconnect?.({ connectionId: connection.id }),
    );
    list.addEventListener('codat-failed', ({ error }) => onError?.(toErrorCallbackArgs(error)));
    this.#frame = mountWithCloseAndFinishButtons(target, list, { session, onClose });
  }

  /** Takes the element out of its target, as the components of Codat's SDKs do. */
  $destroy(): void {
    this.#frame.remove();
  }
}

/** Creates a {@link CodatConnections}: a function with the signature of `@codat/sdk-link-types/connections`. Resolves once the element is in the target. */
export function initCodatConnections(target: HTMLElement, props: CodatConnectionsProps): Promise<void> {
  return new Promise((resolve) => {
    new CodatConnections({ target, props });
    resolve();
  });
}
