import type { Session } from '../session/session.js';

/**
 * Pass `tokenEndpoint` or `session` in place of the prop `accessToken` of Codat's SDKs. The other props are the same.
 */
export interface SessionProps {
  /** The URL of the host's token endpoint, such as `/codat/token`. */
  readonly tokenEndpoint?: string | undefined;
  /** A session made by `createSession`, used instead of `tokenEndpoint`. */
  readonly session?: Session | undefined;
  /** Has no effect: the page's token comes from the token endpoint. */
  readonly accessToken?: string | undefined;
}

/** A connection as callbacks get it, with the names of Codat's SDK. */
export interface ConnectionCallbackArgs {
  readonly connectionId: string;
  /** Empty if Codat could not be asked. */
  readonly integrationId: string;
  readonly integrationKey: string;
  readonly platformName: string;
  /** Empty if Codat could not be asked. */
  readonly sourceId: string;
  readonly sourceType: string;
}

export interface ErrorCallbackArgs {
  /** The id to quote to Codat's support. */
  readonly correlationId?: string;
  readonly message?: string;
  /** The HTTP status, if there was a response. */
  readonly errorCode?: number;
  /** Whether trying again may help. The element shows the error in any case. */
  readonly userRecoverable: boolean;
}

export interface ConsentCallbackArgs {
  /** The text that the person agreed to, in Markdown. Empty if the gateway could not be asked. */
  readonly text: string;
}

/** The options of one source type. */
export interface SourceTypeOptions {
  /** Whether the person can finish without a connection of this type. */
  readonly optional: boolean;
  readonly enableIntegrations: boolean;
  readonly enableFileUpload?: boolean | undefined;
  /** Codat's keys of the only platforms to show. It takes effect if every type that is shown has such a list. */
  readonly allowedIntegrations?: readonly string[] | undefined;
  readonly dataTypes?: readonly string[] | undefined;
}

export interface CodatLinkOptions {
  readonly nonModal?: boolean | undefined;
  readonly hideBorder?: boolean | undefined;
  readonly showLandingPage?: boolean | undefined;
  readonly showSandboxIntegrations?: boolean | undefined;
  readonly enableAdditionalConsent?: boolean | undefined;
  readonly enableMultiEntityLinking?: boolean | undefined;
  readonly theme?: { readonly colors?: { readonly primary?: string } } | undefined;
  readonly sourceTypes?:
    | Partial<Record<'accounting' | 'banking' | 'commerce' | 'businessDocuments', Partial<SourceTypeOptions>>>
    | undefined;
  readonly text?: Readonly<Record<string, string | readonly string[]>> | undefined;
  /** Not needed: our styles need no nonce. */
  readonly nonce?: string | undefined;
}

export interface CodatLinkProps extends SessionProps {
  /** Checked: an error is reported if the token endpoint names another company. */
  readonly companyId?: string | undefined;
  readonly onConnection: (connection: ConnectionCallbackArgs) => void;
  readonly onFinish: () => void;
  readonly onError: (error: ErrorCallbackArgs) => void;
  readonly onConnectionStarted?: ((connection: ConnectionCallbackArgs) => void) | undefined;
  readonly onConsent?: ((consent: ConsentCallbackArgs) => void) | undefined;
  /** Without it there is no button to close. */
  readonly onClose?: (() => void) | undefined;
  readonly options?: CodatLinkOptions | undefined;
}

export interface CodatConnectionsProps extends SessionProps {
  readonly onDisconnect?: ((connection: { readonly connectionId: string }) => void) | undefined;
  readonly onReconnect?: ((connection: { readonly connectionId: string }) => void) | undefined;
  readonly onError?: ((error: ErrorCallbackArgs) => void) | undefined;
  /** Without it there is no button to close. */
  readonly onClose?: (() => void) | undefined;
  readonly options?: Pick<CodatLinkOptions, 'text' | 'nonce'> | undefined;
}
