import type { Session } from '../session/session.js';

/**
 * Where the elements get their data: one of these instead of the `accessToken` of Codat's SDKs. Nothing else differs.
 */
export interface SessionProps {
  /** The URL of the host's token endpoint, such as `/codat/token`. */
  readonly tokenEndpoint?: string;
  /** A session made by `createSession`, used instead of `tokenEndpoint`. */
  readonly session?: Session;
  /** Has no effect: the page's token comes from the token endpoint. */
  readonly accessToken?: string;
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
  /** The text that the person agreed to, in Markdown. */
  readonly text: string;
}

/** The options of one source type. */
export interface SourceTypeOptions {
  /** Whether the person can finish without a connection of this type. */
  readonly optional: boolean;
  readonly enableIntegrations: boolean;
  readonly enableFileUpload?: boolean;
  /** Codat's keys of the only platforms to show. It takes effect if every type that is shown has such a list. */
  readonly allowedIntegrations?: readonly string[];
  readonly dataTypes?: readonly string[];
}

export interface CodatLinkOptions {
  readonly nonModal?: boolean;
  readonly hideBorder?: boolean;
  readonly showLandingPage?: boolean;
  readonly showSandboxIntegrations?: boolean;
  readonly enableAdditionalConsent?: boolean;
  readonly enableMultiEntityLinking?: boolean;
  readonly theme?: { readonly colors?: { readonly primary?: string } };
  readonly sourceTypes?: Partial<
    Record<'accounting' | 'banking' | 'commerce' | 'businessDocuments', Partial<SourceTypeOptions>>
  >;
  readonly text?: Readonly<Record<string, string | readonly string[]>>;
  /** Not needed: our styles need no nonce. */
  readonly nonce?: string;
}

export interface CodatLinkProps extends SessionProps {
  /** Checked: an error is reported if the token endpoint names another company. */
  readonly companyId?: string;
  readonly onConnection: (connection: ConnectionCallbackArgs) => void;
  readonly onFinish: () => void;
  readonly onError: (error: ErrorCallbackArgs) => void;
  readonly onConnectionStarted?: (connection: ConnectionCallbackArgs) => void;
  readonly onConsent?: (consent: ConsentCallbackArgs) => void;
  /** Without it there is no button to close. */
  readonly onClose?: () => void;
  readonly options?: CodatLinkOptions;
}

export interface CodatConnectionsProps extends SessionProps {
  readonly onDisconnect?: (connection: { readonly connectionId: string }) => void;
  readonly onReconnect?: (connection: { readonly connectionId: string }) => void;
  readonly onError?: (error: ErrorCallbackArgs) => void;
  /** Without it there is no button to close. */
  readonly onClose?: () => void;
  readonly options?: Pick<CodatLinkOptions, 'text' | 'nonce'>;
}
