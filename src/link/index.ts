/** The call shape of Codat's Link and Connections SDKs, for hosts that have them: `docs/migrating.md` has every prop. */
export { CodatConnections, initCodatConnections } from './codat-connections.js';
export { CodatLink, initializeCodatLink } from './codat-link.js';
export type {
  CodatConnectionsProps,
  CodatLinkOptions,
  CodatLinkProps,
  ConnectionCallbackArgs,
  ConsentCallbackArgs,
  SessionProps,
  ErrorCallbackArgs,
  SourceTypeOptions,
} from './props.js';
